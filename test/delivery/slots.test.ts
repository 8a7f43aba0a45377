import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSlots, limits } from '../../src/delivery/slots.js'

const telegram = limits.telegram!

interface Taken {
  at: number
  chat: string
  group: boolean
}

/** The most that lie in any window of this length. */
function most(times: number[], window: number): number {
  return Math.max(0, ...times.map((end) => times.filter((at) => at > end - window && at <= end).length))
}

const chats = fc.record({ id: fc.nat(5), group: fc.boolean(), gap: fc.nat(400) })

test('no window ever holds more than its limit, and a wait that is kept to is enough', () => {
  fc.assert(
    fc.property(fc.array(chats, { maxLength: 200 }), (asked) => {
      const slots = createSlots({ perSecond: 4, perChatPerSecond: 1, perGroupPerMinute: 3 })
      const taken: Taken[] = []
      let now = 0
      for (const { id, group, gap } of asked) {
        now += gap
        const chat = `${group ? 'g' : 'p'}${id}`
        const wait = slots.take(now, chat, group)
        expect(wait).toBe(wait === 0 ? 0 : slots.wait(now, chat, group))
        if (wait > 0) {
          now += wait
          expect(slots.take(now, chat, group)).toBe(0)
        }
        taken.push({ at: now, chat, group })
      }
      expect(
        most(
          taken.map(({ at }) => at),
          1000,
        ),
      ).toBeLessThanOrEqual(4)
      for (const chat of new Set(taken.map((one) => one.chat))) {
        const own = taken.filter((one) => one.chat === chat)
        expect(
          most(
            own.map(({ at }) => at),
            1000,
          ),
        ).toBeLessThanOrEqual(1)
        if (own[0]!.group)
          expect(
            most(
              own.map(({ at }) => at),
              60_000,
            ),
          ).toBeLessThanOrEqual(3)
      }
    }),
  )
})

test('everybody who keeps asking in turn is served, at the full rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (people) => {
      const slots = createSlots(telegram)
      const waiting = new Set(Array.from({ length: people }, (_, n) => `p${n}`))
      let now = 0
      for (; waiting.size > 0; now += 50) {
        for (const chat of waiting) if (slots.take(now, chat, false) === 0) waiting.delete(chat)
      }
      expect(now - 50).toBeLessThanOrEqual(Math.floor((people - 1) / 30) * 1000)
    }),
  )
})

test('what is on its way holds its slot, and counts from its end on', () => {
  const slots = createSlots({ perSecond: 2, perChatPerSecond: 1, perGroupPerMinute: 3 })
  for (const chat of ['a', 'b']) {
    expect(slots.take(0, chat, false)).toBe(0)
    slots.move(0, Infinity, chat, false)
  }
  expect(slots.take(5000, 'c', false)).toBe(Infinity)
  slots.move(Infinity, 5000, 'b', false)
  expect(slots.waitOfBot(5400)).toBe(600)
  expect(slots.take(6000, 'a', false)).toBe(Infinity)
  expect(slots.take(6000, 'b', false)).toBe(0)
})

test('what was sent before counts, however much it was', () => {
  const slots = createSlots(telegram)
  for (let n = 0; n < 40; n++) slots.count(0, `p${n}`, false)
  expect(slots.waitOfBot(0)).toBe(1000)
  expect(slots.take(500, 'new', false)).toBe(500)
  expect(slots.take(1000, 'new', false)).toBe(0)
  for (let n = 0; n < 25; n++) slots.count(1000, 'g', true)
  expect(slots.wait(3000, 'g', true)).toBe(58_000)
})

test('a channel without limits always has a slot', () => {
  const slots = createSlots(limits.web)
  for (let n = 0; n < 500; n++) expect(slots.take(0, 'p', true)).toBe(0)
})

test('chats that have been quiet for a minute are forgotten without any loss', () => {
  const slots = createSlots({ perSecond: 1e9, perChatPerSecond: 1, perGroupPerMinute: 1 })
  slots.take(0, 'g', true)
  for (let n = 0; n < 3000; n++) slots.take(30_000, `p${n}`, false)
  expect(slots.wait(30_000, 'g', true)).toBe(30_000)
  for (let n = 0; n < 3000; n++) slots.take(61_000, `p${n}`, false)
  expect(slots.wait(61_000, 'g', true)).toBe(0)
})

test('what is spared for others is free to them, and no window holds more for it', () => {
  const slots = createSlots(telegram)
  for (let n = 0; n < 29; n++) expect(slots.take(0, `p${n}`, false, 1)).toBe(0)
  expect(slots.take(0, 'bulk', false, 1)).toBe(1000)
  expect(slots.waitOfBot(0, 1)).toBe(1000)
  expect(slots.take(0, 'answer', false)).toBe(0)
  expect(slots.take(0, 'second answer', false)).toBe(1000)
  expect(slots.take(1000, 'bulk', false, 1)).toBe(0)
})
