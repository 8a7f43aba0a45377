import type { Channel, FileRef, Platform } from '../chat.js'
import type { Clock } from '../clock.js'
import { day, minute, localDate } from '../domain/calendar/local-time.js'
import { mayBeTaken, type FileKind } from '../domain/files/file-kind.js'
import { cleanName } from '../domain/files/file-name.js'
import { largestFile } from '../domain/files/largest-file.js'
import { bearsStamp } from '../domain/secrecy/bears-stamp.js'
import { RetryLater, StoreUnavailable, Undeliverable } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import type { Log } from '../log.js'
import { toldBy, type Came, type Fetch } from '../store/files/fetch.js'
import type { Journal } from '../store/journal.js'
import type { Store } from '../store/store.js'
import { forgetAsked } from './forget-asked.js'
import { openStaging, type Staged } from './staging.js'
import { untilAborted } from './until-aborted.js'

/** Files in hand at one time: each is looked into, and that takes the whole process. */
const ABREAST = 2
/** Process lives that may begin a file without coming to an end: one that kills the process does not loop for ever. */
const LIVES = 5
const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 30 * minute
/** The store or the disk is away: nobody's failure. */
const STORE_WAIT_MS = 5000

export interface Fetcher {
  /** Begins what is due. True if anything was begun. Never rejects. */
  pump(): Promise<boolean>
  /** Nothing is due or in hand. */
  idle(): Promise<boolean>
  /** Begins nothing more, and leaves what is in hand to the next life. */
  stop(): Promise<void>
}

export interface FetcherOptions {
  store: Store
  clock: Clock
  log: Log
  journal: Journal
  platforms: ReadonlyMap<Channel, Platform>
  /** Tells this process apart from every other, earlier ones on the same host too. */
  life: string
  /** Monotonic ms for which the store is surely ours. */
  left: () => number
  /** Where bytes lie, nameless, while they are looked at. */
  folder: string
  /** What it is, and its first words; null for what we do not take. */
  examine: (source: Staged, ref: FileRef) => Promise<{ kind: FileKind; text: string | null } | null>
  failpoint: Failpoint
  /** Longest time one file may take. */
  fetchMs?: number
  largest?: number
  /** Its lane has something to do. */
  nudge?(): void
  /** For counting: a file has come to its end. */
  ended?(channel: Channel | null, came: Came['came']): void
}

