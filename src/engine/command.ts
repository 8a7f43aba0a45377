import type { Address, Channel, Choice, FileRef, Message } from '../chat.js'
import type { Branch } from '../domain/branch.js'
import type { Calendar } from '../domain/calendar/calendar.js'
import type { Member } from '../domain/people/member.js'
import type { Owned } from '../domain/record.js'
import type { RecordClass, Right } from '../domain/people/rights.js'
import type { Delivery } from '../store/delivery.js'
import type { Payload, Post } from '../store/entry.js'
import type { Stored } from '../store/files/files.js'
import type { DocumentName, Documents, FindOptions, Where } from '../store/store.js'
import type { Args, Locale, T } from '../words.js'

/** Answers given so far, by question: plain strings, since they are kept in a document between two messages. */
export type Answers = Record<string, string>

/**
 * `again`: words that say what was wrong and how to say it right; the question stays open. `keeps`: answers given before,
 * as they are now: what was said belongs to them.
 */
export type Reading = { value: string } | { again: string; args?: Args; keeps?: Answers }

export interface Option {
  label: string
  value: string
}

export interface Question {
  /** Words of the question; their variables come from `args`. */
  words: string
  args?(ctx: Ctx, given: Answers): Args | Promise<Args>
  /** Turns what was typed or pressed into the answer kept. Bad input is never guessed at. */
  read(ctx: Ctx, text: string, given: Answers): Reading | Promise<Reading>
  /** Offered as buttons where there are few; each value must be readable by `read`. */
  choices?(ctx: Ctx, given: Answers): Option[] | Promise<Option[]>
  /** A number is an answer in itself: without buttons the choices are words to type, for a number before them would mean two things. */
  numeric?: true
  /** «Không» leaves it: it asks whether something is to be done at all. */
  refusable?: true
  /** An answer that needs no asking (the only open topic), or null to ask. */
  given?(ctx: Ctx, given: Answers): string | null | Promise<string | null>
}

/** A file that came with a form: the words typed for it, the answers given so far where its question was open. */
export interface Sent {
  typed: string
  given: Answers
  file: FileRef
  /** Files sent together share it; null where one came alone. */
  album: string | null
}

/** What a file is fetched for: the command line run as its sender when it has come (its key is appended), and its caption. */
export interface Taken {
  purpose: string
  caption: string
}

/** A small form: who may use it, what it asks, what it does. */
export interface Form {
  may: Right
  /** `private`: typed in a group, it is continued in private. `group` and `private` are both right for `anywhere`. */
  where: 'private' | 'anywhere'
  ask: Record<string, Question>
  /** Answers found in one typed line, by question, still unread. Without it the line goes to the first question. */
  inline?(ctx: Ctx, line: string): Answers | Promise<Answers>
  /** What goes to everyone is shown to its sender first: the question before `run`. */
  preview?(ctx: Ctx, answers: Answers): Message | Promise<Message>
  /** Words of the button that says yes to the preview; «Gửi» where it does not say. */
  yes?: string
  /** What is done with a file that comes instead of words. Without it the form takes none. */
  file?(ctx: Ctx, sent: Sent): Taken | Promise<Taken>
  /** Done beside a question that is open, which stays open. */
  beside?: boolean
  /** Whether it knows what to do with words behind its name. Where it does not say: with what its questions can read. */
  reads?(ctx: Ctx, rest: string): boolean | Promise<boolean>
  run(ctx: Ctx, answers: Answers): Promise<void>
}

export interface Command extends Form {
  /** Mark-free, `a-z0-9_`: the slash name everywhere. */
  name: string
  /** Other words for it, folded (no marks, lower case): `gop y`. */
  also: string[]
  sub: Record<string, SubForm>
  /** What a person types after its name is his own text and all for it: a sub-form is meant where nothing but keys follow, or what it `takes`. */
  prose: boolean
}

export interface SubForm extends Form {
  also: string[]
  /** A sub-form that only buttons and replies name is not listed in the help. */
  hidden: boolean
  /** In prose: whether words typed after its name are for it. Where it does not say, none are. */
  takes(rest: string): boolean
}

