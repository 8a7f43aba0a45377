import { addressKey, type Choice, type Message } from '../chat.js'
import type { Delivery } from './delivery.js'
import type { Store } from './store.js'

/** States in which somebody may have the message before him. */
const standing: readonly Delivery['state'][] = ['waiting', 'sending', 'sent', 'unknown', 'partial']
/** More open choices than this no chat has. */
const MOST = 200

/** The choices that bear numbers, where choices do. */
export const numberedChoices = (message: Message | null): Choice[] =>
  message?.choices?.filter(({ typed }) => typed === undefined) ?? []

/** The rows whose choices bear numbers in this chat, the latest first. */
export async function numberedRows(store: Store, chat: string, at: number): Promise<Delivery[]> {
  const rows = await store.find('deliveries', { numberedIn: chat, numberedUntil: { gt: at } }, { limit: MOST })
  // One that went on to another address holds nothing where it was refused.
  const stands = ({ state, addresses, turn }: Delivery): boolean =>
    standing.includes(state) && addressKey(addresses[turn]!) === chat
  return rows.filter(stands).sort((a, b) => b.order - a.order || b.n - a.n)
}

/** The choice that bears this number; null: the row has none. */
export const choiceOf = (row: Delivery, number: number): Choice | null =>
  numberedChoices(row.message)[number - (row.firstNumber ?? Infinity)] ?? null
