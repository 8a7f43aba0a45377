/** Deeper than any document here, and less than MongoDB's own limit of 100. */
const deepest = 60

/**
 * A copy of `value` that is JSON and nothing else, so that both stores keep the same: refuses what they would change
 * or read back as something else (dates, NaN, `$` keys, `__proto__`). Texts stay as they are, but for halves of
 * surrogate pairs, which UTF-8 cannot hold.
 */
export function plainJson(value: unknown, where: string, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD')
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw new Error(`${where}: ${typeof value} is not JSON`)
  if (depth > deepest) throw new Error(`${where}: nested too deeply`)
  if (Array.isArray(value)) return value.map((item) => plainJson(item, where, depth + 1))
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(`${where}: not a plain object`)
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    if (key.startsWith('$') || key === '__proto__' || key === '_bsontype' || key.includes('\0')) {
      throw new Error(`${where}: a field may not be called ${JSON.stringify(key)}`)
    }
    copy[key] = plainJson(item, where, depth + 1)
  }
  return copy
}
