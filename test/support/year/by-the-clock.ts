import { setTimeout as sleep } from 'node:timers/promises'
import { instant } from '../../../src/domain/calendar/local-time.js'
import { openClockedService, type Surroundings } from '../clocked-service.js'
import { createFakeClock, type FakeClock } from '../fake-clock.js'
import { freePort } from '../service.js'
import type { YearChats } from './devices-people.js'
import { createDoubts, type Judgement } from './doubts.js'
import { liveThroughTheYear, type DatedAct, type Place, type Seen } from './live.js'

const BEGINS_MS = 3000
const ONE_DAY_MS = 24 * 60 * 60_000

/** How a kill meets the service: before the platform has one of its messages, before it has the answer, or anyhow. */
export interface Snag {
  /** The service may be killed now. */
  begun(): boolean
  release(): void
  /** It is killed a little later: any moment is as good. */
  anyMoment: boolean
}

/** The platforms of a year, and the branch on them. */
export interface Stage extends Surroundings {
  chats: YearChats
  /** Members, groups and their accounts, as a file to import names them. */
  roster: object
  /** In turn. `after`: so many calls pass before. */
  snags: ((after: number) => Snag)[]
  stop(): Promise<void>
}

export interface LivedYear {
  seen: Seen
  kills: number
  judgement: Judgement
}

/** The year by the built product against the platforms' emulators, all on one clock that is set from outside. */
export async function liveByTheClock(given: {
  env: Record<string, string>
  seed: number
  open: (clock: FakeClock, port: number) => Promise<Stage>
  more?: DatedAct[]
}): Promise<LivedYear> {
  const { env, seed, open, more } = given
  const clock = createFakeClock(instant('2026-12-15', '08:00'))
  const port = await freePort()
  const stage = await open(clock, port)
  let close: () => Promise<void> = () => Promise.resolve()
  let kills = 0

  try {
    const service = await openClockedService({ env, port, clock, people: stage.roster, surroundings: stage })
    close = () => service.close()
    const doubts = createDoubts({ store: service.store, chats: stage.chats, now: clock.now })
    await service.start()
    const place: Place = {
      people: stage.chats.people,
      chats: stage.chats.readers.map(({ chat }) => chat),
      now: () => Promise.resolve(clock.now()),
      async next() {
        await service.move()
        await service.settled()
      },
      async nextWithKill(random) {
        const snag = stage.snags[kills++ % stage.snags.length]!(Math.floor(random() * 8))
        await service.move()
        // What is due is seen within 200 ms; where less leaves than was to pass, the kill comes after all of it.
        for (const end = performance.now() + BEGINS_MS; !snag.begun() && performance.now() < end;) await sleep(5)
        if (snag.anyMoment) await sleep(random() * 150)
        await service.kill()
        snag.release()
        await service.start()
        await service.settled()
        await doubts.ask()
      },
    }
    const lived = await liveThroughTheYear(place, seed, more)
    // The last card may be waiting for the end of the quiet hours.
    for (const end = clock.now() + ONE_DAY_MS; clock.now() < end;) await place.next()
    return { ...lived, judgement: await doubts.judge() }
  } finally {
    await close()
    await stage.stop()
    clock.remove()
  }
}
