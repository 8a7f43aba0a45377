import { addressKey, answered, type Update } from '../chat.js'
import { sealCode, sealCodeWithin, sealedHash } from '../domain/joining/code.js'
import { StoreUnavailable } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import { findByMessage } from '../store/deliveries.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'
import { rowOfNumber } from './by-number.js'

/** A webhook that waits longer than this tells the platform to come again. */
const STORE_LIMIT_MS = 1000

/** Puts what was said into the journal; resolves when it is durable. Talk in a group that is not meant for us is dropped. */
export type Accept = (update: Update) => Promise<void>

export function createAccept(options: {
  store: Store
  journal: Journal
  failpoint: Failpoint
  nudge: () => void
}): Accept {
  const { store, journal, failpoint, nudge } = options

  async function accept(heard: Update): Promise<void> {
    const said = sealed(heard)
    const lane = await laneOf(store, said)
    if (lane === null) return
    const update = await sealedWithin(store, said, lane)
    failpoint('accept:before')
    await journal.accept([{ _id: update.id, lane, at: update.at, payload: { kind: 'update', update } }])
    failpoint('accept:after')
    nudge()
  }
  return (update) => within(STORE_LIMIT_MS, accept(update))
}

/** The lane of the row it answers; else where its account or group goes to. Null: not meant for us. */
async function laneOf(store: Store, update: Update): Promise<string | null> {
  const key = addressKey(update.chat)
  const own = update.group ? `chat:${key}` : `account:${key}`
  if (update.kind === 'standing' || update.kind === 'moved' || isCode(update)) return own
  const message = answered(update)
  const row = message === undefined ? null : await findByMessage(store, update.chat, message)
  if (row !== null) return row.lane
  if (update.group && update.kind !== 'choice' && !isMeantForUs(update)) return null
  const numbered = await rowOfNumber(store, update)
  if (numbered !== null) return numbered.lane
  if (!update.group) return (await store.get('accounts', key))?.goesTo ?? own
  return (await store.get('chats', key))?.goesTo ?? own
}

/** A code is the business of his account's own lane alone, and of nobody who reads the journal. */
const isCode = (update: Update): boolean => update.kind === 'text' && !update.group && sealedHash(update.text) !== null

function sealed(update: Update): Update {
  if (update.kind !== 'text' || update.group) return update
  const text = sealCode(update.text)
  return text === null ? update : { ...update, text }
}

/** Who belongs to no branch yet, or has not agreed to, says nothing but what has to do with joining one. */
async function sealedWithin(store: Store, update: Update, lane: string): Promise<Update> {
  const key = addressKey(update.from)
  if (update.kind !== 'text' || lane !== `account:${key}`) return update
  const text = sealCodeWithin(update.text)
  if (text === null) return update
  const account = await store.get('accounts', key)
  const belongs = account !== null && account.branches.length > 0 && account.agreed !== null
  return belongs ? update : { ...update, text }
}

const isMeantForUs = (update: Update & { kind: 'text' | 'file' }): boolean =>
  update.mention === true || update.text.trimStart().startsWith('/')

async function within<R>(ms: number, work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
