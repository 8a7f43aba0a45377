/**
 * The key by which texts are compared however they were typed: no marks, no capitals, single spaces.
 * Unicode does not decompose đ; its look-alikes ð and ɖ come from old code pages.
 */
export function fold(text: string): string {
  return unmark(text).replace(/\s+/gu, ' ').trim()
}

/** Like `fold`, but spaces stay as they are. */
export function unmark(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đðɖ]/gu, 'd')
}

/** Keeps the marks, but not the place of the tone: hòa and hoà have one key, hòa and hóa two. */
export function foldTone(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (syllable) => syllable.replace(tones, '') + (syllable.match(tones) ?? []).join(''))
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** The same, or one slip of the finger apart (a letter more, less, other, or two swapped) where both have five letters or more. */
export function near(a: string, b: string): boolean {
  const [left, right] = [fold(a), fold(b)]
  if (left === right) return true
  return letters(left) >= 5 && letters(right) >= 5 && oneSlipApart(left, right)
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length

function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA.length > restB.length) return restA.slice(1) === restB
  if (restA.length < restB.length) return restB.slice(1) === restA
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return swapped || restA.slice(1) === restB.slice(1)
}

const nameLength = 80

/** Marks that reorder or hide text, and lone halves of a pair. The joiner U+200D stays: emoji are made with it. */
const hidden = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}\p{Cs}]/gu
const controls = /\p{Cc}/gu
const pileOfMarks = /(\p{M}{4})\p{M}+/gu

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** A name or title made harmless for use inside other sentences: NFC, one line, nothing invisible, at most `longest` units. */
export function cleanName(text: string, longest = nameLength): string {
  const plain = text
    .slice(0, 4 * longest)
    .normalize('NFC')
    .replace(hidden, '')
    .replace(/\s+/gu, ' ')
    .replace(controls, '')
    .replace(pileOfMarks, '$1')
    .trim()
  let name = ''
  for (const { segment } of graphemes.segment(plain)) {
    if (name.length + segment.length > longest) break
    name += segment
  }
  return name.trim()
}