interface Definition<K extends string> {
  may: Right
  where?: Form['where']
  ask?: Record<K, Question>
  inline?(ctx: Ctx, line: string): Partial<Record<K, string>> | Promise<Partial<Record<K, string>>>
  preview?(ctx: Ctx, answers: Record<K, string>): Message | Promise<Message>
  yes?: string
  file?(ctx: Ctx, sent: Sent): Taken | Promise<Taken>
  beside?: boolean
  reads?(ctx: Ctx, rest: string): boolean | Promise<boolean>
  run(ctx: Ctx, answers: Record<K, string>): Promise<void>
}

const defaults = { where: 'anywhere' as const, ask: {} }

/** A sub-form: `/lichhop tao`. Its words, unless it is hidden: `<command>-<sub>` (menu line) with `.usage`. */
export function form<K extends string = never>(
  definition: Definition<K> & Partial<Pick<SubForm, 'also' | 'hidden' | 'takes'>>,
): SubForm {
  return { ...defaults, also: [], hidden: false, takes: () => false, ...definition } as SubForm
}

/** A slash command. Its words: `<name>` (menu line) with the attribute `.usage` (what to type, with an example). */
export function command<K extends string = never>(
  definition: Definition<K> & { name: string; also?: string[]; sub?: Record<string, SubForm>; prose?: boolean },
): Command {
  return { ...defaults, also: [], sub: {}, prose: false, ...definition } as Command
}

/** The button that leaves a question. Without buttons it is a word: a number may be the very answer. */
export const leaveChoice = (t: T): Choice => ({
  label: t('engine-leave'),
  does: 'huy',
  typed: t('engine-leave-typed'),
})

/** The button that goes one question back. It bears no number either, whatever the question is. */
export const backChoice = (t: T, does: string): Choice => ({
  label: t('engine-back'),
  does,
  typed: t('engine-back-typed'),
})

/**
 * Members, the branch's groups (all, or the one at that address), or the chat in which the actor spoke.
 * A bare address: only in the lane of that very account or group.
 */
export type Recipients = Member | Member[] | Address | 'group' | { chat: Address } | 'here'

/** Who will read: null for the group and for strangers. */
export type Build = (t: T, reader: Member | null) => Message

export interface SayOptions {
  /** What a reply to it means: the beginning of a command line (`gopy cd1`). */
  about?: string
  /** To list and to cancel these rows later. */
  key?: string
  /** Domain ms: afterwards it is not sent. */
  usefulUntil?: number
  /** Domain ms. Quiet hours are added to it for `bulk`. */
  notBefore?: number
  /** `answer` (default for `here`): people wait for it, quiet hours do not hold it. */
  queue?: Delivery['queue']
  /** Which quiet times hold a bulk message; `night` ignores the noon rest. Default `all`. */
  quiet?: 'all' | 'night' | 'none'
  repeat?: Delivery['repeat']
  weight?: number
  /** Row whose text this one replaces (the group's one progress line). */
  replaces?: string
  withoutEdit?: Delivery['withoutEdit']
  silent?: boolean
  /** Confidentiality of the text; `group` is asked of everything said in a group. Default: `group` there, else `branch`. */
  class?: RecordClass
  /** Member ids a `person` text is about. */
  concerns?: string[]
}

/** A document to save: as read (with its version), or new (without). */
export type Draft<D extends Owned> = Omit<D, keyof Owned> & { _id: string } & Partial<Owned>

export interface Expectation {
  /** Words of the form: `gopy them`. */
  form: string
  answers: Answers
  asking: string
  minutes: number
}

/**
 * Everything a decision may use. It reads, and it buffers; nothing it does is true before the commit.
 * Reads see what this decision has saved. `find` leaves out documents marked gone, `get` does not.
 */
