import { addressKey, type Address, type Channel } from '../chat.js'
import type { UndeliverableReason } from '../errors.js'
import { branchOfLane } from '../domain/record.js'
import { lineOf } from '../store/deliveries.js'
import type { Delivery } from '../store/delivery.js'
import type { Store } from '../store/store.js'
import { moveOn, neverLeft, speaksForItself } from './outcome.js'

/** What a waiting row becomes before it can be sent; null: the address in hand may be used. */
export async function lookAgain(
  store: Store,
  row: Delivery,
  serves: (channel: Channel) => boolean,
): Promise<Partial<Delivery> | null> {
  const followed = row.recipient === 'group' ? await movedTo(store, row.addresses[row.turn]!) : null
  if (followed) return { addresses: [followed], turn: 0, refused: [], line: lineOf(row.queue, followed) }
  const toPerson = row.recipient !== 'group' && !speaksForItself(row.lane)
  const refusal = async (turn: number): Promise<UndeliverableReason | null> => {
    const address = row.addresses[turn]!
    return serves(address.channel) ? refusalOf(store, row, address) : 'no-channel'
  }
  // Nearly always both say that it may go: one wait for the two. Rows are looked at one after another.
  const [left, refused] = await Promise.all([toPerson && hasLeft(store, row.recipient), refusal(row.turn)])
  if (left) return { state: 'cancelled', reason: 'gone' }
  if (refused === null) return null
  const reasons = [refused]
  for (let turn = row.turn + 1; turn < row.addresses.length; turn++) {
    const next = await refusal(turn)
    if (next === null) break
    reasons.push(next)
  }
  return moveOn(row, reasons)
}

/** The group under its new id, once its old lane has handed it on. */
async function movedTo(store: Store, address: Address): Promise<Address | null> {
  const chat = await store.get('chats', addressKey(address))
  const next = `chat:${address.channel}:`
  if (!chat || chat.branch !== null || chat.goesTo === chat.lane || !chat.goesTo.startsWith(next)) return null
  return { channel: address.channel, id: chat.goesTo.slice(next.length) }
}

async function hasLeft(store: Store, id: string): Promise<boolean> {
  const member = await store.get('members', id)
  return member === null || member.gone || member.status === 'moved'
}

/** Why a branch may not use this address now: what was true when the row was said may have changed since. */
async function refusalOf(store: Store, row: Delivery, address: Address): Promise<UndeliverableReason | null> {
  if (speaksForItself(row.lane)) return null
  const branch = branchOfLane(row.lane)
  if (row.recipient === 'group') {
    const chat = await store.get('chats', addressKey(address))
    return chat && !chat.gone && chat.branch === branch ? null : 'gone'
  }
  const account = await store.get('accounts', addressKey(address))
  const linked = account?.branches.some((link) => link.branch === branch && link.member === row.recipient)
  if (!account || account.gone || !linked) return 'gone'
  if (account.blocked) return 'blocked'
  return account.agreed ? null : 'not-agreed'
}

/** How a row that replaces another's text goes on. */
export type Replacing =
  /** Not before its target is final. */
  | { kind: 'wait' }
  | { kind: 'new' }
  | { kind: 'edit'; messageIds: string[] }
  | { kind: 'become'; set: Partial<Delivery> }

export async function replacing(store: Store, row: Delivery, edits: (channel: Channel) => boolean): Promise<Replacing> {
  const target = row.replaces === null ? null : await targetOf(store, row.replaces)
  if (target?.state === 'sending') return { kind: 'wait' }
  if (target?.state === 'waiting') {
    if (!neverLeft(target) || target.cancelled) return { kind: 'wait' }
    const { attempt } = target
    const still = { state: 'waiting' as const, attempt, cancelled: false }
    // Raised, so that a claim that has the old text in hand misses.
    const text = { message: row.message, attempt: attempt + 1, numberedIn: null }
    const merged = await store.update('deliveries', target._id, still, text)
    return merged ? { kind: 'become', set: { state: 'cancelled', reason: MERGED } } : { kind: 'wait' }
  }
  const address = target?.addresses[target.turn]
  if (target?.state === 'sent' && address && edits(address.channel)) {
    const inHand = row.addresses[row.turn]
    if (inHand && addressKey(inHand) === addressKey(address)) return { kind: 'edit', messageIds: target.sentIds }
    return { kind: 'become', set: { addresses: [address], turn: 0, refused: [], line: lineOf(row.queue, address) } }
  }
  return row.withoutEdit === 'new' ? { kind: 'new' } : { kind: 'become', set: { state: 'cancelled' } }
}

const MERGED = 'merged'

/** A target that was itself merged into the row before it lives on in that one. */
async function targetOf(store: Store, id: string): Promise<Delivery | null> {
  const target = await store.get('deliveries', id)
  return target?.reason === MERGED && target.replaces !== null ? targetOf(store, target.replaces) : target
}
