/** The port between the product and the chats people use. Platforms know this file, `errors` and `log`, nothing else of the house. */

export type Channel = 'web' | 'telegram' | 'zalo-bot' | 'zalo-oa'

/** A private chat (the id of an account) or a group on one channel. */
export interface Address {
  channel: Channel
  id: string
}

/** `web:m01`: the form in which an address is an index key, a document id, or part of a lane's name. */
export const addressKey = (address: Address): string => `${address.channel}:${address.id}`

interface Said {
  /** Unique for ever and the same at every repetition; the id of the journal entry. */
  id: string
  /** When it was said (ms, whole seconds), never the future. */
  at: number
  /** The account that spoke or pressed. */
  from: Address
  /** The name the platform shows for that account. Decoration: no right ever follows from it. */
  name: string
  chat: Address
  group: boolean
}

/** Something a person did in a chat, in neutral words. */
export type Update = Said &
  (
    | { kind: 'text'; text: string; messageId: string; replyTo?: string; mention?: boolean }
    /** `data` is the pressed choice's, `messageId` the message that bore it. */
    | { kind: 'choice'; data: string; messageId: string }
  )

/** `does` is a command line, run as if the presser had typed it (64 bytes at most: Telegram's limit). */
export interface Choice {
  label: string
  does: string
}

/** What the product says, before any platform has rendered it. `title` is shown with emphasis where a platform can. */
export interface Message {
  title?: string
  text: string
  choices?: Choice[]
}

/** One call to the platform. */
export interface Part {
  title?: string
  text: string
  choices?: Choice[]
}

/** The platform's own id of a message it has accepted. */
export interface Sent {
  messageId: string
}

export interface Platform {
  readonly name: Channel
  readonly can: {
    /** Longest text of one part, in the platform's own unit. */
    textLimit: number
    buttons: boolean
    files: boolean
    edit: boolean
    groups: boolean
    /** True where the same id sent twice is shown once. */
    repeat: boolean
  }
  /** Says who the bot is on this channel; a wrong token is refused with what to do. */
  start(): Promise<{ id: string; name: string }>
  /** Runs until `signal` aborts. Acknowledges to the platform only what `receive` has made durable. */
  listen(receive: (update: Update) => Promise<void>, signal: AbortSignal): Promise<void>
  /** Pure: the calls that render `message`, in order; choices are numbered from `firstNumber` where there are no buttons. */
  parts(message: Message, firstNumber: number): Part[]
  /** One call. Throws RetryLater, Undeliverable, Moved or OutcomeUnknown; anything else counts as unknown. */
  send(id: string, part: Part, to: Address, signal: AbortSignal, replaces?: Sent): Promise<Sent>
}
