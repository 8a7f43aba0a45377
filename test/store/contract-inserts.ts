import { describe, expect, test } from '@jest/globals'
import type { Trial } from './contract.js'
import { delivery, entry } from './samples.js'

export function insertFacts(t: Trial): void {
  describe('insert and get', () => {
    test('gives back what was put in, field by field', async () => {
      const row = delivery(t.id(1), { notBefore: 5, held: 1 })
      expect(await t.store.insert('deliveries', [row])).toBe(1)
      expect(await t.store.get('deliveries', row._id)).toStrictEqual(row)
      expect(await t.store.get('deliveries', t.id('none'))).toBeNull()
    })

    test('leaves existing ids alone and counts the new ones', async () => {
      await t.store.insert('journal', [entry(t.id('a'), { thrown: 1 })])
      expect(
        await t.store.insert('journal', [entry(t.id('b')), entry(t.id('a'), { thrown: 2 }), entry(t.id('c'))]),
      ).toBe(2)
      expect(await t.store.insert('journal', [entry(t.id('a'))])).toBe(0)
      expect(await t.store.insert('journal', [])).toBe(0)
      expect((await t.store.get('journal', t.id('a')))?.thrown).toBe(1)
    })

    test('of two documents with one id in one call the first stays', async () => {
      expect(await t.store.insert('journal', [entry(t.id(1), { thrown: 1 }), entry(t.id(1), { thrown: 2 })])).toBe(1)
      expect((await t.store.get('journal', t.id(1)))?.thrown).toBe(1)
    })

    test('one of many inserts of one id is new', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => t.store.insert('journal', [entry(t.id(1))])))
      expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    })

    test('takes 900 rows at once', async () => {
      const rows = Array.from({ length: 900 }, (_, n) => delivery(t.id(n), { lane: t.own, n }))
      expect(await t.store.insert('deliveries', rows)).toBe(900)
      expect(await t.store.count('deliveries', { lane: t.own })).toBe(900)
    })

    test('keeps numbers as they are', async () => {
      const numbers = { order: Number.MAX_SAFE_INTEGER, at: -1, thrown: 0.1, acceptedAt: 2 ** 31, doneAt: 2 ** 40 + 1 }
      await t.store.insert('journal', [entry(t.id(1), numbers)])
      expect(await t.store.get('journal', t.id(1))).toMatchObject(numbers)
    })
  })
}
