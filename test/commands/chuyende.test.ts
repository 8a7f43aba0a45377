import { afterEach, expect, test } from '@jest/globals'
import { commentsIn, draft, opening, sendDraft, textsIn, topicIn } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

async function withDraft(): Promise<void> {
  house = await openHouse({ at: opening })
  await sendDraft(house)
}

const comments = () => commentsIn(house)
const topic = (key?: string) => topicIn(house, key)
const texts = (chat: string) => textsIn(house, chat)
const all = async (chat: string): Promise<string> => (await texts(chat)).join('\n\n')

test('the draft reaches every member word for word, the group only hears of it', async () => {
  await withDraft()
  const mine = await house.last('m08')
  expect(mine.text).toContain(draft)
  expect(mine.text).toContain('17 giờ 00 ngày 02/02')
  expect(mine.choices.map(({ label }) => label)).toEqual(['Góp ý', 'Nhất trí với dự thảo'])
  const group = await house.last('group')
  expect(group.text).toContain('trước 17 giờ 00 ngày 02/02')
  expect(group.text).not.toContain('418')
  expect((await topic()).edition).toBe(1)
  expect(await all('m01')).toContain('Các đồng chí chưa có kênh nhắn tin, đề nghị báo qua điện thoại: Sơn')
})

test('at night its sender hears when it leaves, before and after he has sent it; by day nothing of it', async () => {
  await withDraft()
  expect(await all('m05')).not.toContain('giờ yên lặng')
  await house.say('m05', '/chuyende soan cd1 Bảng kiểm còn 6 mục.')
  await house.jump('2027-01-29', '22:10')
  for (const act of [() => house.say('m05', '/chuyende gui cd1 17h 02/02'), () => house.press('m05', 'Gửi')]) {
    await act()
    expect((await house.last('m05')).text).toContain(
      'Đang giờ yên lặng: tin đến các đồng chí lúc 06 giờ 00 ngày 30/01.',
    )
  }
  expect((await house.last('m08')).text).not.toContain('còn 6 mục')
  await house.jump('2027-01-30', '06:00')
  expect((await house.last('m08')).text).toContain('còn 6 mục')
})

test('a new edition is sent to all, counts anew, and the numbers go on', async () => {
  await withDraft()
  await house.say('m03', '/gopy Chỉ nên 6 mục')
  await house.say('m05', '/chuyende soan cd1 Bảng kiểm còn 6 mục.')
  await house.say('m05', 'Ghép 5 cặp kiểm tra chéo.')
  await house.say('m08', '/chuyende cd1')
  expect((await house.last('m08')).text).toContain('418 văn bản')
  expect(await all('m08')).not.toContain('Ghép 5 cặp')
  await house.say('m05', '/chuyende gui cd1 17h 02/02')
  expect((await house.last('m05')).text).toContain('Bảng kiểm còn 6 mục.\nGhép 5 cặp kiểm tra chéo.')
  await house.press('m05', 'Gửi')
  expect((await house.last('m08')).text).toContain('Ghép 5 cặp kiểm tra chéo.')
  await house.say('m08', '/gopy Nên có lịch kèm theo')
  expect(await comments()).toMatchObject([
    { number: 1, edition: 1 },
    { number: 2, edition: 2 },
  ])
  expect((await texts('group')).filter((text) => text.includes('đã góp ý'))).toHaveLength(2)
  expect(await all('group')).toContain('1/11')
})

test('wrong deadlines are answered and nothing is sent', async () => {
  house = await openHouse({ at: opening })
  await house.say('m01', '/chuyende soan cd1 Nội dung dự thảo')
  await house.say('m01', '/chuyende gui cd1 31/02')
  expect((await house.last('m01')).text).toContain('Không có ngày này')
  for (const [typed, answer] of [
    ['25h 02/02', 'Không có giờ này'],
    ['8h 29/01', 'ít nhất nửa giờ'],
    ['28/01', 'xa hơn bốn tháng'],
    ['hôm nào cũng được', 'chưa rõ thời hạn'],
    ['', 'chưa rõ thời hạn'],
  ] as const) {
    await house.say('m01', typed)
    expect((await house.last('m01')).text).toContain(answer)
  }
  expect((await topic()).state).toBe('planned')
  await house.say('m01', '17h 02/02')
  await house.press('m01', 'Gửi')
  expect((await topic()).state).toBe('open')
})

test('a topic without a text is not sent; one can be added', async () => {
  house = await openHouse({ at: opening })
  await house.say('m01', '/chuyende gui cd1')
  expect((await house.last('m01')).text).toContain('chưa có nội dung')
  await house.say('m01', '/chuyende them Học tập và làm theo Bác')
  await house.press('m01', 'Quý II')
  await house.say('m01', 'Mai Anh')
  expect(await topic('cd5')).toMatchObject({
    title: 'Học tập và làm theo Bác',
    quarter: 'II',
    author: 'CB-PTH:m06',
    number: 5,
  })
  expect((await house.last('m01')).text).toContain('nhắn tin báo đồng chí Võ Thị Mai Anh')
  const told = await house.last('m06')
  expect(told.text).toContain('được phân công chuẩn bị CĐ5: Học tập và làm theo Bác (quý II)')
  await house.press('m06', 'Soạn nội dung')
  await house.say('m06', 'I. Đặt vấn đề')
  expect((await topic('cd5')).text).toBe('I. Đặt vấn đề')
  await house.say('m11', '/chuyende')
  expect((await house.last('m11')).text).toContain('CĐ5: Học tập và làm theo Bác')
  await house.sayInGroup('m11', '/gopy thử')
  expect((await house.last('group')).text).toContain('chưa có dự thảo nào')
})

