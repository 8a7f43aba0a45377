import { describe, expect, test } from '@jest/globals'
import type { Attachment, Choice, Message } from '../../../src/chat.js'
import { keyboardOf, partsOf, wordsOf } from '../../../src/platforms/telegram/render.js'

const choices: Choice[] = [{ label: 'Dự họp', does: 'duhop 2026-12 co' }]
const attachment: Attachment = { name: 'd.docx', mime: 'x', size: 9, known: null, sha256: 'a'.repeat(64), link: null }
const length = (part: Message): number => wordsOf(part).text.length

describe('the words of a message', () => {
  test('a title is bold, by its place in the text', () => {
    expect(wordsOf({ title: '🇻🇳 Họp chi bộ', text: '19:30, *nhà văn hoá* <b>' })).toEqual({
      text: '🇻🇳 Họp chi bộ\n19:30, *nhà văn hoá* <b>',
      entities: [{ type: 'bold', offset: 0, length: '🇻🇳 Họp chi bộ'.length }],
    })
  })

  test('without a title, or with an empty one, nothing is bold', () => {
    expect(wordsOf({ text: 'x' })).toEqual({ text: 'x', entities: [] })
    expect(wordsOf({ title: ' ', text: 'x' })).toEqual({ text: 'x', entities: [] })
  })

  test('a title alone', () => {
    expect(wordsOf({ title: 'Họp', text: '' })).toEqual({
      text: 'Họp',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    })
  })

  test('half a surrogate pair would make Telegram refuse all of it', () => {
    expect(wordsOf({ text: 'a\ud83db\u{1f600}' }).text).toBe('a\ufffdb\u{1f600}')
  })
})

describe('the parts of a message', () => {
  test('a short one is one call', () => {
    expect(partsOf({ title: 'Họp', text: 'mai', choices })).toEqual([{ title: 'Họp', text: 'mai', choices }])
  })

  test('4096 units are one part, one more are two', () => {
    const text = 'á'.repeat(4092)
    expect(partsOf({ title: 'Họp', text })).toHaveLength(1)
    expect(partsOf({ title: 'Họp!', text })).toHaveLength(2)
  })

  test('a long one is split, and only its last part has the buttons', () => {
    const text = 'Đồng chí góp ý. 👨‍👩‍👧 '.repeat(700)
    const parts = partsOf({ title: 'Góp ý', text, choices })
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(length(part)).toBeLessThanOrEqual(4096)
    expect(parts.map((part) => part.choices !== undefined)).toEqual(parts.map((_, at) => at === parts.length - 1))
    expect(parts.map((part) => part.title)).toEqual(['Góp ý', ...parts.slice(1).map(() => undefined)])
    const joined = parts.map((part) => wordsOf(part).text).join(' ')
    expect(joined.replace(/\s/gu, '')).toBe(`Góp ý${text}`.replace(/\s/gu, ''))
  })

  test('a title above a word that fills a part', () => {
    const parts = partsOf({ title: 'Họp', text: 'a'.repeat(5000) })
    expect(parts[0]).toMatchObject({ title: 'Họp' })
    expect(parts.map(length).reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(5003)
    for (const part of parts) expect(length(part)).toBeLessThanOrEqual(4096)
  })

  test('a file takes 1024 units with it', () => {
    const text = 'á'.repeat(1020)
    expect(partsOf({ title: 'Họp', text, attachment, choices })).toEqual([{ title: 'Họp', text, attachment, choices }])
  })

  test('longer words go before the file, which bears the buttons', () => {
    const text = 'á'.repeat(1021)
    expect(partsOf({ title: 'Họp', text, attachment, choices })).toEqual([
      { title: 'Họp', text },
      { text: '', attachment, choices },
    ])
  })

  test('a button carries 64 bytes and no more', () => {
    const does = (text: string) => ({ text: 'x', choices: [{ label: 'x', does: text }] })
    expect(partsOf(does('á'.repeat(32)))).toHaveLength(1)
    expect(() => partsOf(does(`${'á'.repeat(32)}x`))).toThrow('64 bytes')
  })
})

describe('buttons', () => {
  const rows = (...labels: string[]): number[] =>
    keyboardOf(labels.map((label) => ({ label, does: 'x' }))).inline_keyboard.map((row) => row.length)
  const long = 'Đề nghị họp vào ngày khác'

  test.each([
    [['Có', 'Không'], [2]],
    [
      ['Có', 'Không', 'Để sau'],
      [2, 1],
    ],
    [
      [long, long],
      [1, 1],
    ],
    [
      ['Có', long, 'Không'],
      [1, 1, 1],
    ],
    [
      [long, 'Có', 'Không'],
      [1, 2],
    ],
    [
      ['Có', 'Không', long, 'Để sau'],
      [2, 1, 1],
    ],
  ])('%j stand in rows of %j', (labels, expected) => {
    expect(rows(...labels)).toEqual(expected)
  })

  test('keep their order and what they do', () => {
    const given = [
      { label: 'Có', does: 'duhop co' },
      { label: 'Không', does: 'duhop khong' },
      { label: long, does: 'huy' },
    ]
    expect(keyboardOf(given).inline_keyboard.flat()).toEqual(
      given.map(({ label, does }) => ({ text: label, callback_data: does })),
    )
  })
})
