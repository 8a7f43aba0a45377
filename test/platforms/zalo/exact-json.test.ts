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
  ['{"a":0.1234567890123456789}', { a: 0.1234567890123456789 }],
  ['{"latitude":21.0285110000000003,"id":6900000000000000123}', { latitude: 21.028511, id: '6900000000000000123' }],
  ['"\\\\"', '\\'],
])('%s keeps every digit', (text, value) => {
  expect(parseExact(text)).toEqual(value)
})

test.each(['{', '', '{"id":}', 'x6900000000000000123'])('%j is no JSON', (text) => {
  expect(() => parseExact(text)).toThrow(SyntaxError)
})

/** Numbers of every shape JSON has, drawn by one seed. */
function numbers(count: number): string[] {
  let seed = 20270115
  const draw = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const digits = (most: number): string => Array.from({ length: 1 + draw(most) }, () => draw(10)).join('')
  const whole = (): string => (draw(4) === 0 ? '0' : `${1 + draw(9)}${digits(22)}`)
  return Array.from({ length: count }, () => {
    const fraction = draw(2) ? `.${digits(24)}` : ''
    const exponent = draw(3) === 0 ? `${'eE'[draw(2)]}${['', '+', '-'][draw(3)]}${digits(2)}` : ''
    return `${draw(2) ? '-' : ''}${whole()}${fraction}${exponent}`
  })
}

test('whatever the number, wherever it stands: long whole ones are their digits, all others what JSON says', () => {
  for (const number of numbers(3000)) {
    const value = /^-?\d{16,}$/u.test(number) ? number : (JSON.parse(number) as number)
    const said = `"${number}" ${number}, \\ ${number}`
    const text = `{"a":${number},"b":[${number}, ${number} ,{"${number}":[[${number}]]}],"said":${JSON.stringify(said)}}`
    expect([number, parseExact(text)]).toEqual([number, { a: value, b: [value, value, { [number]: [[value]] }], said }])
    expect(parseExact(number)).toEqual(value)
    for (const odd of [`${number}.`, `0${number}`.replace('0-', '--'), `.${number}`, `${number}e`, `+${number}`])
      expect(() => parseExact(`{"a":${odd}}`)).toThrow(SyntaxError)
  }
})
