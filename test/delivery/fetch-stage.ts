import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import type { Channel, FileRef, Platform } from '../../src/chat.js'
import { createOrder, type Clock } from '../../src/clock.js'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/delivery/fetcher.js'
import { examineFile } from '../../src/documents/examine-file.js'
import { noFailpoint } from '../../src/failpoint.js'
import type { FilePayload } from '../../src/store/entry.js'
import { newFetch, type Fetch } from '../../src/store/files/fetch.js'
import { createJournal } from '../../src/store/journal.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

const NINE = Date.UTC(2027, 0, 15, 2)
const LANE = 'branch:tb'

/** What one opening does: gives bytes (in pieces of `piece`), throws, or hangs until it is aborted. */
type Opening = { bytes: Uint8Array; then?: Error; piece?: number } | { throws: Error } | { hangs: true }

export interface FetchStage {
  store: Store
  /** Where bytes lie while they are looked at. */
  folder: string
  openings: Map<string, Opening[]>
  opened: string[]
  pass(ms: number): void
  newLife(options?: Partial<FetcherOptions>): Fetcher
  /** A decided entry of the branch that asked for this file. */
  ask(ref: Partial<FileRef> & { id: string }): Promise<Fetch>
  row(id: string): Promise<Fetch>
  /** What was told of it; null while nothing is. */
  told(row: Fetch): Promise<FilePayload | null>
  /** Pumps until nothing is due at this moment of the clock. */
  settle(fetcher: Fetcher): Promise<void>
  /** Resolves when so many openings were asked for. */
  untilOpened(times: number): Promise<void>
  /** Names of everything that was left in the folder. */
  leftovers(): string[]
  close(): Promise<void>
}

export async function openFetchStage(): Promise<FetchStage> {
  const store = await openSqlite({ path: ':memory:' })
  const folder = mkdtempSync(join(tmpdir(), 'chibot-fetch-'))
  let real = NINE
  const clock: Clock = {
    now: () => real,
    real: () => real,
    mono: () => real,
    offset: () => 0,
    setOffset: () => undefined,
  }
  const order = createOrder(clock)
  const openings = new Map<string, Opening[]>()
  const opened: string[] = []
  let lives = 0
  let asked = 0

  const platform = {
    name: 'telegram',
    async *open({ id }: FileRef, signal: AbortSignal) {
      opened.push(id)
      const opening = openings.get(id)?.shift()
      if (!opening) throw new Error(`nothing is said of ${id}`)
      if ('throws' in opening) throw opening.throws
      if ('hangs' in opening) {
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
        return
      }
      const { bytes, piece = 65_536, then } = opening
      for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece))
      if (then) throw then
    },
  } as unknown as Platform

  const stage: FetchStage = {
    store,
    folder,
    openings,
    opened,
    pass: (ms) => void (real += ms),
    newLife: (options = {}) =>
      createFetcher({
        store,
        clock,
        log: pino({ level: 'silent' }),
        journal: createJournal(options.store ?? store, clock, order),
        platforms: new Map<Channel, Platform>([['telegram', platform]]),
        life: `life-${++lives}`,
        left: () => 15_000,
        folder,
        examine: examineFile,
        failpoint: noFailpoint,
        ...options,
      }),
    async ask(ref) {
      const journal = createJournal(store, clock, order)
      const from = { channel: 'telegram' as const, id: '1001' }
      const file: FileRef = { channel: 'telegram', kind: 'document', name: null, mime: null, size: null, ...ref }
      const _id = `telegram:7:m:1001:${++asked}:0`
      const said = { id: _id, at: real, from, name: 'Lan', chat: from, group: false, messageId: String(asked) }
      const payload = { kind: 'update' as const, update: { ...said, kind: 'file' as const, file, text: 'lời kèm' } }
      // Handed on by the account's own lane, as for somebody with two branches.
      await journal.accept([
        { _id, lane: 'account:telegram:1001', at: real, payload },
        { _id: `${_id}:post:0`, lane: LANE, at: real, payload },
      ])
      const sender = { account: from, chat: from, group: false, messageId: String(asked) }
      const entry = (await store.get('journal', `${_id}:post:0`))!
      const row = newFetch({ entry, n: 0, sender, purpose: 'chuyende tep cd1', caption: 'lời kèm', ref: file })
      await store.insert('fetches', [row])
      return row
    },
    row: async (id) => (await store.get('fetches', id))!,
    async told({ _id }) {
      const payload = (await store.get('journal', `file:${_id}`))?.payload
      return payload?.kind === 'file' ? payload : null
    },
    async settle(fetcher) {
      while ((await fetcher.pump()) || !(await fetcher.idle())) await turn()
    },
    async untilOpened(times) {
      while (opened.length < times) await turn()
    },
    leftovers: () => readdirSync(folder),
    async close() {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
  return stage
}
