import { InputFile } from 'grammy'
import type { Attachment, Part, Sent } from '../../chat.js'
import { OutcomeUnknown, StoreUnavailable, Undeliverable } from '../../errors.js'
import type { Call } from './call.js'
import { isFileUnknown, isThreadGone, isUnchanged } from './classify.js'
import { keyboardOf, wordsOf } from './render.js'
import type { Threads } from './threads.js'

/** What a bot may upload. Files Telegram has already go by their id, whatever their size. */
const largestUpload = 50 * 1024 * 1024
/** Ids of uploads kept at hand, so that a file for many goes up once. */
const MANY_UPLOADS = 200

const noPreview = { is_disabled: true }

/** One call, or two where the first was refused for a reason that concerns only its form. Throws what grammY throws. */
export function createSender({
  call,
  read,
  threads,
}: {
  call: Call
  read: (sha256: string) => AsyncIterable<Uint8Array>
  threads: Threads
}) {
  const uploads = new Map<string, string>()

  async function send(part: Part, chat: string, signal: AbortSignal): Promise<Sent> {
    const thread = threads.of(chat)
    try {
      return await post(part, { chat_id: chatId(chat), ...(thread !== null && { message_thread_id: thread }) }, signal)
    } catch (error) {
      if (thread === null || !isThreadGone(error)) throw error
      threads.forget(chat)
      return post(part, { chat_id: chatId(chat) }, signal)
    }
  }

  async function post(part: Part, to: To, signal: AbortSignal): Promise<Sent> {
    if (part.attachment) return postFile(part, part.attachment, to, signal)
    const { text, entities } = wordsOf(part)
    const sent = await call(
      'sendMessage',
      { ...to, text, entities, link_preview_options: noPreview, ...buttons(part) },
      signal,
    )
    return idOf(sent)
  }

  async function postFile(part: Part, file: Attachment, to: To, signal: AbortSignal): Promise<Sent> {
    const key = `${file.sha256} ${file.name}`
    const known = file.known?.channel === 'telegram' ? file.known : null
    const id = known?.id ?? uploads.get(key)
    if (id !== undefined) {
      try {
        return idOf(
          await postKnown(known?.kind ?? 'document', id, { ...to, ...captionOf(part), ...buttons(part) }, signal),
        )
      } catch (error) {
        if (!isFileUnknown(error)) throw error
        uploads.delete(key)
      }
    }
    if (file.size > largestUpload) throw new Undeliverable('too-long')
    const upload = new InputFile(bytesOf(read, file.sha256), headerName(file.name))
    const rest = { ...to, ...captionOf(part), ...buttons(part) }
    // A picture of our own is shown; one that somebody sent as a document stays one.
    if (isOwnPicture(file)) return idOf(await call('sendPhoto', { ...rest, photo: upload }, signal))
    const sent = await call('sendDocument', { ...rest, document: upload }, signal)
    if (sent.document) keep(key, sent.document.file_id)
    return idOf(sent)
  }

  function postKnown(kind: 'document' | 'photo' | 'voice', id: string, rest: To, signal: AbortSignal) {
    if (kind === 'photo') return call('sendPhoto', { ...rest, photo: id }, signal)
    if (kind === 'voice') return call('sendVoice', { ...rest, voice: id }, signal)
    return call('sendDocument', { ...rest, document: id }, signal)
  }

  function keep(key: string, id: string): void {
    uploads.set(key, id)
    if (uploads.size > MANY_UPLOADS) uploads.delete(uploads.keys().next().value!)
  }

  /** The file of a message stays; its words and buttons are changed. */
  async function edit(part: Part, chat: string, replaces: Sent, signal: AbortSignal): Promise<Sent> {
    const target = { chat_id: chatId(chat), message_id: Number(replaces.messageId), ...buttons(part) }
    try {
      if (part.attachment) await call('editMessageCaption', { ...target, ...captionOf(part) }, signal)
      else await call('editMessageText', { ...target, ...wordsOf(part), link_preview_options: noPreview }, signal)
    } catch (error) {
      if (!isUnchanged(error)) throw error
    }
    return replaces
  }

  return { send, edit }
}

interface To {
  chat_id: number
  message_thread_id?: number
}

const isOwnPicture = ({ known, mime }: Attachment): boolean => known === null && mime.startsWith('image/')

/** Anything but a number would be taken for the name of some public chat. */
function chatId(id: string): number {
  if (!/^-?\d{1,16}$/u.test(id)) throw new Undeliverable('gone')
  return Number(id)
}

const buttons = ({ choices, simple }: Part) => (choices?.length ? { reply_markup: keyboardOf(choices, simple) } : {})

function captionOf(part: Part) {
  const { text, entities } = wordsOf(part)
  return { caption: text, caption_entities: entities }
}

/** An answer that names no message is no answer. */
function idOf(sent: { message_id?: number } | undefined): Sent {
  if (typeof sent?.message_id !== 'number') throw new OutcomeUnknown()
  return { messageId: String(sent.message_id) }
}

/** A file we cannot read never arrives; that must not look like a lost answer. */
async function* bytesOf(
  read: (sha256: string) => AsyncIterable<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* read(sha256)
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : new Undeliverable('refused')
  }
}

/** grammY writes the name into the header as it is. */
const headerName = (name: string): string => `"${name.replace(/[\p{Cc}"\\/]/gu, '_')}"`
