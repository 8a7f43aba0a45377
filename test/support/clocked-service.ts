import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config.js'
import { createMoments } from '../../src/duties/moments.js'
import { createLog } from '../../src/log.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { demoFile } from './demo-file.js'
import type { FakeClock } from './fake-clock.js'
import { ready, startService, type Service } from './service.js'

/** Two minutes without an end mean that something is stuck. */
const PATIENCE_MS = 120_000
const LOOK_MS = 25

/** What the service runs among. */
export interface Surroundings {
  /** What it has to know at its next start. */
  env(): Record<string, string>
  /** Something people said has not been handed over yet. */
  pending(): boolean
  /** What an operator does when he reads the log; true: the service has to be started anew. */
  tend?(log: string): boolean
}

/** The built product on a clock that is set from outside, started with the sample branch. */
export interface ClockedService {
  store: Store
  start(): Promise<void>
  kill(): Promise<void>
  /** Until nothing is open, on its way or due. */
  settled(): Promise<void>
  /** Sets the clock to the next moment at which anything happens, and does not wait for it. */
  move(): Promise<void>
  /** Lives through everything up to that moment. */
  liveUntil(moment: number): Promise<void>
  close(): Promise<void>
}

/** `people`: members, groups and their accounts, as a file to import names them. */
export async function openClockedService(given: {
  env: Record<string, string>
  port: number
  clock: FakeClock
  people: object
  surroundings: Surroundings
}): Promise<ClockedService> {
  const { env, port, clock, people, surroundings } = given
  const child = { ...env, ...clock.env }
  let service: Service | null = null

  await importBranch(child, people)
  const { mongodbUri, dataDir } = readConfig(env)
  const store = await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log: createLog('silent') })
  const moments = createMoments({ store, clock })

  async function start(): Promise<void> {
    service = startService({ ...child, ...surroundings.env(), PORT: String(port) })
    await ready(service)
  }

  async function kill(): Promise<void> {
    if (service === null) return
    await service.kill()
    clock.clearAfter(service.process.pid!)
  }

  async function settled(): Promise<void> {
    const since = performance.now()
    while (surroundings.pending() || (await moments.busy())) {
      if (performance.now() - since > PATIENCE_MS) throw new Error(`it does not come to an end:\n${service!.log()}`)
      if (surroundings.tend?.(service!.log())) {
        await kill()
        await start()
      }
      await sleep(LOOK_MS)
    }
  }

  return {
    store,
    start,
    kill,
    settled,
    async move() {
      await settled()
      const moment = await moments.next()
      if (moment === null) throw new Error('nothing is planned any more')
      clock.set(moment)
    },
    async liveUntil(end) {
      await settled()
      for (let moment = await moments.next(); moment !== null && moment <= end; moment = await moments.next()) {
        clock.set(moment)
        await settled()
      }
      clock.set(end)
      await settled()
    },
    async close() {
      await kill()
      await store.close()
    },
  }
}

async function importBranch(env: Record<string, string>, people: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-branch-'))
  const file = join(folder, 'branch.json')
  writeFileSync(file, JSON.stringify({ ...demoFile(), ...people }))
  const importing = startService(env, ['import', file])
  const ended = await importing.ended
  rmSync(folder, { recursive: true, force: true })
  if (ended !== '0') throw new Error(`the branch was not imported:\n${importing.log()}`)
}
