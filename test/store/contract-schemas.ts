import { describe, expect, test } from '@jest/globals'
import type { Trial } from './contract.js'
import { meeting, member } from './samples.js'

export function schemaFacts(t: Trial): void {
  describe('schemas', () => {
    const bad: [string, object][] = [
      ['an unknown field', { secret: 1 }],
      ['a number that is a text', { place: '1' }],
      ['a text that is a number', { name: 5 }],
      ['a flag that is a number', { gone: 0 }],
      ['null where a value must be', { name: null }],
      ['a value that is none of a list', { status: 'boss' }],
      ['a list that is none', { roles: 'secretary' }],
      ['a list entry of another type', { roles: [5] }],
      ['a list entry that is none of a list', { roles: ['boss'] }],
      ['an empty place in a list', { accounts: [null] }],
      ['an object where a list must be', { accounts: { channel: 'web', id: 'a' } }],
      ['an unknown field inside', { accounts: [{ channel: 'web', id: 'a', secret: 1 }] }],
      ['a missing field inside', { tempExempt: { from: '2027-01-01' } }],
      ['a date', { officialDue: new Date(0) }],
      ['a number that is none', { place: NaN }],
    ]

    test.each(bad)('refuse %s, in every kind of write', async (_what, fields) => {
      const doc = { ...member(t.id(1)), ...fields } as never
      await t.store.insert('members', [member(t.id(2))])
      await expect(t.store.insert('members', [doc])).rejects.toThrow(/members/)
      await expect(t.store.replace('members', doc)).rejects.toThrow(/members/)
      await expect(t.store.update('members', t.id(2), {}, fields)).rejects.toThrow(/members/)
      await expect(t.store.batch([{ insert: 'members', docs: [member(t.id(3)), doc] }])).rejects.toThrow(/members/)
      expect(await t.store.get('members', t.id(1))).toBeNull()
      expect(await t.store.get('members', t.id(2))).toStrictEqual(member(t.id(2)))
      expect(await t.store.get('members', t.id(3))).toBeNull()
    })

    test('refuse a missing field and an empty id', async () => {
      const { sortName, ...rest } = member(t.id(1))
      expect(sortName).toBe('Riên Sa')
      await expect(t.store.insert('members', [rest as never])).rejects.toThrow('sortName')
      await expect(t.store.insert('members', [member('')])).rejects.toThrow('_id')
      await expect(t.store.update('members', t.id(1), {}, { _id: 'x' })).rejects.toThrow('never _id')
      await expect(t.store.update('members', t.id(1), {}, {})).rejects.toThrow('an update sets fields')
    })

    test('what may be null and is missing is null', async () => {
      const { proxyBy, ...rest } = member(t.id(1))
      expect(proxyBy).toBeNull()
      await t.store.insert('members', [rest as never])
      expect(await t.store.get('members', t.id(1))).toStrictEqual(member(t.id(1)))
    })

    test('empty texts, lists and objects are values', async () => {
      const doc = meeting(t.id(1), { place: '', agenda: [], done: {} })
      await t.store.insert('meetings', [doc])
      expect(await t.store.get('meetings', t.id(1))).toStrictEqual(doc)
    })
  })
}
