import { describe, expect, test } from '@jest/globals'
import type { Trial } from './contract.js'
import { lane } from './samples.js'

/** Left alone by nothing on its way: text a database, a query language or a JSON parser could trip over. */
const hostile = [
  '$where',
  'a.b',
  '__proto__',
  'constructor',
  "'; DROP TABLE journal; --",
  '{"$gt":""}',
  'a\0b',
  '\u0001\u001f\u007f\u2028\ufeff',
  'Bùi Thị Hương'.normalize('NFD'),
  'Bùi Thị Hương'.normalize('NFC'),
  '👨‍👩‍👧 🇻🇳 \u202Eđảo ngược',
  '\\u0000 \\n "quoted"',
  '  ',
  '',
]

export function textFacts(t: Trial): void {
  describe('texts from outside', () => {
    test.each(hostile)('are kept character for character: %j', async (text) => {
      const name = t.id(`x${text}`)
      await t.store.insert('lanes', [lane(name, { stopped: t.own + text })])
      expect((await t.store.get('lanes', name))?.stopped).toBe(t.own + text)
      expect(await t.store.find('lanes', { stopped: t.own + text })).toHaveLength(1)
      expect(await t.store.update('lanes', name, { stopped: t.own + text }, { current: text })).toBe(true)
      expect(await t.store.update('lanes', name, { current: text }, { life: text })).toBe(true)
      expect(await t.store.get('lanes', name)).toMatchObject({ current: text, life: text })
    })

    test('one megabyte is kept', async () => {
      const text = 'Đồng chí 👍 '.repeat(60_000)
      await t.store.insert('machines', [{ _id: t.id(1), version: 1, value: { text } }])
      expect(await t.store.get('machines', t.id(1))).toStrictEqual({ _id: t.id(1), version: 1, value: { text } })
      const list = [text, null, {}, [], { text }]
      await t.store.update('machines', t.id(1), { version: 1 }, { value: { list } })
      expect((await t.store.get('machines', t.id(1)))?.value).toStrictEqual({ list })
    })

    test('half of a surrogate pair becomes the replacement character', async () => {
      await t.store.insert('lanes', [lane(t.id(1), { stopped: 'a\ud83d' })])
      expect((await t.store.get('lanes', t.id(1)))?.stopped).toBe('a\ufffd')
    })

    test.each([
      '{"$where":1}',
      '{"a":{"$ref":"x","$id":"y"}}',
      '{"__proto__":{"a":1}}',
      '{"_bsontype":"Long"}',
      '{"a\\u0000b":1}',
    ])('are refused as names of fields: %s', async (json) => {
      const value = JSON.parse(json) as Record<string, unknown>
      const refusal = 'a field may not be called'
      await expect(t.store.insert('machines', [{ _id: t.id(1), version: 1, value }])).rejects.toThrow(refusal)
      await t.store.insert('machines', [{ _id: t.id(2), version: 1, value: {} }])
      await expect(t.store.update('machines', t.id(2), {}, { value })).rejects.toThrow(refusal)
    })

    test('dots in names inside free JSON are only names', async () => {
      const value = { 'a.b': { 'c.': 1 }, '': 2, constructor: 3 }
      await t.store.insert('machines', [{ _id: t.id(1), version: 1, value }])
      expect((await t.store.get('machines', t.id(1)))?.value).toStrictEqual(value)
      await t.store.update('machines', t.id(1), {}, { value: { value } })
      expect((await t.store.get('machines', t.id(1)))?.value).toStrictEqual({ value })
    })

    test('an object in the place of an id is refused', async () => {
      const everything = { $gt: '' } as unknown as string
      await expect(t.store.get('lanes', everything)).rejects.toThrow('an _id is a text')
      await expect(t.store.update('lanes', everything, {}, { life: 'x' })).rejects.toThrow('an _id is a text')
      await expect(t.store.update('lanes', t.id(1), { life: everything }, { life: 'x' })).rejects.toThrow(
        'life cannot be compared',
      )
    })
  })
}
