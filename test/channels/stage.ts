import { localDate } from '../../src/domain/calendar/local-time.js'
import { startTelegram } from '../emulators/telegram/start-telegram.js'
import { startZaloBot } from '../emulators/zalo-bot/start-zalo-bot.js'
import { envOf } from '../emulators/zalo-oa/env-of.js'
import { startZaloOa, type ZaloOaPerson } from '../emulators/zalo-oa/start-zalo-oa.js'
import { demoFile } from '../support/demo-file.js'
import type { Handheld } from '../support/devices/device.js'
import { telegramDevice, telegramView } from '../support/devices/telegram-device.js'
import { zaloBotDevice, zaloBotGroup } from '../support/devices/zalo-bot-device.js'
import { brought, zaloOaDevice } from '../support/devices/zalo-oa-device.js'
import type { FakeClock } from '../support/fake-clock.js'
import type { Stage } from '../support/year/by-the-clock.js'
import { openDevices, type Holder } from '../support/year/devices-people.js'
import { telegramSnags } from '../telegram/year-on-telegram.js'

const telegramToken = '7000000010:AAE-across_across_across_across_across'
const zaloBotToken = '1234567890123456790:year-year-year'
const webhookSecret = 'secret-of-webhooks-in-tests'
const oaApp = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const publicUrl = 'https://chibo.example'
const WINDOW_MS = 7 * 24 * 60 * 60_000
/** The month in which the plan on Zalo Bot ends in the middle of a notice. */
const shortMonth = '2027-09'
const DEAD_TOKEN = 'Zalo OA takes the refresh token no more'

/** In the order in which each wants to be reached; the two who are not here have a telephone. */
export const channelsOf = {
  m01: ['telegram', 'zalo-bot'],
  m02: ['zalo-oa', 'telegram'],
  m03: ['telegram', 'zalo-bot'],
  m04: ['zalo-bot'],
  m05: ['telegram'],
  m06: ['zalo-bot', 'zalo-oa'],
  m07: ['zalo-oa'],
  m08: ['zalo-bot', 'telegram'],
  m10: ['zalo-oa', 'zalo-bot'],
} as const
export type OnChannels = keyof typeof channelsOf
const holders = Object.keys(channelsOf) as OnChannels[]
const hasOn = (member: OnChannels, channel: string): boolean => channelsOf[member].some((one) => one === channel)

export type ChannelsStage = Awaited<ReturnType<typeof openChannelsStage>>

