/** A message of the bot as its reader has it now, edits included. */
export interface Shown {
  id: string
  /** Title and text, in the order in which they are read. */
  text: string
  /** Labels of the choices that can be taken now. */
  labels: string[]
  files: { name: string; size: number }[]
}

/** What a person has said or pressed, as the platform keeps it. */
export interface Done {
  /** The platform brings the very same thing to the product once more, as it does when it has lost our answer. */
  again(): Promise<void>
  /** Other words for it. Rejects where nobody can change what he has said. */
  edit(text: string): Promise<void>
}

interface SentFile {
  name: string
  bytes: Uint8Array
  mime: string
}

/** Somebody with that channel's application in his hand. What it does not let him do rejects. */
export interface Person {
  says(text: string): Promise<Done>
  /** Takes a choice of a message: by its button, or by its number where the channel has no buttons. */
  presses(shown: Shown, label: string): Promise<Done>
  /** The bot's messages to him alone, in the order in which they stand there. */
  sees(): Promise<Shown[]>
  sendsFile(file: SentFile, caption: string): Promise<Done>
  sendsPicture(jpeg: Uint8Array, caption: string): Promise<Done>
  /** In the form in which that application records. */
  sendsVoice(): Promise<Done>
  sendsSticker(): Promise<Done>
}

/** The branch's group on that channel. */
interface Group {
  /** Words among themselves, which name nobody. */
  talks(name: string, text: string): Promise<void>
  /** A command line, said to the bot as people of that channel do. */
  addresses(name: string, line: string): Promise<void>
  /** Words that answer a message of the bot. */
  answers(name: string, shown: Shown, text: string): Promise<void>
  /** The bot's messages there. */
  sees(): Promise<Shown[]>
}

/** A way in which somebody is out of the bot's reach, and the reason the secretary reads for it. Three at most. */
interface Refusal {
  how: string
  reason: RegExp
  happens: (name: string) => Promise<void>
  /** What brings him back; null where nothing does. */
  ends: ((name: string) => Promise<void>) | null
}

type Outgoing = 'file' | 'link' | 'name'

/** What a channel can do, told before it is tried; where it cannot, the suite looks at what is done instead. */
export interface Abilities {
  /** The bot can change what it has sent; elsewhere what changed is said anew or left. */
  edit: boolean
  /** What the reader has of what the bot sends: itself, a link to it, or its name where there is neither. */
  filesOut: Outgoing
  picturesOut: Outgoing
  recordingsOut: Outgoing
  /** A person's document: it comes, the platform says only that there is something, or there is no way to send one. */
  documentsIn: 'file' | 'unshown' | 'none'
  /** Pictures and recordings. */
  mediaIn: 'file' | 'none'
  stickersIn: 'shown' | 'none'
  /** People can change what they have said; elsewhere a command does. */
  corrections: boolean
  /** The platform may bring the bot's own messages; elsewhere nobody can speak as the bot. */
  echo: boolean
  /** An answer to the bot's message in the group names that message, or only reaches the bot. */
  groupAnswers: 'named' | 'unnamed'
  /** The bot may write only so long after a person has spoken. */
  window: boolean
  /** The longest text a person can send at once, in UTF-16 units. */
  longestSaying: number
}

/** One channel with the built product behind it. */
export interface Driver {
  /** The time members live in. */
  now(): Promise<number>
  /** `m01` … are the members of the demo branch, `m09` not connected; `m10` has a second account, `m10 again`, where there are refusals. Any other name is a stranger. */
  person(name: string): Person
  group: Group
  /** Empty where nobody can be out of reach. */
  refusals: Refusal[]
  /** The bytes behind a link, as its reader's browser gets them. Called only where something goes by a link. */
  opens(link: string): Promise<Uint8Array>
  /** The platform brings the bot's newest message to him to the product; rejects where there are no echoes. */
  echo(to: string): Promise<void>
  /** Things the platform brings that mean nothing to the product, by name. */
  oddities: Record<string, () => Promise<void>>
  /** Everything the product wrote to its log. */
  log(): string
  stop(): Promise<void>
}
