import { setTimeout as sleep } from 'node:timers/promises'
import type { Service } from './service.js'

/** How many updates it has accepted, as it says itself. */
export async function accepted({ port }: Service): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const counts = text.matchAll(/^chibot_entries_accepted_total\{.*\} (\d+)$/gmu)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}

/** What it says of itself, from the moment at which it says anything. */
export async function readiness({ port }: Service): Promise<{ status: number; hearing: boolean }> {
  for (let look = 0; look < 1200; look++, await sleep(25)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer) return { status: answer.status, hearing: ((await answer.json()) as { hearing: boolean }).hearing }
  }
  throw new Error('nobody answers')
}
