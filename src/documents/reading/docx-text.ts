import type { ByteSource } from './byte-source.js'
import { entryPieces, zipEntries } from './zip-entries.js'

/** Headers and footers come first: a stamp stands there, and the text may be cut. */
const parts = [
  { name: /^word\/(?:header|footer)[^/]*\.xml$/u, files: 12, most: 300_000 },
  { name: /^word\/document[^/]*\.xml$/u, files: 1, most: 4_000_000 },
]

/** The words of a Word document, paragraph by paragraph, as far as `most` characters; null for any other archive. */
export async function docxText(source: ByteSource, most: number): Promise<string | null> {
  const entries = await zipEntries(source)
  const wanted = parts.flatMap(({ name, files, most: bytes }) =>
    entries
      .filter((entry) => name.test(entry.name))
      .slice(0, files)
      .map((entry) => ({ entry, bytes })),
  )
  if (wanted.length === 0) return null
  let text = ''
  for (const { entry, bytes } of wanted) {
    if (text.length >= most) break
    text += `${await xmlText(entryPieces(source, entry, bytes), most - text.length)}\n`
  }
  return text.slice(0, most)
}

/** Text of runs, shapes and text boxes, whatever prefix their names have. Field codes and deleted text are no text. */
const token =
  /<(?:[\w-]{1,20}:)?(t)(?: [^<>]*)?>([^<]*)|<(?:[\w-]{1,20}:)?(tab|br|cr)(?: [^<>]*)?\/>|<\/(?:[\w-]{1,20}:)?(p)>/gu

/** No text of a run is longer than what may be kept of all of them. */
const longestRun = 100_000

async function xmlText(pieces: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let text = ''
  /** What may go on in the next piece. */
  let rest = ''
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    const xml = rest + decoder.decode(piece, { stream: true })
    const begun = xml.lastIndexOf('<')
    const cut = begun <= 0 && xml.length > longestRun ? xml.length : Math.max(0, begun)
    text += runsIn(xml.slice(0, cut))
    if (text.length >= most) return text
    rest = xml.slice(cut)
  }
  return text + runsIn(rest)
}

function runsIn(xml: string): string {
  const text: string[] = []
  for (const [, run, words = '', gap, paragraph] of xml.matchAll(token))
    text.push(run ? plain(words) : paragraph || gap !== 'tab' ? '\n' : '\t')
  return text.join('')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (words: string): string =>
  words.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()]!
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