test('who has no channel and is to prepare a topic is to be told by phone; who takes it himself is not told', async () => {
  house = await openHouse({ at: opening })
  for (const line of ['/chuyende them Chuyển đổi số', 'III', 'Sơn']) await house.say('m01', line)
  expect((await house.last('m01')).text).toMatch(/Sơn chưa có kênh nhắn tin, đề nghị báo qua điện thoại/)
  for (const line of ['/chuyende them Văn hóa công sở', 'IV', 'Nguyễn Văn Hòa']) await house.say('m01', line)
  expect((await house.sees('m01')).filter(({ title }) => title === 'Phân công chuẩn bị chuyên đề')).toEqual([])
  expect((await house.last('m01')).text).toMatch(
    /^Đã thêm CĐ6: Văn hóa công sở\. Soạn nội dung: \/chuyende soan cd6\.$/,
  )
})

test('a text in several messages is kept piece by piece, even when nobody says that it is all', async () => {
  house = await openHouse({ at: opening })
  await house.say('m05', '/chuyende soan cd1')
  await house.say('m05', 'I. Đặt vấn đề'.normalize('NFD'))
  await house.say('m05', '  II. Thực trạng')
  expect((await topic()).text).toBe(`${'I. Đặt vấn đề'.normalize('NFD')}\n  II. Thực trạng`)
  await house.say('m05', 'x'.repeat(30_000))
  expect((await house.last('m05')).text).toContain('chưa được ghi')
  expect((await topic()).text).toHaveLength(`${'I. Đặt vấn đề'.normalize('NFD')}\n  II. Thực trạng`.length)
})

test('what is kept of a text is not dropped unawares when it is taken up again', async () => {
  house = await openHouse({ at: opening })
  await house.say('m05', '/chuyende soan cd1')
  expect((await house.last('m05')).text).not.toContain('đang giữ')
  await house.say('m05', 'Phần một')
  await house.say('m05', 'thôi')
  expect((await house.last('m05')).text).toContain('vẫn giữ nguyên')
  await house.say('m05', '/chuyende soan cd1')
  expect((await house.last('m05')).text).toContain('Hệ thống đang giữ nội dung CĐ1 (8 ký tự).')
  await house.press('m05', 'Viết tiếp')
  expect((await house.last('m05')).text).toContain('(8 ký tự)')
  await house.say('m05', 'Phần hai')
  expect((await topic()).text).toBe('Phần một\nPhần hai')
  await house.say('m05', 'Xong')
  await house.say('m05', '/chuyende soan cd1 Bản khác')
  expect((await house.last('m05')).text).toContain('đã thay nội dung giữ trước đó (17 ký tự)')
  expect((await topic()).text).toBe('Bản khác')
})

test('what is being prepared is shown to its author and the committee, not to a member and not in the group', async () => {
  house = await openHouse({ at: opening })
  await house.say('m05', '/chuyende soan cd1 Bản thảo đầu tiên')
  await house.say('m03', '/chuyende cd1')
  expect(await all('m03')).toContain('Bản thảo đầu tiên')
  await house.say('m11', '/chuyende cd1')
  expect(await all('m11')).not.toContain('Bản thảo đầu tiên')
  await house.sayInGroup('m05', '/chuyende cd1')
  expect(await all('group')).not.toContain('Bản thảo đầu tiên')
  await house.say('m11', '/chuyende soan cd1 của người khác')
  expect((await topic()).text).toBe('Bản thảo đầu tiên')
})

test('before a draft goes out its sender sees how many get it and who has to be phoned', async () => {
  house = await openHouse({ at: opening })
  await house.say('m01', `/chuyende soan cd1 ${draft}`)
  await house.say('m01', '/chuyende gui cd1 17h 02/02')
  expect((await house.last('m01')).text).toContain('Sẽ gửi cho 10 đồng chí và nhóm chi bộ')
  expect((await house.last('m01')).text).toContain('đề nghị báo qua điện thoại: Sơn')
})

test('a word that names nothing is said so, with what there is; no question is left open', async () => {
  house = await openHouse({ at: opening })
  await house.say('m05', '/chuyende abc')
  const { text } = await house.last('m05')
  expect(text).toContain('chưa hiểu «abc» sau /chuyende')
  for (const sub of ['soan', 'gui', 'them']) expect(text).toContain(`/chuyende ${sub}`)
  await house.say('m05', '/chuyende cd9')
  expect((await house.last('m05')).text).toContain('Không có chuyên đề nào mang mã đó')
})
