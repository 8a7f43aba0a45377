import { describe, expect, test } from '@jest/globals'
import { Moved, OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../src/errors.js'
import { becomes, ends, moveOn, outcomeOf, type Circumstances } from '../../src/delivery/outcome.js'
import { newDelivery } from '../../src/store/deliveries.js'
import type { Delivery } from '../../src/store/delivery.js'
import { telegram, zalo } from './stage.js'

const REAL = 1_000_000

const row = (fields: Partial<Delivery> = {}): Delivery => ({
  ...newDelivery({
    _id: 'e:0:m',
    lane: 'branch:tb',
    recipient: 'm',
    addresses: [telegram('a'), zalo('a')],
    queue: 'bulk',
    order: 1,
    n: 0,
    message: { text: 'text' },
    about: null,
    key: null,
    replaces: null,
    withoutEdit: 'new',
    repeat: 'never',
    weight: 1,
    silent: false,
    notBefore: null,
    usefulUntil: null,
    now: 0,
  }),
  attempt: 1,
  ...fields,
})

const usual: Circumstances = { real: REAL, repeat: false, more: false, edits: false }

test.each([
  [new RetryLater(5000), { kind: 'retry', afterMs: 5000, closesGate: false }],
  [new RetryLater(5000, true), { kind: 'retry', afterMs: 5000, closesGate: true }],
  [new Undeliverable('blocked'), { kind: 'next', reason: 'blocked' }],
  [new Moved('-100'), { kind: 'moved', to: '-100' }],
  [new OutcomeUnknown(), { kind: 'unknown' }],
  [new TypeError('a bug'), { kind: 'unknown' }],
  ['not even an error', { kind: 'unknown' }],
  [new StoreUnavailable(), { kind: 'store' }],
])('%p', (error, outcome) => {
  expect(outcomeOf(error)).toEqual(outcome)
})

describe('a row that is to wait', () => {
  test('remembers when it was first put off', () => {
    const retry = { kind: 'retry', afterMs: 5000, closesGate: false } as const
    expect(becomes(row(), retry, usual).set).toEqual({ state: 'waiting', retryAt: REAL + 5000, failingSince: REAL })
    expect(becomes(row({ failingSince: 7 }), retry, usual).set).toMatchObject({ failingSince: 7 })
  })

  test('is cancelled instead when it was called off, unless something of it may have arrived', () => {
    const retry = { kind: 'retry', afterMs: 5000, closesGate: false } as const
    expect(becomes(row(), retry, usual).calledOff).toMatchObject({ state: 'cancelled' })
    expect(becomes(row({ reason: 'unknown' }), retry, usual).calledOff).toMatchObject({ state: 'unknown', news: 1 })
  })
})

describe('a row that may have arrived', () => {
  test('goes again where that shows nothing twice', () => {
    expect(becomes(row(), { kind: 'unknown' }, { ...usual, repeat: true }).set).toMatchObject({
      state: 'waiting',
      reason: 'unknown',
    })
    expect(becomes(row(), { kind: 'died' }, { ...usual, repeat: true }).set).toEqual({
      state: 'waiting',
      reason: 'unknown',
      retryAt: null,
    })
    expect(becomes(row({ repeat: 'harmless' }), { kind: 'died' }, usual).set).toMatchObject({ state: 'waiting' })
    expect(becomes(row(), { kind: 'died' }, usual).set).toMatchObject({ state: 'unknown', news: 1 })
  })

  test('goes again later and later, and not for ever', () => {
    const waits = [1, 2, 3, 10].map(
      (attempt) => becomes(row({ attempt }), { kind: 'unknown' }, { ...usual, repeat: true }).set.retryAt! - REAL,
    )
    expect(waits).toEqual([1000, 2000, 4000, 60_000])
    expect(becomes(row({ attempt: 20 }), { kind: 'unknown' }, { ...usual, repeat: true }).set.state).toBe('unknown')
    expect(becomes(row({ attempt: 20 }), { kind: 'store' }, { ...usual, repeat: true }).set.state).toBe('waiting')
    expect(becomes(row({ attempt: 5, repeat: 'harmless' }), { kind: 'unknown' }, usual).set.state).toBe('unknown')
  })

  test('never goes to another address', () => {
    expect(moveOn(row({ reason: 'unknown' }), ['blocked'])).toMatchObject({ state: 'unknown' })
    expect(moveOn(row({ sentIds: ['1'] }), ['blocked'])).toMatchObject({ state: 'partial', reason: 'blocked' })
    expect(moveOn(row(), ['blocked'])).toMatchObject({
      state: 'waiting',
      turn: 1,
      refused: ['blocked'],
      line: 'bulk|zalo-bot:a',
    })
    expect(moveOn(row(), ['gone', 'blocked'])).toMatchObject({
      state: 'undeliverable',
      reason: 'blocked',
      refused: ['gone', 'blocked'],
      news: 1,
    })
  })
})

test('an edit that is refused is said anew or not at all, as the row asks', () => {
  const next = { kind: 'next', reason: 'refused' } as const
  const edit = { replaces: 'e:9:m' }
  expect(becomes(row({ ...edit, withoutEdit: 'new' }), next, { ...usual, edits: true }).set).toMatchObject({
    state: 'waiting',
    replaces: null,
  })
  expect(becomes(row({ ...edit, withoutEdit: 'cancel' }), next, { ...usual, edits: true }).set).toMatchObject({
    state: 'cancelled',
    reason: 'refused',
  })
})

test('news is made by branches, and by rows that are not news themselves', () => {
  expect(ends(row(), 'unknown').news).toBe(1)
  expect(ends(row({ silent: true }), 'unknown').news).toBe(0)
  expect(ends(row({ lane: 'account:web:a' }), 'unknown').news).toBe(0)
  expect(ends(row({ lane: 'chat:web:g' }), 'unknown').news).toBe(0)
})
