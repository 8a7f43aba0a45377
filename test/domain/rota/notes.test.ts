import { expect, test } from '@jest/globals'
import { isEmpty, splitNotes } from '../../../src/domain/rota/notes.js'

const three = { domestic: 'tin A', international: 'tin B', local: 'tin C' }

test.each([
  'Trong nước: tin A\nQuốc tế: tin B\nĐịa phương: tin C',
  '1. Trong nước\ntin A\n2. Quốc tế\ntin B\n3. Địa phương\ntin C',
  'I- TRONG NƯỚC\ntin A\nII- QUỐC TẾ\ntin B\nIII- ĐỊA PHƯƠNG\ntin C',
  'trong nuoc: tin A\nthe gioi: tin B\ndia phuong: tin C',
  'Trong nước: tin A\nQuốc tế: tin B\nĐịa phương: tin C'.normalize('NFD'),
  '- Tin trong nước – tin A\n- Tin quốc tế – tin B\n- Tin địa phương – tin C',
  'Domestic: tin A\nInternational: tin B\nLocal: tin C',
  'Địa phương: tin C\nTrong nước: tin A\nQuốc tế: tin B',
])('three parts are told apart in %j', (text) => {
  expect(splitNotes(text)).toEqual(three)
})

test('a text without headings stands whole under the first, line breaks and all', () => {
  const text = 'Trong nước ta, kinh tế tăng.\n\nQuốc tế hóa là xu thế.'
  expect(splitNotes(text)).toEqual({ domestic: text, international: '', local: '' })
})

test('several lines of one part stay together', () => {
  expect(splitNotes('Quốc tế:\n1. ASEAN\n2. COP').international).toBe('1. ASEAN\n2. COP')
})

test('nothing but headings is empty', () => {
  expect(isEmpty(splitNotes('Trong nước:\nQuốc tế:\n'))).toBe(true)
  expect(isEmpty(three)).toBe(false)
})
