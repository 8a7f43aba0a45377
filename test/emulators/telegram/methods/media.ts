import type { Message, MessageEntity } from 'grammy/types'
import { roomOf } from './access.js'
import { refusals } from '../http/api-error.js'
import { fileFields, readFileId } from '../world/file-shapes.js'
import { admit } from './method-call.js'
import type { Method, MethodCall } from './method-call.js'
import { asCaption, draftOf, wording, wordsOf } from './outgoing.js'
import { addPost, render } from '../world/posting.js'
import type { StoredFile } from '../world/state.js'

const megabyte = 1024 * 1024
const limits = { document: 50 * megabyte, voice: 50 * megabyte, photo: 10 * megabyte }

const capital = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** The file a parameter names: sent along, or known by its id. Nothing is kept before the limits are passed. */
function fileOf(call: MethodCall, kind: StoredFile['kind'], name: string, value: string): () => StoredFile {
  const { world, bot, params } = call
  const upload = params.upload(name, value)
  if (upload) {
    const { bytes, mime } = upload
    if (bytes.length === 0) throw refusals.badRequest('file must be non-empty')
    if (bytes.length > limits[kind])
      throw kind === 'photo' ? refusals.badRequest('PHOTO_SAVE_FILE_INVALID') : refusals.tooLargeToUpload()
    return () => world.keep({ kind, bytes, mime, name: upload.name || null })
  }
  if (value === '') throw refusals.badRequest(`there is no ${kind} in the request`)
  if (/^https?:/.test(value)) throw refusals.badRequest('failed to get HTTP URL content')
  const reading = readFileId(bot, value)
  const file = typeof reading === 'object' ? world.files.get(reading.unique) : undefined
  if (!file) throw refusals.badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw refusals.badRequest(`can't use file of type ${capital(file.kind)} as ${capital(kind)}`)
  return () => file
}

const sender =
  (kind: StoredFile['kind']): Method =>
  (call) => {
    const room = roomOf(call, 'write')
    const draft = draftOf(call, `send${capital(kind)}`, room)
    const caption = wordsOf(call, asCaption)
    const keep = fileOf(call, kind, kind, call.params.has(kind) ? call.params.text(kind) : '')
    admit(call, room)
    const file = keep()
    const fields = { ...draft.fields, ...fileFields(file, null), ...caption }
    return render(addPost(call.world, room, { ...draft, fields, files: [file] }), call.bot)
  }

export const sendDocument = sender('document')
export const sendPhoto = sender('photo')
export const sendVoice = sender('voice')

interface AlbumItem {
  type: string
  media: string
  caption?: string
  caption_entities?: MessageEntity[]
}

export const sendMediaGroup: Method = (call) => {
  const { params, world, bot } = call
  const room = roomOf(call, 'write')
  const items = (params.json('media') ?? []) as AlbumItem[]
  if (items.length < 2 || items.length > 10) throw refusals.badRequest('there must be 2-10 items in the album')
  const types = new Set(items.map(({ type }) => type))
  if (types.has('document') && types.size > 1)
    throw refusals.badRequest("document can't be mixed with other media types")
  const draft = draftOf(call, 'sendMediaGroup', room)
  const parts = items.map(({ type, media, caption = '', caption_entities = [] }) => {
    if (type !== 'document' && type !== 'photo') throw refusals.badRequest(`type "${type}" is not emulated in albums`)
    return { keep: fileOf(call, type, '', media), words: wording(asCaption, caption, caption_entities) }
  })
  admit(call, room, items.length)
  const media_group_id = `1${String(world.serial()).padStart(16, '0')}`
  return parts.map(({ keep, words }): Message => {
    const file = keep()
    const fields = { ...draft.fields, ...fileFields(file, null), ...words, media_group_id }
    return render(addPost(world, room, { ...draft, fields, files: [file] }), bot)
  })
}

const downloadLimit = 20 * megabyte
const pathLife = 3_600_000

export const getFile: Method = ({ world, bot, params }) => {
  const id = params.text('file_id')
  if (id === '') throw refusals.badRequest('file_id not specified')
  const reading = readFileId(bot, id)
  if (reading === 'nonsense') throw refusals.badRequest('invalid file_id')
  const file = typeof reading === 'object' ? world.files.get(reading.unique) : undefined
  if (!file) throw refusals.wrongFile()
  if (file.bytes.length > downloadLimit) throw refusals.fileTooBig()
  const path = `${file.kind}s/file_${world.serial()}`
  bot.paths.set(path, { file, until: world.now() + pathLife })
  return { file_id: id, file_unique_id: file.unique, file_size: file.bytes.length, file_path: path }
}