/** Gets the files decisions ask for, looks at them, stores them, and tells their lanes once what came of each. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { store, clock, log, journal, platforms, life, left, folder, examine, failpoint } = options
  const { fetchMs = 3 * minute, largest = largestFile } = options
  const flying = new Map<string, Promise<void>>()
  const stop = new AbortController()

  async function pump(): Promise<boolean> {
    if (stop.signal.aborted || left() <= 0 || flying.size >= ABREAST) return false
    try {
      const where = { state: 'waiting', retryAt: { lte: clock.real() } }
      // As many more as are in hand, which stand among them.
      const due = await store.find('fetches', where, { sort: { field: 'retryAt' }, limit: 2 * ABREAST })
      const begun = due.filter(({ _id }) => !flying.has(_id)).slice(0, ABREAST - flying.size)
      for (const row of begun)
        flying.set(
          row._id,
          Promise.resolve().then(() => ride(row)),
        )
      return begun.length > 0
    } catch (error) {
      log.warn({ err: error }, 'files are not fetched now')
      return false
    }
  }

  async function ride(row: Fetch): Promise<void> {
    try {
      if ((await store.get('journal', toldBy(row))) === null) await attempt(row)
      else await end(row)
    } catch (error) {
      log.warn({ err: error, fetch: row._id }, 'a file was not fetched')
    } finally {
      flying.delete(row._id)
      options.nudge?.()
    }
  }

  async function attempt(row: Fetch): Promise<void> {
    failpoint('fetch:before')
    const mine = { ...row, attempt: row.attempt + 1, begun: row.begun + 1, life }
    const { attempt, begun } = mine
    if (!(await store.update('fetches', row._id, { state: 'waiting', attempt: row.attempt }, { attempt, begun, life })))
      return
    let came: Came
    try {
      came = begun > LIVES ? { came: 'failed' } : await receive(mine, mine.ref!)
    } catch (error) {
      const judged = await judge(mine, error)
      if (judged === null) return
      came = judged
    }
    await tell(mine, came)
  }

  async function receive(row: Fetch, ref: FileRef): Promise<Came> {
    const platform = platforms.get(ref.channel)
    if (bearsStamp({ name: ref.name })) return { came: 'refused', why: 'secret' }
    if (ref.size !== null && ref.size > largest) return { came: 'too-large' }
    if (!mayBeTaken(ref)) return { came: 'refused', why: 'kind' }
    if (!platform) throw new RetryLater(LONGEST_WAIT_MS)
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(fetchMs)])
    const staged = await openStaging(folder)
    try {
      for await (const piece of untilAborted(platform.open(ref, signal), signal)) {
        if (staged.size + piece.length > largest) return { came: 'too-large' }
        await staged.add(piece)
      }
      failpoint('fetch:opened')
      return await keep(row, ref, staged)
    } finally {
      await staged.drop()
    }
  }

  /** What is refused here has never been stored. */
  async function keep(row: Fetch, ref: FileRef, staged: Staged): Promise<Came> {
    const found = await examine(staged, ref)
    if (bearsStamp({ text: found?.text ?? null })) return { came: 'refused', why: 'secret' }
    if (found === null) return { came: 'refused', why: 'kind' }
    const { mime, endings } = found.kind
    const stored = await store.files.put(staged.bytes())
    failpoint('fetch:stored')
    const name = cleanName(ref.name, endings[0]!, localDate(row.at))
    return { came: 'stored', ...stored, mime, name, legible: found.text !== null }
  }

  /** What a failure means: an outcome, or (null) another try later. */
  async function judge(row: Fetch, error: unknown): Promise<Came | null> {
    if (error instanceof Undeliverable) return { came: error.reason === 'too-long' ? 'too-large' : 'expired' }
    const real = clock.real()
    const again = (set: Partial<Fetch>) =>
      store.update('fetches', row._id, { state: 'waiting', attempt: row.attempt }, { begun: 0, life: null, ...set })
    if (stop.signal.aborted) await again({})
    else if (error instanceof StoreUnavailable) await again({ retryAt: real + STORE_WAIT_MS })
    else {
      const failingSince = row.failingSince ?? real
      if (real - failingSince >= day) return { came: 'failed' }
      const grown = Math.min(FIRST_WAIT_MS * 2 ** Math.min(row.attempt - 1, 20), LONGEST_WAIT_MS)
      const wait = error instanceof RetryLater ? Math.max(error.retryAfterMs, grown) : grown
      if (!(error instanceof RetryLater)) log.warn({ err: error, fetch: row._id }, 'a file could not be fetched')
      await again({ failingSince, retryAt: real + wait })
    }
    return null
  }

  /** Once: an entry that is there already stands, whatever came this time. */
  async function tell(row: Fetch, file: Came): Promise<void> {
    const secret = file.came === 'refused' && file.why === 'secret'
    if (secret) await forgetAsked(store, row, clock.real())
    const { _id, lane, at, sender, purpose } = row
    const known = file.came === 'stored' ? row.ref : null
    const caption = secret ? '' : (row.caption ?? '')
    await journal.accept([
      { _id: toldBy(row), lane, at, payload: { kind: 'file', sender, purpose, caption, known, file } },
    ])
    failpoint('fetch:told')
    log.info({ fetch: _id, channel: row.ref?.channel, came: file.came }, 'a file has come to its end')
    options.ended?.(row.ref?.channel ?? null, file.came)
    await end(row)
  }

  async function end(row: Fetch): Promise<void> {
    const payload = (await store.get('journal', toldBy(row)))?.payload
    const file = payload?.kind === 'file' ? payload.file : null
    const sha256 = file?.came === 'stored' ? file.sha256 : null
    const set = { state: 'ended' as const, came: file?.came ?? null, sha256, ref: null, caption: null, life: null }
    await store.update('fetches', row._id, { state: 'waiting' }, set)
  }

  return {
    pump,
    async idle() {
      if (flying.size > 0) return false
      return (await store.count('fetches', { state: 'waiting', retryAt: { lte: clock.real() } })) === 0
    },
    async stop() {
      stop.abort()
      await Promise.all(flying.values())
    },
  }
}