export interface Ctx {
  /** Id of the entry being decided. */
  readonly entry: string
  readonly lane: string
  /** When it was said or due (domain ms). Deadlines use this. */
  readonly at: number
  /** Domain ms now: for wording and lateness only. */
  readonly now: number
  /** The branch of this lane. Throws in the lane of an account or group. */
  readonly branch: Branch
  readonly calendar: Calendar
  /** The member who speaks or presses; null for the clock, the command line, strangers. */
  readonly actor: Member | null
  /** Account, chat and message the actor used; null where nobody speaks. */
  readonly source: {
    account: Address
    chat: Address
    group: boolean
    messageId: string | null
    pressed: boolean
  } | null
  /** Words in the actor's language (the branch's where nobody speaks). */
  readonly t: T
  words(locale: Locale): T

  get<C extends DocumentName>(collection: C, id: string): Promise<Documents[C] | null>
  find<C extends DocumentName>(collection: C, where: Where, options?: FindOptions): Promise<Documents[C][]>
  /** The branch's members who have not left, by name. */
  members(): Promise<Member[]>
  /** Delivery rows of a key, as they stand; a hint for lists, never a ground for sending. */
  rows(key: string): Promise<Delivery[]>
  row(id: string): Promise<Delivery | null>
  /** When an account last spoke, where its channel lets us answer only for a while (domain ms); null: never, or not known. A hint, as `rows`. */
  lastHeard(account: Address): Promise<number | null>
  /** The newest message the branch has sent to the actor himself; null where none is kept. */
  lastSaid(): Promise<Delivery | null>

  /** Sets version, lane and entry; a `nextAt` is rounded up to whole seconds. Returns the document as saved. */
  save<C extends DocumentName>(collection: C, doc: Draft<Documents[C]>): Documents[C]
  /** Returns the ids of the rows, in the order of the recipients. */
  say(to: Recipients, build: Build, options?: SayOptions): string[]
  /** From here on `here` is the actor's private chat; the group, if he spoke there, sees one line that says so. */
  aside(): void
  /** `say('here', …)` with words in the actor's language. */
  reply(message: Message, options?: SayOptions): string[]
  /** Rows of `key` said before this decision are not sent any more. */
  cancel(key: string): void
  mark(delivery: string, from: Delivery['state'][], to: Delivery['state']): void
  /** A link that opens the bot with a code; null where no channel has such links. */
  inviteLink(code: string): string | null
  /** Who the bot is on this channel, as people find it there; null where the channel is not in use, or its name not known. */
  selfOn(channel: Channel): string | null
  /** A file goes out on this channel, as itself or by a link. */
  carriesFiles(channel: Channel): boolean
  post(lane: string, payload: Payload, options?: Partial<Pick<Post, '_id' | 'at' | 'retryAt'>>): void
  /** Fetches a file somebody sent; what comes of it is an entry of this lane (`duties/files`). */
  fetch(file: FileRef, taken: Taken): void
  /** Stores bytes: the one write a decision may do. Bytes that no document comes to name are swept. */
  file(bytes: Uint8Array): Promise<Stored>
  /** Runs a command line as the actor: rights and state are looked at anew. */
  perform(line: string): Promise<void>
  /** Words of the form whose question is open to the actor (`gopy them`), or null. */
  asking(): Promise<string | null>
  /** Opens a soft dialogue: what the actor says next in private goes to `form`, any command leaves it. Returns the tag for buttons that answer it: `=<tag>:<value>`. */
  expect(expectation: Expectation): string
  /** Ends the actor's dialogue. `question`: it asked for something; `joining`: it only waited for more of what is kept already. */
  leaveDialogue(): Promise<'question' | 'joining' | null>
  /** A short id that this entry alone can make: `key()` is the same at every repetition of the decision. */
  key(): string
}

/** A duty: what a document does when its `nextAt` has come. It always saves a later `nextAt`, or null. */
export interface Duty<C extends DocumentName = DocumentName> {
  collection: C
  run(ctx: Ctx, doc: Documents[C]): Promise<void>
  /** The `nextAt` under the rules as they are now (holidays or settings changed). */
  nextAt?(ctx: Ctx, doc: Documents[C]): Promise<number | null>
}

/** What is done with a post, an outcome or a line of the command line. */
export type Job<K extends Payload['kind']> = (ctx: Ctx, payload: Extract<Payload, { kind: K }>) => Promise<void>
export type Jobs = { [K in Exclude<Payload['kind'], 'update' | 'clock'>]: Job<K> }
