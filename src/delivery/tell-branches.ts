import type { Clock } from '../clock.js'
import type { ChannelPayload } from '../store/entry.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'

/** Tells every branch what became of a channel: once under one id, however often it is called. */
export type TellBranches = (id: string, payload: ChannelPayload) => Promise<void>

const PAGE = 500

export const createTellBranches =
  ({ store, journal, clock }: { store: Store; journal: Journal; clock: Clock }): TellBranches =>
  async (id, payload) => {
    for (let from = ''; ;) {
      const page = await store.find('branches', { _id: { gt: from } }, { sort: { field: '_id' }, limit: PAGE })
      const lanes = page.filter(({ gone }) => !gone)
      await journal.accept(lanes.map(({ _id, lane }) => ({ _id: `${id}:${_id}`, lane, at: clock.now(), payload })))
      if (page.length < PAGE) return
      from = page.at(-1)!._id
    }
  }
