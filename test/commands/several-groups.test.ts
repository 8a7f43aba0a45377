import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Address } from '../../src/chat.js'
import { createWindows } from '../../src/store/windows.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'

/** The branch of the page with a second group, on Zalo; Bùi Hương (m08) is there too, and only there. */
const zaloGroup: Address = { channel: 'zalo-oa', id: 'g77' }
const zalo: Address = { channel: 'zalo-oa', id: '4001' }
const groups = ['web:group', 'zalo-oa:g77']

let house: TestHouse
beforeEach(async () => {
  const file = demoFile() as { members: { id: string; accounts: unknown[] }[]; chats: unknown[] }
  file.members.find(({ id }) => id === 'm08')!.accounts = [{ ...zalo, agreed: true }]
  file.chats.push(zaloGroup)
  house = await openHouse({ at: ['2026-12-20', '09:00'], roster: file, beside: 'zalo-oa' })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

let said = 0
async function fromZalo(text: string, chat: Address): Promise<void> {
  const id = `zalo-oa:${++said}`
  const base = { id, at: house.clock.now(), from: zalo, name: 'Hương', chat, group: chat !== zalo }
  await house.assembled.accept({ ...base, kind: 'text', text, mention: chat !== zalo, messageId: `in:${said}` })
  await house.settle()
}
const texts = async (chat: string): Promise<string[]> => (await house.sees(chat)).map(({ text }) => text)
const all = (count: string) => groups.map(() => [expect.stringContaining(count)])

async function sendDraft(): Promise<void> {
  await house.say('m01', '/chuyende soan cd1')
  await house.say('m01', 'I- Đặt vấn đề. II- Giải pháp.')
  await house.press('m01', 'Xong')
  await house.say('m01', '/chuyende gui cd1 17h 05/01/2027')
  await house.press('m01', 'Gửi')
}

test('what is said to the group is said once in each; the list of deliveries names both, and counts by channel', async () => {
  await house.jump('2026-12-31', '08:00')
  for (const group of groups) {
    const notices = (await house.sees(group)).filter(({ title }) => title?.startsWith('THÔNG BÁO SINH HOẠT') === true)
    expect([group, notices.length]).toEqual([group, 1])
  }
  await house.say('m01', '/thongbao')
  const lines = (await house.last('m01')).text.split('\n')
  expect(lines.slice(0, 2).sort()).toEqual([
    'Nhóm chi bộ trên Zalo (trang OA): đã gửi.',
    'Nhóm chi bộ trên trang web: đã gửi.',
  ])
  expect(lines.slice(2, 4)).toEqual(['Đã gửi tới 10 đồng chí.', 'Theo kênh: trang web: 9; Zalo (trang OA): 1.'])
})

test('comments from either group meet in one draft; the line of progress is changed in both', async () => {
  await sendDraft()
  const before = await Promise.all(groups.map(async (group) => (await texts(group)).length))
  await house.sayInGroup('m03', '/gopy cd1 Mục II cần nêu rõ thời hạn.')
  await fromZalo('/gopy cd1 Mục I nên ngắn hơn.', zaloGroup)
  const shown = await Promise.all(groups.map(texts))
  const progress = shown.map((some, n) => some.slice(before[n]).filter((text) => /\d+\/\d+ đồng chí/u.test(text)))
  expect(progress).toEqual(all('2/11'))
  // The one who spoke is answered where he spoke.
  const answers = shown.map((some) => some.filter((text) => text.startsWith('Đã ghi góp ý số')).length)
  expect(answers).toEqual([1, 1])
  await house.say('m01', '/gopy tonghop cd1')
  const compiled = (await house.last('m01')).text
  expect(compiled).toContain('Mục II cần nêu rõ thời hạn.')
  expect(compiled).toContain('Mục I nên ngắn hơn.')
})

test('a group that is left is no longer written to; the other one is', async () => {
  const base = { id: 'zalo-oa:out', at: house.clock.now(), from: zalo, name: 'Hương', chat: zaloGroup, group: true }
  await house.assembled.accept({ ...base, kind: 'standing', standing: 'out' })
  await house.settle()
  expect((await house.store.get('branches', 'CB-PTH'))!.groups).toEqual([{ channel: 'web', id: 'group' }])
  await house.jump('2026-12-31', '08:00')
  expect(await texts('zalo-oa:g77')).toEqual([])
  expect((await texts('web:group')).length).toBeGreaterThan(0)
})

test('whom a channel refuses is on the call list with the reason, is named again before the meeting, and may be answered for', async () => {
  const account = (await house.store.get('accounts', 'zalo-oa:4001'))!
  const { version } = account
  await house.store.replace('accounts', { ...account, blocked: true, version: version + 1, by: 'test' })
  await house.jump('2026-12-31', '08:00')
  await house.say('m01', '/thongbao')
  expect((await house.last('m01')).text).toContain(
    'Đồng chí Bùi Thị Hương: Zalo (trang OA) – đã chặn hoặc chưa quan tâm hệ thống.',
  )
  await house.jump('2027-01-03', '08:00')
  const counted = (await house.sees('m01')).filter(({ title }) => title?.startsWith('DỰ HỌP') === true).at(-1)!
  expect(counted.text).toMatch(/Các đồng chí cần báo qua điện thoại: .*Bùi Thị Hương/u)
  await house.press('m01', 'Đã báo điện thoại: Lò Văn Sơn')
  await house.say('m01', '/duhop ho Bùi Hương vang đi công tác')
  expect((await house.last('m01')).text).toContain('xin vắng')
  await house.jump('2027-01-04', '12:00')
  const [told] = (await house.sees('m01')).filter(({ title }) => title === 'CHƯA NHẬN THÔNG BÁO HỌP')
  expect(told!.text).toContain('Bùi Thị Hương')
  expect(told!.text).not.toContain('Lò Văn Sơn')
})

test('the secretary sees until when a Zalo OA lets us write to a member', async () => {
  const window = async (): Promise<string> => {
    await house.say('m01', '/kenh cua Bùi Hương')
    return (await house.last('m01')).text.split('\n')[1]!
  }
  expect(await window()).toBe(
    'Chưa rõ gửi được đến bao giờ: hệ thống chưa nhận tin nhắn nào từ kênh này. Tin vẫn được gửi thử.',
  )
  await createWindows(house.store, 'zalo-oa').note(zalo.id, house.clock.now())
  expect(await window()).toBe('Gửi được, không tính phí, đến 09 giờ 00 ngày 22/12.')
  await house.jump('2026-12-23', '09:00')
  expect(await window()).toBe('Gửi được, Zalo có tính phí, đến 09 giờ 00 ngày 27/12.')
  await house.jump('2026-12-28', '09:00')
  expect(await window()).toBe(
    'Chưa gửi được: quá 7 ngày chưa có tin nhắn nào từ kênh này. Nhắn cho trang một câu là nhận tin lại được.',
  )
})

/** Another group on Zalo, into which the bot was put. */
const newGroup: Address = { channel: 'zalo-oa', id: 'g78' }
async function inNewGroup(
  what: { kind: 'standing'; standing: 'in' } | { kind: 'choice'; label: string } | { kind: 'text'; text: string },
  from = zalo,
) {
  const id = `zalo-oa:${++said}`
  const base = { id, at: house.clock.now(), from, name: 'Hòa', chat: newGroup, group: true }
  if (what.kind === 'standing') await house.assembled.accept({ ...base, ...what })
  else if (what.kind === 'text') await house.assembled.accept({ ...base, ...what, mention: true, messageId: id })
  else {
    const message = (await house.sees('zalo-oa:g78')).findLast(({ choices }) =>
      choices.some(({ label }) => label === what.label),
    )
    const data = message!.choices.find(({ label }) => label === what.label)!.does
    await house.assembled.accept({ ...base, kind: 'choice', data, messageId: message!._id })
  }
  await house.settle()
}
/** Lanes run side by side: which group was there first is nobody's promise. */
const groupsOf = async (branch: string) =>
  (await house.store.get('branches', branch))!.groups.toSorted((a, b) => a.channel.localeCompare(b.channel))

test('a branch that takes another group says so to the one before, with a way back, and to the secretary', async () => {
  await inNewGroup({ kind: 'standing', standing: 'in' })
  await inNewGroup({ kind: 'choice', label: 'Gắn nhóm với chi bộ' })
  // A member without office gives a group to nobody.
  expect(await groupsOf('CB-PTH')).toContainEqual(zaloGroup)
  const secretary: Address = { channel: 'web', id: 'm01' }
  await inNewGroup({ kind: 'choice', label: 'Gắn nhóm với chi bộ' }, secretary)
  expect(await groupsOf('CB-PTH')).toEqual([{ channel: 'web', id: 'group' }, newGroup])
  const [told] = await house.sees('zalo-oa:g77')
  expect(told!.text).toMatch(/^Chi bộ Phòng Tổng hợp đã gắn một nhóm khác/u)
  expect(told!.choices.map(({ label }) => label)).toEqual(['Gắn nhóm với chi bộ'])
  expect(await texts('web:group')).toEqual([])
  expect((await house.last('m01')).text).toMatch(/^Nhóm chung của chi bộ trên Zalo \(trang OA\) vừa được thay/u)

  const { does: data } = told!.choices[0]!
  const back = { id: 'zalo-oa:back', at: house.clock.now(), from: secretary, name: 'Hòa', chat: zaloGroup, group: true }
  await house.assembled.accept({ ...back, kind: 'choice', data, messageId: told!._id })
  await house.settle()
  expect(await groupsOf('CB-PTH')).toEqual([{ channel: 'web', id: 'group' }, zaloGroup])
})

test('whoever could give a group to two branches says which; the other one keeps its own', async () => {
  const file = demoFile() as { members: { id: string }[] }
  const members = file.members.filter(({ id }) => id === 'm01' || id === 'm05')
  await house.import({ ...file, branch: 'CB-2', name: 'Chi bộ 2', chats: [], topics: [], members })
  await inNewGroup({ kind: 'standing', standing: 'in' })
  const secretary: Address = { channel: 'web', id: 'm01' }
  await inNewGroup({ kind: 'choice', label: 'Gắn nhóm với chi bộ' }, secretary)
  expect([await groupsOf('CB-PTH'), await groupsOf('CB-2')]).toEqual([[{ channel: 'web', id: 'group' }, zaloGroup], []])
  const asked = await house.last('zalo-oa:g78')
  expect(asked.text).toMatch(/^Hòa phụ trách nhiều chi bộ/u)
  expect(asked.choices.map(({ label }) => label)).toEqual(['Chi bộ Phòng Tổng hợp', 'Chi bộ 2'])
  // Somebody else's press under the question gives the group to nobody.
  await inNewGroup({ kind: 'choice', label: 'Chi bộ 2' })
  expect(await groupsOf('CB-2')).toEqual([])
  await inNewGroup({ kind: 'choice', label: 'Chi bộ 2' }, secretary)
  expect([await groupsOf('CB-PTH'), await groupsOf('CB-2')]).toEqual([
    [{ channel: 'web', id: 'group' }, zaloGroup],
    [newGroup],
  ])
  expect(await texts('zalo-oa:g77')).toEqual([])
})

test('where no platform says that the bot has come, words to it do: whoever could give the group is offered to, once a day', async () => {
  const secretary: Address = { channel: 'web', id: 'm01' }
  const stranger: Address = { channel: 'zalo-oa', id: '9999' }
  const offers = async () => (await house.sees('zalo-oa:g78')).filter(({ text }) => text.startsWith('Xin chào.'))
  for (const from of [zalo, stranger])
    for (const text of ['/trogiup', '@Bot Chi Bộ gắn nhóm', 'gắn nhóm', '1'])
      await inNewGroup({ kind: 'text', text }, from)
  expect(await house.sees('zalo-oa:g78')).toEqual([])
  await inNewGroup({ kind: 'text', text: 'lịch họp' }, secretary)
  await inNewGroup({ kind: 'text', text: '/trogiup' }, secretary)
  expect((await offers()).map(({ choices }) => choices.map(({ label }) => label))).toEqual([['Gắn nhóm với chi bộ']])
  await house.jump('2026-12-21', '08:59')
  await inNewGroup({ kind: 'text', text: '/trogiup' }, secretary)
  expect(await offers()).toHaveLength(1)
  await house.jump('2026-12-21', '09:00')
  await inNewGroup({ kind: 'text', text: '/trogiup' }, secretary)
  expect(await offers()).toHaveLength(2)
  expect(await groupsOf('CB-PTH')).toContainEqual(zaloGroup)
  await inNewGroup({ kind: 'choice', label: 'Gắn nhóm với chi bộ' }, secretary)
  expect(await groupsOf('CB-PTH')).toContainEqual(newGroup)
})

test.each(['@Bot Chi Bộ gắn nhóm', '@Bot Chi Bộ: Gắn nhóm ạ.', '/gannhom', 'gắn nhóm với chi bộ'])(
  '«%s» is the press itself, at any time',
  async (text) => {
    const secretary: Address = { channel: 'web', id: 'm01' }
    await inNewGroup({ kind: 'text', text: 'xin chào' }, secretary)
    await inNewGroup({ kind: 'text', text }, zalo)
    expect(await groupsOf('CB-PTH')).toContainEqual(zaloGroup)
    await inNewGroup({ kind: 'text', text }, secretary)
    expect(await groupsOf('CB-PTH')).toContainEqual(newGroup)
    expect((await house.last('zalo-oa:g78')).text).toMatch(/^Nhóm này đã được gắn với Chi bộ Phòng Tổng hợp/u)
  },
)
