import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { commentsIn, opening, sendDraft } from '../../support/drafted-house.js'
import { openHouse, type TestHouse } from '../../support/house.js'
import { said } from '../../support/other-parts.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: opening })
  await sendDraft(house)
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async () => (await house.last('m06')).text
async function types(id: string, words: string): Promise<void> {
  await house.assembled.accept(said(house, 'm06', { id, text: words }))
  await house.settle()
}
/** The message typed under `id`, changed. */
async function changes(id: string, words: string, times = 1): Promise<void> {
  const update = said(house, 'm06', { id, text: words })
  await house.assembled.accept({ ...update, id: `web:${id}:edit:${times}`, edited: true })
  await house.settle()
}

test('changing the message changes that part of the comment, and the earlier wording is kept', async () => {
  await types('a', '/gopy cd1 Đề nghị bổ sung số liệu')
  await types('b', 'và nêu rõ nguyên nhân')
  await changes('a', '/gopy cd1 Đề nghị bổ sung số liệu năm 2026')
  expect(await text()).toMatch(/^Đã sửa góp ý số 1/u)
  const [comment] = await commentsIn(house)
  expect(comment!.parts.map((part) => part.text)).toEqual(['Đề nghị bổ sung số liệu năm 2026', 'và nêu rõ nguyên nhân'])
  expect(comment!.earlier.map((one) => one.text)).toEqual(['Đề nghị bổ sung số liệu\nvà nêu rõ nguyên nhân'])
})

test('an edit that changes nothing we see, or a message that was no comment, does nothing', async () => {
  await types('a', '/gopy cd1 Nhất trí')
  await types('c', '/lichhop')
  const before = (await house.sees('m06')).length
  await changes('a', '/gopy cd1 Nhất trí')
  await changes('c', '/gopy cd1 lệnh sửa thành góp ý')
  expect((await house.sees('m06')).length).toBe(before)
  expect(await commentsIn(house)).toHaveLength(1)
})

test('after the deadline the words stay, and he is told', async () => {
  await types('a', '/gopy cd1 Nhất trí')
  await house.jump('2027-03-01', '08:00')
  await changes('a', '/gopy cd1 Không nhất trí')
  expect(await text()).toMatch(/^Đã quá hạn góp ý/u)
  expect((await commentsIn(house))[0]!.parts[0]!.text).toBe('Nhất trí')
})

test('nobody changes the comment of another by a message of the same number', async () => {
  await types('a', '/gopy cd1 Nhất trí')
  const update = said(house, 'm08', { id: 'a', text: '/gopy cd1 Phản đối' })
  await house.assembled.accept({ ...update, id: 'web:x', edited: true })
  await house.settle()
  expect((await commentsIn(house))[0]!.parts[0]!.text).toBe('Nhất trí')
})
