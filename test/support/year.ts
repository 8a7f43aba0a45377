import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { localDate } from '../../src/domain/calendar/local-time.js'
import { randomFrom } from './interleaving.js'
import { freePort, openPage, ready, startService, type Page, type Service, type Shown } from './service.js'

/** domain.md §6.3 for 2027, with the swap of August and October: what members have to see. */
export const year = [
  { month: '01', meeting: '04/01/2027', notice: '2026-12-31', presenter: 'm06' },
  { month: '02', meeting: '03/02/2027', notice: '2027-01-29', presenter: 'm04' },
  { month: '03', meeting: '03/03/2027', notice: '2027-02-26', presenter: 'm07' },
  { month: '04', meeting: '05/04/2027', notice: '2027-04-02', presenter: 'm11' },
  { month: '05', meeting: '04/05/2027', notice: '2027-04-29', presenter: 'm03' },
  { month: '06', meeting: '03/06/2027', notice: '2027-05-31', presenter: 'm05' },
  { month: '07', meeting: '05/07/2027', notice: '2027-07-02', presenter: 'm01' },
  { month: '08', meeting: '03/08/2027', notice: '2027-07-30', presenter: 'm10' },
  { month: '09', meeting: '06/09/2027', notice: '2027-09-01', presenter: 'm02' },
  { month: '10', meeting: '04/10/2027', notice: '2027-10-01', presenter: 'm08' },
  { month: '11', meeting: '03/11/2027', notice: '2027-10-29', presenter: 'm09' },
  { month: '12', meeting: '03/12/2027', notice: '2027-11-30', presenter: 'm06' },
] as const

