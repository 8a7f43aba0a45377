import { expect, test } from '@jest/globals'
import { addDays, localDate, localTime } from '../../../src/domain/calendar/local-time.js'
import { demoFile } from '../demo-file.js'
import type { Shown } from '../service.js'
import type { Seen } from './live.js'
import { chats, year } from './table.js'

const names = new Map(demoFile().members.map((member) => [member.id, String(member['name'])]))
const exempt = ['08', '09', '10']
const swapped = ['08', '10']
const titled = (messages: Shown[], title: string): Shown[] =>
  messages.filter((one) => one.author === 'bot' && one.title === title)
const notices = (messages: Shown[]): Shown[] => titled(messages, 'THÔNG BÁO SINH HOẠT CHI BỘ')

/** The branch's hour for notices, and for what is told ahead of a meeting. */
const morning = '08:00'
const isoOf = (date: string): string => date.split('/').reverse().join('-')
const viDate = (iso: string): string => iso.split('-').reverse().join('/')

/** When each was seen: the day, and the time to the half hour, after which it would have to say that it is late. */
const momentsOf = (messages: Shown[]): string[] =>
  messages.map(({ at }) => {
    const [hour, minute] = localTime(at).split(':')
    return `${localDate(at)} ${hour}:${Number(minute) < 30 ? '00' : '30'}`
  })

/** The last day of the month before, a week and three days before the meeting; what falls on one day is one message. */
const cardDays = (month: string, meeting: string): string[] =>
  [...new Set([addDays(`2027-${month}-01`, -1), addDays(meeting, -7), addDays(meeting, -3)])].sort()

/** Checks what members saw against the table of the year, not against what the planner thinks. */
export function isTheYear(seen: () => Seen): void {
  test('the group and every member saw twelve notices, each on its day, with date, time, place and presenter', () => {
    for (const chat of chats) {
      const expected = year.filter(({ month }) => chat !== 'm07' || !exempt.includes(month))
      const got = notices(seen()[chat]!)
      expect(got.map((one) => localDate(one.at))).toEqual(expected.map(({ notice }) => notice))
      for (const [index, { month, meeting, presenter }] of expected.entries()) {
        const { text } = got[index]!
        expect(text).toContain(`tháng ${month}/2027`)
        expect(text).toContain(`14 giờ 00, thứ`)
        expect(text).toContain(`ngày ${meeting}`)
        expect(text).toContain('Phòng họp 2')
        expect(text).toContain(`đồng chí ${names.get(presenter)} trình bày`)
      }
    }
  })

  test('each is reminded the day before and two hours before, at their hours, unless he has said that he will not come', () => {
    for (const chat of chats.filter((one) => one !== 'group' && one !== 'm08')) {
      const expected = year
        .filter(({ month }) => chat !== 'm07' || !exempt.includes(month))
        .map(({ meeting }) => isoOf(meeting))
      const got = titled(seen()[chat]!, 'NHẮC LỊCH SINH HOẠT CHI BỘ')
      const [soon, before] = [
        got.filter((one) => one.text.includes('hôm nay')),
        got.filter((one) => !one.text.includes('hôm nay')),
      ]
      expect(momentsOf(before)).toEqual(expected.map((date) => `${addDays(date, -1)} ${morning}`))
      // The noon rest does not hold it: it leaves while it still helps.
      expect(momentsOf(soon)).toEqual(expected.map((date) => `${date} 12:00`))
      for (const [index, { text }] of soon.entries()) expect(text).toContain(viDate(expected[index]!))
      for (const { text } of got) expect(text).not.toContain('đến muộn')
    }
    expect(titled(seen()['m08']!, 'NHẮC LỊCH SINH HOẠT CHI BỘ')).toHaveLength(0)
  })

  test('the member without a channel is on the call list every month, and is noted as told', () => {
    const toCall = seen()['m01']!.filter(
      (one) =>
        one.author === 'bot' &&
        one.text.includes('Lò Văn Sơn') &&
        one.choices.some(({ label }) => label === 'Đã báo điện thoại: Lò Văn Sơn'),
    )
    expect(toCall.length).toBeGreaterThanOrEqual(12)
  })

  test('each presenter was told at the end of the month before, a week and three days ahead, and nobody else', () => {
    for (const { month, meeting, presenter } of year) {
      const days = cardDays(month, isoOf(meeting))
      for (const chat of chats.filter((one) => one !== 'group')) {
        const all = titled(seen()[chat]!, `Thời sự tháng ${month}/2027`)
        const cards = all.filter(({ at }) => localDate(at) >= days[0]!)
        // Whoever has taken it over was told then, long before.
        expect([chat, month, all.length - cards.length]).toEqual([
          chat,
          month,
          chat === presenter && swapped.includes(month) ? 1 : 0,
        ])
        expect([chat, month, momentsOf(cards)]).toEqual([
          chat,
          month,
          chat === presenter ? days.map((date) => `${date} ${morning}`) : [],
        ])
        for (const { text } of cards) expect(text).toContain(`ngày ${meeting}`)
      }
    }
  })

  test('for the presenter without a channel the secretary was told on those days', () => {
    const calls = seen()['m01']!.filter(
      (one) => one.author === 'bot' && one.text.startsWith('Đồng chí Lò Văn Sơn trình bày thời sự tháng 11/2027'),
    )
    const { meeting } = year.find(({ month }) => month === '11')!
    expect(momentsOf(calls)).toEqual(cardDays('11', isoOf(meeting)).map((date) => `${date} ${morning}`))
  })

  test('nobody misses a comment: ten numbers for ten comments, the late one nudged, the group told only the count', () => {
    const progress = seen()['group']!.filter((one) => /\/11 đồng chí đã góp ý/u.test(one.text))
    expect(progress.at(-1)!.text).toContain('11/11')
    const nudges = seen()['m06']!.filter(
      (one) => one.author === 'bot' && one.choices.some(({ label }) => label === 'Gửi sau'),
    )
    expect(nudges.length).toBeGreaterThanOrEqual(1)
    expect(nudges.length).toBeLessThanOrEqual(2)
    const group = seen()
      ['group']!.filter((one) => one.author === 'bot')
      .map((one) => one.text)
      .join('\n')
    expect(group).not.toContain('kèm cặp chéo')
  })

  test('nothing that asks again comes when everything was answered', () => {
    const june = titled(seen()['m01']!, 'XÁC NHẬN LỊCH SINH HOẠT').filter(({ text }) => text.includes('tháng 06/2027'))
    expect(june).toHaveLength(3)
  })
}
