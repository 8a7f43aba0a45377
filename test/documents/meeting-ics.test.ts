import { expect, test } from '@jest/globals'
import ICAL from 'ical.js'
import { instant } from '../../src/domain/calendar/local-time.js'
import { meetingIcs, type MeetingEvent } from '../../src/documents/meeting-ics.js'
import { words } from '../support/words.js'

const meeting: MeetingEvent['meeting'] = {
  _id: 'CB-PTH:2027-02',
  version: 3,
  kind: 'regular',
  month: '2027-02',
  date: '2027-02-03',
  time: '14:00',
  minutes: 90,
  place: 'Phòng họp 2, tầng 3; nhà A',
  state: 'confirmed',
}
const event: MeetingEvent = {
  meeting,
  branch: 'Chi bộ Phòng Tổng hợp',
  agenda: [
    'Thời sự trong tháng',
    'Chuyên đề: nâng cao chất lượng tham mưu, soạn thảo văn bản của Phòng gắn với trách nhiệm nêu gương',
  ],
  now: instant('2027-01-29', '08:00'),
}

const made = (more: Partial<MeetingEvent['meeting']> = {}, locale: 'vi' | 'en' = 'vi'): string =>
  meetingIcs(words.in(locale), locale, { ...event, meeting: { ...meeting, ...more } })

/** As another program understands it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const component = calendar.getFirstSubcomponent('vevent')!
  return { calendar, component, event: new ICAL.Event(component) }
}

test('another program reads when, where and what', () => {
  const { event: read, component, calendar } = readBack(made())
  expect(read.startDate.toJSDate().toISOString()).toBe('2027-02-03T07:00:00.000Z')
  expect(read.endDate.toJSDate().toISOString()).toBe('2027-02-03T08:30:00.000Z')
  expect(read.summary).toBe('Sinh hoạt chi bộ thường kỳ tháng 02/2027')
  expect(read.location).toBe('Phòng họp 2, tầng 3; nhà A')
  expect(read.description).toBe(
    ['Chi bộ Phòng Tổng hợp', `1. ${event.agenda[0]!}`, `2. ${event.agenda[1]!}`].join('\n'),
  )
  expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2027-01-29T01:00:00Z')
  expect([calendar.getFirstPropertyValue('version'), calendar.getFirstPropertyValue('method')]).toEqual([
    '2.0',
    'PUBLISH',
  ])
})

test('times are UTC stamps, lines end with CRLF and are 75 bytes long at most', () => {
  const text = made()
  expect(text).toContain('\r\nDTSTART:20270203T070000Z\r\n')
  const lines = text.split('\r\n')
  expect(lines.filter((line) => line.includes('\n'))).toEqual([])
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})

test('a moved meeting keeps its name and counts its versions', () => {
  const [before, after] = [readBack(made()), readBack(made({ version: 4, date: '2027-02-04' }))]
  expect([before.event.uid, after.event.uid]).toEqual(['CB-PTH:2027-02@chibot', 'CB-PTH:2027-02@chibot'])
  expect([before.event.sequence, after.event.sequence]).toEqual([3, 4])
})

test('a cancelled meeting takes itself off the calendar', () => {
  const { calendar, component, event: read } = readBack(made({ state: 'cancelled', version: 5 }))
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect([read.uid, read.sequence]).toEqual(['CB-PTH:2027-02@chibot', 5])
  expect(read.summary).toBe('ĐÃ HỦY: Sinh hoạt chi bộ thường kỳ tháng 02/2027')
})

test('a meeting that nobody has confirmed is tentative', () => {
  expect(readBack(made({ state: 'planned' })).component.getFirstPropertyValue('status')).toBe('TENTATIVE')
})

test('an extra meeting without a place says no place', () => {
  const { event: read, component } = readBack(made({ kind: 'extra', place: '' }, 'en'))
  expect(read.summary).toBe('Branch meeting')
  expect(component.getFirstProperty('location')).toBeNull()
})

test('no word of a place makes lines of its own', () => {
  const { calendar, event: read } = readBack(made({ place: 'Phòng 2\r\nEND:VEVENT\r\nATTACH:http://x' }))
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
  expect(read.component.getFirstProperty('attach')).toBeNull()
})