export const chats = ['group', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']

export type Seen = Record<string, Shown[]>

const sample = JSON.parse(readFileSync(new URL('./sample-comments.json', import.meta.url), 'utf8')) as {
  comments: { n: number; member: string | null; text?: string; messages?: string[] }[]
}
const commentOf = (n: number): string => sample.comments.find((one) => one.n === n)!.text!

type Act = (page: Page) => Promise<void>

/** What people do in that year, on the day named or at the first moment after it at which anything happens. */
const acts: [date: string, act: Act][] = [
  ['2026-12-15', (page) => setDay(page, 'làm')],
  ['2027-01-29', sendDraft],
  ['2027-01-29', commentEarly],
  ['2027-02-02', (page) => page.say('m06', `/gopy cd1 ${commentOf(4)}`)],
  ['2027-07-06', swap],
  ['2027-07-12', (page) => setDay(page, 'nghỉ')],
]

async function setDay(page: Page, kind: string): Promise<void> {
  await page.say('m01', `/caidat ngaynghi 03/09/2027 ${kind}`)
  await answered(page, 'm01', 'Lưu')
}

async function answered(page: Page, member: string, label: string): Promise<void> {
  await page.until(member, (message) => message.choices.some((choice) => choice.label === label))
  await page.press(member, label)
  await page.until(member, (message) => !message.choices.some((choice) => choice.label === label))
}

async function sendDraft(page: Page): Promise<void> {
  await page.say('m05', '/chuyende soan cd1')
  await page.until('m05', (message) => message.choices.length > 0)
  await page.say('m05', 'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản (12 %) bị trả lại để sửa.')
  await answered(page, 'm05', 'Xong')
  await page.say('m01', '/chuyende gui cd1 17h 02/02/2027')
  await answered(page, 'm01', 'Gửi')
  await page.until('m11', (message) => message.text.includes('418 văn bản'))
}

/** All but Mai Anh, in many ways: command, reply, button, several messages, in the group, by the minute-taker for one without a phone. */
async function commentEarly(page: Page): Promise<void> {
  const draft = async (member: string): Promise<string> =>
    (await page.until(member, (one) => one.text.includes('418 văn bản'))).id
  const told = (member: string, number: number): Promise<unknown> =>
    page.until(member, (one) => one.text.includes(`số ${number}`))
  await page.say('m02', `/gopy cd1 ${commentOf(1)}`)
  await told('m02', 1)
  await page.say('m03', commentOf(2), { replyTo: await draft('m03') })
  await told('m03', 2)
  await page.say('m04', `góp ý ${commentOf(3)}`)
  await told('m04', 3)
  await page.say('m07', commentOf(5), { replyTo: await draft('m07') })
  await told('m07', 4)
  await page.press('m08', 'Nhất trí với dự thảo')
  await told('m08', 5)
  await page.say('m04', `/gopy ho Sơn ${commentOf(7)}`)
  await told('m04', 6)
  await page.press('m10', 'Góp ý')
  for (const text of sample.comments.find((one) => one.n === 8)!.messages!) {
    const seen = (await page.messages('m10')).length
    await page.say('m10', text)
    for (let look = 0; (await page.messages('m10')).length < seen + 1 && look < 200; look++) await sleep(20)
  }
  await page.say('m11', `/gopy ${commentOf(9)}`)
  await told('m11', 8)
  await page.say('m01', `/gopy cd1 ${commentOf(10)}`, { chat: 'group' })
  await page.until('group', (one) => /9\/11/u.test(one.text) || one.text.includes('số 9'))
  await page.say('m05', commentOf(11), { replyTo: await draft('m05') })
  await told('m05', 10)
}

async function swap(page: Page): Promise<void> {
  await page.say('m08', '/thoisu doi 2027-08 Thu Hương 2027-09')
  await page.until('m08', (message) => message.text.includes('đang chuẩn bị chuyên đề CĐ3'))
  await page.press('m08', 'Thôi')
  await page.until('m08', (message) => message.choices.length === 0)
  await page.say('m08', '/thoisu doi 2027-08 Sa Riên 2027-10')
  await answered(page, 'm08', 'Gửi')
  await page.until('m10', (message) => message.choices.some((choice) => choice.label === 'Nhận lời'))
  await page.press('m10', 'Nhận lời')
  await page.until(
    'm08',
    (message) => message.text.includes('Sa Riên') && message.choices.every(({ label }) => label !== 'Rút đề nghị'),
  )
}

/** Drives the sample branch through 2027 by the page's own interface. `seed`: one kill a month, at a moment it picks; null: none. */
export async function liveThroughTheYear(
  env: Record<string, string>,
  seed: number | null,
): Promise<{ seen: Seen; kills: number }> {
  const PORT = String(await freePort())
  const page = openPage(() => Number(PORT))
  const random = randomFrom(seed ?? 0)
  let service: Service = startService({ ...env, PORT })
  let kills = 0
  const pressed = new Set<string>()
  const ahead = [...acts]
  try {
    await ready(service)
    await page.advance('next')
    for (
      let today = localDate(await page.now()), month = '';
      today < '2027-12-05';
      today = localDate(await page.now())
    ) {
      while (ahead.length > 0 && ahead[0]![0] <= today) await ahead.shift()![1](page)
      await everyday(page, pressed)
      if (seed !== null && month !== today.slice(0, 7) && random() < 0.4) {
        month = today.slice(0, 7)
        kills++
        await killedWhileAdvancing()
      } else {
        await page.advance('next')
      }
    }
    const entries = await Promise.all(
      chats.map(async (chat): Promise<[string, Shown[]]> => [chat, await page.messages(chat)]),
    )
    return { seen: Object.fromEntries(entries), kills }
  } finally {
    await service.kill()
  }

  async function killedWhileAdvancing(): Promise<void> {
    const before = await page.now()
    const advancing = page.advance('next')
    await sleep(random() * 150)
    await service.kill()
    await advancing
    service = startService({ ...env, PORT })
    await ready(service)
    // The clock moves before anything happens: where it had moved already, the rest is done by the new process.
    if ((await page.now()) - before < 60_000) await page.advance('next')
    else await settled(page)
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

/** The secretary confirms what is proposed (but for June) and notes whom he has phoned; one member says he comes, one that he does not. */
async function everyday(page: Page, pressed: Set<string>): Promise<void> {
  const once = async (member: string, test: (does: string, label: string) => boolean): Promise<void> => {
    const isNew = (does: string, label: string): boolean => test(does, label) && !pressed.has(`${member} ${does}`)
    let chosen = ''
    const found = await page.pressWhere(member, (does, label) => isNew(does, label) && ((chosen = does), true))
    if (!found) return
    pressed.add(`${member} ${chosen}`)
    const seen = (await page.messages(member)).length
    for (let look = 0; look < 40 && (await page.messages(member)).length === seen; look++) await sleep(25)
  }
  await once(
    'm01',
    (does, label) => label === 'Đồng ý' && does.startsWith('lichhop xacnhan') && !does.includes('2027-06'),
  )
  await once('m01', (does) => does.startsWith('thongbao dabao'))
  await once('m06', (does) => does.startsWith('duhop co'))
  await once('m08', (does) => does.startsWith('duhop vang'))
}