/** One branch on three platforms at once: Telegram polls, both Zalo products bring what is said to webhooks. */
export async function openChannelsStage(clock: FakeClock, port: number) {
  const { now } = clock
  const tg = await startTelegram({ now })
  const bot = tg.bot(telegramToken, { username: 'ChiBoBot' })
  const zalo = await startZaloBot({ token: zaloBotToken, canJoinGroups: true, now })
  const first = 'refresh-first-of-the-year'
  const oa = await startZaloOa({ ...oaApp, refresh: first, now })
  const service = `http://127.0.0.1:${port}`
  zalo.proxy(publicUrl, service)
  oa.receiver(`${service}/webhooks/zalo-oa`)
  let refresh = first
  const blocked: { member: OnChannels; from: number; until: number }[] = []

  const onTelegram = new Map(
    holders
      .filter((member) => hasOn(member, 'telegram'))
      .map((member) => [member, tg.user({ id: 1000 + Number(member.slice(1)), first_name: member })]),
  )
  const onZalo = new Map(
    holders.filter((member) => hasOn(member, 'zalo-bot')).map((member) => [member, zalo.person(member)]),
  )
  const onOa = new Map(
    holders.filter((member) => hasOn(member, 'zalo-oa')).map((member) => [member, oa.person(member)]),
  )
  for (const person of onTelegram.values()) person.start(bot)
  const secretary = onTelegram.get('m01')!
  const group = tg.group({ title: 'Chi bộ', by: secretary })
  for (const person of onTelegram.values()) if (person !== secretary) group.add(person, secretary)
  group.add(bot, secretary)
  const zaloGroup = zalo.group()

  /** When each spoke to the OA: it can be answered for seven days. */
  const spoke: { member: OnChannels; at: number }[] = []
  const speaks = (member: OnChannels): void => void spoke.push({ member, at: now() })
  const overOa = async (member: OnChannels, speak: (person: ZaloOaPerson) => Promise<number | null>): Promise<void> => {
    speaks(member)
    await brought(oa, speak(onOa.get(member)!))
  }
  const heard = (member: OnChannels, device: Handheld): Handheld => ({
    ...device,
    says: (text, replyTo) => (speaks(member), device.says(text, replyTo)),
    chooses: (message, label) => (speaks(member), device.chooses(message, label)),
  })
  const deviceOf = (member: OnChannels, channel: (typeof channelsOf)[OnChannels][number]): Handheld => {
    if (channel === 'telegram') return telegramDevice(tg, bot, onTelegram.get(member)!)
    if (channel === 'zalo-bot') return zaloBotDevice(zalo, onZalo.get(member)!)
    return heard(member, zaloOaDevice(oa, onOa.get(member)!))
  }
  const people = holders.map((chat): Holder => ({
    chat,
    devices: channelsOf[chat].map((channel) => deviceOf(chat, channel)),
    ...(onTelegram.has(chat) && { inGroup: (text) => void onTelegram.get(chat)!.says(group, text) }),
  }))
  const accountOf = (member: OnChannels, channel: string): string =>
    channel === 'telegram'
      ? String(onTelegram.get(member)!.id)
      : (channel === 'zalo-bot' ? onZalo : onOa).get(member)!.id
  const members = demoFile().members.map((member) => ({
    ...member,
    accounts: (channelsOf[member.id as OnChannels] ?? []).map((channel) => ({
      channel,
      id: accountOf(member.id as OnChannels, channel),
      agreed: true,
    })),
  }))

  /** Whether that channel could not carry anything to him at that moment, by what befell it. */
  function refuses(channel: string, member: OnChannels, at: number): boolean {
    if (channel === 'telegram') return blocked.some((one) => one.member === member && one.from <= at && at < one.until)
    if (channel === 'zalo-oa')
      return !spoke.some((one) => one.member === member && at - WINDOW_MS <= one.at && one.at <= at)
    const month = localDate(at).slice(0, 7)
    const later = zalo.posts.some((post) => post.at > at && localDate(post.at).startsWith(month))
    return shortMonth === month && !later
  }

  return {
    chats: openDevices(people, [
      { chat: 'group', devices: [telegramView(tg, group)] },
      { chat: 'zalo-group', devices: [zaloBotGroup(zalo, zaloGroup)] },
    ]),
    roster: {
      members,
      chats: [
        { channel: 'telegram', id: String(group.id) },
        { channel: 'zalo-bot', id: zaloGroup.id },
      ],
    },
    env: (): Record<string, string> => ({
      PUBLIC_URL: publicUrl,
      TELEGRAM_BOT_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: tg.url,
      TELEGRAM_MODE: 'polling',
      ZALO_BOT_TOKEN: zaloBotToken,
      ZALO_BOT_API_ROOT: zalo.url,
      ZALO_BOT_MODE: 'webhook',
      ZALO_BOT_WEBHOOK_SECRET: webhookSecret,
      ...envOf(oaApp, refresh, oa.url),
    }),
    pending: () => bot.pending() > 0 || zalo.waiting() > 0,
    snags: [
      ...telegramSnags(tg),
      () => {
        zalo.strike('sendMessage', { kind: 'hang' })
        const begun = (): boolean => zalo.calls.some((call) => call.method === 'sendMessage' && call.status === null)
        return { begun, release: () => zalo.calm(), anyMoment: false }
      },
      () => {
        oa.strike('/v3.0/oa/message/cs', { kind: 'late', ms: 20_000 })
        const before = oa.posts.length
        return { begun: () => oa.posts.length > before, release: () => oa.calm(), anyMoment: false }
      },
    ] satisfies Stage['snags'],
    /** Killed between the platform's answer and its own note of it, it has no token any more: an administrator makes one. */
    tend(log: string): boolean {
      if (!log.includes(DEAD_TOKEN)) return false
      refresh = oa.consent()
      return true
    },
    async stop(): Promise<void> {
      await tg.stop()
      await zalo.close()
      await oa.close()
    },

    /** So few messages the plan on Zalo Bot has in the month that is short. */
    runsShort: (messages: number) => zalo.quota(messages, shortMonth),
    refuses,
    /** From then on he has blocked the bot on Telegram, until he comes back. */
    blocks(member: OnChannels): void {
      onTelegram.get(member)!.blocks(bot)
      blocked.push({ member, from: now(), until: Infinity })
    },
    comesBack(member: OnChannels): void {
      blocked.at(-1)!.until = now()
      onTelegram.get(member)!.start(bot)
    },
    follows: (member: OnChannels) => overOa(member, (person) => person.follows()),
    saysToOa: (member: OnChannels, text: string) => overOa(member, (person) => person.says(text)),
    saysInZaloGroup: (member: OnChannels, text: string) =>
      void onZalo.get(member)!.saysIn(zaloGroup, `@${zalo.bot.display_name} ${text}`),
  }
}
