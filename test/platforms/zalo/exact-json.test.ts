import { expect, test } from '@jest/globals'
import { parseExact } from '../../../src/platforms/zalo/exact-json.js'

test.each([
  ['{"id":6900000000000000123}', { id: '6900000000000000123' }],
  ['[-9223372036854775808,1]', ['-9223372036854775808', 1]],
  [
    '{"text":"số 6900000000000000123, \\"6900000000000000123\\""}',
    { text: 'số 6900000000000000123, "6900000000000000123"' },
  ],
  ['{"date":1795851538222}', { date: 1795851538222 }],
  ['{"half":1234567890123456.5,"big":1234567890123456e2}', { half: 1234567890123456.5, big: 1234567890123456e2 }],
  ['"\\\\"', '\\'],
])('%s keeps every digit', (text, value) => {
  expect(parseExact(text)).toEqual(value)
})

test.each(['{', '', '{"id":}', 'x6900000000000000123'])('%j is no JSON', (text) => {
  expect(() => parseExact(text)).toThrow(SyntaxError)
})
