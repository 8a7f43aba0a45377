const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const windowWidth = 512

const isNewline = (grapheme: string | undefined): boolean => grapheme === '\n' || grapheme === '\r\n'
/** White space that may end a line: the no-break kinds hold their words together. */
const isSpace = (grapheme: string): boolean => /^[^\S\u00a0\u202f\ufeff]+$/u.test(grapheme)

/**
 * Cuts `text` into pieces of at most `limit`, at the end of a paragraph, a line or a word, else between two graphemes.
 * The white space at a cut is dropped, nothing else. `measure` gives a length in the platform's own unit and must be
 * additive: the length of two graphemes together is the sum of theirs.
 */
export function splitText(text: string, limit: number, measure: (text: string) => number): string[] {
  if (measure(text) <= limit) return [text]
  const pieces: string[] = []
  let open: string[] = []
  let size = 0
  const close = (graphemes: string[]): void => {
    const piece = trimEnd(graphemes).join('')
    if (piece !== '') pieces.push(piece)
  }
  for (const grapheme of graphemesOf(text, limit, measure)) {
    const length = measure(grapheme)
    while (open.length > 0 && size + length > limit) {
      const cut = cutOf(open, grapheme)
      close(open.slice(0, cut))
      open = trimStart(open.slice(cut))
      size = measure(open.join(''))
    }
    if (open.length === 0 && pieces.length > 0 && isSpace(grapheme)) continue
    open.push(grapheme)
    size += length
  }
  if (open.length > 0) pieces.push(open.join(''))
  return pieces
}

/** A single grapheme longer than a whole piece (marks piled up by the thousand) goes by code points: it must go somehow. */
function* graphemesOf(text: string, limit: number, measure: (text: string) => number): Generator<string> {
  for (const grapheme of segmentsOf(text)) {
    if (measure(grapheme) > limit) yield* grapheme
    else yield grapheme
  }
}

/**
 * The segmenter takes time by the square of what it is given, minutes for a megabyte: so it gets small windows, each
 * beginning where a grapheme begins. Only the last grapheme of a window may go on beyond it.
 */
function* segmentsOf(text: string): Generator<string> {
  let start = 0
  let width = windowWidth
  while (start < text.length) {
    const end = Math.min(start + width, text.length)
    const found = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment)
    const whole = end === text.length ? found : found.slice(0, -1)
    yield* whole
    start += whole.reduce((sum, grapheme) => sum + grapheme.length, 0)
    width = whole.length === 0 ? width * 2 : windowWidth
  }
}

/** Where to cut `open`, `next` being what no longer fits. A paragraph or a line must fill half a piece to be worth a cut. */
function cutOf(open: string[], next: string): number {
  const at = (index: number): string => open[index] ?? next
  const half = open.length / 2
  let line = 0
  let word = 0
  for (let index = open.length; index > 0; index--) {
    if (!isSpace(at(index))) continue
    if (word === 0) word = index
    if (index < half || !isNewline(at(index))) continue
    if (index < open.length && isNewline(at(index + 1))) return index
    if (line === 0) line = index
  }
  return line || word || open.length
}

function trimStart(graphemes: string[]): string[] {
  const first = graphemes.findIndex((grapheme) => !isSpace(grapheme))
  return first < 0 ? [] : graphemes.slice(first)
}

function trimEnd(graphemes: string[]): string[] {
  return graphemes.slice(0, graphemes.findLastIndex((grapheme) => !isSpace(grapheme)) + 1)
}
