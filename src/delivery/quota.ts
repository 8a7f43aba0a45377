import type { Channel } from '../chat.js'
import type { Clock } from '../clock.js'
import { localDate } from '../domain/calendar/local-time.js'
import { weights } from '../domain/weight.js'
import { changeMachine } from '../store/change-machine.js'
import type { Delivery } from '../store/delivery.js'
import type { Store } from '../store/store.js'
import type { TellBranches } from './tell-branches.js'

/** Part of the month's messages from which only heavier ones go, and from which only the heaviest and answers. */
export const SCARCE = 0.8
const LAST = 0.95
/** The last messages of a month, at most so many and at most this part, are for those in charge. */
const KEPT = 5
const KEPT_PART = 0.01
const MOST = 10_000
/** The same code says «too fast» to some: without words, and far from the plan's end it is believed only when it is said over so long a time. */
const BELIEVED_MS = 60 * 60_000
const SHORTEST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** While our own count is below the plan's, one due message a day tries whether it is really so. */
const TRIED_MS = 24 * 60 * 60_000

/** As it lies in the store. */
export interface KeptQuota {
  /** `2027-01`, in Viet Nam. */
  month: string
  sent: number
  limit: number
  /** The platform has said that the month's messages are used up. */
  over: boolean
  /** Real ms since when it has been saying so without letting a message through; null: it does not. */
  refusedSince?: number | null
  /** Real ms of the last time. */
  refusedAt?: number | null
  told: 'nothing' | 'scarce' | 'over'
  /** Real ms: what was sent since is counted from the rows. */
  at: number
}

/** The messages a plan lets a bot send in a month. */
export interface Quota {
  /** `spare`: not now, others are worth more; `over`: nothing any more this month. */
  says(row: Pick<Delivery, 'queue' | 'weight'>): 'go' | 'spare' | 'over'
  /** One call was made. */
  count(): void
  /** A message went through, whatever was believed. */
  went(): void
  /**
   * The platform says that nothing is left; `inWords`: not only by a code that may mean «too fast». Null: so it is;
   * otherwise ms after which it is asked again.
   */
  end(inWords: boolean): number | null
  load(): Promise<void>
  /** Writes what was counted, and tells the branches what they have to know. */
  tend(): Promise<void>
}

const open = { over: false, refusedSince: null, refusedAt: null }

export const quotaId = (channel: Channel): string => `quota:${channel}`
export const monthNow = (clock: Pick<Clock, 'now'>): string => localDate(clock.now()).slice(0, 7)

/** How much of this month is used, as the store knows it; nothing where it knows another month or another plan. */
export async function readQuota(
  store: Store,
  clock: Pick<Clock, 'now'>,
  channel: Channel,
  limit: number,
): Promise<Pick<KeptQuota, 'sent' | 'over'>> {
  const kept = (await store.get('machines', quotaId(channel)))?.value as unknown as KeptQuota | undefined
  if (kept?.month !== monthNow(clock)) return { sent: 0, over: false }
  // A larger plan was bought since: the service looks at it anew when it starts.
  return { sent: kept.sent, over: kept.over && kept.limit === limit }
}

export function createQuota(options: {
  channel: Channel
  limit: number
  store: Store
  clock: Clock
  tell: TellBranches
}): Quota {
  const { channel, limit, store, clock, tell } = options
  const id = quotaId(channel)
  const begin = (): KeptQuota => ({
    month: monthNow(clock),
    sent: 0,
    limit,
    over: false,
    told: 'nothing',
    at: clock.real(),
  })
  let known = begin()
  /** Counted, and not written yet. */
  let added = 0
  /** Not written yet. */
  let changed = false

  /** What is known, of this month and under this limit: a larger one was bought, or a month has ended. */
  function current(kept: KeptQuota): KeptQuota {
    if (kept.month !== monthNow(clock)) return begin()
    return kept.limit === limit ? kept : { ...kept, limit, ...open, told: 'nothing' }
  }

  /** Adds to what stands there, whoever wrote it. */
  const write = async (change: (kept: KeptQuota) => KeptQuota): Promise<KeptQuota> =>
    (await changeMachine<KeptQuota>(store, id, (kept) => change(kept ? current(kept) : begin())))!

  /** What the platform said while it was being written is the newest. */
  function take(written: KeptQuota): void {
    const { over, refusedSince = null, refusedAt = null } = known
    known = changed && known.month === written.month ? { ...written, over, refusedSince, refusedAt } : written
  }

  async function save(): Promise<void> {
    const [more, says] = [added, changed]
    const { month, over, refusedSince = null, refusedAt = null } = known
    const at = clock.real()
    changed = false
    try {
      const said = says && { over, refusedSince, refusedAt }
      // What was said and counted in a month that has ended meanwhile is nothing to the new one.
      take(
        await write((kept) =>
          kept.month === month ? { ...kept, ...said, sent: kept.sent + more, at } : { ...kept, at },
        ),
      )
    } catch (error) {
      changed ||= says
      throw error
    }
    added -= more
  }

  const isToBeTried = (): boolean =>
    known.sent + added < limit && Math.abs(clock.real() - (known.refusedAt ?? 0)) >= TRIED_MS
  const used = (): number => (known.sent + added) / limit
  const keptBack = Math.min(KEPT, Math.floor(limit * KEPT_PART))
  const isSpent = (): boolean => keptBack > 0 && limit - known.sent - added <= keptBack

  return {
    says({ queue, weight }) {
      known = current(known)
      if (known.over && !isToBeTried()) return 'over'
      if (weight >= weights.charge) return 'go'
      if (isSpent()) return 'over'
      if (queue === 'answer') return 'go'
      const least = used() >= LAST ? weights.notice : used() >= SCARCE ? weights.meeting : 0
      return weight >= least ? 'go' : 'spare'
    },
    count: () => void added++,
    went() {
      if (!known.over && (known.refusedSince ?? null) === null) return
      known = { ...known, ...open }
      changed = true
    },
    end(inWords) {
      known = current(known)
      const now = clock.real()
      // The wall clock may have been set back since.
      const since = Math.min(known.refusedSince ?? now, now)
      const over = known.over || inWords || used() >= SCARCE || now - since >= BELIEVED_MS
      known = { ...known, over, refusedSince: since, refusedAt: now }
      changed = true
      return over ? null : Math.min(Math.max(now - since, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS)
    },
    async load() {
      const kept = await store.get('machines', id)
      if (!kept) return save()
      known = current(kept.value as unknown as KeptQuota)
      // What an earlier holder sent and had not counted when it died.
      const since = { gt: known.at }
      const sent = await store.find('deliveries', { sentAt: since }, { limit: MOST })
      const inDoubt = { state: { in: ['sending', 'unknown'] }, claimedAt: since }
      for (const { addresses, turn, sentIds } of [
        ...sent,
        ...(await store.find('deliveries', inDoubt, { limit: MOST })),
      ])
        if (addresses[turn]?.channel === channel) added += Math.max(sentIds.length, 1)
    },
    async tend() {
      if (added > 0 || changed) await save()
      known = current(known)
      const what = known.over || isSpent() ? 'over' : used() >= SCARCE ? 'scarce' : 'nothing'
      if (what === 'nothing' || what === known.told || known.told === 'over') return
      const { month, sent } = known
      await tell(`quota:${channel}:${month}:${limit}:${what}`, {
        kind: 'channel',
        channel,
        what,
        sent,
        limit,
        code: null,
      })
      take(await write((kept) => ({ ...kept, told: what })))
    },
  }
}
