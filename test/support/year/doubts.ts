import { addressKey, type Channel, type Message } from '../../../src/chat.js'
import { localDate } from '../../../src/domain/calendar/local-time.js'
import { shortName, sortNameOf } from '../../../src/domain/people/names.js'
import { wordsOf } from '../../../src/platforms/telegram/render.js'
import { numberedText } from '../../../src/platforms/zalo/numbered-text.js'
import { finalStates, type Delivery } from '../../../src/store/delivery.js'
import type { Store } from '../../../src/store/store.js'
import { demoFile } from '../demo-file.js'
import type { YearChats } from './devices-people.js'

const DOUBT = /^Chưa rõ đã đến hay chưa: .*$/gmu
const MOST = 10_000
/** Choices where there are no buttons: they count on from message to message, and look otherwise elsewhere. */
const NUMBERS = /\n\n(?:[^\n]+:\n)?\d+\. [^\n]+(?:\n\d+\. [^\n]+)*/gu

/** A message that was on its way when the service was killed: the product does not know whether it arrived. */
export interface Doubt {
  chat: string
  /** How often the platform accepted it. */
  accepted: number
  /** The line that has to tell of it; null: it is a card itself, of which no other card tells. */
  line: string | null
}

/** What the ledger says at the end of all kills. */
export interface Judgement {
  doubts: Doubt[]
  /** Lines of all cards that tell of something in doubt. */
  onCards: string[]
  /** Accepted, but no row of the product has its number and none is in doubt about it: sent twice. */
  extra: string[]
  /** The same words to one member or group on one day, whatever the channel. */
  repeated: string[]
}

/**
 * What somebody in charge does about the card of what is in doubt: he phones. Who has the message is left alone; who has
 * not is told on the telephone, which counts as seen. Nothing is sent again, so whatever comes twice came from the product.
 */
export function createDoubts({ store, chats, now }: { store: Store; chats: YearChats; now: () => number }) {
  const known = new Map<string, Doubt>()
  /** Posts that no row knows and that are taken for one in doubt. */
  const explained = new Set<string>()
  const everyChat = chats.readers.map(({ chat }) => chat)

  /** What a platform accepted and no row has the number of. */
  async function unnumbered(): Promise<{ key: string; chat: string; text: string }[]> {
    const rows = await store.find('deliveries', { state: { in: [...finalStates] } }, { limit: MOST })
    const numbered = new Set(
      rows.flatMap(({ addresses, turn, sentIds }) => sentIds.map((id) => `${addressKey(addresses[turn]!)} ${id}`)),
    )
    return everyChat
      .flatMap((chat) =>
        chats.accepted(chat).map(({ address, id, text }) => ({ key: `${addressKey(address)} ${id}`, chat, text })),
      )
      .filter(({ key }) => !numbered.has(key) && !explained.has(key))
  }

  async function ask(): Promise<void> {
    const rows = await store.find('deliveries', { state: 'unknown' }, { limit: MOST })
    const posts = await unnumbered()
    for (const row of rows.filter(({ _id, replaces }) => !known.has(_id) && replaces === null)) {
      const { title, text, choices = [] } = row.message!
      const address = row.addresses[row.turn]!
      const words = textsOf(address.channel, row.message!, row.firstNumber)
      const arrived = posts.filter(
        ({ key, text: said }) => key.startsWith(`${addressKey(address)} `) && words.includes(said),
      )
      for (const { key } of arrived) explained.add(key)
      const chat = chats.chatOf(address)
      const what = title ?? text.split('\n')[0]!.slice(0, 60)
      const line = `Chưa rõ đã đến hay chưa: ${nameOf(chat)} – «${what}». Hệ thống không tự gửi lại.`
      known.set(row._id, { chat, accepted: arrived.length, line: row.silent ? null : line })
      if (arrived.length > 0) continue
      const at = now()
      chats.tell(chat, {
        id: row._id,
        author: 'bot',
        title: title ?? null,
        text,
        choices: choices.map(({ label, does }) => ({ label, does })),
        attachment: null,
        first: at,
        at,
        edited: false,
      })
    }
  }

  async function judge(): Promise<Judgement> {
    const extra = (await unnumbered()).map(({ chat, text }) => `${chat}: ${text}`)
    const onCards = everyChat.flatMap((chat) => chats.accepted(chat).flatMap(({ text }) => text.match(DOUBT) ?? []))
    return { doubts: [...known.values()], onCards, extra, repeated: everyChat.flatMap(repeatedIn) }
  }

  function repeatedIn(chat: string): string[] {
    const said = chats.accepted(chat).map(({ at, text }) => `${localDate(at)} ${chat}: ${text.replace(NUMBERS, '')}`)
    return said.filter((one, index) => said.indexOf(one) < index)
  }

  return { ask, judge }
}

/** As a platform gets it, part by part. */
function textsOf(channel: Channel, message: Message, firstNumber: Delivery['firstNumber']): string[] {
  if (channel !== 'telegram') return numberedText(message, firstNumber ?? 1, message.attachment ?? null)
  const { title, text } = message
  return [wordsOf({ ...(title !== undefined && { title }), text }).text]
}

const members = demoFile().members.map(({ id, name }) => ({
  _id: id,
  key: id,
  name: String(name),
  sortName: sortNameOf(String(name)),
}))

function nameOf(chat: string): string {
  const member = members.find(({ _id }) => _id === chat)
  return member ? `đồng chí ${shortName(member, members)}` : 'nhóm chi bộ'
}
