import { fold } from '../../src/domain/fold.js'
import type { QuietHours } from '../../src/domain/calendar/quiet-hours.js'
import type { Answers, Reading } from '../../src/engine/command.js'
import type { T } from '../../src/words.js'
import { isOff, onOffChoices, onOffWords, readOnOff, readSpan } from './readings.js'
import type { Setting } from './setting.js'

const kinds = { dem: 'night', trua: 'noon', tet: 'tet' } as const
const otherWords = new Map(
  Object.entries({ night: 'dem', noon: 'trua', 'ban dem': 'dem', 'buoi trua': 'trua', 'ngay tet': 'tet' }),
)

/** Quiet hours: `/caidat yenlang đêm 21:30-06:00`, `trưa tắt`, `tết bật`. */
export const yenlang: Setting = {
  name: 'yenlang',
  also: ['yen lang', 'gio yen lang', 'quiet'],
  ask: {
    which: {
      words: 'caidat-yenlang-ask',
      read(_ctx, text): Reading {
        const typed = fold(text)
        const which = otherWords.get(typed) ?? typed
        return Object.hasOwn(kinds, which) ? { value: which } : { again: 'caidat-again-quiet' }
      },
      choices: ({ t }) => Object.entries(kinds).map(([value, kind]) => ({ label: t(`caidat-quiet-${kind}`), value })),
    },
    span: {
      words: 'caidat-yenlang-ask-span',
      read: (_ctx, text, { which }) =>
        which === 'tet' ? readOnOff(text) : isOff(text) ? { value: 'tat' } : readSpan(text),
      choices: ({ t }, { which }) => (which === 'tet' ? onOffChoices(t) : [{ label: t('caidat-off'), value: 'tat' }]),
    },
  },
  inline(_ctx, line) {
    const [, which, span] = /^(\S+)(?:\s+(.*))?$/su.exec(line) ?? []
    return { ...(which ? { which } : {}), ...(span ? { span } : {}) }
  },
  change: (branch, answers) => ({ ...branch, quiet: changed(branch.quiet, answers) }),
  words: ({ t }, { quiet }) =>
    [
      t('caidat-quiet-is', { kind: t('caidat-quiet-night'), span: spanWords(t, quiet.night) }),
      t('caidat-quiet-is', { kind: t('caidat-quiet-noon'), span: spanWords(t, quiet.noon) }),
      t('caidat-quiet-is', { kind: t('caidat-quiet-tet'), span: onOffWords(t, quiet.tet) }),
    ].join('; '),
  timing: true,
}

function changed(quiet: QuietHours, { which, span }: Answers): QuietHours {
  if (which === 'tet') return { ...quiet, tet: span === 'bat' }
  const hours = span === 'tat' ? null : (span!.split('-') as [string, string])
  // A span that ends where it begins is empty.
  return which === 'trua' ? { ...quiet, noon: hours } : { ...quiet, night: hours ?? [quiet.night[0], quiet.night[0]] }
}

const spanWords = (t: T, span: [string, string] | null): string =>
  span === null || span[0] === span[1] ? t('caidat-off') : span.join('–')
