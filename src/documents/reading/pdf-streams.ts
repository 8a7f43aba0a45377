import { pieces, type ByteSource } from './byte-source.js'
import { inflateSome } from './inflate-some.js'
import { createPdfWindow, type PdfWindow } from './pdf-window.js'

/** Where the bytes of a stream lie, and how. */
interface StreamPlace {
  from: number
  /** Null where only its end tells. */
  length: number | null
  packed: boolean
}

/** What stands in a PDF. Streams that may show text are looked up one by one, and none is held. */
export interface PdfParts {
  encrypted: boolean
  objects: Map<number, string>
  /** Texts that say what letters mean, by their objects. */
  tables: Map<number, string>
  contents: StreamPlace[]
}

const most = {
  streams: 600, ofOne: 1_000_000, ofAll: 16_000_000,
  objects: 20_000, ofObject: 2_500, ofObjects: 4_000_000, ofTables: 4_000_000,
  head: 8_000_000, tail: 2_000_000,
} // prettier-ignore
/** Enough of a stream to see what it is. */
const beginning = 2_000
/** An object's number and what follows it are no longer; so much of one piece is looked at with the next again. */
const longestNumber = 32
const noText =
  /\/Subtype\s{0,4}\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)|\/Type\s{0,4}\/(?:XRef|Metadata)|\/Length[12]\s/u

export async function pdfParts(source: ByteSource): Promise<PdfParts> {
  const window = createPdfWindow(source)
  const parts: PdfParts = { encrypted: false, objects: new Map(), tables: new Map(), contents: [] }
  const left = { objects: most.objects, ofObjects: most.ofObjects, streams: most.streams, ofTables: most.ofTables }
  const keep = (number: number, body: string): void => {
    left.objects--
    left.ofObjects -= body.length
    parts.objects.set(number, body)
  }
  const enough = (): boolean => left.objects <= 0 || left.ofObjects <= 0 || left.streams <= 0
  for await (const { number, after } of objectsIn(source, window, enough)) {
    const begun = (await window.look(after, most.ofObject)).toString('latin1', 0, most.ofObject)
    const ends = /stream|endobj/u.exec(begun)
    // A copy: a part of a text holds the whole of it.
    const body = Buffer.from(begun.slice(0, ends?.index), 'latin1').toString('latin1')
    keep(number, body)
    if (ends?.[0] !== 'stream' || noText.test(body)) continue
    const place = placeOf(body, begun, after, ends.index + 'stream'.length)
    if (place === null) continue
    left.streams--
    if (/\/Type\s{0,4}\/ObjStm/u.test(body)) {
      const text = await streamText(source, place)
      for (const [key, inner] of packedObjects(body, text, left.objects)) keep(key, inner)
    } else if (/begincmap|beginbf/u.test(await streamText(source, place, beginning))) {
      const table = left.ofTables > 0 ? await streamText(source, place) : ''
      left.ofTables -= table.length
      parts.tables.set(number, table)
    } else parts.contents.push(place)
  }
  return { ...parts, encrypted: window.encrypted }
}

/** The texts of the streams that may show any, in their order; one at a time. */
export async function* contentsOf(source: ByteSource, { contents }: PdfParts): AsyncGenerator<string> {
  let unpacked = 0
  for (const place of contents) {
    if (unpacked >= most.ofAll) return
    const text = await streamText(source, place)
    unpacked += text.length
    yield text
  }
}

/** Where objects begin, in the beginning and at the end of the file; all of that is looked at when there are enough, too. */
async function* objectsIn(
  { size }: ByteSource,
  window: PdfWindow,
  enough: () => boolean,
): AsyncGenerator<{ number: number; after: number }> {
  const head = Math.min(size, most.head)
  for (const [begins, ends] of [
    [0, head],
    [Math.max(head, size - most.tail), size],
  ] as const)
    // prettier-ignore
    for (let at = begins; at < ends;) {
      const view = (await window.look(at, longestNumber)).subarray(0, ends - at)
      const found = enough() ? null : firstObject(view)
      if (found) yield { number: found.number, after: at + found.after }
      else if (at + view.length >= ends) break
      at += found ? found.after : Math.max(1, view.length - longestNumber)
    }
}

function firstObject(view: Buffer): { number: number; after: number } | null {
  for (let at = view.indexOf('obj'); at >= 0; at = view.indexOf('obj', at + 1)) {
    const after = at + 'obj'.length
    if (/[a-z]/u.test(String.fromCharCode(view[after] ?? 0))) continue
    const before = view.toString('latin1', Math.max(0, at - longestNumber), at)
    const number = /(\d{1,9})\s{1,4}\d{1,5}\s{1,4}$/u.exec(before)?.[1]
    if (number !== undefined) return { number: Number(number), after }
  }
  return null
}

/** Null for a stream packed in a way in which no text is. */
function placeOf(dictionary: string, begun: string, at: number, after: number): StreamPlace | null {
  const filter = /\/Filter\s{0,4}(\[[^\]]{0,200}\]|\/\w{1,40})/u.exec(dictionary)?.[1]
  if (filter !== undefined && !/^\[?\s{0,4}\/FlateDecode\s{0,4}\]?$/u.test(filter)) return null
  const length = /\/Length\s{1,4}(\d{1,9})(?!\s{1,4}\d{1,5}\s{1,4}R|\d)/u.exec(dictionary)?.[1]
  return {
    from: at + after + (begun.startsWith('\r\n', after) ? 2 : 1),
    length: length === undefined ? null : Number(length),
    packed: filter !== undefined,
  }
}

async function streamText(source: ByteSource, place: StreamPlace, first = most.ofOne): Promise<string> {
  const { from, length, packed } = place
  // Packed bytes say themselves where they end.
  const bytes = pieces(source, from, Math.min(length ?? Infinity, packed ? 4 * most.ofOne : first))
  if (packed) return (await inflateSome(bytes, { raw: false, most: first })).toString('latin1')
  let text = ''
  for await (const piece of bytes) text += Buffer.from(piece).toString('latin1')
  const end = length === null ? text.indexOf('endstream') : -1
  return end < 0 ? text : text.slice(0, end)
}

/** Objects packed together: first their numbers and places, then they. */
function packedObjects(dictionary: string, text: string, atMost: number): [number, string][] {
  const first = Number(/\/First\s{1,4}(\d{1,9})/u.exec(dictionary)?.[1] ?? 0)
  const numbers = (text.slice(0, first).match(/\d{1,9}/gu) ?? []).slice(0, 2 * atMost).map(Number)
  const objects: [number, string][] = []
  for (let place = 0; place + 1 < numbers.length; place += 2) {
    const from = first + numbers[place + 1]!
    const to = place + 3 < numbers.length ? first + numbers[place + 3]! : text.length
    objects.push([numbers[place]!, text.slice(from, Math.min(to, from + most.ofObject))])
  }
  return objects
}
