import { addressKey, type Update } from '../chat.js'
import { bareNumber } from '../domain/bare-number.js'
import { isOpen } from '../domain/people/is-open.js'
import { branchOfLane } from '../domain/record.js'
import { readPress } from '../domain/press.js'
import { findByMessage } from '../store/deliveries.js'
import type { Delivery } from '../store/delivery.js'
import type { Payload } from '../store/entry.js'
import { choiceOf, numberedRows } from '../store/numbers.js'
import type { Store } from '../store/store.js'
import { afterMention } from './after-mention.js'
import { typedPress } from './typed-press.js'

/** The number of a choice that somebody typed instead of pressing it; null for anything else. */
function typedNumber(update: Update): number | null {
  if (update.kind !== 'text' || update.edited === true || update.forwarded === true) return null
  const isNumber = (words: string): boolean => bareNumber(words) !== null
  return bareNumber(update.mention === true ? afterMention(update.text, isNumber) : update.text)
}

/** The row of that chat whose choice bears the number he typed, the latest where there are two. */
export async function rowOfNumber(store: Store, update: Update): Promise<Delivery | null> {
  const number = typedNumber(update)
  if (number === null) return null
  const rows = await numberedRows(store, addressKey(update.chat), update.at)
  return rows.find((row) => choiceOf(row, number) !== null) ?? null
}

/**
 * A bare number from a chat without buttons, as the press it stands for: of the message it replies to, of the question
 * that is open, of the row that holds it. Else it is words like any others.
 */
export async function byNumber(store: Store, lane: string, payload: Payload): Promise<Payload> {
  if (payload.kind !== 'update' || payload.update.kind !== 'text') return payload
  const { update } = payload
  const number = typedNumber(update)
  if (number === null) return payload
  const all = await numberedRows(store, addressKey(update.chat), update.at)
  const rows = all.filter((row) => row.lane === lane)
  const replied = update.replyTo === undefined ? null : await findByMessage(store, update.chat, update.replyTo)
  const asked = rows.find(({ _id }) => _id === replied?._id) ?? (await openQuestion(store, lane, update, rows))
  if (asked === 'words') return payload
  const row = asked ?? rows.find((one) => choiceOf(one, number) !== null)
  const choice = row && choiceOf(row, number)
  return choice ? { ...payload, update: typedPress(update, choice.does, row.sentIds.at(-1)) } : payload
}

/** The row of the open question; `words` where it has no numbers, and whatever is typed is its answer. Null: none is open. */
async function openQuestion(
  store: Store,
  lane: string,
  update: Update,
  rows: Delivery[],
): Promise<Delivery | 'words' | null> {
  if (update.group || !lane.startsWith('branch:')) return null
  const dialogue = await store.get('dialogues', `${branchOfLane(lane)}:${addressKey(update.from)}`)
  if (!isOpen(dialogue, update.at) || dialogue.soft) return null
  const asks = (row: Delivery): boolean =>
    row.message?.choices?.some(({ does }) => readPress(does)?.tag === dialogue.tag) === true
  return rows.find(asks) ?? 'words'
}
