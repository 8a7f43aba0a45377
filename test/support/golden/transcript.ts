import type { Shown } from '../service.js'
import type { Hand } from './hand.js'

/** What is another one at every run: codes, and the signed part of links. */
const CODE = /[2-9A-Z]{4}(?:-?[2-9A-Z]{4}){1,2}(?![\w-])/gu
const LINK = /https:\/\/chibo\.example\/\S+/gu
const masked = (text: string): string =>
  text
    .replace(CODE, 'MÃ')
    .replace(LINK, 'https://chibo.example/…')
    .replace(/[ \t]+$/gmu, '')

/** Writes down what a member does and what he then reads, as he sees it on his channel. */
export function createTranscript(hand: Hand, settled: () => Promise<void>) {
  const lines: string[] = []
  const known = new Map<string, string>()

  /** What is new since the last look: messages, and earlier ones that say something else now. */
  async function read(): Promise<void> {
    await settled()
    for (const message of await hand.reads()) {
      const text = asRead(message)
      const before = known.get(message.id)
      if (before === text) continue
      known.set(message.id, text)
      lines.push(before === undefined ? 'HỆ THỐNG' : 'HỆ THỐNG (tin trên nay là)', indented(text), '')
    }
  }

  async function does(words: string, act: () => Promise<void>): Promise<void> {
    lines.push('ĐỒNG CHÍ', indented(masked(words)), '')
    await act()
    await read()
  }

  return {
    scene: (title: string): void => void lines.push(`== ${title} ==`, ''),
    says: (text: string): Promise<void> => does(text, () => hand.says(text)),
    takes: (label: string): Promise<void> => does(`chọn «${label}»`, () => hand.takes(label)),
    /** What came by itself. */
    read,
    text: (): string => `${lines.join('\n').trimEnd()}\n`,
  }
}

export type Transcript = ReturnType<typeof createTranscript>

/** Buttons stand in brackets below; where there are none the choices are lines of the text. */
function asRead({ title, text, choices, attachment }: Shown): string {
  const isNumbered = title !== null && text.startsWith(title)
  const words = isNumbered || title === null ? text : [title, text].filter((piece) => piece !== '').join('\n')
  const buttons = isNumbered ? '' : choices.map(({ label }) => `[${label}]`).join(' ')
  return masked(
    [words, attachment ? `(tệp: ${attachment.name})` : '', buttons].filter((piece) => piece !== '').join('\n'),
  )
}

const indented = (text: string): string => text.replace(/^(?=.)/gmu, '    ')
