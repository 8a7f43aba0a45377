import { expect, test } from '@jest/globals'
import { localDate } from '../../../src/domain/calendar/local-time.js'
import { demoFile } from '../demo-file.js'
import type { Shown } from '../service.js'
import type { Seen } from './live.js'
import { chats, year } from './table.js'

const names = new Map(demoFile().members.map((member) => [member.id, String(member['name'])]))
const exempt = ['08', '09', '10']
const titled = (messages: Shown[], title: string): Shown[] =>
  messages.filter((one) => one.author === 'bot' && one.title === title)
const notices = (messages: Shown[]): Shown[] => titled(messages, 'THÔNG BÁO SINH HOẠT CHI BỘ')

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

  test('each is reminded the day before and two hours before, unless he has said that he will not come', () => {
    for (const chat of chats.filter((one) => one !== 'group' && one !== 'm08')) {
      const expected = year.filter(({ month }) => chat !== 'm07' || !exempt.includes(month))
      const got = titled(seen()[chat]!, 'NHẮC LỊCH SINH HOẠT CHI BỘ')
      expect(got.filter((one) => one.text.includes('hôm nay'))).toHaveLength(expected.length)
      expect(got).toHaveLength(2 * expected.length)
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

  test('the presenters were told a week and three days ahead, the swapped ones in their new months', () => {
    for (const { month, presenter } of year.filter((one) => one.presenter !== 'm09')) {
      expect(titled(seen()[presenter]!, `Thời sự tháng ${month}/2027`).length).toBeGreaterThanOrEqual(2)
    }
    expect(titled(seen()['m08']!, 'Thời sự tháng 08/2027')).toHaveLength(0)
    expect(titled(seen()['m10']!, 'Thời sự tháng 10/2027')).toHaveLength(0)
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
