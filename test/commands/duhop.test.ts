import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'] })
  await house.jump('2027-01-29', '08:00')
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async (chat: string): Promise<string> => (await house.last(chat)).text
const answer = (member: string) => house.store.get('answers', `CB-PTH:2027-02:${member}`)
const notice = async (chat: string): Promise<string> =>
  (await house.sees(chat)).findLast(({ title }) => title?.startsWith('THÔNG BÁO'))!._id

test('a press is thanked for, a second one is answered, a change of mind counts', async () => {
  await house.press('m05', 'Dự họp')
  expect(await text('m05')).toBe(
    'Đã ghi nhận đồng chí dự họp lúc 14 giờ 00, thứ Tư, ngày 03/02/2027, tại Phòng họp 2. Trân trọng cảm ơn.',
  )
  await house.press('m05', 'Dự họp')
  expect(await text('m05')).toContain('Đã ghi nhận từ trước')
  await house.press('m05', 'Xin vắng')
  expect(await answer('m05')).toMatchObject({ going: false, reason: '' })
})

test('an absence counts at once; the words after it are its reason, for the committee alone', async () => {
  await house.press('m06', 'Xin vắng')
  expect(await answer('m06')).toMatchObject({ going: false })
  await house.say('m06', 'bận đi công tác cơ sở')
  expect(await answer('m06')).toMatchObject({ going: false, reason: 'bận đi công tác cơ sở' })

  await house.say('m03', '/duhop')
  expect(await text('m03')).toContain('Các đồng chí xin vắng: Võ Thị Mai Anh (bận đi công tác cơ sở).')
  await house.say('m08', '/duhop')
  expect(await text('m08')).toContain('Dự: 0; xin vắng: 1; chưa trả lời: 10.')
  await house.sayInGroup('m03', '/duhop')
  for (const chat of ['m08', 'm06', 'group']) {
    const read = (await house.sees(chat)).map((one) => one.text).join('\n')
    expect([chat, read.includes('Mai Anh (bận')]).toEqual([chat, false])
  }
})

test('the reason may be left out', async () => {
  await house.press('m06', 'Xin vắng')
  await house.press('m06', 'Bỏ qua')
  expect(await text('m06')).toBe('Vâng, việc xin vắng đã được ghi nhận.')
  expect(await answer('m06')).toMatchObject({ going: false, reason: '' })
})

test.each([
  ['xin vắng bận họp', { going: false, reason: 'bận họp' }],
  ['Vâng ạ', { going: true, reason: '' }],
  ['bận công tác', { going: false, reason: 'bận công tác' }],
])('a reply "%s" to the notice is an answer', async (typed, expected) => {
  await house.say('m06', typed, await notice('m06'))
  expect(await answer('m06')).toMatchObject(expected)
})

test.each([
  ['dự họp', { going: true }],
  ['xin vắng bận họp', { going: false, reason: 'bận họp' }],
  ['Xin phép nghỉ', { going: false, reason: '' }],
  ['/duhop vang đi công tác', { going: false, reason: 'đi công tác' }],
  ['/duhop co', { going: true }],
])('"%s" is understood without a reply', async (typed, expected) => {
  await house.say('m06', typed)
  expect(await answer('m06')).toMatchObject(expected)
})

test('what is neither a yes nor a no is asked about, not guessed', async () => {
  await house.say('m06', 'vang', await notice('m06'))
  expect(await answer('m06')).toBeNull()
  expect(await text('m06')).toContain('Chưa rõ đồng chí dự họp hay xin vắng')
  await house.press('m06', 'Dự họp')
  expect(await answer('m06')).toMatchObject({ going: true })
})

test('a press in the group is answered privately, and the group stays silent', async () => {
  const before = (await house.sees('group')).length
  await house.press('m06', 'Xin vắng', 'group')
  expect(await text('m06')).toContain('xin vắng')
  expect((await house.sees('group')).length).toBe(before)
  await house.say('m06', 'con ốm')
  expect(await answer('m06')).toMatchObject({ reason: 'con ốm' })
})

test('talk in the group below the notice is left alone', async () => {
  const before = [(await house.sees('group')).length, (await house.sees('m06')).length]
  await house.sayInGroup('m06', 'Các đồng chí nhớ mang sổ tay nhé', await notice('group'))
  expect([(await house.sees('group')).length, (await house.sees('m06')).length]).toEqual(before)
  await house.sayInGroup('m06', 'Tôi sẽ dự họp', await notice('group'))
  expect(await answer('m06')).toMatchObject({ going: true })
})

test('who says "xin vắng" is not reminded; who comes may still say no', async () => {
  await house.press('m06', 'Xin vắng')
  await house.press('m05', 'Dự họp')
  await house.jump('2027-02-02', '08:00')
  const reminded = async (member: string) => (await house.sees(member)).filter(({ title }) => title?.startsWith('NHẮC'))
  expect(await reminded('m06')).toEqual([])
  expect((await reminded('m05')).map(({ choices }) => choices.map(({ label }) => label))).toEqual([['Xin vắng']])
  expect((await reminded('m08')).map(({ choices }) => choices.map(({ label }) => label))).toEqual([
    ['Dự họp', 'Xin vắng'],
  ])
})

test('after the meeting has begun answers stand', async () => {
  await house.jump('2027-02-03', '14:01')
  await house.forge('m06', 'duhop co 2027-02')
  expect(await text('m06')).toContain('đã bắt đầu')
  await house.jump('2027-02-03', '17:00')
  await house.forge('m06', 'duhop co 2027-02')
  expect(await text('m06')).toContain('đã qua')
  expect(await answer('m06')).toBeNull()
})

test('the minute-taker answers for the member without a phone app, and for nobody else', async () => {
  await house.say('m04', '/duhop ho Sơn vắng đi cơ sở')
  expect(await text('m04')).toBe(
    'Đã ghi đồng chí Lò Văn Sơn xin vắng buổi sinh hoạt lúc 14 giờ 00, thứ Tư, ngày 03/02/2027.',
  )
  expect(await answer('m09')).toMatchObject({ going: false, reason: 'đi cơ sở', enteredBy: 'CB-PTH:m04' })
  await house.say('m04', '/duhop ho Mai Anh co')
  expect(await text('m04')).toContain('tự trả lời')
  await house.say('m04', '/duhop ho Hương co')
  expect(await text('m04')).toContain('Có nhiều đồng chí cùng tên')
  await house.say('m06', '/duhop ho Sơn co')
  expect(await text('m06')).toContain('được phân công')
})

test('a reason of pages is not kept, the absence is', async () => {
  await house.say('m06', `/duhop vang ${'bận '.repeat(6_000)}`)
  expect(await answer('m06')).toMatchObject({ going: false, reason: '' })
  expect(await text('m06')).toContain('500 chữ cái')
})
