import { refusals } from './api-error.js'
import type { Brought, Upload } from './multipart.js'

export type Params = ReturnType<typeof createParams>

/** Reads parameters as the platform does: every value may come as itself, as text, or as JSON in text. */
export function createParams({ values, uploads }: Brought) {
  const raw = (name: string): unknown => values[name] ?? undefined

  function text(name: string): string {
    const value = raw(name)
    if (value === undefined) return ''
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
    throw refusals.badRequest(`parameter "${name}" must be of type String`)
  }

  return {
    values,
    text,
    has: (name: string): boolean => raw(name) !== undefined,
    flag: (name: string): boolean => ['true', '1', 'yes'].includes(text(name).toLowerCase()),

    /** NaN-free: what is no whole number counts as `otherwise`. */
    int(name: string, otherwise = 0): number {
      const value = Number(text(name) || 'none')
      return Number.isSafeInteger(value) ? value : otherwise
    },

    json(name: string): unknown {
      const value = raw(name)
      if (typeof value !== 'string') return value
      if (value === '') return undefined
      try {
        return JSON.parse(value) as unknown
      } catch {
        throw refusals.badRequest(`can't parse ${name} JSON object`)
      }
    },

    /** A file sent along under this name, or under another one that `attach://` points to. */
    upload: (name: string, value: string): Upload | undefined =>
      uploads.get(value.startsWith('attach://') ? value.slice('attach://'.length) : name),
  }
}
