import { fold } from '../../src/domain/fold.js'
import { parseTime } from '../../src/domain/calendar/when.js'
import type { Option, Question, Reading } from '../../src/engine/command.js'
import type { T } from '../../src/words.js'

const onWords = new Set(['bat', 'co', 'mo', 'on', 'yes'])
const offWords = new Set(['tat', 'khong', 'bo', 'thoi', 'off', 'no'])

export const isOff = (text: string): boolean => offWords.has(fold(text))

export const readOnOff = (text: string): Reading =>
  onWords.has(fold(text)) ? { value: 'bat' } : isOff(text) ? { value: 'tat' } : { again: 'caidat-again-on-off' }

export const onOffChoices = (t: T): Option[] => [
  { label: t('caidat-on'), value: 'bat' },
  { label: t('caidat-off'), value: 'tat' },
]

export const onOffWords = (t: T, on: boolean): string => t(on ? 'caidat-on' : 'caidat-off')

export const onOff = (words: string): Question => ({
  words,
  read: (_ctx, text) => readOnOff(text),
  choices: ({ t }) => onOffChoices(t),
})

export function readClock(text: string): Reading {
  const reading = parseTime(text)
  return 'error' in reading ? { again: 'caidat-again-time' } : { value: reading.time }
}

/** "21:30-06:00", "21h30 đến 6h": kept as `21:30-06:00`. A span may cross midnight. */
export function readSpan(text: string): Reading {
  const ends = text.normalize('NFC').split(/\s*(?:[-–—]|đến|den|tới|toi|to)\s*/iu)
  const times = ends.map(readClock)
  const [from, to] = times
  if (times.length !== 2 || !from || !to || 'again' in from || 'again' in to || from.value === to.value)
    return { again: 'caidat-again-span' }
  return { value: `${from.value}-${to.value}` }
}
