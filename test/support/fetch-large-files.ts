import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import type { Channel, FileRef, Platform } from '../../src/chat.js'
import { createClock, createOrder } from '../../src/clock.js'
import { createFetcher } from '../../src/delivery/fetcher.js'
import { examineFile } from '../../src/documents/examine-file.js'
import { noFailpoint } from '../../src/failpoint.js'
import { newFetch } from '../../src/store/files/fetch.js'
import { createJournal } from '../../src/store/journal.js'
import { openStore } from '../../src/store/open-store.js'

// A process of its own: fetches files of 20 MB, reads them back, and prints how far its memory grew meanwhile.
const MB = 2 ** 20
const [folder = '', mongodbUri = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const store = await openStore({ dataDir: folder, log, ...(mongodbUri === '' ? {} : { mongodbUri }) })
const clock = createClock()
const journal = createJournal(store, clock, createOrder(clock))

async function* recording(number: number, size: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`OggS${String(number).padStart(12)}`)
  const piece = Buffer.alloc(16_384, number)
  for (let given = 16; given < size; given += piece.length) {
    await turn()
    yield piece.subarray(0, size - given)
  }
}
const platform = {
  name: 'telegram',
  open: ({ id, size }: FileRef) => recording(Number(id), size!),
} as unknown as Platform
const fetcher = createFetcher({
  store,
  clock,
  log,
  journal,
  platforms: new Map<Channel, Platform>([['telegram', platform]]),
  life: 'one',
  left: () => Infinity,
  folder,
  examine: examineFile,
  failpoint: noFailpoint,
})

async function fetchAll(numbers: number[], size: number): Promise<void> {
  for (const number of numbers) {
    const entry = journal.entry({ _id: `e${number}`, lane: 'branch:b', at: clock.now(), payload: { kind: 'rules' } })
    const ref: FileRef = { channel: 'telegram', id: String(number), kind: 'voice', name: null, mime: 'audio/ogg', size }
    await store.insert('fetches', [newFetch({ entry, n: 0, sender: null, purpose: 'x', caption: '', ref })])
  }
  while ((await fetcher.pump()) || !(await fetcher.idle())) await turn()
}

/** What is really held, without what only waits to be collected. */
function held(): number {
  globalThis.gc!()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
let peak = 0
await fetchAll([100, 101], MB)
const before = held()
const timer = setInterval(() => (peak = Math.max(peak, held())), 400)
await fetchAll([1, 2, 3, 4, 5, 6], 20 * MB)
let read = 0
for (const { sha256 } of await store.files.list('', 100)) {
  for await (const piece of store.files.open(sha256)) {
    read += piece.length
    await turn()
  }
}
clearInterval(timer)
await store.close()
const grownMb = Math.round((peak - before) / MB)
process.stdout.write(
  JSON.stringify({ grownMb, readMb: Math.round(read / MB), rssMb: process.resourceUsage().maxRSS / 1024 }),
)
