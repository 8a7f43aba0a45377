import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Channel } from '../chat.js'

/** What the service tells about itself in numbers: no person, chat or text is ever a label. */
export interface Metrics {
  registry: Registry
  /** `kind` is that of the entry's payload. */
  entryAccepted(kind: string): void
  entryDecided(kind: string, tookMs: number): void
  entryFailed(kind: string): void
  /** A row has come to a final state; `channel` is null where none was left to try. */
  delivery(channel: Channel | null, state: string): void
  /** A file somebody sent has come to its end. */
  file(channel: Channel | null, came: string): void
  /** How late the last tick began. */
  tickLag(ms: number): void
  openEntries(count: number): void
  /** Messages of this month and how many the plan allows. */
  quota(channel: Channel, used: number, limit: number): void
  /** The platform refuses what is set for its channel, and the others go on. */
  refused: (channel: Channel, is: boolean) => void
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const labelNames = ['kind']
  const accepted = new Counter({
    name: 'chibot_entries_accepted_total',
    help: 'Entries accepted into the journal by this instance',
    labelNames,
    registers,
  })
  const decided = new Histogram({
    name: 'chibot_decide_seconds',
    help: 'Time an entry took to be decided, by kind',
    labelNames,
    buckets: secondsBuckets,
    registers,
  })
  const failed = new Counter({
    name: 'chibot_entries_failed_total',
    help: 'Entries that failed',
    labelNames,
    registers,
  })
  const deliveries = new Counter({
    name: 'chibot_deliveries_total',
    help: 'Messages that came to a final state, by channel',
    labelNames: ['channel', 'state'],
    registers,
  })
  const files = new Counter({
    name: 'chibot_files_total',
    help: 'Files that were sent to us and came to their end, by channel',
    labelNames: ['channel', 'came'],
    registers,
  })
  const lag = new Gauge({ name: 'chibot_tick_lag_seconds', help: 'How late the last tick began', registers })
  const open = new Gauge({ name: 'chibot_open_entries', help: 'Entries that wait to be decided or applied', registers })
  const ofChannel = (name: string, help: string) => new Gauge({ name, help, labelNames: ['channel'], registers })
  const used = ofChannel('chibot_quota_used', 'Messages sent this month on a channel whose plan limits them')
  const limit = ofChannel('chibot_quota_limit', 'Messages the plan of a channel allows a month')
  const refused = ofChannel(
    'chibot_channel_refused',
    '1 while the platform refuses the token or the address of its channel',
  )
  const kindOf = bounded(30)
  const stateOf = bounded(30)

  return {
    registry,
    entryAccepted: (kind) => accepted.inc({ kind: kindOf(kind) }),
    entryDecided: (kind, tookMs) => decided.observe({ kind: kindOf(kind) }, tookMs / 1000),
    entryFailed: (kind) => failed.inc({ kind: kindOf(kind) }),
    delivery: (channel, state) => deliveries.inc({ channel: channel ?? 'none', state: stateOf(state) }),
    file: (channel, came) => files.inc({ channel: channel ?? 'none', came: stateOf(came) }),
    tickLag: (ms) => lag.set(ms / 1000),
    openEntries: (count) => open.set(count),
    quota(channel, sent, allowed) {
      used.set({ channel }, sent)
      limit.set({ channel }, allowed)
    },
    refused: (channel, is) => refused.set({ channel }, is ? 1 : 0),
  }
}

/** A label that took any value would let a mistake elsewhere fill the memory. */
function bounded(limit: number): (value: string) => string {
  const seen = new Set<string>()
  return (value) => {
    if (seen.size < limit) seen.add(value)
    return seen.has(value) ? value : 'other'
  }
}
