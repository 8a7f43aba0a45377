import type { Address } from '../chat.js'
import { refId } from '../store/deliveries.js'
import type { Delivery, Ref } from '../store/delivery.js'
import type { Value, Write } from '../store/store.js'
import type { Became } from './outcome.js'

/** A compare-and-set of one row. */
type Ending = {
  update: 'deliveries'
  id: string
  expect: Partial<Record<keyof Delivery, Value | Value[]>>
  set: Partial<Delivery>
}

/** What ends a claim: as long as the row is still in this very claim, and once, however often it is written. */
export function endOfClaim(row: Delivery, { set, calledOff }: Became): Ending[] {
  const id = row._id
  const mine = { life: row.life, attempt: row.attempt }
  if (calledOff === null) {
    // What was taken for in doubt by somebody else is known after all.
    const state = set.state === 'sent' ? ['sending', 'unknown'] : 'sending'
    return [{ update: 'deliveries', id, expect: { ...mine, state }, set }]
  }
  return [
    { update: 'deliveries', id, expect: { ...mine, state: 'sending', cancelled: false }, set },
    { update: 'deliveries', id, expect: { ...mine, state: 'sending', cancelled: true }, set: calledOff },
  ]
}

/** Makes the message findable for replies and presses; written before the row, so that a row that is sent has it. */
export function refWrite(row: Delivery, chat: Address, messageId: string): Write {
  const ref: Ref = { _id: refId(chat, messageId), delivery: row._id }
  return { insert: 'refs', docs: [ref] }
}
