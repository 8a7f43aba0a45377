import type { Branch } from '../../src/domain/branch.js'
import type { HolidayOverride } from '../../src/domain/calendar/calendar.js'
import { fold } from '../../src/domain/fold.js'
import { localDate, weekday } from '../../src/domain/calendar/local-time.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { parseDate, parseWhen } from '../../src/domain/calendar/when.js'
import { conflictWords } from '../../src/duties/meetings/day-words.js'
import type { Ctx, Option, Reading } from '../../src/engine/command.js'
import { branchCalendar, localeOf } from './effects.js'
import type { Setting } from './setting.js'

const mostShown = 12

/** What a day may be called; `nghi` and the others are what buttons say. */
const kindWords = new Map(Object.entries({
  nghi: 'nghi', off: 'nghi', 'ngay nghi': 'nghi',
  bu: 'bu', 'nghi bu': 'bu', lieu: 'bu',
  lam: 'lam', 'lam viec': 'lam', 'lam bu': 'lam', 'di lam': 'lam', work: 'lam', working: 'lam',
  bo: 'bo', xoa: 'bo', 'bo di': 'bo', remove: 'bo',
})) // prettier-ignore

/** The branch's own corrections of the list of holidays: `/caidat ngaynghi 03/09/2027 nghỉ`. */
export const ngaynghi: Setting = {
  name: 'ngaynghi',
  also: ['ngay nghi', 'holidays'],
  ask: {
    date: {
      words: 'caidat-ngaynghi-ask',
      args: (ctx) => ({ list: listWords(ctx, ctx.branch) }),
      read: readDay,
      choices: (ctx) =>
        own(ctx, ctx.branch)
          .slice(0, mostShown)
          .map(({ date }) => ({ label: shortDate(date), value: date })),
    },
    kind: {
      words: 'caidat-ngaynghi-ask-kind',
      args: (ctx, { date }) => ({ date: shortDate(date!), is: dayWords(ctx, ctx.branch, date!) }),
      read(ctx, text, { date }) {
        const kind = kindWords.get(fold(text))
        if (kind === undefined) return { again: 'caidat-again-kind' }
        return kind === 'bo' && !isOwn(ctx, date!)
          ? { again: 'caidat-again-not-own', args: { date: shortDate(date!) } }
          : { value: kind }
      },
      choices: (ctx, { date }) => kindChoices(ctx, date!),
    },
  },
  inline(ctx, line) {
    if (line === '') return {}
    const { date, rest, error } = parseWhen(line, localDate(ctx.at))
    if (date === undefined || error) return { date: line }
    return { date, ...(rest === '' ? {} : { kind: rest }) }
  },
  change(branch, { date, kind }) {
    const others = branch.holidays.filter((one) => one.date !== date)
    const changed = overrideOf(date!, kind!)
    const holidays = changed ? [...others, changed] : others
    return { ...branch, holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)) }
  },
  words: (ctx, branch, answers) =>
    answers ? `${shortDate(answers['date']!)}: ${dayWords(ctx, branch, answers['date']!)}` : listWords(ctx, branch),
  timing: true,
}

/** A Saturday or Sunday worked is a swapped day, any other day simply no holiday. Null: the list decides again. */
export function overrideOf(date: string, kind: string): HolidayOverride | null {
  if (kind === 'bo') return null
  if (kind === 'lam') return { date, kind: weekday(date) >= 6 ? 'swapped-workday' : 'working' }
  return { date, kind: kind === 'bu' ? 'lieu' : 'off' }
}

function readDay(ctx: Ctx, text: string): Reading {
  const today = localDate(ctx.at)
  const reading = parseDate(text, today)
  if ('error' in reading)
    return { again: reading.error === 'no-such-day' ? 'caidat-again-no-such-day' : 'caidat-again-date' }
  return reading.date < today ? { again: 'caidat-again-past' } : { value: reading.date }
}

const own = (ctx: Ctx, { holidays }: Branch): HolidayOverride[] =>
  holidays.filter(({ date }) => date >= localDate(ctx.at))

const isOwn = (ctx: Ctx, date: string): boolean => ctx.branch.holidays.some((one) => one.date === date)

const kindChoices = (ctx: Ctx, date: string): Option[] =>
  ['nghi', 'bu', 'lam', ...(isOwn(ctx, date) ? ['bo'] : [])].map((value) => ({
    label: ctx.t(`caidat-kind-${value}`),
    value,
  }))

function dayWords(ctx: Ctx, branch: Branch, date: string): string {
  const { kind, name } = branchCalendar(branch).dayKind(date)
  if (kind === 'working' || kind === 'swapped-workday') return ctx.t('caidat-day-working')
  return conflictWords(ctx.t, localeOf(ctx), date, { kind, name })
}

function listWords(ctx: Ctx, branch: Branch): string {
  const days = own(ctx, branch)
  if (days.length === 0) return ctx.t('caidat-none')
  const lines = days.slice(0, mostShown).map(({ date }) => `${shortDate(date)} (${dayWords(ctx, branch, date)})`)
  return [...lines, ...(days.length > mostShown ? ['…'] : [])].join(', ')
}
