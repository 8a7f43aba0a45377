import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitText } from '../../src/platforms/split-text.js'

const units: Record<string, (text: string) => number> = {
  'UTF-16 units': (text) => text.length,
  'code points': (text) => [...text].length,
  bytes: (text) => Buffer.byteLength(text),
}
const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Words with stacked marks, family emoji, flags and Windows line ends among ordinary text. */
const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('góp ý', 'chi bộ', 'Nhất trí.', 'a', 'ệ', 'ệ', '03/02/2027', '14 giờ') },
  { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '\n', '\n\n', '\r\n', '\r\n\r\n', '\t', '\u00a0') },
  { weight: 1, arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '🇻🇳', '👍🏽', 'ក្ម', ' ́') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
)
const longText = fc.array(fragment, { minLength: 1, maxLength: 60 }).map((fragments) => fragments.join(''))

describe.each(Object.entries(units))('measured in %s', (_name, measure) => {
  const limit = fc.integer({ min: 30, max: 80 })

  test('no piece is longer than the limit', () => {
    fc.assert(
      fc.property(longText, limit, (text, most) => {
        for (const piece of splitText(text, most, measure)) expect(measure(piece)).toBeLessThanOrEqual(most)
      }),
    )
  })

  test('the pieces are the text, less white space between them', () => {
    fc.assert(
      fc.property(longText, limit, (text, most) => {
        let rest = text
        for (const [index, piece] of splitText(text, most, measure).entries()) {
          const at = rest.indexOf(piece)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(rest.slice(0, at).trim()).toBe('')
          // A text is cut, not trimmed: nothing goes in front of the first piece unless it filled a whole one.
          if (index === 0 && measure(text) <= most) expect(at).toBe(0)
          rest = rest.slice(at + piece.length)
        }
        expect(rest.trim()).toBe('')
      }),
    )
  })

  test('no grapheme is torn', () => {
    fc.assert(
      fc.property(longText, limit, (text, most) => {
        fc.pre(graphemesOf(text).every((grapheme) => measure(grapheme) <= most))
        const kept = splitText(text, most, measure).flatMap(graphemesOf)
        const blank = (grapheme: string): boolean => grapheme.trim() === ''
        expect(kept.filter((one) => !blank(one))).toEqual(graphemesOf(text).filter((one) => !blank(one)))
      }),
    )
  })
})

const length = (text: string): number => text.length

test('a text that fits is left as it is, white space and all', () => {
  expect(splitText('  một\n\nhai  ', 20, length)).toEqual(['  một\n\nhai  '])
  expect(splitText('', 20, length)).toEqual([''])
})

test('a paragraph is a better place than a line, a line a better one than a word', () => {
  expect(splitText('một hai\n\nba bốn\nnăm sáu bảy', 20, length)).toEqual(['một hai\n\nba bốn', 'năm sáu bảy'])
  expect(splitText('một hai ba bốn\n\nnăm\nsáu bảy tám', 20, length)).toEqual(['một hai ba bốn', 'năm\nsáu bảy tám'])
  expect(splitText('một hai ba bốn năm', 12, length)).toEqual(['một hai ba', 'bốn năm'])
})

test('a first short line does not become a message of its own', () => {
  expect(splitText('A\n\nmột hai ba bốn năm sáu', 20, length)).toEqual(['A\n\nmột hai ba bốn', 'năm sáu'])
})

test('words held together by a no-break space stay together', () => {
  expect(splitText('lúc ấy 14\u00a0giờ đúng', 12, length)).toEqual(['lúc ấy', '14\u00a0giờ đúng'])
})

test('a word longer than a piece is cut between letters', () => {
  expect(splitText('ệ'.repeat(25), 10, length)).toEqual(['ệ'.repeat(10), 'ệ'.repeat(10), 'ệ'.repeat(5)])
})

test('a letter under a thousand marks still goes, in pieces', () => {
  const pile = `a${'\u0301'.repeat(100)}`
  const pieces = splitText(pile, 40, length)
  expect(pieces.join('')).toBe(pile)
  expect(pieces).toHaveLength(3)
})

test('a text of one megabyte is cut in reasonable time', () => {
  const text = 'Đề nghị bổ sung số liệu theo từng nhóm việc. '.repeat(23_000)
  const pieces = splitText(text, 4000, length)
  expect(pieces.length).toBeGreaterThan(250)
  expect(pieces.join(' ')).toBe(text)
})
