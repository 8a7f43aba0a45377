import { createHash, randomBytes } from 'node:crypto'

/** Letters and digits that nobody takes for each other, read aloud or on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** Of an invite: 39 bits, for a week, with few guesses. A set-up code founds a branch and is longer: 59 bits. */
const lengths = { invite: 8, setup: 12 } as const

/** A new code, as people see and type it: `K7QM-29XP`. Only its hash is ever stored. */
export function drawCode(kind: keyof typeof lengths): string {
  for (;;) {
    // A byte of 248 or more would make the first letters likelier.
    const letters = [...randomBytes(64)].filter((byte) => byte < 8 * alphabet.length)
    const code = letters.slice(0, lengths[kind]).map((byte) => alphabet[byte % alphabet.length]!)
    if (isCode(code.join(''))) return code.join('').replace(/(.{4})(?=.)/gu, '$1-')
  }
}

const start = '/start '
/** A line that bears a code, with the hash in its place: the code itself stands in no journal. Null: it bears none. */
export function sealCode(line: string): string | null {
  const code = readCode(line.replace(/^\/start(?:@\S+)?\s+/iu, ''))
  return code === null ? null : `${start}${hashCode(code)}`
}

/** Codes as we print them, and in links that bring them. */
const printed = /(?<![\w-])\w{4}-\w{4}(?:-\w{4})?(?![\w-])|(?<=[?&]start=)\w{8,12}(?!\w)/gu

/** The same for a code among other words, as who copies a whole invitation sends it. Null also where there are several. */
export function sealCodeWithin(text: string): string | null {
  const codes = new Set((text.match(printed) ?? []).flatMap((found) => readCode(found) ?? []))
  const [code] = codes
  return code === undefined || codes.size > 1 ? null : `${start}${hashCode(code)}`
}

export const sealedHash = (line: string): string | null =>
  /^[0-9a-f]{64}$/u.test(line.slice(start.length)) && line.startsWith(start) ? line.slice(start.length) : null

/** The code somebody typed, in fours or in one piece, with or without capitals; null for anything that cannot be one. */
function readCode(text: string): string | null {
  if (!/^\s*\w{4}(?:[\s–-]?\w{4}){1,2}\s*$/u.test(text)) return null
  const code = text.replace(/[\s–-]/gu, '').toUpperCase()
  return isCode(code) ? code : null
}

/** Under this a code stands in the store and in links of the journal. */
export const hashCode = (code: string): string =>
  createHash('sha256')
    .update(`chibot:${readCode(code) ?? code}`)
    .digest('hex')

/** A code has a digit and a letter at least, so that no ordinary word is one. */
const isCode = (text: string): boolean =>
  (text.length === lengths.invite || text.length === lengths.setup) &&
  [...text].every((letter) => alphabet.includes(letter)) &&
  /\d/u.test(text) &&
  /[A-Z]/u.test(text)
