import type { Message } from 'grammy/types'
import type { BotState, StoredFile } from './state.js'

/** A file's id for one bot: of no use to another. */
const fileIdFor = (bot: BotState, unique: string): string =>
  Buffer.from(`${bot.user.id}:${unique}`).toString('base64url')

export type FileIdReading = { unique: string } | 'of another bot' | 'nonsense'

export function readFileId(bot: BotState, fileId: string): FileIdReading {
  const [owner, unique] = Buffer.from(fileId, 'base64url').toString().split(':')
  if (!unique || !/^\d+$/.test(owner ?? '')) return 'nonsense'
  return Number(owner) === bot.user.id ? { unique } : 'of another bot'
}

/** The fields a file gives a message; `file_id` is filled in for whoever looks. */
export function fileFields(file: StoredFile, thumbnail: StoredFile | null): Partial<Message> {
  const common = { file_id: '', file_unique_id: file.unique, file_size: file.bytes.length }
  const mime = file.mime === null ? {} : { mime_type: file.mime }
  if (file.kind === 'voice') return { voice: { ...common, ...mime, duration: 3 } }
  if (file.kind === 'document')
    return { document: { ...common, ...mime, ...(file.name === null ? {} : { file_name: file.name }) } }
  const full = { ...common, width: 1280, height: 960 }
  if (!thumbnail) return { photo: [full] }
  const small = { file_id: '', file_unique_id: thumbnail.unique, file_size: thumbnail.bytes.length }
  return { photo: [{ ...small, width: 90, height: 67 }, full] }
}

/** Puts the ids in by which this bot may fetch the files. */
export function withFileIds(message: Message, bot: BotState): Message {
  for (const file of [message.document, message.voice, ...(message.photo ?? [])])
    if (file) file.file_id = fileIdFor(bot, file.file_unique_id)
  return message
}
