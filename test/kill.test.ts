import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { instant, localDate } from '../src/domain/calendar/local-time.js'
import { describeMongo } from './support/mongo.js'
import { freePort, openPage, ready, startService, type Page, type Service } from './support/service.js'
import { copiesOnMongo, copiesOnSqlite, type StoreCopies } from './support/store-copies.js'

const COMMENT = 'Đề nghị bổ sung số liệu theo từng quý; phần giải pháp nên ghi rõ ai kiểm tra chéo với ai.'
const chats = ['group', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']
const RECIPIENTS = 11

type Seen = Record<string, string[]>

/** Each word as often as it was seen. Two things due at one moment are independent: their order is not compared. */
async function whatWasSeen(page: Page): Promise<Seen> {
  const entries = await Promise.all(
    chats.map(async (chat): Promise<[string, string[]]> => {
      const messages = await page.messages(chat)
      return [chat, messages.map((one) => `${one.author}: ${one.title ?? ''}|${one.text}`).sort()]
    }),
  )
  return Object.fromEntries(entries)
}

const noticeDue = instant('2026-12-31', '08:00')
const isNotice = (text: string): boolean => text.includes('THÔNG BÁO SINH HOẠT CHI BỘ')

async function noticeIsOut(page: Page): Promise<boolean> {
  return (await page.messages('group')).some((one) => isNotice(`${one.title ?? ''}${one.text}`))
}

/** The decisive hours: a comment, then the notice to eleven recipients. The service is started anew whenever it dies. */
async function play(
  env: Record<string, string>,
  failpoint: string | null,
  expected: Seen | null,
): Promise<{ seen: Seen; killed: boolean }> {
  const PORT = String(await freePort())
  let service: Service = startService({ ...env, PORT, ...(failpoint === null ? {} : { FAILPOINT: failpoint }) })
  let killed = false
  let over = false
  const revived = (async () => {
    const how = await service.ended
    if (over) return
    killed = how === 'SIGKILL'
    service = startService({ ...env, PORT })
    await ready(service)
  })()
  try {
    const page = openPage(() => Number(PORT))
    await Promise.race([ready(service), revived])
    await page.say('m02', `/gopy cd1 ${COMMENT}`)
    // A kill may fall after the clock has moved: then what was due is done by the new process.
    while ((await page.now()) < noticeDue) {
      if ((await page.advance('next')) === null) await revived
    }
    // Everything is out when the counts are those of a run without a kill; a moment more shows what comes twice.
    let seen = await whatWasSeen(page)
    for (let look = 0; look < 200 && (expected === null ? look < 20 : !sameCounts(seen, expected)); look++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      seen = await whatWasSeen(page)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
    return { seen: await whatWasSeen(page), killed }
  } finally {
    over = true
    await service.kill()
    await revived
  }
}

const sameCounts = (a: Seen, b: Seen): boolean => chats.every((chat) => a[chat]!.length >= b[chat]!.length)

const steps = [
  'accept:before',
  'accept:after',
  'take:before',
  'take:after',
  'decide:before',
  'decide:after',
  'commit:before',
  'commit:after',
  'apply:before',
  'apply:after',
]
const applied = [
  'apply:saves',
  'apply:posts',
  'apply:says',
  'apply:cancels',
  'apply:marks',
  'apply:done',
  'apply:cleared',
]
const sending = ['claim:before', 'send:before', 'sent:after']

function cases(more: string[]): string[] {
  const once = steps.filter((step) => step.startsWith('accept'))
  const twice = [...steps.filter((step) => !step.startsWith('accept')), ...more, ...sending]
  const rows = Array.from({ length: RECIPIENTS + 2 }, (_, n) => [`claim:after:${n + 1}`, `send:after:${n + 1}`]).flat()
  return [...once.map((step) => `${step}:1`), ...twice.flatMap((step) => [`${step}:1`, `${step}:2`]), ...rows]
}

/** The draft of the first topic is out for comments; the next day brings the notice. */
async function prepare(env: Record<string, string>): Promise<void> {
  const PORT = String(await freePort())
  const service = startService({ ...env, PORT })
  try {
    await ready(service)
    const page = openPage(() => Number(PORT))
    // The clock moves only when all is quiet: the demo branch is founded and everybody linked.
    await page.advance('next')
    await page.say('m01', '/chuyende soan cd1')
    await page.until('m01', (message) => message.choices.some(({ label }) => label === 'Thôi'))
    await page.say('m01', 'I- Đặt vấn đề. II- Thực trạng. III- Nguyên nhân. IV- Giải pháp.')
    await page.until('m01', (message) => message.choices.some(({ label }) => label === 'Xong'))
    await page.press('m01', 'Xong')
    await page.say('m01', '/chuyende gui cd1 17h 02/01/2027')
    await page.until('m01', (message) => message.choices.some(({ label }) => label === 'Gửi'))
    await page.press('m01', 'Gửi')
    await page.until('group', (message) => message.text.includes('17'))
    while (localDate(await page.now()) < '2026-12-30') await page.advance('day')
    expect(await noticeIsOut(page)).toBe(false)
    expect(await service.stop()).toBe(0)
  } finally {
    await service.kill()
  }
}

function killSuite(bench: StoreCopies, failpoints: string[]): void {
  let reference: Seen

  beforeAll(async () => {
    await prepare(bench.env('prepared'))
    await bench.copy('reference')
    reference = (await play(bench.env('reference'), null, null)).seen
    for (const chat of chats) expect(reference[chat]!.filter(isNotice)).toHaveLength(1)
    expect(reference['m02']!.filter((line) => line.includes('số 1'))).not.toHaveLength(0)
  }, 120_000)

  afterAll(async () => {
    await bench.drop('reference')
    await bench.drop('prepared')
  })

  test.each(failpoints)(
    'killed at %s, members see exactly what they see without a kill',
    async (failpoint) => {
      await bench.copy(failpoint)
      try {
        const { seen, killed } = await play(bench.env(failpoint), failpoint, reference)
        expect(killed).toBe(true)
        expect(seen).toEqual(reference)
      } finally {
        await bench.drop(failpoint)
      }
    },
    60_000,
  )
}

describe('SIGKILL on the embedded store', () => killSuite(copiesOnSqlite(), cases([])))
describeMongo('SIGKILL on MongoDB', () => killSuite(copiesOnMongo(), cases(applied)))
