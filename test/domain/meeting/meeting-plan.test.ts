import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calendarOf } from '../../../src/domain/calendar/calendar.js'
import {
  addDays,
  addMonths,
  hour,
  instant,
  localDate,
  localTime,
  minute,
} from '../../../src/domain/calendar/local-time.js'
import type { Meeting, MeetingStep } from '../../../src/domain/meeting/meeting.js'
import { resolveDate } from '../../../src/domain/calendar/meeting-rule.js'
import { defaultQuietHours } from '../../../src/domain/calendar/quiet-hours.js'
import { holidaysOf } from '../../../src/rules/holidays.js'
import {
  dueSteps,
  meetingPlan,
  meetingStart,
  nextStepAt,
  noticeOf,
  stepsBehind,
  type NoticeSettings,
  type PlannedMeeting,
} from '../../../src/domain/meeting/meeting-plan.js'

const calendar = calendarOf(holidaysOf)
const settings: NoticeSettings = {
  notice: { daysBefore: 3, hour: '08:00', earlierWorkingDay: true, evenUnconfirmed: true },
  quiet: defaultQuietHours,
}
const meeting = (date: string, more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  kind: 'regular',
  month: date.slice(0, 7),
  date,
  time: '14:00',
  minutes: 120,
  state: 'planned',
  done: {},
  ...more,
})
const stepsOf = (one: PlannedMeeting): Record<string, string> =>
  Object.fromEntries(
    meetingPlan(one, settings, calendar).map(({ step, at }) => [step, `${localDate(at)} ${localTime(at)}`]),
  )

describe('the sample branch in 2027', () => {
  const year: [string, string, string][] = [
    ['2027-01', '2027-01-04', '2026-12-31'],
    ['2027-02', '2027-02-03', '2027-01-29'],
    ['2027-03', '2027-03-03', '2027-02-26'],
    ['2027-04', '2027-04-05', '2027-04-02'],
    ['2027-05', '2027-05-04', '2027-04-29'],
    ['2027-06', '2027-06-03', '2027-05-31'],
    ['2027-07', '2027-07-05', '2027-07-02'],
    ['2027-08', '2027-08-03', '2027-07-30'],
    ['2027-09', '2027-09-06', '2027-09-01'],
    ['2027-10', '2027-10-04', '2027-10-01'],
    ['2027-11', '2027-11-03', '2027-10-29'],
    ['2027-12', '2027-12-03', '2027-11-30'],
  ]
  test.each(year)('meets in %s on %s and tells it on %s', (month, date, notice) => {
    const resolved = resolveDate({ rule: { day: 3 }, month, policy: 'next-working', calendar })
    expect(resolved.date).toBe(date)
    expect(localDate(noticeOf({ date, time: '14:00' }, settings, calendar))).toBe(notice)
  })
})

test('proposes on the 20th, asks at T−7 and T−4, tells at T−3, reminds at T−1 and two hours before', () => {
  expect(stepsOf(meeting('2027-06-03'))).toEqual({
    propose: '2027-05-20 08:00',
    ask7: '2027-05-27 08:00',
    ask4: '2027-05-30 08:00',
    notice: '2027-05-31 08:00',
    remind1: '2027-06-02 08:00',
    remind2h: '2027-06-03 12:00',
    held: '2027-06-03 16:00',
  })
})

test('asks before the notice even where that leaves early', () => {
  const steps = stepsOf(meeting('2027-03-03'))
  expect([steps['ask7'], steps['ask4'], steps['notice']]).toEqual([
    '2027-02-24 08:00',
    '2027-02-25 08:00',
    '2027-02-26 08:00',
  ])
})

test('does not propose in the weeks of Tết', () => {
  // 20/02/2026 is mùng 4; 23 Chạp was 10/02.
  expect(stepsOf(meeting('2026-03-03'))['propose']).toBe('2026-02-09 08:00')
})

test('asks nothing about a confirmed meeting, and does nothing about a cancelled one', () => {
  const confirmed = meetingPlan(meeting('2027-06-03', { state: 'confirmed' }), settings, calendar)
  expect(confirmed.map(({ step }) => step)).toEqual(['notice', 'remind1', 'remind2h', 'held'])
  expect(nextStepAt(meeting('2027-06-03', { state: 'cancelled' }), settings, calendar)).toBeNull()
})

test('a reminder that would come with the notice is left out', () => {
  const dayBefore: NoticeSettings = { ...settings, notice: { ...settings.notice, daysBefore: 1 } }
  const steps = meetingPlan(meeting('2027-06-03', { state: 'confirmed' }), dayBefore, calendar)
  expect(steps.map(({ step }) => step)).toEqual(['notice', 'remind2h', 'held'])
})

describe('after days of silence', () => {
  const at = (date: string, time: string): number => instant(date, time)
  const due = (one: PlannedMeeting, now: number) => dueSteps(one, meetingPlan(one, settings, calendar), now)

  test('one late notice stands for the reminder that is due too', () => {
    const now = at('2027-06-02', '10:00')
    expect(due(meeting('2027-06-03', { state: 'confirmed' }), now)).toEqual({
      act: 'notice',
      late: true,
      missed: [],
      done: { notice: now, remind1: false },
    })
  })

  test('a later reminder stands for the earlier one', () => {
    const one = meeting('2027-06-03', { state: 'confirmed', done: { notice: 1 } })
    const found = due(one, at('2027-06-03', '12:10'))
    expect([found.act, found.late, found.missed]).toEqual(['remind2h', false, []])
    expect(found.done.remind1).toBe(false)
  })

  test('what is of no use any more is not done but told', () => {
    const one = meeting('2027-06-03', { state: 'confirmed', done: { notice: 1 } })
    const found = due(one, at('2027-06-04', '09:00'))
    expect([found.act, found.missed]).toEqual([null, ['remind1', 'remind2h']])
    expect(found.done.held).toBe(at('2027-06-04', '09:00'))
  })

  test('the notice goes before another question to the secretary', () => {
    expect(due(meeting('2027-06-03'), at('2027-05-31', '09:00')).act).toBe('notice')
  })

  test('half an hour is not late', () => {
    expect(due(meeting('2027-06-03', { state: 'confirmed' }), at('2027-05-31', '08:30')).late).toBe(false)
    expect(due(meeting('2027-06-03', { state: 'confirmed' }), at('2027-05-31', '08:31')).late).toBe(true)
  })
})

