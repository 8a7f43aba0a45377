import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { localDate } from '../../../src/domain/calendar/local-time.js'
import { randomFrom } from '../interleaving.js'
import type { Page, Shown } from '../service.js'
import { chats } from './table.js'

export type Seen = Record<string, Shown[]>

const sample = JSON.parse(readFileSync(new URL('../sample-comments.json', import.meta.url), 'utf8')) as {
  comments: { n: number; member: string | null; text?: string; messages?: string[] }[]
}
const commentOf = (n: number): string => sample.comments.find((one) => one.n === n)!.text!

/** What people do in their chats, whatever carries them. */
export type People = Pick<Page, 'say' | 'press' | 'pressWhere' | 'messages' | 'until'>

/** Where the year is lived: the service, its clock, and the chats of the branch. */
export interface Place {
  people: People
  now(): Promise<number>
  /** Goes to the next moment at which anything happens, and lets it happen. */
  next(): Promise<void>
  /** The same with a SIGKILL at some moment on the way, and a new start. */
  nextWithKill(random: () => number): Promise<void>
}

type Act = (people: People) => Promise<void>

/** What people do in that year, on the day named or at the first moment after it at which anything happens. */
const acts: [date: string, act: Act][] = [
  ['2026-12-15', (people) => setDay(people, 'làm')],
  ['2027-01-29', sendDraft],
  ['2027-01-29', commentEarly],
  ['2027-02-02', (people) => people.say('m06', `/gopy cd1 ${commentOf(4)}`)],
  ['2027-07-06', swap],
  ['2027-07-12', (people) => setDay(people, 'nghỉ')],
]

async function setDay(people: People, kind: string): Promise<void> {
  await people.say('m01', `/caidat ngaynghi 03/09/2027 ${kind}`)
  await answered(people, 'm01', 'Lưu')
}

async function answered(people: People, member: string, label: string): Promise<void> {
  await people.until(member, (message) => message.choices.some((choice) => choice.label === label))
  await people.press(member, label)
  await people.until(member, (message) => !message.choices.some((choice) => choice.label === label))
}

async function sendDraft(people: People): Promise<void> {
  await people.say('m05', '/chuyende soan cd1')
  await people.until('m05', (message) => message.choices.length > 0)
  await people.say('m05', 'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản (12 %) bị trả lại để sửa.')
  await answered(people, 'm05', 'Xong')
  await people.say('m01', '/chuyende gui cd1 17h 02/02/2027')
  await answered(people, 'm01', 'Gửi')
  await people.until('m11', (message) => message.text.includes('418 văn bản'))
}

/** All but Mai Anh, in many ways: command, reply, button, several messages, in the group, by the minute-taker for one without a phone. */
async function commentEarly(people: People): Promise<void> {
  const draft = async (member: string): Promise<string> =>
    (await people.until(member, (one) => one.text.includes('418 văn bản'))).id
  const told = (member: string, number: number): Promise<unknown> =>
    people.until(member, (one) => one.text.includes(`số ${number}`))
  await people.say('m02', `/gopy cd1 ${commentOf(1)}`)
  await told('m02', 1)
  await people.say('m03', commentOf(2), { replyTo: await draft('m03') })
  await told('m03', 2)
  await people.say('m04', `góp ý ${commentOf(3)}`)
  await told('m04', 3)
  await people.say('m07', commentOf(5), { replyTo: await draft('m07') })
  await told('m07', 4)
  await people.press('m08', 'Nhất trí với dự thảo')
  await told('m08', 5)
  await people.say('m04', `/gopy ho Sơn ${commentOf(7)}`)
  await told('m04', 6)
  await people.press('m10', 'Góp ý')
  for (const text of sample.comments.find((one) => one.n === 8)!.messages!) {
    const seen = (await people.messages('m10')).length
    await people.say('m10', text)
    for (let look = 0; (await people.messages('m10')).length < seen + 1 && look < 200; look++) await sleep(20)
  }
  await people.say('m11', `/gopy ${commentOf(9)}`)
  await told('m11', 8)
  await people.say('m01', `/gopy cd1 ${commentOf(10)}`, { chat: 'group' })
  await people.until('group', (one) => /9\/11/u.test(one.text) || one.text.includes('số 9'))
  await people.say('m05', commentOf(11), { replyTo: await draft('m05') })
  await told('m05', 10)
}

async function swap(people: People): Promise<void> {
  await people.say('m08', '/thoisu doi 2027-08 Thu Hương 2027-09')
  await people.until('m08', (message) => message.text.includes('đang chuẩn bị chuyên đề CĐ3'))
  await people.press('m08', 'Thôi')
  await people.until('m08', (message) => message.choices.length === 0)
  await people.say('m08', '/thoisu doi 2027-08 Sa Riên 2027-10')
  await answered(people, 'm08', 'Gửi')
  await people.until('m10', (message) => message.choices.some((choice) => choice.label === 'Nhận lời'))
  await people.press('m10', 'Nhận lời')
  await people.until(
    'm08',
    (message) => message.text.includes('Sa Riên') && message.choices.every(({ label }) => label !== 'Rút đề nghị'),
  )
}

/** Drives the sample branch through 2027. `seed`: one kill a month, at a moment it picks; null: none. */
export async function liveThroughTheYear(place: Place, seed: number | null): Promise<{ seen: Seen; kills: number }> {
  const { people } = place
  const random = randomFrom(seed ?? 0)
  const pressed = new Set<string>()
  const ahead = [...acts]
  let kills = 0
  await place.next()
  for (
    let today = localDate(await place.now()), month = '';
    today < '2027-12-05';
    today = localDate(await place.now())
  ) {
    while (ahead.length > 0 && ahead[0]![0] <= today) await ahead.shift()![1](people)
    await everyday(people, pressed)
    if (seed !== null && month !== today.slice(0, 7) && random() < 0.4) {
      month = today.slice(0, 7)
      kills++
      await place.nextWithKill(random)
    } else {
      await place.next()
    }
  }
  const entries = await Promise.all(
    chats.map(async (chat): Promise<[string, Shown[]]> => [chat, await people.messages(chat)]),
  )
  return { seen: Object.fromEntries(entries), kills }
}

/** The secretary confirms what is proposed (but for June) and notes whom he has phoned; one member says he comes, one that he does not. */
async function everyday(people: People, pressed: Set<string>): Promise<void> {
  const once = async (member: string, test: (does: string, label: string) => boolean): Promise<void> => {
    const isNew = (does: string, label: string): boolean => test(does, label) && !pressed.has(`${member} ${does}`)
    let chosen = ''
    const found = await people.pressWhere(member, (does, label) => isNew(does, label) && ((chosen = does), true))
    if (!found) return
    pressed.add(`${member} ${chosen}`)
    const seen = (await people.messages(member)).length
    for (let look = 0; look < 40 && (await people.messages(member)).length === seen; look++) await sleep(25)
  }
  await once(
    'm01',
    (does, label) => label === 'Đồng ý' && does.startsWith('lichhop xacnhan') && !does.includes('2027-06'),
  )
  await once('m01', (does) => does.startsWith('thongbao dabao'))
  await once('m06', (does) => does.startsWith('duhop co'))
  await once('m08', (does) => does.startsWith('duhop vang'))
}
