import { setTimeout as sleep } from 'node:timers/promises'
import { localDate } from '../../../src/domain/calendar/local-time.js'
import { randomFrom } from '../interleaving.js'
import { isCalled } from '../is-called.js'
import type { Page, Shown } from '../service.js'
import { sampleComment } from './sample-comment.js'

export type Seen = Record<string, Shown[]>

const commentOf = (n: number): string => sampleComment(n).text!

/** What people do in their chats, whatever carries them. */
export interface People extends Pick<Page, 'say' | 'messages' | 'until'> {
  /** Whether he has any device at all. */
  has(member: string): boolean
  /** Takes a choice under a message of the bot. */
  choose(member: string, message: Shown, label: string): Promise<void>
}

/** Where the year is lived: the service, its clock, and the chats of the branch. */
export interface Place {
  people: People
  /** Whose messages are looked at in the end: of members, and of groups. */
  chats: readonly string[]
  now(): Promise<number>
  /** Goes to the next moment at which anything happens, and lets it happen. */
  next(): Promise<void>
  /** The same with a SIGKILL at some moment on the way, and a new start. */
  nextWithKill(random: () => number): Promise<void>
}

type Act = (people: People) => Promise<void>
export type DatedAct = [date: string, act: Act]

/** What people do in that year, on the day named or at the first moment after it at which anything happens. */
const acts: DatedAct[] = [
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
  await press(people, member, label)
  await people.until(member, (message) => !message.choices.some((choice) => choice.label === label))
}

async function sendDraft(people: People): Promise<void> {
  await people.say('m05', '/chuyende soan cd1')
  await people.until('m05', (message) => message.choices.length > 0)
  await people.say('m05', 'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản (12 %) bị trả lại để sửa.')
  await answered(people, 'm05', 'Xong')
  await people.say('m01', '/chuyende gui cd1 17h 02/02/2027')
  await answered(people, 'm01', 'Gửi')
  for (const member of ['m02', 'm08', 'm10'])
    await people.until(member, (message) => message.text.includes('418 văn bản'))
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
  await press(people, 'm08', 'Nhất trí với dự thảo')
  await told('m08', 5)
  await people.say('m04', `/gopy ho Sơn ${commentOf(7)}`)
  await told('m04', 6)
  await press(people, 'm10', 'Góp ý')
  for (const text of sampleComment(8).messages!) {
    const seen = (await people.messages('m10')).length
    await people.say('m10', text)
    for (let look = 0; (await people.messages('m10')).length < seen + 1 && look < 200; look++) await sleep(20)
  }
  if (people.has('m11')) {
    await people.say('m11', `/gopy ${commentOf(9)}`)
    await told('m11', 8)
  } else {
    await people.say('m04', `/gopy ho Bảo ${commentOf(9)}`)
    await told('m04', 8)
  }
  await people.say('m01', `/gopy cd1 ${commentOf(10)}`, { chat: 'group' })
  await people.until('group', (one) => /9\/11/u.test(one.text) || one.text.includes('số 9'))
  await people.say('m05', commentOf(11), { replyTo: await draft('m05') })
  await told('m05', 10)
}

async function swap(people: People): Promise<void> {
  await people.say('m08', '/thoisu doi 2027-08 Thu Hương 2027-09')
  await people.until('m08', (message) => message.text.includes('đang chuẩn bị chuyên đề CĐ3'))
  await leaves(people, 'm08')
  await people.until('m08', (message) => message.choices.length === 0)
  await people.say('m08', '/thoisu doi 2027-08 Sa Riên 2027-10')
  await answered(people, 'm08', 'Gửi')
  await people.until('m10', (message) => message.choices.some((choice) => choice.label === 'Nhận lời'))
  await press(people, 'm10', 'Nhận lời')
  await people.until(
    'm08',
    (message) => message.text.includes('Sa Riên') && message.choices.every(({ label }) => label !== 'Rút đề nghị'),
  )
}

