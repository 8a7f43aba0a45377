import { localDate } from '../../src/domain/calendar/local-time.js'
import { shortName, sortNameOf } from '../../src/domain/people/names.js'
import { wordsOf } from '../../src/platforms/telegram/render.js'
import { finalStates } from '../../src/store/delivery.js'
import type { Store } from '../../src/store/store.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { demoFile } from '../support/demo-file.js'
import { chats as everyChat } from '../support/year/table.js'
import type { YearChats } from './year-chats.js'

const DOUBT = /^Chưa rõ đã đến hay chưa: .*$/gmu
const MOST = 10_000

/** A message that was on its way when the service was killed: the product does not know whether it arrived. */
export interface Doubt {
  chat: string
  /** How often the platform accepted it. */
  accepted: number
  /** The line that has to tell of it. */
  line: string
}

/** What the ledger says at the end of all kills. */
export interface Judgement {
  doubts: Doubt[]
  /** Lines of all cards that tell of something in doubt. */
  onCards: string[]
  /** Accepted, but no row of the product has its number and none is in doubt about it: sent twice. */
  extra: string[]
  /** The same words to one chat on one day. */
  repeated: string[]
}

/**
 * What somebody in charge does about the card of what is in doubt: he phones. Who has the message is left alone; who has
 * not is told on the telephone, which counts as seen. Nothing is sent again, so whatever comes twice came from the product.
 */
export function createDoubts({ store, chats, now }: { store: Store; chats: YearChats; now: () => number }) {
  const known = new Map<string, Doubt>()
  /** Posts that no row knows and that are taken for one in doubt. */
  const explained = new Set<Post>()
  /** What the platform accepted and no row has the number of. */
  async function unnumbered(): Promise<Post[]> {
    const rows = await store.find('deliveries', { state: { in: [...finalStates] } }, { limit: MOST })
    const numbered = new Set(rows.flatMap((row) => row.sentIds.map((id) => `${row.addresses[row.turn]!.id} ${id}`)))
    return everyChat.flatMap((chat) =>
      chats.sent(chat).filter((post) => !numbered.has(`${post.room.id} ${post.id}`) && !explained.has(post)),
    )
  }

  async function ask(): Promise<void> {
    const rows = await store.find('deliveries', { state: 'unknown' }, { limit: MOST })
    const posts = await unnumbered()
    for (const row of rows.filter(({ _id, replaces }) => !known.has(_id) && replaces === null)) {
      const { title, text, choices = [] } = row.message!
      const { id: account } = row.addresses[row.turn]!
      const words = wordsOf({ ...(title !== undefined && { title }), text }).text
      const arrived = posts.filter((post) => String(post.room.id) === account && post.text === words)
      for (const post of arrived) explained.add(post)
      const chat = chats.chatOf(account)
      const what = title ?? text.split('\n')[0]!.slice(0, 60)
      const line = `Chưa rõ đã đến hay chưa: ${nameOf(chat)} – «${what}». Hệ thống không tự gửi lại.`
      known.set(row._id, { chat, accepted: arrived.length, line })
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
    const extra = (await unnumbered()).map(({ room, text }) => `${room.id}: ${text}`)
    const onCards = everyChat.flatMap((chat) => chats.sent(chat).flatMap(({ text }) => text.match(DOUBT) ?? []))
    return { doubts: [...known.values()], onCards, extra, repeated: everyChat.flatMap(repeatedIn) }
  }

  function repeatedIn(chat: string): string[] {
    const said = chats.sent(chat).map(({ at, text }) => `${localDate(at)} ${chat}: ${text}`)
    return said.filter((one, index) => said.indexOf(one) < index)
  }

  return { ask, judge }
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
