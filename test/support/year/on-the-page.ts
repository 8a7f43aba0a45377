import { setTimeout as sleep } from 'node:timers/promises'
import { isCalled } from '../is-called.js'
import { freePort, openPage, ready, startService, type Page } from '../service.js'
import { liveThroughTheYear, type Place, type Seen } from './live.js'
import { chats } from './table.js'

/** The year by the local page's own interface, whose clock moves the branch. */
export async function liveOnThePage(
  env: Record<string, string>,
  seed: number | null,
): Promise<{ seen: Seen; kills: number }> {
  const PORT = String(await freePort())
  const page = openPage(() => Number(PORT))
  let service = startService({ ...env, PORT })
  const next = async (): Promise<void> => void (await page.advance('next'))

  const place: Place = {
    people: {
      ...page,
      has: (member) => chats.includes(member),
      choose: (member, { id, choices }, label) =>
        page.forge(member, id, choices.find((choice) => isCalled(choice, label))!.does),
    },
    chats,
    now: () => page.now(),
    next,
    async nextWithKill(random) {
      const before = await page.now()
      const advancing = page.advance('next')
      await sleep(random() * 150)
      await service.kill()
      await advancing
      service = startService({ ...env, PORT })
      await ready(service)
      // The clock moves before anything happens: where it had moved already, the rest is done by the new process.
      if ((await page.now()) - before < 60_000) await next()
      else await settled(page)
    },
  }
  try {
    await ready(service)
    return await liveThroughTheYear(place, seed)
  } finally {
    await service.kill()
  }
}

/** An advance first waits until everything due is done; where the next moment lies is not looked at before. */
async function settled(page: Page): Promise<void> {
  for (let quiet = 0, last = ''; quiet < 12;) {
    const counts = (await Promise.all(chats.map(async (chat) => (await page.messages(chat)).length))).join()
    quiet = counts === last ? quiet + 1 : 0
    last = counts
    await sleep(250)
  }
}