/** Presses the newest choice of that label. */
async function press(people: People, member: string, label: string): Promise<void> {
  const found = (await people.messages(member)).findLast((one) => bears(one, label))
  if (!found) throw new Error(`${member} sees no choice «${label}»`)
  await people.choose(member, found, label)
}

/** By the button, or by the word where there are no buttons. */
async function leaves(people: People, member: string): Promise<void> {
  const asked = (await people.messages(member)).findLast(({ author }) => author === 'bot')!
  await (bears(asked, 'Thôi') ? people.choose(member, asked, 'Thôi') : people.say(member, 'huỷ'))
}

const bears = ({ author, choices }: Shown, label: string): boolean =>
  author === 'bot' && choices.some((choice) => isCalled(choice, label))

/**
 * Drives the sample branch through 2027. `seed`: one kill a month, at a moment it picks; null: none. `more`: what people
 * do beside what they always do.
 */
export async function liveThroughTheYear(
  place: Place,
  seed: number | null,
  more: DatedAct[] = [],
): Promise<{ seen: Seen; kills: number }> {
  const { people } = place
  const random = randomFrom(seed ?? 0)
  const pressed = new Set<string>()
  const ahead = [...acts, ...more].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  let kills = 0
  await place.next()
  for (
    let today = localDate(await place.now()), month = '';
    today < '2027-12-05';
    today = localDate(await place.now())
  ) {
    while (ahead.length > 0 && ahead[0]![0] <= today) await ahead.shift()![1](people)
    await everyday(people, pressed, await place.now())
    if (seed !== null && month !== today.slice(0, 7) && random() < 0.4) {
      month = today.slice(0, 7)
      kills++
      await place.nextWithKill(random)
    } else {
      await place.next()
    }
  }
  const entries = await Promise.all(
    place.chats.map(async (chat): Promise<[string, Shown[]]> => [chat, await people.messages(chat)]),
  )
  return { seen: Object.fromEntries(entries), kills }
}

/** What lies further back is not answered any more. */
const RECENT_MS = 10 * 24 * 60 * 60_000

/** The secretary confirms what is proposed (but for June) and notes whom he has phoned; one member says he comes, one that he does not. */
async function everyday(people: People, pressed: Set<string>, now: number): Promise<void> {
  const once = async (member: string, wanted: (label: string, message: Shown) => string | null): Promise<void> => {
    const messages = (await people.messages(member)).filter(({ author }) => author === 'bot')
    /** Where there are no buttons a number means the last message that bears it. */
    const later = new Set<string>()
    for (const message of messages.filter(({ at }) => at > now - RECENT_MS).reverse()) {
      for (const { label, does } of message.choices) {
        const what = wanted(label, message)
        if (what === null || pressed.has(`${member} ${what}`) || later.has(does)) continue
        pressed.add(`${member} ${what}`)
        await people.choose(member, message, label)
        for (let look = 0; look < 40 && (await people.messages(member)).length === messages.length; look++) {
          await sleep(25)
        }
        return
      }
      for (const { does } of message.choices) later.add(does)
    }
  }
  const forMonth = (wanted: string, label: string, { text }: Shown): string | null => {
    const month = label === wanted ? /\d\d\/2027/u.exec(text)?.[0] : undefined
    return month === undefined ? null : `${label} ${month}`
  }
  await once('m01', (label, message) => {
    const asked = message.title === 'XÁC NHẬN LỊCH SINH HOẠT' && !message.text.includes('tháng 06/2027')
    return asked ? forMonth('Đồng ý', label, message) : null
  })
  await once('m01', (label, { id }) => (label.startsWith('Đã báo điện thoại: ') ? `${label} ${id}` : null))
  await once('m06', (label, message) => forMonth('Dự họp', label, message))
  await once('m08', (label, message) => forMonth('Xin vắng', label, message))
}
