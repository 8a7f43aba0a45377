import type { ByteSource } from './byte-source.js'
import { entryBytes, zipEntries } from './zip-entries.js'

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
    text += `${xmlText(decoded(await entryBytes(source, entry, bytes)), most - text.length)}\n`
  }
  return text.slice(0, most)
}

const decoded = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

/** Text of runs, shapes and text boxes, whatever prefix their names have. Field codes and deleted text are no text. */
const token =
  /<(?:[\w-]{1,20}:)?(t)(?: [^<>]*)?>([^<]*)|<(?:[\w-]{1,20}:)?(tab|br|cr)(?: [^<>]*)?\/>|<\/(?:[\w-]{1,20}:)?(p)>/gu

function xmlText(xml: string, most: number): string {
  const text: string[] = []
  let length = 0
  for (const [, run, words = '', gap, paragraph] of xml.matchAll(token)) {
    const next = run ? plain(words) : paragraph || gap !== 'tab' ? '\n' : '\t'
    text.push(next)
    length += next.length
    if (length >= most) break
  }
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
