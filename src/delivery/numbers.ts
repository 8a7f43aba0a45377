import { isDeepStrictEqual } from 'node:util'
import { addressKey, type Message } from '../chat.js'
import { day } from '../domain/calendar/local-time.js'
import { isOpen } from '../domain/people/is-open.js'
import { readPress } from '../domain/press.js'
import { branchOfLane } from '../domain/record.js'
import type { Delivery } from '../store/delivery.js'
import { numberedChoices, numberedRows } from '../store/numbers.js'
import type { Store } from '../store/store.js'

/** How long a choice can be answered by its number, where what it belongs to does not end before. */
const OPEN_MS: Record<Delivery['queue'], number> = { answer: day, bulk: 14 * day }

/**
 * The numbers the choices of a row get in a chat without buttons, or of a reader in simple mode: the lowest that no open
 * choice of it holds. Null: it has them already, or needs none. Kept before the first send, they are the same at every
 * repetition. What is sent to all takes those of a mere offer under an answer: a number means the latest that bears it.
 */
export async function numbersFor(store: Store, row: Delivery, now: number): Promise<Partial<Delivery> | null> {
  const chat = addressKey(row.addresses[row.turn]!)
  const choices = numberedChoices(row.message)
  if (choices.length === 0 || row.numberedIn === chat) return null
  const holders = []
  for (const other of await numberedRows(store, chat, now)) {
    if (other._id === row._id || (row.queue === 'bulk' && isOffer(other))) continue
    if (await isAsked(store, other, chat, now)) holders.push(other)
  }
  // The same choices said again mean the same: they keep their numbers.
  const same = holders.find((other) => isDeepStrictEqual(doesOf(other.message), doesOf(row.message)))
  const firstNumber = same?.firstNumber ?? lowest(holders, choices.length)
  const numberedUntil = Math.min(now + OPEN_MS[row.queue], row.usefulUntil ?? Infinity)
  return { firstNumber, numberedIn: chat, numberedUntil }
}

/** Choices under an answer that ask nothing: what he might do next. */
const isOffer = (row: Delivery): boolean =>
  row.queue === 'answer' && doesOf(row.message).every((does) => readPress(does) === null)

/** A question that was answered or left holds no numbers. */
async function isAsked(store: Store, row: Delivery, chat: string, now: number): Promise<boolean> {
  const tags = doesOf(row.message).map((does) => readPress(does)?.tag)
  if (tags.every((tag) => tag === undefined)) return true
  const dialogue = await store.get('dialogues', `${branchOfLane(row.lane)}:${chat}`)
  return isOpen(dialogue, now) && tags.includes(dialogue.tag)
}

const doesOf = (message: Message | null): string[] => numberedChoices(message).map(({ does }) => does)

function lowest(holders: Delivery[], count: number): number {
  const taken = new Set(
    holders.flatMap((row) => numberedChoices(row.message).map((_, index) => row.firstNumber! + index)),
  )
  for (let first = 1; ; first++) {
    if (Array.from({ length: count }, (_, index) => first + index).every((number) => !taken.has(number))) return first
  }
}
