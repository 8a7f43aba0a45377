import { describe, expect, test } from '@jest/globals'
import type { Entry } from '../../src/store/entry.js'
import type { Where } from '../../src/store/store.js'
import type { Trial } from './contract.js'
import { questions } from './questions.js'
import { delivery, entry, lane } from './samples.js'

export function readFacts(t: Trial): void {
  describe('find and count', () => {
    const put = (...rows: [string, Partial<Entry>][]) =>
      t.store.insert(
        'journal',
        rows.map(([name, given]) => entry(t.id(name), { lane: t.own, ...given })),
      )

    test('equality, list, range, sort and limit', async () => {
      await put(
        ['a', { at: 3, order: 1 }],
        ['b', { at: 1, order: 2 }],
        ['c', { at: 1, order: 1 }],
        ['d', { at: 2, open: 0 }],
        ['e', { at: 5, open: 2 }],
      )
      const found = async (where: Where, options = {}) =>
        t.ids(await t.store.find('journal', { lane: t.own, ...where }, options))
      expect(await found({ open: 1 })).toEqual(['c', 'b', 'a'])
      expect(await found({ open: 1 }, { sort: { field: 'at' }, limit: 2 })).toEqual(['c', 'b'])
      expect(await found({ open: 1 }, { sort: { field: 'at', descending: true } })).toEqual(['a', 'b', 'c'])
      expect(await found({ open: { in: [0, 2] } }, { sort: { field: 'at' } })).toEqual(['d', 'e'])
      expect(await found({ open: { in: [] } })).toEqual([])
      expect(await found({ open: 1, at: { gt: 1, lte: 3 } })).toEqual(['a'])
      expect(await found({ open: 1, at: { gte: 1, lt: 3 } })).toEqual(['c', 'b'])
      expect(await found({ open: 1, at: 1, order: { gte: 2 } })).toEqual(['b'])
      expect(await t.store.count('journal', { lane: t.own, open: { in: [1, 2] } })).toBe(4)
      expect(await t.store.count('journal', { lane: t.own, open: 1, at: { lt: 3 } })).toBe(2)
    })

    test('null equals null; a range passes it over; in an order it comes first', async () => {
      const rows = [
        ['a', null],
        ['b', 20],
        ['c', 10],
        ['d', null],
      ] as const
      await t.store.insert(
        'deliveries',
        rows.map(([name, notBefore]) => delivery(t.id(name), { notBefore, state: 'partial', held: 1 })),
      )
      const asked: Where = { state: 'partial', held: 1 }
      expect(t.ids(await t.store.find('deliveries', { ...asked, notBefore: null })).sort()).toEqual(['a', 'd'])
      expect(t.ids(await t.store.find('deliveries', { ...asked, notBefore: { lte: 30 } }))).toEqual(['c', 'b'])
      const sorted = t.ids(await t.store.find('deliveries', asked, { sort: { field: 'notBefore' } }))
      expect([...sorted.slice(0, 2).sort(), ...sorted.slice(2)]).toEqual(['a', 'd', 'c', 'b'])
    })

    test('flags', async () => {
      await put(['a', { failed: true, acceptedAt: t.round }], ['b', { failed: false, acceptedAt: t.round }])
      expect(t.ids(await t.store.find('journal', { failed: true, acceptedAt: t.round }))).toEqual(['a'])
      expect(await t.store.count('journal', { failed: false, acceptedAt: t.round })).toBe(1)
    })

    test('texts are ordered by their bytes', async () => {
      const names = ['a', 'b', 'B', 'đ', 'z', '😀', '\uffee', 'a\0']
      await t.store.insert(
        'lanes',
        names.map((name) => lane(t.id(name))),
      )
      const found = await t.store.find('lanes', { _id: { gte: t.own, lt: `${t.own};` } }, { sort: { field: '_id' } })
      expect(t.ids(found)).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    })

    test('pages through everything by id', async () => {
      await t.store.insert(
        'refs',
        Array.from({ length: 25 }, (_, n) => ({ _id: t.id(String(n).padStart(2, '0')), delivery: 'd' })),
      )
      const seen: string[] = []
      for (let last = t.own; ;) {
        const page = await t.store.find(
          'refs',
          { _id: { gt: last, lt: `${t.own};` } },
          { sort: { field: '_id' }, limit: 10 },
        )
        if (page.length === 0) break
        seen.push(...t.ids(page))
        last = page.at(-1)!._id
      }
      expect(seen).toHaveLength(25)
      expect(seen).toEqual([...seen].sort())
    })

    test('gives 1,000 when no limit is said', async () => {
      await t.store.insert(
        'refs',
        Array.from({ length: 1_001 }, (_, n) => ({ _id: t.id(n), delivery: 'd' })),
      )
      expect(await t.store.find('refs', { _id: { gt: t.own } })).toHaveLength(1_000)
      expect((await t.store.find('refs', {}, { limit: 10_000 })).length).toBeGreaterThan(1_000)
      expect(await t.store.count('refs', {})).toBeGreaterThan(1_000)
    })

    test('answers every question a declared index allows', async () => {
      for (const { collection, where, options } of questions()) {
        expect((await t.store.find(collection, where, options)).length).toBeLessThanOrEqual(options.limit ?? 1_000)
      }
    }, 60_000)

    test('refuses what no declared index answers', async () => {
      await expect(t.store.find('members', { name: 'Sa Riên' })).rejects.toThrow(
        'store: members by (name) is answered by no declared index',
      )
      await expect(t.store.count('journal', { at: { gt: 5 } })).rejects.toThrow('is answered by no declared index')
      await expect(t.store.find('lanes', { stopped: { $ne: null } as never })).rejects.toThrow(
        'a condition on stopped that is not allowed',
      )
      await expect(t.store.find('lanes', {}, { limit: 10_001 })).rejects.toThrow('limit')
    })
  })
}
