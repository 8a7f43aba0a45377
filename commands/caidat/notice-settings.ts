import { dateWords } from '../../src/domain/calendar/date-words.js'
import { fold } from '../../src/domain/fold.js'
import { localeOf } from './effects.js'
import { onOff, onOffWords, readClock } from './readings.js'
import type { Setting } from './setting.js'

const mostDays = 14
const usualDays = [3, 5, 7]

export const baotruoc: Setting = {
  name: 'baotruoc',
  also: ['bao truoc', 'notice'],
  ask: {
    days: {
      words: 'caidat-baotruoc-ask',
      read(_ctx, text) {
        const days = Number(/^(\d{1,2})(?: ?(?:ngay|days?))?$/u.exec(fold(text))?.[1])
        return days >= 1 && days <= mostDays ? { value: String(days) } : { again: 'caidat-again-days' }
      },
      numeric: true,
      choices: ({ t }) => usualDays.map((days) => ({ label: t('caidat-days', { days }), value: String(days) })),
    },
  },
  change: (branch, { days }) => ({ ...branch, notice: { ...branch.notice, daysBefore: Number(days) } }),
  words: ({ t }, { notice }) => t('caidat-days', { days: notice.daysBefore }),
  timing: true,
}

export const giobao: Setting = {
  name: 'giobao',
  also: ['gio bao'],
  ask: { hour: { words: 'caidat-giobao-ask', read: (_ctx, text) => readClock(text) } },
  change: (branch, { hour }) => ({ ...branch, notice: { ...branch.notice, hour: hour! } }),
  words: (ctx, { notice }) => dateWords[localeOf(ctx)].time(notice.hour),
  timing: true,
}

export const truocngaynghi: Setting = {
  name: 'truocngaynghi',
  also: ['truoc ngay nghi'],
  ask: { on: onOff('caidat-truocngaynghi-ask') },
  change: (branch, { on }) => ({ ...branch, notice: { ...branch.notice, earlierWorkingDay: on === 'bat' } }),
  words: ({ t }, { notice }) => onOffWords(t, notice.earlierWorkingDay),
  timing: true,
}

/** Holds everything back that nobody waits for, until it is let go; what was useful only meanwhile is told, not sent. */
export const tamdung: Setting = {
  name: 'tamdung',
  also: ['tam dung', 'pause'],
  ask: { on: onOff('caidat-tamdung-ask') },
  change: (branch, { on }) => ({ ...branch, quiet: { ...branch.quiet, paused: on === 'bat' } }),
  words: ({ t }, { quiet }) => onOffWords(t, quiet.paused === true),
  timing: false,
}

export const tudong: Setting = {
  name: 'tudong',
  also: ['tu dong'],
  ask: { on: onOff('caidat-tudong-ask') },
  change: (branch, { on }) => ({ ...branch, notice: { ...branch.notice, evenUnconfirmed: on === 'bat' } }),
  words: ({ t }, { notice }) => onOffWords(t, notice.evenUnconfirmed),
  timing: false,
}
