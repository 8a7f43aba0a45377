import { describe, expect, test } from '@jest/globals'
import type { Write } from '../../src/store/store.js'
import type { Trial } from './contract.js'
import { delivery, entry, lane, member } from './samples.js'

export function writeFacts(t: Trial): void {
  describe('replace', () => {
    test('raises the version by one, and says already when repeated', async () => {
      expect(await t.store.replace('members', member(t.id(1)))).toBe('replaced')
      expect(await t.store.replace('members', member(t.id(1)))).toBe('already')
      const second = member(t.id(1), { version: 2, by: 'e2', name: 'Bùi Hương' })
      expect(await t.store.replace('members', second)).toBe('replaced')
      expect(await t.store.replace('members', second)).toBe('already')
      expect(await t.store.replace('members', member(t.id(1)))).toBe('already')
      expect(await t.store.get('members', t.id(1))).toStrictEqual(second)
    })

    test('is a mismatch where another entry wrote that version, or the one before is missing', async () => {
      await t.store.replace('members', member(t.id(1)))
      expect(await t.store.replace('members', member(t.id(1), { by: 'other' }))).toBe('mismatch')
      expect(await t.store.replace('members', member(t.id(1), { version: 3, by: 'e3' }))).toBe('mismatch')
      expect(await t.store.replace('members', member(t.id(2), { version: 2 }))).toBe('mismatch')
      expect(await t.store.get('members', t.id(1))).toStrictEqual(member(t.id(1)))
      expect(await t.store.get('members', t.id(2))).toBeNull()
    })

    test('of twenty different replaces of one version one wins; of twenty equal ones all are right', async () => {
      await t.store.replace('members', member(t.id(1)))
      const race = (by: (n: number) => string, version: number) =>
        Promise.all(
          Array.from({ length: 20 }, (_, n) => t.store.replace('members', member(t.id(1), { version, by: by(n) }))),
        )
      const different = await race((n) => `e${n}`, 2)
      expect(different.filter((done) => done === 'replaced')).toHaveLength(1)
      expect(different.filter((done) => done === 'mismatch')).toHaveLength(19)
      const equal = await race(() => 'same', 3)
      expect(equal.filter((done) => done === 'replaced')).toHaveLength(1)
      expect(equal.filter((done) => done === 'already')).toHaveLength(19)
    })
  })

  describe('update', () => {
    test('sets fields where every expectation holds', async () => {
      await t.store.insert('lanes', [lane(t.id(1))])
      expect(await t.store.update('lanes', t.id(1), { current: null, seq: 0 }, { current: 'e1', since: 5 })).toBe(true)
      expect(await t.store.update('lanes', t.id(1), { current: null, seq: 0 }, { current: 'e2' })).toBe(false)
      expect(await t.store.update('lanes', t.id(1), { current: 'e1', seq: 1 }, { current: 'e2' })).toBe(false)
      expect(await t.store.update('lanes', t.id('none'), {}, { current: 'e2' })).toBe(false)
      expect(await t.store.get('lanes', t.id(1))).toStrictEqual(lane(t.id(1), { current: 'e1', since: 5 }))
    })

    test('an expectation may be a list, with null in it', async () => {
      await t.store.insert('deliveries', [delivery(t.id(1))])
      expect(await t.store.update('deliveries', t.id(1), { state: ['sent', 'sending'] }, { state: 'unknown' })).toBe(
        false,
      )
      expect(await t.store.update('deliveries', t.id(1), { state: ['sending', 'waiting'] }, { state: 'sending' })).toBe(
        true,
      )
      expect(await t.store.update('deliveries', t.id(1), { life: ['x'] }, { life: 'y' })).toBe(false)
      expect(await t.store.update('deliveries', t.id(1), { life: ['x', null] }, { life: 'x' })).toBe(true)
      expect(await t.store.update('deliveries', t.id(1), { life: ['x', null] }, { life: null })).toBe(true)
      expect(await t.store.update('deliveries', t.id(1), { life: [] }, { life: 'y' })).toBe(false)
    })

    test('compares flags, and objects with null', async () => {
      await t.store.insert('journal', [entry(t.id(1))])
      expect(await t.store.update('journal', t.id(1), { failed: true }, { thrown: 1 })).toBe(false)
      const decision = {
        order: 1,
        at: 1,
        actor: 'clock',
        did: 'notice',
        saves: [],
        says: [delivery('d')],
        cancels: [],
        marks: [],
        fetches: [],
        posts: [],
        failure: null,
        secret: false,
      }
      expect(await t.store.update('journal', t.id(1), { decision: null, failed: false }, { decision })).toBe(true)
      expect(await t.store.update('journal', t.id(1), { decision: null }, { decision: null })).toBe(false)
      expect((await t.store.get('journal', t.id(1)))?.decision).toStrictEqual(decision)
      await expect(t.store.update('journal', t.id(1), { decision: 'x' }, { thrown: 1 })).rejects.toThrow(
        'decision cannot be compared',
      )
      await expect(t.store.update('journal', t.id(1), { nothing: 1 } as never, { thrown: 1 })).rejects.toThrow(
        'nothing cannot be compared',
      )
    })

    test('of twenty compare-and-sets one wins', async () => {
      await t.store.insert('lanes', [lane(t.id(1))])
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, n) => t.store.update('lanes', t.id(1), { current: null }, { current: `e${n}` })),
      )
      expect(won.filter(Boolean)).toHaveLength(1)
      expect((await t.store.get('lanes', t.id(1)))?.current).toBe(`e${won.indexOf(true)}`)
    })
  })

  describe('batch', () => {
    test('writes in order and passes over an update that matches nothing', async () => {
      await t.store.insert('lanes', [lane(t.id('lane'), { current: 'e1' })])
      const writes: Write[] = [
        { replace: 'members', doc: member(t.id(1)) },
        { insert: 'deliveries', docs: [delivery(t.id('d1')), delivery(t.id('d2'))] },
        { update: 'lanes', id: t.id('lane'), expect: { current: 'other' }, set: { seq: 9 } },
        { update: 'lanes', id: t.id('lane'), expect: { current: 'e1' }, set: { current: null, seq: 1 } },
      ]
      expect(await t.store.batch(writes)).toEqual({ mismatch: null })
      expect(await t.store.batch(writes)).toEqual({ mismatch: null })
      expect(await t.store.get('lanes', t.id('lane'))).toStrictEqual(lane(t.id('lane'), { seq: 1 }))
      expect(await t.store.get('members', t.id(1))).toStrictEqual(member(t.id(1)))
      expect(await t.store.get('deliveries', t.id('d2'))).not.toBeNull()
    })

    test('stops before a replace that is a mismatch; what came before stays', async () => {
      await t.store.replace('members', member(t.id(2), { by: 'other' }))
      const writes: Write[] = [
        { replace: 'members', doc: member(t.id(1)) },
        { replace: 'members', doc: member(t.id(2)) },
        { insert: 'deliveries', docs: [delivery(t.id('d'))] },
      ]
      expect(await t.store.batch(writes)).toEqual({ mismatch: 1 })
      expect(await t.store.get('members', t.id(1))).not.toBeNull()
      expect((await t.store.get('members', t.id(2)))?.by).toBe('other')
      expect(await t.store.get('deliveries', t.id('d'))).toBeNull()
    })

    test('with one bad document writes nothing', async () => {
      const writes: Write[] = [
        { replace: 'members', doc: member(t.id(1)) },
        { update: 'lanes', id: 'x', expect: {}, set: { seq: '1' } },
      ]
      await expect(t.store.batch(writes)).rejects.toThrow('lanes')
      expect(await t.store.get('members', t.id(1))).toBeNull()
      expect(await t.store.batch([])).toEqual({ mismatch: null })
    })
  })
}
