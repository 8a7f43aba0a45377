import type { PdfParts } from './pdf-streams.js'

/** What the codes of a font mean. */
interface Meaning {
  /** Bytes of one code. */
  width: number
  letters: Map<number, string>
}

/** Turns the bytes of a string shown in the font of that name into what a reader sees. */
export type Decode = (font: string, bytes: string) => string

/** Letters read in all: a few lines of a table can name every code there is, again and again. */
const mostLetters = 300_000
const largestRange = 65_536

/** Names of fonts may mean another font on another page: of several, the one that knows all codes is taken. */
export function pdfDecoder({ objects, tables: texts }: PdfParts): Decode {
  const tables = new Map<number, Meaning>()
  const budget = { letters: mostLetters }
  /** Null: a font of one byte a letter, as in English. 'unknown': codes that nothing explains. */
  const meaningOf = (font: string): Meaning | 'unknown' | null => {
    const table = Number(/\/ToUnicode\s{1,4}(\d{1,9})/u.exec(font)?.[1] ?? Number.NaN)
    const text = texts.get(table)
    if (text === undefined) return /\/Identity-[HV]/u.test(font) ? 'unknown' : null
    const meaning = tables.get(table) ?? readTable(text, budget)
    tables.set(table, meaning)
    return meaning
  }
  const fonts = new Map<string, ReturnType<typeof meaningOf>[]>()
  for (const [name, objectsOfName] of fontObjects(objects)) {
    fonts.set(
      name,
      [...objectsOfName].slice(0, 8).map((object) => meaningOf(objects.get(object) ?? '')),
    )
  }
  return (font, bytes) => {
    const known = fonts.get(font) ?? [null]
    const decoded = known.map((meaning) => decodedBy(meaning, bytes))
    return decoded.find((text) => !text.includes('\uFFFD')) ?? decoded[0]!
  }
}

/** Which objects the fonts' names mean, over all pages. */
function fontObjects(objects: PdfParts['objects']): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  const note = (dictionary: string): void => {
    for (const [, name, object] of dictionary.matchAll(
      /\/([^\s/<>[\]()]{1,60})\s{1,4}(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R/gu,
    )) {
      found.set(name!, (found.get(name!) ?? new Set()).add(Number(object)))
    }
  }
  const elsewhere = new Set<number>()
  for (const body of objects.values()) {
    for (const [, direct, indirect] of body.matchAll(
      /\/Font\s{0,4}(?:<<([^<>]{0,3000})>>|(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R)/gu,
    )) {
      if (direct === undefined) elsewhere.add(Number(indirect))
      else note(direct)
    }
  }
  for (const object of elsewhere) note(objects.get(object) ?? '')
  return found
}

/** The table by which a PDF says what its codes mean: `<code> <letters>`, or a run of codes at once. */
function readTable(text: string, budget: { letters: number }): Meaning {
  const meaning: Meaning = { width: 0, letters: new Map() }
  for (let at = text.indexOf('beginbf'); at >= 0; at = text.indexOf('beginbf', at)) {
    const end = text.indexOf('endbf', at)
    if (end < 0) break
    const block = text.slice(at, end)
    if (block.startsWith('beginbfchar')) readLetters(block, meaning, budget)
    else readRanges(block, meaning, budget)
    at = end
  }
  return { ...meaning, width: meaning.width || 1 }
}

function readLetters(block: string, meaning: Meaning, budget: { letters: number }): void {
  for (const [, code = '', letter = ''] of block.matchAll(/<([\da-f]{2,8})>\s{0,4}<([\da-f]{2,40})>/giu)) {
    if (budget.letters-- <= 0) return
    meaning.width ||= code.length / 2
    meaning.letters.set(Number.parseInt(code, 16), wide(letter))
  }
}

function readRanges(block: string, meaning: Meaning, budget: { letters: number }): void {
  const range = /<([\da-f]{2,8})>\s{0,4}<([\da-f]{2,8})>\s{0,4}(?:<([\da-f]{2,40})>|\[([^\]]{0,4000})\])/giu
  for (const [, low = '', high = '', start, list] of block.matchAll(range)) {
    meaning.width ||= low.length / 2
    const from = Number.parseInt(low, 16)
    const count = Math.min(Number.parseInt(high, 16) - from + 1, largestRange, budget.letters)
    if (count <= 0) continue
    budget.letters -= count
    const listed = list?.match(/[\da-f]{2,40}/giu)
    for (let place = 0; place < count; place++) {
      meaning.letters.set(from + place, start === undefined ? wide(listed?.[place] ?? '') : raised(wide(start), place))
    }
  }
}

const wide = (hex: string): string =>
  (hex.match(/.{4}/gu) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

const raised = (start: string, by: number): string =>
  start === '' ? '' : start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + by)

function decodedBy(meaning: Meaning | 'unknown' | null, bytes: string): string {
  if (meaning === 'unknown') return ''
  if (meaning === null) return bytes
  let text = ''
  for (let at = 0; at + meaning.width <= bytes.length; at += meaning.width) {
    let code = 0
    for (let place = 0; place < meaning.width; place++) code = code * 256 + (bytes.charCodeAt(at + place) & 0xff)
    text += meaning.letters.get(code) ?? '\uFFFD'
  }
  return text
}