test('a meeting made after its notice was due asks first, as long as it is ahead', () => {
  const now = instant('2027-06-02', '09:00')
  const behind = stepsBehind(meeting('2027-06-03'), settings, calendar, now)
  expect(behind).toEqual({ notice: false, remind1: false })
  const made = meeting('2027-06-03', { done: behind })
  expect(dueSteps(made, meetingPlan(made, settings, calendar), now).act).toBe('ask4')
})

test('moved away and back after its reminder, a meeting is not reminded again', () => {
  const now = instant('2027-06-02', '11:00')
  const reminded = meeting('2027-06-03', { state: 'confirmed', done: { notice: 1, remind1: 2 } })
  const away = { ...reminded, date: '2027-06-10' }
  expect(stepsBehind(away, settings, calendar, now)).toEqual({})
  const back = { ...reminded, done: stepsBehind(reminded, settings, calendar, now) }
  expect(back.done).toEqual({ notice: false, remind1: false })
  expect(nextStepAt({ ...back, done: { ...back.done, notice: now } }, settings, calendar)).toBe(
    instant('2027-06-03', '12:00'),
  )
})

describe('whatever the settings', () => {
  const anyTime = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
  const anySettings: fc.Arbitrary<NoticeSettings> = fc.record({
    notice: fc.record({
      daysBefore: fc.integer({ min: 0, max: 14 }),
      hour: anyTime,
      earlierWorkingDay: fc.boolean(),
      evenUnconfirmed: fc.boolean(),
    }),
    quiet: fc.constant(defaultQuietHours),
  })
  const anyMeeting = fc
    .record({
      day: fc.integer({ min: 0, max: 1400 }),
      time: anyTime,
      state: fc.constantFrom('planned' as const, 'confirmed' as const),
    })
    .map(({ day, time, state }) => meeting(addDays('2026-06-01', day), { time, state }))

  test('steps stand in their order, each at another time and before it loses its use', () => {
    fc.assert(
      fc.property(anyMeeting, anySettings, (one, chosen) => {
        const plan = meetingPlan(one, chosen, calendar)
        const order: MeetingStep[] = ['propose', 'ask7', 'ask4', 'notice', 'remind1', 'remind2h', 'held']
        expect(plan.map(({ step }) => step)).toEqual(
          order.filter((step) => plan.some((planned) => planned.step === step)),
        )
        for (const [index, step] of plan.entries()) {
          expect(step.at).toBeLessThan(step.usefulUntil)
          if (index > 0) expect(step.at).toBeGreaterThan(plan[index - 1]!.at)
        }
      }),
    )
  })

  /** Runs a meeting as the clock does, with gaps between the looks; returns what it did. */
  function live(one: PlannedMeeting, chosen: NoticeSettings, from: number, gaps: readonly number[]): MeetingStep[] {
    let current = one
    const acted: MeetingStep[] = []
    let now = from
    for (const gap of [...gaps, 400 * 24 * hour]) {
      now += gap
      for (;;) {
        const next = nextStepAt(current, chosen, calendar)
        if (next === null || next > now) break
        const due = dueSteps(current, meetingPlan(current, chosen, calendar), now)
        if (due.act) acted.push(due.act)
        current = { ...current, done: { ...current.done, ...due.done } }
      }
    }
    expect(nextStepAt(current, chosen, calendar)).toBeNull()
    return acted
  }
  const anyGaps = fc.array(fc.integer({ min: minute, max: 6 * 24 * hour }), { maxLength: 40 })

  test('each step is carried out once at most, and never after a later one', () => {
    fc.assert(
      fc.property(anyMeeting, anySettings, anyGaps, (one, chosen, gaps) => {
        const from = instant(`${addMonths(one.month, -2)}-01`, '00:00')
        const acted = live(one, chosen, from, gaps)
        expect(new Set(acted).size).toBe(acted.length)
        const order = meetingPlan(one, chosen, calendar).map(({ step }) => step)
        expect([...acted].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(acted)
      }),
    )
  })

  test('moved away and back at any moment, a meeting is still reminded once at most', () => {
    fc.assert(
      fc.property(anyMeeting, anySettings, fc.integer({ min: 1, max: 30 * 24 * 60 }), (one, chosen, minutesBefore) => {
        const confirmed = { ...one, state: 'confirmed' as const }
        const moved = meetingStart(confirmed) - minutesBefore * minute
        const plan = meetingPlan(confirmed, chosen, calendar)
        const before = plan.filter(({ at }) => at <= moved).map(({ step }) => step)
        const back: Meeting['done'] = stepsBehind(confirmed, chosen, calendar, moved)
        const after = live({ ...confirmed, done: back }, chosen, moved, Array<number>(170).fill(6 * hour))
        expect(before.filter((step) => after.includes(step as never))).toEqual([])
      }),
    )
  })
})
