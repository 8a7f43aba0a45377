import { unmark } from '../../fold.js'

/** From inclusive, to exclusive, in units of the folded text. */
export type Span = [from: number, to: number]

/** A line and its mark-free twin, so that what is found in the twin can be cut out of the line as it was typed. */
export interface FoldedLine {
  folded: string
  /** What was really typed there, in NFC. */
  typed(span: Span): string
}

export function foldLine(text: string): FoldedLine {
  const original = text.normalize('NFC')
  const places: number[] = []
  let folded = ''
  let place = 0
  for (const character of original) {
    const plain = unmark(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) places.push(place)
    place += character.length
  }
  places.push(original.length)
  return { folded, typed: ([from, to]) => original.slice(places[from], places[to]) }
}

/** Covers a span with one sign, so that nothing is found in it twice and all places stay where they are. */
export const cover = (text: string, [from, to]: Span, sign: string): string =>
  text.slice(0, from) + sign.repeat(to - from) + text.slice(to)
