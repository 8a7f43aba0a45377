import {
  addressKey,
  type Address,
  type Attachment,
  type Choice,
  type Message,
  type Part,
  type Platform,
  type Sent,
  type Update,
} from '../chat.js'
import { RetryLater, StoreUnavailable, Undeliverable } from '../errors.js'
import type { Log } from '../log.js'
import { splitText } from './split-text.js'

/** What the page shows of one message. */
interface WallText {
  title: string | null
  text: string
  choices: Choice[]
}

/** A file as the page offers it. */
type WallFile = Pick<Attachment, 'name' | 'mime' | 'size' | 'sha256'>

export interface WallMessage extends WallText {
  attachment: WallFile | null
  id: string
  /** Address key of the chat. */
  chat: string
  /** `bot`, or the account key of whoever spoke. */
  author: string
  name: string
  replyTo: string | null
  /** From `place()`: what drew its place first stands first. */
  place: number
}

/** Where the messages of the page stand; for this channel, storing one is sending it. */
export interface Wall {
  place(): number
  /** Durable when it resolves; an id that is there already is left alone. */
  put(message: WallMessage): Promise<void>
  /** False when there is no such message. The same edit twice is one. */
  edit(id: string, to: WallText): Promise<boolean>
}

/** What a person did on the page. `id` is the page's own uuid, the same at every repetition. */
export type Heard = {
  id: string
  as: Address
  name: string
  chat: Address
  group: boolean
  /** Domain ms. */
  at: number
} & ({ kind: 'text'; text: string; replyTo?: string } | { kind: 'choice'; data: string; messageId: string })

export type WebChat = Platform & {
  /** Resolves when what was heard is durable and shown. RetryLater while nobody listens yet. */
  hear(heard: Heard): Promise<void>
}

const textLimit = 4000
const length = (text: string): number => text.length

/** The local page as a channel like any other. */
export function createWebChat({ wall, log }: { wall: Wall; log: Log }): WebChat {
  let receive: ((update: Update) => Promise<void>) | null = null

  return {
    name: 'web',
    can: { textLimit, buttons: true, files: true, edit: true, groups: true, repeat: true },
    start: () => Promise.resolve({ id: 'web', name: 'Chi Bộ Bot' }),
    listen(to, signal) {
      receive = to
      log.info('the web chat listens')
      return new Promise((resolve) => {
        const stop = (): void => {
          receive = null
          resolve()
        }
        if (signal.aborted) stop()
        else signal.addEventListener('abort', stop, { once: true })
      })
    },
    parts,
    async send(id, part, to, _signal, replaces) {
      try {
        return await (replaces ? edit(wall, part, replaces) : put(wall, id, part, to))
      } catch (error) {
        // An id is shown once and an edit made twice is one edit, so trying again is always right here.
        if (error instanceof StoreUnavailable) throw new RetryLater(1000, true)
        throw error
      }
    },
    // No file can be sent on the page, so there is none to open.
    open() {
      throw new Undeliverable('gone')
    },
    async hear(heard) {
      if (!receive) throw new RetryLater(1000)
      // Drawn before the product hears of it: the answer must not come to stand above the question.
      const place = wall.place()
      await receive(updateOf(heard))
      if (heard.kind === 'text') await wall.put(ownMessage(heard, place))
    },
  }
}

function parts(message: Message): Part[] {
  const texts = splitText(message.text, textLimit, length)
  return texts.map((text, index) => ({
    ...(index === 0 && message.title !== undefined && { title: message.title }),
    text,
    ...(index === texts.length - 1 && message.choices && { choices: message.choices }),
    ...(index === texts.length - 1 && message.attachment && { attachment: message.attachment }),
  }))
}

async function put(wall: Wall, id: string, part: Part, to: Address): Promise<Sent> {
  const place = wall.place()
  const attachment = part.attachment ? wallFile(part.attachment) : null
  const rest = { author: 'bot', name: '', replyTo: null, place, attachment }
  await wall.put({ id, chat: addressKey(to), ...rest, ...wallText(part) })
  return { messageId: id }
}

async function edit(wall: Wall, part: Part, replaces: Sent): Promise<Sent> {
  if (!(await wall.edit(replaces.messageId, wallText(part)))) throw new Undeliverable('refused')
  return replaces
}

const wallText = (part: Part): WallText => ({
  title: part.title ?? null,
  text: part.text,
  choices: part.choices ?? [],
})

const wallFile = ({ name, mime, size, sha256 }: Attachment): WallFile => ({ name, mime, size, sha256 })

function updateOf(heard: Heard): Update {
  const { as: from, name, chat, group } = heard
  const said = { id: `web:${heard.id}`, at: Math.floor(heard.at / 1000) * 1000, from, name, chat, group }
  if (heard.kind === 'choice') return { ...said, kind: 'choice', data: heard.data, messageId: heard.messageId }
  const { text, replyTo } = heard
  return { ...said, kind: 'text', text, messageId: `in:${heard.id}`, ...(replyTo !== undefined && { replyTo }) }
}

const ownMessage = (heard: Heard & { kind: 'text' }, place: number): WallMessage => ({
  id: `in:${heard.id}`,
  chat: addressKey(heard.chat),
  author: addressKey(heard.as),
  name: heard.name,
  title: null,
  text: heard.text,
  choices: [],
  attachment: null,
  replyTo: heard.replyTo ?? null,
  place,
})
