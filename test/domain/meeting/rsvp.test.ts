import { expect, test } from '@jest/globals'
import { readRsvp } from '../../../src/domain/meeting/rsvp.js'

test.each([
  'dự họp',
  'Tôi dự họp',
  'co',
  'Có',
  'có mặt',
  'toi se du',
  'Vâng',
  'Dạ vâng',
  'vâng ạ',
  'Dạ',
  'OK',
  'ok nhé',
  'nhất trí',
  'Đồng ý.',
  '+1',
  '👍',
  'Vâng, tôi sẽ dự họp',
  'xin tham gia',
  'Tôi sẽ có mặt đúng giờ',
  'dự được',
  'bác dự nhé',
  'Cô dự họp ạ',
  'ông sẽ dự',
  'chị có dự nhé',
])('"%s" is a yes', (text) => {
  expect(readRsvp(text).going).toBe(true)
})

test.each([
  ['xin vắng', ''],
  ['Xin vắng bận họp', 'bận họp'],
  ['vắng', ''],
  ['vắng mặt vì ốm', 'ốm'],
  ['xin phép nghỉ', ''],
  ['Tôi xin phép vắng mặt, lý do: đi công tác', 'đi công tác'],
  ['xin phep nghi do di cong tac', 'di cong tac'],
  ['Dạ em xin vắng', ''],
  ['bận công tác', 'bận công tác'],
  ['Không dự được', ''],
  ['không đi họp được, con ốm', 'con ốm'],
  ['không', ''],
  ['Bác xin vắng nhé, bác ốm', 'nhé, bác ốm'],
  ['cô bận họp', 'cô bận họp'],
  ['xin va\u0306\u0301ng ba\u0323\u0302n ho\u0323p', 'bận họp'],
])('"%s" is a no', (text, reason) => {
  expect(readRsvp(text)).toEqual({ going: false, reason })
})

test.each([
  'vang',
  'da vang',
  'Đã nhận',
  'Rõ',
  'Tôi nghĩ nên dời lịch',
  'toi nghi nen doi lich',
  'có lẽ không dự được đâu',
  'mấy giờ họp?',
  'dự kiến mấy giờ xong',
  'không có ý kiến',
  'có bận gì đâu',
  '',
  '   ',
  '???',
])('"%s" is not guessed at', (text) => {
  expect(readRsvp(text).going).toBe('unclear')
})
