import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { demoFile } from '../support/demo-file.js'
import { draft, opening } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { docxMime, wordFile } from '../support/sample-files.js'

const word = { bytes: wordFile('Dự thảo'), name: 'Dự thảo CĐ1.docx', mime: docxMime }
const onZalo = 'zalo-bot:4001'
/** Two have a Zalo bot's chat: one nothing else, one the page before it. */
const file = demoFile() as { members: { id: string; accounts: unknown[] }[] }
file.members.find(({ id }) => id === 'm08')!.accounts = [{ channel: 'zalo-bot', id: '4001', agreed: true }]
file.members.find(({ id }) => id === 'm06')!.accounts.push({ channel: 'zalo-bot', id: '4002', agreed: true })

let house: TestHouse
const open = async (links?: string): Promise<void> => {
  house = await openHouse({ at: opening, roster: file, beside: 'zalo-bot', ...(links !== undefined && { links }) })
}
beforeEach(() => open())
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const lacking = /^Tệp kèm theo không đến được các đồng chí ([^:]+):/mu
const named = async (chat: string): Promise<string[]> =>
  (await house.sees(chat)).flatMap(({ text }) => lacking.exec(text)?.[1] ?? [])

async function sends(member: string): Promise<void> {
  await house.sendFile('m01', word, '/chuyende soan cd1 Xin ý kiến')
  await house.press('m01', 'Xong')
  await house.say(member, '/chuyende gui cd1 hạn 17h 02/02/2027')
  await house.press(member, 'Gửi')
}

test('whoever sends a draft sees before and after whom its file does not reach; its words do', async () => {
  await sends('m01')
  expect(await named('m01')).toEqual(['Bùi Hương', 'Bùi Hương'])
  const got = (await house.sees(onZalo)).at(-1)!
  expect(got.text).toContain('Xin ý kiến')
  await house.say('m01', '/thongbao cd1')
  expect((await house.last('m01')).text).toContain(
    'thiếu tệp kèm theo, vì kênh không nhận tệp, tới các đồng chí: Bùi Thị Hương.',
  )
})

test('the secretary is told once where somebody else sends it', async () => {
  await sends('m05')
  expect(await named('m05')).toHaveLength(2)
  expect(await named('m01')).toEqual(['Bùi Hương'])
})

test('with an address to read it at, or without a file, nothing is said', async () => {
  await house.say('m01', `/chuyende soan cd1 ${draft}`)
  await house.say('m01', 'xong')
  await house.say('m01', '/chuyende gui cd1 hạn 17h 02/02/2027')
  await house.press('m01', 'Gửi')
  expect(await named('m01')).toEqual([])
  await house.close()
  await open('https://chibot.example.vn')
  await sends('m01')
  expect(await named('m01')).toEqual([])
})
