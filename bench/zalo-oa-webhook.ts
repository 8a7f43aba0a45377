import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { envOf } from '../test/emulators/zalo-oa/env-of.js'
import { startZaloOa } from '../test/emulators/zalo-oa/start-zalo-oa.js'
import { ms, quantile, type Figures } from './figures.js'
import type { Place } from './places.js'
import { progress } from './progress.js'
import { startService } from './service.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-bench', secretKey: 'oa-secret-key-of-bench' }
const refresh = 'refresh-first-of-bench'
const A_SECOND = 50
const SECONDS = 20
const PEOPLE = 50

/** Signed webhooks of a Zalo OA at a steady rate, until each is answered: the platform waits two seconds, the aim is half of one. */
export async function zaloOaWebhook(place: Place): Promise<Figures> {
  progress(`${place.name}: ${A_SECOND * SECONDS} webhooks of a Zalo OA`)
  const zalo = await startZaloOa({ ...app, refresh })
  const service = await startService({
    ...place.env(),
    PUBLIC_URL: 'https://chibot.example.vn',
    ...envOf(app, refresh, zalo.url),
  })
  zalo.receiver(`${service.url}/webhooks/zalo-oa`)
  const people = Array.from({ length: PEOPLE }, (_, n) => zalo.person(`n${n}`))
  const took: number[] = []
  let refused = 0

  async function say(n: number): Promise<void> {
    const began = performance.now()
    const status = await people[n % PEOPLE]!.says(`lời thứ ${n}`)
    took.push(performance.now() - began)
    if (status !== 200) refused++
  }

  const began = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; n < A_SECOND * SECONDS; n++) {
    under.push(say(n))
    await sleep(Math.max(0, began + ((n + 1) * 1000) / A_SECOND - performance.now()))
  }
  await Promise.all(under)
  await service.stop()
  await zalo.close()
  return [
    [`Zalo OA webhook, ${A_SECOND} a second, p50 of ${took.length}`, ms(quantile(took, 0.5))],
    ['  p99', ms(quantile(took, 0.99))],
    ['  not answered 200', String(refused)],
  ]
}
