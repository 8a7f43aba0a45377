import type { FileRef } from '../../chat.js'

/** A kind of file we take: what its first bytes say, and how honest senders call it. */
export interface FileKind {
  mime: string
  /** The first is the one we give. */
  endings: readonly string[]
  /** Other names of it that platforms and devices use. */
  mimes: readonly string[]
  /** What it may come as. */
  as: readonly FileRef['kind'][]
  begins: (head: Uint8Array) => boolean
}

const at = (head: Uint8Array, from: number, signature: string): boolean =>
  Buffer.from(head.subarray(from, from + signature.length)).toString('latin1') === signature
const brand = (head: Uint8Array, brands: readonly string[]): boolean =>
  at(head, 4, 'ftyp') && brands.some((one) => at(head, 8, one))

const asDocument: readonly FileRef['kind'][] = ['document']
const asPicture: readonly FileRef['kind'][] = ['photo', 'document']
const asSound: readonly FileRef['kind'][] = ['voice', 'document']

/** In the order in which they are tried: what begins like nothing may be a text. */
const fileKinds: readonly FileKind[] = [
  {
    mime: 'application/pdf',
    endings: ['pdf'],
    mimes: ['application/x-pdf'],
    as: asDocument,
    begins: (head) => at(head, 0, '%PDF-'),
  },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    mimes: ['application/zip', 'application/x-zip-compressed', 'application/msword'],
    as: asDocument,
    begins: (head) => at(head, 0, 'PK\x03\x04'),
  },
  {
    mime: 'image/jpeg',
    endings: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mimes: ['image/jpg', 'image/pjpeg'],
    as: asPicture,
    begins: (head) => at(head, 0, '\xff\xd8\xff'),
  },
  {
    mime: 'image/png',
    endings: ['png'],
    mimes: ['image/x-png'],
    as: asPicture,
    begins: (head) => at(head, 0, '\x89PNG\r\n\x1a\n'),
  },
  {
    mime: 'image/webp',
    endings: ['webp'],
    mimes: [],
    as: asPicture,
    begins: (head) => at(head, 0, 'RIFF') && at(head, 8, 'WEBP'),
  },
  {
    mime: 'image/heic',
    endings: ['heic', 'heif'],
    mimes: ['image/heif'],
    as: asPicture,
    begins: (head) => brand(head, ['heic', 'heix', 'heim', 'heis', 'mif1', 'hevc']),
  },
  {
    mime: 'audio/ogg',
    endings: ['ogg', 'oga', 'opus'],
    mimes: ['audio/opus', 'application/ogg', 'audio/x-opus+ogg'],
    as: asSound,
    begins: (head) => at(head, 0, 'OggS'),
  },
  {
    mime: 'audio/mpeg',
    endings: ['mp3'],
    mimes: ['audio/mp3', 'audio/x-mpeg', 'audio/mpeg3'],
    as: asSound,
    begins: (head) => at(head, 0, 'ID3') || (head[0] === 0xff && (head[1]! & 0xe6) === 0xe2),
  },
  {
    mime: 'audio/aac',
    endings: ['aac'],
    mimes: ['audio/aacp', 'audio/x-aac', 'audio/x-hx-aac-adts'],
    as: asSound,
    begins: (head) => head[0] === 0xff && (head[1]! & 0xf6) === 0xf0,
  },
  {
    mime: 'audio/mp4',
    endings: ['m4a'],
    mimes: ['audio/m4a', 'audio/x-m4a', 'audio/aac'],
    as: asSound,
    begins: (head) => brand(head, ['M4A ', 'M4B ', 'mp42', 'mp41', 'isom', 'iso2']),
  },
  { mime: 'text/plain', endings: ['txt'], mimes: [], as: asDocument, begins: () => true },
]

/** Says nothing about what it is. */
const anything = ['application/octet-stream', 'binary/octet-stream', 'application/x-download']

/** How many first bytes tell a kind. */
export const HEAD = 16

/**
 * The kind of a file by its first bytes, where its name and what its sender calls it say the same; null for everything we
 * do not take. What begins like a text or an archive has to be looked at further.
 */
export function kindOf(head: Uint8Array, ref: Pick<FileRef, 'name' | 'mime' | 'kind'>): FileKind | null {
  const kind = fileKinds.find(({ begins }) => begins(head))!
  return kind.as.includes(ref.kind) && isCalled(kind, ref) ? kind : null
}

/** Whether anything we take goes by such a name: what does not need not be fetched. */
export const mayBeTaken = (ref: Pick<FileRef, 'name' | 'mime' | 'kind'>): boolean =>
  fileKinds.some((kind) => kind.as.includes(ref.kind) && isCalled(kind, ref))

function isCalled({ mime, mimes, endings }: FileKind, ref: Pick<FileRef, 'name' | 'mime'>): boolean {
  const called = ref.mime?.split(';')[0]!.trim().toLowerCase() ?? ''
  const byMime = called === mime || mimes.includes(called)
  if (!byMime && called !== '' && !anything.includes(called)) return false
  const ending = endingOf(ref.name)
  return ending === null ? byMime : endings.includes(ending)
}

/** What follows the last dot of a name. */
function endingOf(name: string | null): string | null {
  const [, ending] = /\.([\p{L}\p{N}]{1,10})\s*$/u.exec(name ?? '') ?? []
  return ending?.toLowerCase() ?? null
}
