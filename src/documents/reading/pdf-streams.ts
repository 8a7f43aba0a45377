import { inflateSome } from './inflate-some.js'

/** What stands unpacked in a PDF: its objects by number, and the streams that hold text or say what letters mean. */
export interface PdfParts {
  objects: Map<number, string>
  streams: { object: number; text: string }[]
}

const most = { streams: 600, ofOne: 1_000_000, ofAll: 16_000_000, objects: 20_000, ofObject: 2_500 }
const noText =
  /\/Subtype\s{0,4}\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)|\/Type\s{0,4}\/(?:XRef|Metadata)|\/Length[12]\s/u

/** `raw` is the file, a character a byte. */
export async function pdfParts(raw: string): Promise<PdfParts> {
  const objects = new Map<number, string>()
  const streams: PdfParts['streams'] = []
  let seen = 0
  let unpacked = 0
  for (const { 0: head, 1: number, index } of raw.matchAll(/(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj(?![a-z])/gu)) {
    if (++seen > most.objects || streams.length >= most.streams || unpacked >= most.ofAll) break
    const object = Number(number)
    const at = index + head.length
    const ends = /stream|endobj/u.exec(raw.slice(at, at + most.ofObject))
    const body = raw.slice(at, at + (ends?.index ?? most.ofObject))
    objects.set(object, body)
    if (ends?.[0] !== 'stream' || noText.test(body)) continue
    const text = await streamText(raw, at + ends.index + 'stream'.length, body)
    unpacked += text.length
    if (!/\/Type\s{0,4}\/ObjStm/u.test(body)) {
      streams.push({ object, text })
      continue
    }
    for (const [key, inner] of packedObjects(body, text, most.objects - seen)) {
      objects.set(key, inner)
      seen++
    }
  }
  return { objects, streams }
}

async function streamText(raw: string, after: number, dictionary: string): Promise<string> {
  const filter = /\/Filter\s{0,4}(\[[^\]]{0,200}\]|\/\w{1,40})/u.exec(dictionary)?.[1]
  const from = after + (raw.startsWith('\r\n', after) ? 2 : 1)
  const length = /\/Length\s{1,4}(\d{1,9})(?!\s{1,4}\d{1,5}\s{1,4}R)/u.exec(dictionary)?.[1]
  const end = length === undefined ? raw.indexOf('endstream', from) : from + Number(length)
  const bytes = Buffer.from(raw.slice(from, end < 0 ? raw.length : end), 'latin1')
  if (filter === undefined) return bytes.toString('latin1', 0, most.ofOne)
  if (!/^\[?\s{0,4}\/FlateDecode\s{0,4}\]?$/u.test(filter)) return ''
  return (await inflateSome([bytes], { raw: false, most: most.ofOne })).toString('latin1')
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
