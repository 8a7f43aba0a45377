import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Address, Channel, Platform } from '../../../src/chat.js'
import type { Courier, CourierOptions } from '../../../src/delivery/courier.js'
import { deliveryList, type DeliveryList } from '../../../src/domain/delivery-list.js'
import type { Member } from '../../../src/domain/people/member.js'
import { createZaloBot } from '../../../src/platforms/zalo-bot.js'
import { createZaloOa } from '../../../src/platforms/zalo-oa.js'
import { rowsOf } from '../../../src/store/deliveries.js'
import type { Delivery } from '../../../src/store/delivery.js'
import type { ChannelPayload } from '../../../src/store/entry.js'
import { createLastWebhook } from '../../../src/store/last-webhook.js'
import { createTokenVault } from '../../../src/store/token-vault.js'
import { createWindows } from '../../../src/store/windows.js'
import { startZaloBot, type ZaloBotServer } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'
import { branch } from '../../web/pages/demo-documents.js'
import { BRANCH, entriesOf, openStage, type Stage } from '../stage.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-tests'
const token = '1234567890123456789:codes-codes'

export const onOa = (id: string): Address => ({ channel: 'zalo-oa', id })
export const onBot = (id: string): Address => ({ channel: 'zalo-bot', id })

/** The courier on a real store, our two Zalo clients, and over HTTP the two platforms. Only its clock stands still. */
export interface ZaloStage extends Omit<Stage, 'platforms' | 'settle' | 'settleFor'> {
  oa: ZaloOaServer
  bot: ZaloBotServer
  /** What was written to the log. */
  log(): string
  life(more?: Partial<CourierOptions>): Courier
  /** Pumps until nothing more happens at this moment of the clock. */
  settle(): Promise<void>
  /** Of the notice the rows bear. */
  list(key: string): Promise<DeliveryList<Member>>
  row(id: string): Promise<Delivery>
  /** What the branch was told of whole channels. */
  news(): Promise<ChannelPayload[]>
  close(): Promise<void>
}

export async function openZaloStage({ quota }: { quota?: number } = {}): Promise<ZaloStage> {
  const stage = await openStage({})
  const oa = await startZaloOa({ ...app, refresh })
  const bot = await startZaloBot({ token, now: () => stage.time.now(), ...(quota !== undefined && { quota }) })
  let written = ''
  const log = pino({ level: 'debug' }, { write: (line: string) => void (written += line) })
  const clients: Platform[] = [
    createZaloOa({
      ...app,
      apiRoot: oa.url,
      oauthRoot: oa.url,
      verifier: null,
      vault: createTokenVault(stage.store, refresh, () => performance.now()),
      windows: createWindows(stage.store, 'zalo-oa'),
      read: () => {
        throw new Error('no file is sent here')
      },
      now: oa.now,
      real: oa.now,
      failpoint: () => undefined,
      turnedAway: () => undefined,
      log,
    }),
    createZaloBot({
      token,
      apiRoot: bot.url,
      updates: { mode: 'polling' },
      lastWebhook: createLastWebhook(stage.store, 'zalo-bot'),
      now: () => stage.time.now(),
      ending: new AbortController().signal,
      turnedAway: () => undefined,
      log,
    }),
  ]
  const platforms = new Map<Channel, Platform>(clients.map((client) => [client.name, client]))
  const quotas = new Map<Channel, number>([['zalo-bot', quota ?? 3000]])
  await stage.store.insert('branches', [{ ...branch('tb', null), lane: BRANCH }])
  // As the service does before anything else.
  for (const client of clients) await client.start()
  const life = (more: Partial<CourierOptions> = {}): Courier => stage.newLife({ platforms, quotas, log, ...more })
  let courier = life()

  return {
    ...stage,
    oa,
    bot,
    log: () => written,
    life: (more) => (courier = life(more)),
    async settle() {
      for (let quiet = 0; quiet < 4; await sleep(5)) {
        const done = await courier.pump()
        const flying = await stage.store.count('deliveries', { state: 'sending' })
        quiet = done || flying > 0 ? 0 : quiet + 1
      }
    },
    async list(key) {
      const members = await stage.store.find('members', { lane: BRANCH })
      return deliveryList({ key, rows: await rowsOf(stage.store, key), members, calls: [] })
    },
    async news() {
      const entries = await entriesOf(stage.store)
      return entries.flatMap(({ payload }) => (payload?.kind === 'channel' ? [payload] : []))
    },
    async close() {
      await courier.stop()
      await Promise.all([oa.close(), bot.close()])
      await stage.store.close()
    },
  }
}
