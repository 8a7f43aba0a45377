import { expect, test } from '@jest/globals'
import { isSigned } from '../../../src/platforms/zalo-oa/signature.js'

/** A published vector: "X" + "BODY" + "1234567890" + "Y". */
const mac = '2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9'
const by = { appId: 'X', secretKey: 'Y', timestamp: '1234567890' }
const body = Buffer.from('BODY')

test.each([mac, `mac=${mac}`, `MAC=${mac.toUpperCase()}`])('%s signs', (header) => {
  expect(isSigned(header, body, by)).toBe(true)
})

test.each([undefined, '', 'mac=', `mac=${mac.slice(1)}`, `${mac}00`, `mac=0${mac.slice(1)}`, [mac]])(
  '%j does not',
  (header) => {
    expect(isSigned(header, body, by)).toBe(false)
  },
)

test('nor another body, moment, app or key', () => {
  expect(isSigned(mac, Buffer.from('BODY '), by)).toBe(false)
  for (const one of ['appId', 'secretKey', 'timestamp'] as const) {
    expect(isSigned(mac, body, { ...by, [one]: `${by[one]}0` })).toBe(false)
  }
})
