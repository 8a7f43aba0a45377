import { dateWords } from '../../src/domain/calendar/date-words.js'
import { fold } from '../../src/domain/fold.js'
import { addDays } from '../../src/domain/calendar/local-time.js'
import { conflictPolicies, type ConflictPolicy, type MeetingRule } from '../../src/domain/calendar/meeting-rule.js'
import { readRule, ruleWords } from '../../src/domain/calendar/read-rule.js'
import type { Ctx } from '../../src/engine/command.js'
import { localeOf } from './effects.js'
import { readClock } from './readings.js'
import type { Setting } from './setting.js'

const aMonday = '2027-02-01'
const nthNames = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' } as const
const longestPlace = 120
const lengths = { least: 30, most: 480 }
const usualLengths = [90, 120]

/** Also the value kept: the shortest words that are read as the same rule. */
export const ngayhop: Setting = {
  name: 'ngayhop',
  also: ['ngay hop', 'day'],
  ask: {
    rule: {
      words: 'caidat-ngayhop-ask',
      args: (ctx) => ({ now: ruleText(ctx, ctx.branch.meeting.rule) }),
      read(_ctx, text) {
        const reading = readRule(text)
        if ('rule' in reading) return { value: ruleWords(reading.rule) }
        return { again: reading.error === 'no-such-day' ? 'caidat-again-no-such-day' : 'caidat-again-rule' }
      },
    },
  },
  change: (branch, { rule }) => ({ ...branch, meeting: { ...branch.meeting, rule: ruleOf(rule!) } }),
  words: (ctx, { meeting }) => ruleText(ctx, meeting.rule),
  timing: true,
}

export const giohop: Setting = {
  name: 'giohop',
  also: ['gio hop', 'time'],
  ask: { time: { words: 'caidat-giohop-ask', read: (_ctx, text) => readClock(text) } },
  change: (branch, { time }) => ({ ...branch, meeting: { ...branch.meeting, time: time! } }),
  words: (ctx, { meeting }) => dateWords[localeOf(ctx)].time(meeting.time),
  timing: true,
}

export const noihop: Setting = {
  name: 'noihop',
  also: ['noi hop', 'dia diem', 'place'],
  ask: {
    place: {
      words: 'caidat-noihop-ask',
      read(_ctx, text) {
        const place = text
          .normalize('NFC')
          .replace(/[\p{C}\s]+/gu, ' ')
          .trim()
        return place === '' || place.length > longestPlace ? { again: 'caidat-again-place' } : { value: place }
      },
    },
  },
  change: (branch, { place }) => ({ ...branch, meeting: { ...branch.meeting, place: place! } }),
  words: (_ctx, { meeting }) => meeting.place,
  timing: true,
}

/** The planned length that notices name. */
export const thoiluong: Setting = {
  name: 'thoiluong',
  also: ['thoi luong', 'length'],
  ask: {
    minutes: {
      words: 'caidat-thoiluong-ask',
      args: () => lengths,
      read(_ctx, text) {
        const minutes = readMinutes(text)
        return minutes >= lengths.least && minutes <= lengths.most
          ? { value: String(minutes) }
          : { again: 'caidat-again-minutes', args: lengths }
      },
      numeric: true,
      choices: ({ t }) =>
        usualLengths.map((minutes) => ({ label: t('caidat-minutes', { minutes }), value: String(minutes) })),
    },
  },
  change: (branch, { minutes }) => ({ ...branch, meeting: { ...branch.meeting, minutes: Number(minutes) } }),
  words: ({ t }, { meeting }) => t('caidat-minutes', { minutes: meeting.minutes }),
  timing: true,
}

const policyWords = new Map(Object.entries<ConflictPolicy>({
  keep: 'keep', 'giu nguyen': 'keep', giu: 'keep',
  'next-working': 'next-working', sau: 'next-working', 'ngay lam viec sau': 'next-working', 'ngay sau': 'next-working',
  'previous-working': 'previous-working', truoc: 'previous-working', 'ngay lam viec truoc': 'previous-working', 'ngay truoc': 'previous-working',
  ask: 'ask', hoi: 'ask', 'hoi bi thu': 'ask',
})) // prettier-ignore

export const trungngaynghi: Setting = {
  name: 'trungngaynghi',
  also: ['trung ngay nghi'],
  ask: {
    policy: {
      words: 'caidat-trungngaynghi-ask',
      read(_ctx, text) {
        const policy = policyWords.get(fold(text))
        return policy ? { value: policy } : { again: 'caidat-again-policy' }
      },
      choices: ({ t }) => conflictPolicies.map((policy) => ({ label: t(`caidat-policy-${policy}`), value: policy })),
    },
  },
  change: (branch, { policy }) => ({ ...branch, meeting: { ...branch.meeting, conflict: policy as ConflictPolicy } }),
  words: ({ t }, { meeting }) => t(`caidat-policy-${meeting.conflict}`),
  timing: true,
}

/** "90", "90 phút", "2 tiếng", "1h30"; not a number for what is no length. */
function readMinutes(text: string): number {
  const typed = fold(text)
  const [, minutes] = /^(\d{1,4}) ?(?:phut|p|minutes?|min)?$/u.exec(typed) ?? []
  if (minutes !== undefined) return Number(minutes)
  const [, hours, rest = '0'] =
    /^(\d{1,2}) ?(?:h|gio|tieng|hours?)(?: ?(\d{1,2}) ?(?:phut|p|minutes?|min)?)?$/u.exec(typed) ?? []
  return Number(hours) * 60 + Number(rest)
}

function ruleOf(words: string): MeetingRule {
  const reading = readRule(words)
  if ('error' in reading) throw new Error(`a rule was kept that is none: ${words}`)
  return reading.rule
}

function ruleText(ctx: Ctx, rule: MeetingRule): string {
  const { t } = ctx
  if ('lunarDay' in rule) return t('caidat-rule-lunar', { day: rule.lunarDay })
  if ('day' in rule)
    return rule.day === 31 ? t('caidat-rule-last-day') : t('caidat-rule-day', { day: String(rule.day) })
  const weekday = dateWords[localeOf(ctx)].weekday(addDays(aMonday, rule.weekday - 1))
  return t('caidat-rule-weekday', { weekday, nth: nthNames[rule.nth] })
}
