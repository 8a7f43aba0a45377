import { startTelegram } from '../../emulators/telegram/start-telegram.js'
import { startZaloBot } from '../../emulators/zalo-bot/start-zalo-bot.js'
import { envOf } from '../../emulators/zalo-oa/env-of.js'
import { startZaloOa } from '../../emulators/zalo-oa/start-zalo-oa.js'
import type { Channel } from '../../../src/chat.js'
import type { Surroundings } from '../clocked-service.js'
import { demoFile } from '../demo-file.js'
import type { Handheld } from '../devices/device.js'
import { telegramDevice } from '../devices/telegram-device.js'
import { zaloBotDevice } from '../devices/zalo-bot-device.js'
import { zaloOaDevice } from '../devices/zalo-oa-device.js'
import type { FakeClock } from '../fake-clock.js'
import { docxMime, wordFile } from '../sample-files.js'
import { openPage } from '../service.js'
import { handOf, handOnPage, type Hand } from './hand.js'

const telegramToken = '7000000011:AAE-golden_golden_golden_golden_golde'
const zaloBotToken = '1234567890123456791:golden-golden'
const oaApp = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-golden-texts'
const publicUrl = 'https://chibo.example'

/** Whose texts they are. */
export const member = 'm08'

export interface GoldenChannel extends Surroundings {
  /** As a file to import names the people. */
  people: object
  member: Hand
  secretary: Hand
  /** Of the draft of this quarter. */
  author: Hand
  /** The secretary sends the draft of the next quarter as a document; null where he can send none. */
  sendsDraft: (() => void) | null
  stop(): Promise<void>
}

const roster = (accounts: Record<string, object>): object => ({
  members: demoFile().members.map((one) => ({ ...one, accounts: accounts[one.id] ? [accounts[one.id]] : [] })),
  chats: [],
})

/** The simulator: there is no code to join by, and no file can be sent on it. */
function openWeb(port: number): GoldenChannel {
  const page = openPage(() => port)
  const account = (id: string, agreed: boolean): object => ({ channel: 'web', id, agreed })
  return {
    env: () => ({}),
    pending: () => false,
    people: roster({ m01: account('m01', true), m05: account('m05', true), [member]: account(member, false) }),
    member: handOnPage(page, member),
    secretary: handOnPage(page, 'm01'),
    author: handOnPage(page, 'm05'),
    sendsDraft: null,
    stop: () => Promise.resolve(),
  }
}

/** The member on his channel; the secretary and the author of the draft on Telegram. */
export async function openChannel(channel: Channel, clock: FakeClock, port: number): Promise<GoldenChannel> {
  if (channel === 'web') return openWeb(port)
  const { now } = clock
  const tg = await startTelegram({ now })
  const bot = tg.bot(telegramToken, { username: 'ChiBoBot' })
  const [hoa, duc] = [tg.user({ id: 1001, first_name: 'Hòa' }), tg.user({ id: 1005, first_name: 'Đức' })]
  const account = (id: number): object => ({ channel: 'telegram', id: String(id), agreed: true })
  for (const person of [hoa, duc]) person.start(bot)
  const own = await openOwn(channel, now, port, () => telegramDevice(tg, bot, tg.user({ id: 1008, first_name: 'Hương' }))) // prettier-ignore
  const draft = { name: 'Dự thảo CĐ2.docx', mime: docxMime, bytes: wordFile('Dự thảo chuyên đề quý II') }
  return {
    env: () => ({
      TELEGRAM_BOT_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: tg.url,
      TELEGRAM_MODE: 'polling',
      PUBLIC_URL: publicUrl,
      ...own.env,
    }),
    pending: () => bot.pending() > 0 || own.pending(),
    people: roster({ m01: account(1001), m05: account(1005) }),
    member: handOf(own.device),
    secretary: handOf(telegramDevice(tg, bot, hoa)),
    author: handOf(telegramDevice(tg, bot, duc)),
    sendsDraft: () => void hoa.sendsDocument(bot, draft, { caption: '/chuyende soan cd2' }),
    async stop() {
      await tg.stop()
      await own.close()
    },
  }
}

interface Own {
  device: Handheld
  env: Record<string, string>
  pending(): boolean
  close(): Promise<void>
}

async function openOwn(
  channel: Exclude<Channel, 'web'>,
  now: () => number,
  port: number,
  onTelegram: () => Handheld,
): Promise<Own> {
  if (channel === 'telegram') {
    return { device: onTelegram(), env: {}, pending: () => false, close: () => Promise.resolve() }
  }
  if (channel === 'zalo-bot') {
    const zalo = await startZaloBot({ token: zaloBotToken, now })
    zalo.proxy(publicUrl, `http://127.0.0.1:${port}`)
    const env = {
      ZALO_BOT_TOKEN: zaloBotToken,
      ZALO_BOT_API_ROOT: zalo.url,
      ZALO_BOT_MODE: 'webhook',
      ZALO_BOT_WEBHOOK_SECRET: 'secret-of-webhooks-in-tests',
    }
    const device = zaloBotDevice(zalo, zalo.person('Hương'))
    return { device, env, pending: () => zalo.waiting() > 0, close: () => zalo.close() }
  }
  const oa = await startZaloOa({ ...oaApp, refresh, now })
  oa.receiver(`http://127.0.0.1:${port}/webhooks/zalo-oa`)
  const env = envOf(oaApp, refresh, oa.url)
  return { device: zaloOaDevice(oa, oa.person('Hương')), env, pending: () => false, close: () => oa.close() }
}
