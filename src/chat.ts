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
  /** Spoke as the group itself: who it was is hidden, so nothing can be allowed to him. */
  hidden?: boolean
  /** Language of the device, where the platform tells: a first guess for whoever has not chosen one. */
  lang?: string
}

/** A file somebody sent, as the platform names it; its bytes come from `Platform.open`. */
export interface FileRef {
  channel: Channel
  /** The platform's own id of the bytes, good for opening and for sending on. */
  id: string
  kind: 'document' | 'photo' | 'voice'
  /** As the sender's device named it; null where the platform knows none. */
  name: string | null
  mime: string | null
  /** Bytes, as the platform says; null where it does not. */
  size: number | null
}

/** What every message that bears words has in common. */
interface Written {
  text: string
  messageId: string
  replyTo?: string
  /** The bot is named in it, in a group. */
  mention?: boolean
  /** The words of an earlier message, changed: `messageId` is that message's. */
  edited?: boolean
  /** Somebody else's words, passed on: never a command. */
  forwarded?: boolean
}

/** Something a person did in a chat, in neutral words. */
export type Update = Said &
  /** `unshown`: the platform says only that something was sent, and hands nothing over. */
  (
    | ({ kind: 'text'; unshown?: boolean } & Written)
    /** `text` is the caption. Files sent together share `album` and come one by one. */
    | ({ kind: 'file'; file: FileRef; album?: string } & Written)
    /** `data` is the pressed choice's, `messageId` the message that bore it. */
    | { kind: 'choice'; data: string; messageId: string }
    /** The bot's own standing in that chat: in a private one `out` is blocked and `in` reachable again. `back`: he speaks after a silence in which the platform may have refused what was said to him. */
    | { kind: 'standing'; standing: 'in' | 'admin' | 'out' | 'back' }
    /** The chat lives under another id now. */
    | { kind: 'moved'; to: string }
  )

/** The message an update answers: what was replied to, or what bore the button. */
export const answered = (update: Update): string | undefined =>
  update.kind === 'choice' ? update.messageId : 'replyTo' in update ? update.replyTo : undefined

/** `does` is a command line, run as if the presser had typed it (64 bytes at most: Telegram's limit). */
export interface Choice {
  label: string
  does: string
  /** The line that says what is typed instead, where there are no buttons: such a choice takes no number there. No platform sees it. */
  typed?: string
}

/** A file the product sends. */
export interface Attachment {
  name: string
  mime: string
  /** Bytes it has. */
  size: number
  /** Where it came from on some channel: sent on by that id where the reader is on the same one. */
  known: FileRef | null
  /** The bytes as they lie in the store; read by `Files.open`. */
  sha256: string
  /** Where this one reader reads it, signed and for a time; null where the service has no address. */
  link: string | null
}

/** What the product says, before any platform has rendered it. `title` is shown with emphasis where a platform can. */
export interface Message {
  title?: string
  text: string
  choices?: Choice[]
  /** Goes with the text, as a caption where that is short enough, else before it. */
  attachment?: Attachment
  /** The reader wants few, large buttons, and to answer by numbers. */
  simple?: true
  /** The line above numbered choices that says how one is taken; for channels without buttons. */
  byNumber?: string
  /** A line with the link at which a long text can be read whole; for channels that would have to split it. */
  whole?: string
}

/** One call to the platform. */
export interface Part {
  title?: string
  text: string
  choices?: Choice[]
  attachment?: Attachment
  /** Each button by itself, as large as can be. */
  simple?: true
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
  /** The bytes of a file somebody sent. Throws Undeliverable when the platform no longer has it, RetryLater otherwise. */
  open(file: FileRef, signal: AbortSignal): AsyncIterable<Uint8Array>
}
