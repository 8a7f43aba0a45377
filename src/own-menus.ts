import { createHash } from 'node:crypto'
import { addressKey } from './chat.js'
import type { Clock } from './clock.js'
import type { Account } from './domain/people/contact.js'
import type { Member } from './domain/people/member.js'
import { hasRight } from './domain/people/rights.js'
import type { Command } from './engine/command.js'
import { RetryLater, Undeliverable } from './errors.js'
import type { Log } from './log.js'
import { changeMachine } from './store/change-machine.js'
import type { Decision } from './store/entry.js'
import type { Store } from './store/store.js'
import type { Words } from './words.js'

interface MenuLine {
  name: string
  description: string
}

/** A decision is applied soon after it is taken: looked at any sooner, the documents may still be the old ones. */
const SOON_MS = 1000
const AGAIN_MS = 60_000
const PAGE = 500

/** Keeps the menus of those who may do more than every member: each shows what he may use, in his language. */
export interface OwnMenus {
  /** Whose menu a decision may change is looked at soon. */
  heed(decision: Pick<Decision, 'saves'>): void
  /** Sets what is due, beside the other work; at first everybody's. Returns at once. */
  keep(): void
  settled(): Promise<void>
}

/**
 * A menu is no message: it is nobody's decision and has no delivery, only a note of what stands there. What could not be
 * set is tried again or left; rights do not depend on it.
 */
export function createOwnMenus(given: {
  store: Store
  clock: Pick<Clock, 'mono'>
  commands: readonly Command[]
  words: Words
  log: Log
  bot: string
  set: (chat: string, commands: readonly MenuLine[] | null) => Promise<void>
}): OwnMenus {
  const { store, clock, commands, words, log, bot, set } = given
  /** Account ids, and from when on each is looked at. */
  const due = new Map<string, number>()
  let begun = false
  let running: Promise<void> | null = null
  const noteOf = (chat: string): string => `menu:${bot}:${chat}`

  async function findAll(): Promise<void> {
    for (let from = ''; ;) {
      const members = await store.find('members', { _id: { gt: from } }, { sort: { field: '_id' }, limit: PAGE })
      for (const member of members) if (mayMore(member)) heedAccounts(member, 0)
      if (members.length < PAGE) break
      from = members.at(-1)!._id
    }
    const [first, after] = [noteOf(''), `menu:${bot};`]
    for (let from = first; ;) {
      const where = { _id: { gt: from, lt: after } }
      const notes = await store.find('machines', where, { sort: { field: '_id' }, limit: PAGE })
      for (const { _id, value } of notes) if (value['list'] !== null) due.set(_id.slice(first.length), 0)
      if (notes.length < PAGE) break
      from = notes.at(-1)!._id
    }
    begun = true
  }

  const mayMore = (member: Member): boolean => commands.some(({ may }) => may !== 'member' && hasRight(member, may))

  function heedAccounts({ accounts }: Pick<Member, 'accounts'>, from: number): void {
    for (const { channel, id } of accounts) if (channel === 'telegram') due.set(id, from)
  }

  /** What his menu is to hold; null: no more than everybody's. */
  async function menuOf(account: Account | null): Promise<MenuLine[] | null> {
    if (!account || account.gone || account.agreed === null) return null
    const members = await Promise.all(account.branches.map(({ member }) => store.get('members', member)))
    const known = members.filter((member) => member !== null)
    const more = known.find(mayMore)
    if (!more) return null
    const t = words.in(more.locale)
    return commands
      .filter(({ may }) => known.some((member) => hasRight(member, may)))
      .map(({ name }) => ({ name, description: t(name) }))
  }

  async function look(chat: string): Promise<void> {
    const account = await store.get('accounts', addressKey({ channel: 'telegram', id: chat }))
    // He sees nothing of it, and is looked at again when he comes back.
    if (account?.blocked) return
    const menu = await menuOf(account)
    const list = menu && createHash('sha256').update(JSON.stringify(menu)).digest('base64url')
    const known = (await store.get('machines', noteOf(chat)))?.value['list'] ?? null
    if (list === known) return
    await set(chat, menu)
    await changeMachine(store, noteOf(chat), () => ({ list }))
  }

  async function pass(): Promise<void> {
    if (!begun) await findAll()
    for (const [chat, from] of due) {
      if (from > clock.mono()) continue
      due.delete(chat)
      try {
        await look(chat)
      } catch (error) {
        log.info({ err: error }, 'a menu of commands was not set')
        // Whoever has never written to the bot, or has left it, has no chat to set it for.
        if (error instanceof Undeliverable) continue
        due.set(chat, clock.mono() + (error instanceof RetryLater ? Math.max(error.retryAfterMs, SOON_MS) : AGAIN_MS))
        return
      }
    }
  }

  return {
    heed({ saves }) {
      const soon = clock.mono() + SOON_MS
      for (const { collection, doc } of saves) {
        if (collection === 'members') heedAccounts(doc as unknown as Member, soon)
        if (collection === 'accounts') heedAccounts({ accounts: [(doc as unknown as Account).address] }, soon)
      }
    },
    keep() {
      const now = clock.mono()
      if (running || (begun && ![...due.values()].some((from) => from <= now))) return
      running = pass()
        .catch((error: unknown) => {
          log.info({ err: error }, 'the menus of commands wait')
        })
        .finally(() => (running = null))
    },
    settled: async () => void (await running),
  }
}
