import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config.js'
import { instant } from '../../src/domain/calendar/local-time.js'
import { createMoments } from '../../src/duties/moments.js'
import { createLog } from '../../src/log.js'
import { openStore } from '../../src/store/open-store.js'
import { startTelegram } from '../emulators/telegram/start-telegram.js'
import { demoFile } from '../support/demo-file.js'
import { createFakeClock } from '../support/fake-clock.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { liveThroughTheYear, type Place, type Seen } from '../support/year/live.js'
import { createDoubts, type Judgement } from './doubts.js'
import { openChats } from './year-chats.js'

const token = '7000000009:AAE-year_year_year_year_year_year_ye'
/** Two minutes without an end mean that something is stuck. */
const PATIENCE_MS = 120_000
const LOOK_MS = 25
const BEGINS_MS = 3000
/** How kills meet the service, in turn: before the platform has one of its messages, before it has the answer, or anyhow. */
const ways = ['hang', 'apply-then-hang', 'any moment'] as const
const ONE_DAY_MS = 24 * 60 * 60_000

export interface YearOnTelegram {
  seen: Seen
  kills: number
  judgement: Judgement
}

/** The year by the built product against the emulator, on a clock that is set from outside; the emulator has the same. */
export async function liveOnTelegram(env: Record<string, string>, seed: number): Promise<YearOnTelegram> {
  const clock = createFakeClock(instant('2026-12-15', '08:00'))
  const tg = await startTelegram({ now: clock.now })
  const bot = tg.bot(token, { username: 'ChiBoBot' })
  const chats = openChats(tg, bot)
  const child = { ...env, ...clock.env }
  const live = { ...child, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: tg.url }
  const { mongodbUri, dataDir } = readConfig(env)
  let service: Service | null = null
  let kills = 0
  let close: () => Promise<void> = () => Promise.resolve()

  async function start(): Promise<void> {
    service = startService({ ...live, PORT: String(await freePort()) })
    await ready(service)
  }

  async function kill(): Promise<void> {
    if (service === null) return
    await service.kill()
    clock.clearAfter(service.process.pid!)
  }

  try {
    await importBranch(child, chats.roster())
    const store = await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log: createLog('silent') })
    close = () => store.close()
    const moments = createMoments({ store, clock })
    const doubts = createDoubts({ store, chats, now: clock.now })
    await start()

    const settled = async (): Promise<void> => {
      const since = performance.now()
      while (bot.pending() > 0 || (await moments.busy())) {
        if (performance.now() - since > PATIENCE_MS) throw new Error(`it does not come to an end:\n${service!.log()}`)
        await sleep(LOOK_MS)
      }
    }
    const move = async (): Promise<void> => {
      await settled()
      const moment = await moments.next()
      if (moment === null) throw new Error('nothing is planned any more')
      clock.set(moment)
    }
    const place: Place = {
      people: chats.people,
      now: () => Promise.resolve(clock.now()),
      async next() {
        await move()
        await settled()
      },
      async nextWithKill(random) {
        const way = ways[kills++ % ways.length]!
        const after = Math.floor(random() * 8)
        const call = tg.calls.length
        const held = way === 'any moment' ? null : tg.fails({ method: 'sendMessage', fault: way, after })
        await move()
        // What is due is seen within 200 ms; where less leaves than was to pass, the kill comes after all of it.
        const begun = (): boolean => (held ? held.hits > 0 : tg.calls.length > call)
        await tg.until(begun, BEGINS_MS).catch(() => undefined)
        if (!held) await sleep(random() * 150)
        await kill()
        held?.release()
        await start()
        await settled()
        await doubts.ask()
      },
    }
    const lived = await liveThroughTheYear(place, seed)
    // The last card may be waiting for the end of the quiet hours.
    for (const end = clock.now() + ONE_DAY_MS; clock.now() < end;) await place.next()
    return { ...lived, judgement: await doubts.judge() }
  } finally {
    await kill()
    await close()
    await tg.stop()
    clock.remove()
  }
}

async function importBranch(env: Record<string, string>, people: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chibot-year-'))
  const file = join(folder, 'branch.json')
  writeFileSync(file, JSON.stringify({ ...demoFile(), ...people }))
  const importing = startService(env, ['import', file])
  const ended = await importing.ended
  rmSync(folder, { recursive: true, force: true })
  if (ended !== '0') throw new Error(`the branch was not imported:\n${importing.log()}`)
}
