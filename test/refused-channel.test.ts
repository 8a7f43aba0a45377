import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TelegramBot } from './emulators/telegram/people/bot.js'
import { startTelegram, type Telegram } from './emulators/telegram/start-telegram.js'
import { startZaloBot, type ZaloBotServer } from './emulators/zalo-bot/start-zalo-bot.js'
import { freePort, ready, startService, type Service } from './support/service.js'

/** The built product on two channels, of which one is refused by its platform. */

const telegramToken = '7000000011:AAE-refused_refused_refused_refused_ref'
const token = '1234567890123456789:refused-refused'
const folder = mkdtempSync(join(tmpdir(), 'chibot-refused-'))
const PATIENCE_MS = 30_000

let tg: Telegram
let bot: TelegramBot
let zalo: ZaloBotServer
const services: Service[] = []

beforeAll(async () => {
  tg = await startTelegram()
  bot = tg.bot(telegramToken, { username: 'ChiBoBot' })
  zalo = await startZaloBot({ token })
})
afterAll(async () => {
  for (const service of services) await service.kill()
  await zalo.close()
  await tg.stop()
  rmSync(folder, { recursive: true, force: true })
})

const onTelegram = () => ({ TELEGRAM_BOT_TOKEN: telegramToken, TELEGRAM_API_ROOT: tg.url })
const onZalo = () => ({ ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: zalo.url })
async function start(env: Record<string, string>, args: string[] = ['start']): Promise<Service> {
  const service = startService({ LANG: 'en', PORT: String(await freePort()), ...env }, args)
  services.push(service)
  return service
}
async function shows({ port }: Service, line: string): Promise<void> {
  for (let look = 0; look < 150; look++) {
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    if (metrics.includes(line)) return
    await sleep(200)
  }
  throw new Error(`no ${line}`)
}

test('a token that was reset since the last start closes its channel; the other goes on, and doctor says what to do', async () => {
  const env = { ...onTelegram(), ...onZalo(), DATA_DIR: join(folder, 'both') }
  const first = await start(env)
  await ready(first)
  for (const channel of ['zalo-bot', 'telegram']) await shows(first, `chibot_channel_refused{channel="${channel}"} 0`)
  expect(await first.stop()).toBe(0)

  zalo.resetToken()
  const second = await start(env)
  await ready(second)
  await zalo.until(() => second.log().includes('is refused by its platform and closed'), PATIENCE_MS)
  const lan = tg.user({ id: 4711, first_name: 'Lan', language_code: 'vi' })
  lan.start(bot)
  await tg.until(() => tg.sent(lan).length > 0, PATIENCE_MS)
  await ready(second)
  await shows(second, 'chibot_channel_refused{channel="zalo-bot"} 1')

  const doctor = await start(env, ['doctor'])
  await doctor.ended
  expect(doctor.log()).toContain('Zalo refuses ZALO_BOT_TOKEN or PUBLIC_URL, which it took before')
  expect(await second.stop()).toBe(0)
}, 150_000)

test('one that was never taken is mistyped, and one without another channel carries nothing: the start stops with 78', async () => {
  const mistyped = {
    ...onTelegram(),
    ...onZalo(),
    ZALO_BOT_TOKEN: '12345:mistyped-mistyped',
    DATA_DIR: join(folder, 'new'),
  }
  const alone = { ...onZalo(), DATA_DIR: join(folder, 'both') }
  for (const env of [mistyped, alone]) {
    const service = await start(env)
    expect(await service.ended).toBe('78')
    expect(service.log()).toContain('ZALO_BOT_TOKEN')
  }
}, 60_000)
