import type { FileRef } from '../chat.js'
import { HEAD, kindOf, type FileKind } from '../domain/files/file-kind.js'
import { documentText } from './document-text.js'
import type { ByteSource } from './reading/byte-source.js'
import { zipEntries } from './reading/zip-entries.js'

/** What a file is, and the words of its first pages; null where nothing can be read in it. */
export interface Examined {
  kind: FileKind
  text: string | null
}

/** Looks into a file somebody sent. Null where it is no kind we take, or not what it is called. */
export async function examineFile(
  source: ByteSource,
  ref: Pick<FileRef, 'name' | 'mime' | 'kind'>,
): Promise<Examined | null> {
  const kind = kindOf(await source.read(0, HEAD), ref)
  if (kind === null) return null
  switch (kind.endings[0]) {
    case 'docx':
      return (await isWord(source)) ? { kind, text: await documentText(source) } : null
    case 'pdf':
      return { kind, text: await documentText(source) }
    case 'txt': {
      // What begins like nothing we know is a text only where it reads like one.
      const text = await documentText(source)
      return text === null ? null : { kind, text }
    }
    default:
      return { kind, text: null }
  }
}

/** A Word document without programs in it; any other archive is none of ours. */
async function isWord(source: ByteSource): Promise<boolean> {
  const names = (await zipEntries(source)).map(({ name }) => name)
  return (
    names.some((name) => /^word\/document[^/]*\.xml$/u.test(name)) &&
    !names.some((name) => /vbaProject\.bin$/iu.test(name))
  )
}
