import { afterEach, expect, test } from '@jest/globals'
import type { Turn } from '../../src/domain/rota/turn.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
afterEach(() => house.close())

const lane = 'branch:CB-PTH'
const all = async (chat: string): Promise<string> =>
  (await house.sees(chat)).map(({ title, text }) => [title, text].filter(Boolean).join('\n')).join('\n\n')
const last = async (chat: string): Promise<string> => (await house.last(chat)).text
const count = async (chat: string, words: string): Promise<number> => (await all(chat)).split(words).length - 1
const turn = async (month: string): Promise<Turn | null> => house.store.get('turns', `CB-PTH:${month}`)
const list = async (member = 'm05'): Promise<string> => {
  await house.say(member, '/thoisu')
  return last(member)
}

/** January to July 2027 as the sample branch has them, seen from the day after July's meeting. */
async function inJuly(roster: unknown = demoFile()): Promise<void> {
  house = await openHouse({ at: ['2027-07-06', '08:00'], roster })
  const presenters = ['m06', 'm04', 'm07', 'm11', 'm03', 'm05', 'm01']
  await house.store.insert(
    'turns',
    presenters.map((key, place) => ({
      _id: `CB-PTH:2027-0${place + 1}`,
      lane,
      version: 1,
      by: 'test',
      gone: false,
      nextAt: null,
      branch: 'CB-PTH',
      month: `2027-0${place + 1}`,
      member: `CB-PTH:${key}`,
      how: 'rota',
      why: { key: 'thoisu-why-never', args: {} },
      notes: null,
      done: {},
      history: [],
    })),
  )
}

async function offered(): Promise<string> {
  await house.say('m08', '/thoisu doi Sa Riên')
  await house.press('m08', 'Gửi')
  const [offer] = await house.store.find('swaps', { lane, state: 'offered' })
  return offer!.key
}

async function move(date: string): Promise<void> {
  await house.say('m01', `/lichhop doi 2027-08 ${date} 14h`)
  await house.press('m01', 'Gửi')
}

const november = async (): Promise<void> => {
  house = await openHouse({ at: ['2027-10-15', '08:00'], roster: onlyPresenter('m09') })
}

/** Everybody exempt but one, who has every turn; the secretary stays to be told. */
function onlyPresenter(key: string): ReturnType<typeof demoFile> {
  const roster = demoFile()
  for (const member of roster.members)
    if (member.id !== key) member['tempExempt'] = { from: '2027-01-01', to: '2027-12-31' }
  return roster
}

test('everyone sees twelve months ahead, and why the next one is chosen', async () => {
  await inJuly()
  const text = await list()
  expect(text.split('\n').slice(0, 5)).toEqual([
    '08/2027 – Bùi Thị Hương (dự kiến)',
    '09/2027 – Trần Thị Thu Hương (dự kiến)',
    '10/2027 – Thạch Thị Sa Riên (dự kiến)',
    '11/2027 – Lò Văn Sơn (dự kiến)',
    '12/2027 – Võ Thị Mai Anh (dự kiến)',
  ])
  expect(text).toContain('Lượt kế tiếp chưa chốt, tháng 08/2027: đồng chí Bùi Thị Hương. Lý do: chưa trình bày lần nào')
})

test('the group hears one line', async () => {
  await inJuly()
  await house.sayInGroup('m05', '/thoisu')
  expect(await last('group')).toBe('Thời sự tháng 08/2027: đồng chí Bùi Thị Hương trình bày.')
})

test('Bùi Hương is warned of Thu Hương, who prepares the visit, and swaps with Sa Riên', async () => {
  await inJuly()
  await house.say('m08', '/thoisu doi Thu Hương')
  expect(await last('m08')).toContain('Trần Thị Thu Hương đang chuẩn bị chuyên đề CĐ3')
  await house.press('m08', 'Thôi')
  await house.say('m08', 'thoi su doi tháng 8 sa rien tháng 10')
  const preview = await last('m08')
  expect(preview).toContain('– Tháng 08/2027: đồng chí Thạch Thị Sa Riên (thay đồng chí Bùi Thị Hương)')
  expect(preview).toContain('– Tháng 10/2027: đồng chí Bùi Thị Hương (thay đồng chí Thạch Thị Sa Riên)')
  expect(preview).not.toContain('⚠')
  await house.press('m08', 'Gửi')
  expect(await list()).toContain('08/2027 – Bùi Thị Hương (dự kiến)')

  await house.press('m10', 'Nhận lời')
  expect((await list()).split('\n').slice(0, 5)).toEqual([
    '08/2027 – Thạch Thị Sa Riên (đổi lượt)',
    '09/2027 – Trần Thị Thu Hương (dự kiến)',
    '10/2027 – Bùi Thị Hương (đổi lượt)',
    '11/2027 – Lò Văn Sơn (dự kiến)',
    '12/2027 – Võ Thị Mai Anh (dự kiến)',
  ])
  expect(await all('m01')).toContain('Đồng chí Thạch Thị Sa Riên đã nhận lời đổi lượt thời sự')
  expect(await all('m08')).toContain('tháng 10/2027 đến lượt đồng chí')
  expect(await all('m10')).toContain('tháng 08/2027 đến lượt đồng chí')
})

test('an offer without an answer ends after three days, and both are told', async () => {
  await inJuly()
  const key = await offered()
  await house.jump('2027-07-09', '08:01')
  for (const member of ['m08', 'm10']) expect(await last(member)).toContain('đã hết hạn trả lời')
  await house.forge('m10', `thoisu nhan ${key}`)
  expect(await last('m10')).toContain('không còn hiệu lực')
  expect(await turn('2027-08')).toBeNull()
})

test('accepting twice, declining what is accepted and the wrong hands change nothing', async () => {
  await inJuly()
  const key = await offered()
  await house.forge('m05', `thoisu nhan ${key}`)
  expect(await last('m05')).toBe('Không có đề nghị nào như vậy đang chờ đồng chí.')
  await house.forge('m08', `thoisu nhan ${key}`)
  expect(await last('m08')).toBe('Không có đề nghị nào như vậy đang chờ đồng chí.')
  expect(await turn('2027-08')).toBeNull()
  await house.press('m10', 'Nhận lời')
  const before = await turn('2027-08')
  await house.press('m10', 'Nhận lời')
  expect(await last('m10')).toContain('đã được nhận lời và ghi nhận rồi')
  await house.press('m10', 'Không nhận được')
  expect(await last('m10')).toContain('đã được nhận lời và ghi nhận rồi')
  expect(await turn('2027-08')).toEqual(before)
})

test('a declined and a withdrawn offer leave the turns, and the other one is told', async () => {
  await inJuly()
  await offered()
  await house.press('m10', 'Không nhận được')
  expect(await last('m08')).toContain('Thạch Thị Sa Riên không nhận được đề nghị')
  await offered()
  await house.press('m08', 'Rút đề nghị')
  expect(await last('m10')).toContain('đã rút đề nghị')
  await house.press('m10', 'Nhận lời')
  expect(await last('m10')).toContain('đề nghị đã được rút')
  expect(await list()).toContain('08/2027 – Bùi Thị Hương (dự kiến)')
})

test('a second offer for the same month waits for the first', async () => {
  await inJuly()
  await offered()
  await house.say('m08', '/thoisu thay Đức')
  await house.press('m08', 'Gửi')
  expect(await last('m08')).toContain('đang có một đề nghị chờ đồng chí Thạch Thị Sa Riên trả lời')
})

test("the secretary's own choice makes an open offer void, and its buttons say so", async () => {
  await inJuly()
  await offered()
  await house.say('m01', '/thoisu phancong 8 Đức')
  expect(await last('m01')).toContain('thay đồng chí Bùi Thị Hương')
  await house.press('m01', 'Gửi')
  expect(await all('m08')).toContain('nay do đồng chí Hoàng Minh Đức trình bày')
  expect(await all('m05')).toContain('Theo phân công của bí thư')
  await house.press('m10', 'Nhận lời')
  expect(await last('m10')).toContain('không còn hiệu lực')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m05')
  expect(await list()).toContain('09/2027 – Bùi Thị Hương (dự kiến)')
})

test('an exempt partner is named as such before anything is sent', async () => {
  await inJuly()
  await house.say('m08', '/thoisu thay Ân')
  expect(await last('m08')).toContain('⚠ Đồng chí Đặng Xuân Ân được miễn sinh hoạt vào buổi họp tháng 08/2027')
})

test('a substitute takes the month, and the one he stands in for is next', async () => {
  await inJuly()
  await house.say('m08', '/thoisu thay Bảo')
  await house.press('m08', 'Gửi')
  await house.press('m11', 'Nhận lời')
  const lines = (await list()).split('\n')
  expect(lines.slice(0, 2)).toEqual(['08/2027 – Ngô Gia Bảo (thay)', '09/2027 – Bùi Thị Hương (dự kiến)'])
})

test('for a partner without a channel the secretary answers', async () => {
  await inJuly()
  await house.say('m08', '/thoisu doi Sơn')
  await house.press('m08', 'Gửi')
  expect(await last('m01')).toContain('đề nghị hỏi qua điện thoại')
  await house.press('m01', 'Nhận lời')
  expect(await list()).toContain('08/2027 – Lò Văn Sơn (đổi lượt)')
  expect(await all('m01')).toContain('Đồng chí Lò Văn Sơn trình bày thời sự tháng 08/2027')
})

test('only the presenter of a month may offer it', async () => {
  await inJuly()
  await house.say('m05', '/thoisu doi 8 Sa Riên')
  expect(await last('m05')).toContain('Lượt thời sự tháng 08/2027 không phải của đồng chí')
  await house.say('m05', '/thoisu phancong 8 Sa Riên')
  expect(await last('m05')).toContain('do các đồng chí được phân công thực hiện')
})

test('a name of two asks which one, and a month that is over is answered', async () => {
  await inJuly()
  await house.say('m01', '/thoisu phancong 9 Hương')
  expect(await last('m01')).toContain('Bùi Thị Hương (m08), Trần Thị Thu Hương (m02)')
  await house.say('m01', 'm08')
  expect(await last('m01')).toContain('Phân công đồng chí Bùi Thị Hương trình bày thời sự tháng 09/2027')
  await house.forge('m01', 'thoisu ro 2027-07')
  expect(await last('m01')).toContain('Buổi họp tháng 07/2027 đã qua')
})

test('a skip is asked of the secretary alone; the skipped one has the next free turn', async () => {
  await inJuly()
  await house.say('m08', '/thoisu bo đi công tác dài ngày')
  await house.press('m08', 'Gửi')
  expect(await last('m01')).toContain('Bùi Thị Hương xin lùi lượt thời sự tháng 08/2027. Lý do: đi công tác dài ngày')
  expect(await list()).toContain('08/2027 – Bùi Thị Hương (dự kiến)')
  for (const other of ['m02', 'm10', 'group'])
    expect(await house.sees(other).then((seen) => JSON.stringify(seen))).not.toContain('công tác')
  await house.press('m01', 'Đồng ý cho lùi')
  expect(await last('m01')).toContain('Đồng chí Bùi Thị Hương nhận lượt trống kế tiếp: tháng 09/2027')
  // Thu Hương presents the visit in August, so that Sa Riên comes before her.
  expect((await list()).split('\n').slice(0, 3)).toEqual([
    '08/2027 – Thạch Thị Sa Riên (dự kiến)',
    '09/2027 – Bùi Thị Hương (dự kiến)',
    '10/2027 – Trần Thị Thu Hương (dự kiến)',
  ])
  await house.press('m01', 'Đồng ý cho lùi')
  expect(await last('m01')).toContain('đã được lùi lượt')
})

test('a skip that is not agreed to leaves the turn, and whoever asked is told', async () => {
  await inJuly()
  await house.say('m08', '/thoisu bo bận')
  await house.press('m08', 'Gửi')
  await house.press('m01', 'Giữ nguyên lượt')
  expect(await last('m08')).toContain('chưa được đồng ý')
  await house.press('m01', 'Đồng ý cho lùi')
  expect(await last('m01')).toContain('giữ nguyên')
  expect(await list()).toContain('08/2027 – Bùi Thị Hương (dự kiến)')
})

test('the secretary skips a settled turn: the next one and the skipped one are told', async () => {
  await inJuly()
  await house.jump('2027-07-21', '08:00')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m08')
  await house.say('m01', '/thoisu bo 08/2027 đi học')
  expect(await last('m01')).toContain('Tháng 08/2027 sẽ do đồng chí Thạch Thị Sa Riên trình bày')
  await house.press('m01', 'Gửi')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m10')
  expect(await last('m08')).toContain('nay do đồng chí Thạch Thị Sa Riên trình bày')
  expect(await last('m10')).toContain('tháng 08/2027 đến lượt đồng chí')
})

test('the presenter is told a week before and at the end of the month, once each', async () => {
  await inJuly()
  await house.jump('2027-07-27', '07:59')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(0)
  await house.jump('2027-07-27', '08:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(1)
  const card = await house.last('m08')
  expect(card.text).toContain(
    'Kính gửi đồng chí Bùi Hương, tháng 08/2027 đến lượt đồng chí trình bày thời sự (khoảng 10–15 phút)',
  )
  expect(card.choices.map(({ label }) => label)).toEqual(['Đã rõ', 'Nộp nội dung', 'Xin đổi lượt'])
  await house.jump('2027-07-31', '08:00')
  await house.jump('2027-08-03', '13:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(2)
})

test('after days of silence one reminder comes, and says that it is late', async () => {
  await inJuly()
  await house.jump('2027-07-21', '08:00')
  await house.jump('2027-08-02', '09:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(1)
  expect(await all('m08')).toContain('Tin này đến muộn')
})

test('a reminder that comes after the meeting has begun is not sent, and the secretary is told', async () => {
  await inJuly()
  await house.jump('2027-07-21', '08:00')
  await house.jump('2027-08-03', '14:30')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(0)
  expect(await all('m01')).toContain('Bùi Thị Hương chưa được nhắc về lượt thời sự tháng 08/2027')
})

test('a meeting moved on brings the reminders again; moved there and back it does not', async () => {
  await inJuly()
  await house.jump('2027-07-31', '08:00')
  const told = await count('m08', 'đến lượt đồng chí')
  await move('20/08/2027')
  await move('03/08/2027')
  await house.jump('2027-08-02', '08:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(told)
  await move('20/08/2027')
  await house.jump('2027-08-13', '08:00')
  await house.jump('2027-08-17', '08:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(told + 2)
})

test('a cancelled meeting takes the turn with it: the presenter is next', async () => {
  await inJuly()
  await house.jump('2027-07-21', '08:00')
  await house.say('m01', '/lichhop huy 2027-08 bão')
  await house.press('m01', 'Gửi')
  await house.jump('2027-08-02', '08:00')
  expect(await count('m08', 'đến lượt đồng chí')).toBe(0)
  expect((await list()).split('\n').slice(0, 2)).toEqual(['08/2027 – không họp', '09/2027 – Bùi Thị Hương (dự kiến)'])
})

test('a presenter who becomes exempt is replaced, and all concerned are told', async () => {
  await inJuly()
  await house.jump('2027-07-21', '08:00')
  const roster = demoFile()
  roster.members.find(({ id }) => id === 'm08')!['tempExempt'] = { from: '2027-08-01', to: '2027-08-31' }
  await house.import(roster)
  expect(await list()).toContain('08/2027 – Thạch Thị Sa Riên (dự kiến)')
  await house.jump('2027-07-27', '08:00')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m10')
  expect(await last('m10')).toContain('tháng 08/2027 đến lượt đồng chí')
  expect(await last('m08')).toContain('nay do đồng chí Thạch Thị Sa Riên trình bày')
  expect(await all('m01')).toContain('Thạch Thị Sa Riên trình bày thay đồng chí Bùi Thị Hương')
})

test('whom no channel reaches is phoned by the secretary, who says so and is not asked again', async () => {
  await november()
  await house.jump('2027-10-27', '08:00')
  expect(await all('m01')).toContain('Đồng chí Lò Văn Sơn trình bày thời sự tháng 11/2027')
  await house.press('m01', 'Đã báo qua điện thoại')
  expect(await last('m01')).toContain('đã báo đồng chí Lò Văn Sơn qua điện thoại')
  const asked = await count('m01', 'không dùng kênh nhắn tin nào')
  await house.jump('2027-11-03', '13:00')
  expect(await count('m01', 'Đồng chí Lò Văn Sơn trình bày thời sự tháng 11/2027')).toBe(asked)
  const rows = await house.store.find('deliveries', { key: 'turn:CB-PTH:2027-11' })
  expect(rows.filter(({ recipient }) => recipient === 'CB-PTH:m09').map(({ state }) => state)).toContain(
    'undeliverable',
  )
})

test('the presenter acknowledges once; nobody else can', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  await house.press('m08', 'Đã rõ')
  expect(await last('m08')).toContain('Đã ghi nhận. Trân trọng cảm ơn đồng chí nhận lượt thời sự tháng 08/2027')
  await house.press('m08', 'Đã rõ')
  expect(await last('m08')).toContain('Đã ghi nhận từ trước')
  await house.forge('m05', 'thoisu ro 2027-08')
  expect(await last('m05')).toContain('không phải của đồng chí')
  expect((await turn('2027-08'))!.history.filter(({ what }) => what === 'known')).toHaveLength(1)
})

test('notes are asked for field by field, shown, and go with the notice', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  await house.press('m08', 'Nộp nội dung')
  await house.say('m08', 'Kinh tế 6 tháng (báo Nhân Dân): liên hệ tiết kiệm')
  await house.say('m08', 'Hội nghị ASEAN (TTXVN)')
  await house.press('m08', 'Không có')
  const preview = await house.last('m08')
  expect(preview.text).toContain('1. Trong nước\nKinh tế 6 tháng')
  expect(preview.text).toContain('2. Quốc tế\nHội nghị ASEAN')
  expect(preview.text).not.toContain('3. Địa phương')
  await house.press('m08', 'Gửi')
  expect((await turn('2027-08'))!.notes).toEqual({
    domestic: 'Kinh tế 6 tháng (báo Nhân Dân): liên hệ tiết kiệm',
    international: 'Hội nghị ASEAN (TTXVN)',
    local: '',
  })
  expect(await all('m01')).toContain('Đồng chí Bùi Thị Hương đã nộp nội dung thời sự tháng 08/2027')
  await house.jump('2027-07-30', '08:00')
  expect(await last('m05')).toContain('Hội nghị ASEAN (TTXVN)')
  expect(await all('group')).not.toContain('ASEAN')
})

test('all three parts in one reply to the card are taken as notes, and may be replaced', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  const card = await house.last('m08')
  await house.say('m08', 'Trong nước: tin A\nQuốc tế:\ntin B\n3. Địa phương – tin C', card._id)
  await house.press('m08', 'Gửi')
  expect((await turn('2027-08'))!.notes).toEqual({ domestic: 'tin A', international: 'tin B', local: 'tin C' })
  await house.say('m08', '/thoisu nop 08/2027 Chỉ một đoạn')
  await house.press('m08', 'Gửi')
  expect((await turn('2027-08'))!.notes).toEqual({ domestic: 'Chỉ một đoạn', international: '', local: '' })
})

test('“đã rõ” in reply to the card hands nothing in', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  await house.say('m08', 'Vâng, đã rõ ạ', (await house.last('m08'))._id)
  expect(await last('m08')).toContain('Đã ghi nhận. Trân trọng cảm ơn')
  expect((await turn('2027-08'))!.notes).toBeNull()
})

test('the notes of somebody else are not to be handed in, and none after the meeting', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  await house.forge('m05', 'thoisu nop 2027-08')
  expect(await last('m05')).toContain('không phải của đồng chí')
  await house.jump('2027-08-03', '14:00')
  await house.forge('m08', 'thoisu nop 2027-08')
  expect(await last('m08')).toContain('Buổi họp tháng 08/2027 đã qua')
})

test('whoever enters by phone what a member says hands in for him', async () => {
  await november()
  await house.jump('2027-10-21', '08:00')
  await house.say('m04', '/thoisu nop 11/2027 Tin do đồng chí Sơn đọc qua điện thoại')
  await house.press('m04', 'Gửi')
  expect((await turn('2027-11'))!.notes!.domestic).toBe('Tin do đồng chí Sơn đọc qua điện thoại')
})

test('where nobody is free the secretary is told, and names somebody', async () => {
  house = await openHouse({ at: ['2027-10-15', '08:00'], roster: onlyPresenter('nobody') })
  await house.jump('2027-10-20', '08:00')
  expect(await all('m01')).toContain('Tháng 11/2027 chưa chọn được người trình bày thời sự')
  await house.press('m01', 'Phân công')
  await house.say('m01', 'Đức')
  await house.press('m01', 'Gửi')
  expect((await turn('2027-11'))!.member).toBe('CB-PTH:m05')
  await house.jump('2027-10-27', '08:00')
  expect((await turn('2027-11'))!.member).toBe('CB-PTH:m05')
})

test('every message of the rotation has words in English too', async () => {
  await inJuly()
  for (const member of ['m08', 'm10', 'm01']) await house.say(member, '/ngonngu en')
  await house.say('m08', '/thoisu swap Sa Riên')
  await house.press('m08', 'Send')
  await house.press('m10', 'Accept')
  expect(await last('m10')).toContain('2027')
  expect(await list('m08')).toContain('08/2027 – Thạch Thị Sa Riên (swapped)')
})

test('“xong” for a field of the notes shows what has been given, and is no text of its own', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  await house.say('m08', '/thoisu nop')
  await house.say('m08', 'Xong')
  expect(await last('m08')).toContain('Đồng chí chưa gửi nội dung nào')
  expect(await last('m08')).toContain('tin trong nước')
  await house.say('m08', 'tin A')
  await house.say('m08', 'xong.')
  const preview = await house.last('m08')
  expect(preview.title).toContain('Nội dung thời sự tháng 08/2027')
  expect(preview.text).toContain('tin A')
  await house.press('m08', 'Gửi')
  expect((await turn('2027-08'))!.notes).toEqual({ domestic: 'tin A', international: '', local: '' })

  await house.say('m08', '/thoisu nop')
  await house.press('m08', 'Không có')
  await house.say('m08', 'tin B')
  await house.say('m08', 'xong')
  await house.press('m08', 'Gửi')
  expect((await turn('2027-08'))!.notes).toEqual({ domestic: '', international: 'tin B', local: '' })
})

test('“xong” after nothing but empty fields, or in reply to the card, hands nothing in', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  const card = await house.last('m08')
  await house.say('m08', 'Xong', card._id)
  expect(await last('m08')).toContain('Đồng chí chưa gửi nội dung nào')
  await house.say('m08', '/thoisu nop')
  await house.press('m08', 'Không có')
  await house.say('m08', '-')
  await house.say('m08', 'xong')
  expect(await last('m08')).toContain('Đồng chí chưa gửi nội dung nào')
  expect((await turn('2027-08'))!.notes).toBeNull()
})

test('the questions for the notes name the month; a turn that is only a forecast is told so before anything is asked', async () => {
  await inJuly()
  await house.say('m08', '/thoisu nop')
  expect(await last('m08')).toContain('Lượt tháng 08/2027 mới là dự kiến')
  await offered()
  await house.press('m10', 'Nhận lời')
  await house.say('m08', '/thoisu nop')
  for (const text of ['tin A', 'tin B']) {
    expect(await last('m08')).toContain('Thời sự tháng 10/2027: tin')
    await house.say('m08', text)
  }
  expect(await last('m08')).toContain('Thời sự tháng 10/2027: tin địa phương')
})

test('swapping and asking for a substitute say what will happen, each in its own words', async () => {
  await inJuly()
  await house.say('m08', '/thoisu doi')
  const swap = await last('m08')
  expect(swap).toContain('Đổi lượt tháng 08/2027 với đồng chí nào? Hai đồng chí trình bày tháng của nhau')
  await house.say('m08', '/thoisu thay')
  expect(await last('m08')).toContain('Nhờ đồng chí nào trình bày thay tháng 08/2027?')
  expect(await last('m08')).toContain('người được thay nhận lượt trống kế tiếp')
  await house.say('m08', 'Bảo')
  const preview = await house.last('m08')
  expect(preview.title).toBe('Đề nghị trình bày thay lượt thời sự')
  expect(preview.text).toContain('Đồng chí Bùi Thị Hương nhận lượt trống kế tiếp.')
  await house.press('m08', 'Gửi')
  expect((await house.last('m11')).title).toBe('Đề nghị trình bày thay lượt thời sự')

  await house.say('m01', '/thoisu phancong 2027-09')
  expect(await last('m01')).toContain('Đồng chí nào sẽ trình bày thời sự tháng 09/2027?')
  await house.say('m02', '/thoisu doi')
  expect(await last('m02')).toContain('Đổi lượt tháng 09/2027')
})

test('a presenter who says that he does not come is told to the secretary once, privately, with the way to name another', async () => {
  await inJuly()
  await house.jump('2027-07-30', '09:00')
  await house.press('m08', 'Xin vắng')
  const told = await house.last('m01')
  expect(told.text).toContain('Đồng chí Bùi Thị Hương xin vắng buổi họp tháng 08/2027')
  await house.say('m08', 'việc gia đình')
  await house.press('m08', 'Xin vắng')
  expect(await count('m01', 'xin vắng buổi họp tháng 08/2027')).toBe(1)
  for (const other of ['group', 'm02', 'm10']) expect(await all(other)).not.toContain('xin vắng buổi họp')
  await house.press('m01', 'Phân công')
  expect(await last('m01')).toContain('Đồng chí nào sẽ trình bày thời sự tháng 08/2027?')
  await house.say('m01', 'Bùi Hương')
  expect(await last('m01')).toContain('vốn do đồng chí Bùi Thị Hương trình bày')
  await house.say('m01', 'Đức')
  await house.press('m01', 'Gửi')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m05')
  await house.say('m08', '/duhop co')
  expect(await all('m01')).not.toContain('nay báo dự buổi họp')
})

test('a presenter who comes after all is told too, and nobody else’s absence is', async () => {
  await inJuly()
  await house.jump('2027-07-30', '09:00')
  await house.press('m10', 'Xin vắng')
  await house.say('m04', '/duhop ho Sơn vắng đi cơ sở')
  expect(await all('m01')).not.toContain('đang có lượt trình bày thời sự')
  await house.press('m08', 'Xin vắng')
  await house.press('m08', 'Dự họp')
  expect(await last('m01')).toContain('Đồng chí Bùi Thị Hương nay báo dự buổi họp tháng 08/2027')
})

test('whoever has said that he does not come is named as such before he is given the turn', async () => {
  await inJuly()
  await house.jump('2027-07-30', '09:00')
  await house.press('m10', 'Xin vắng')
  await house.say('m01', '/thoisu phancong 8 Sa Riên')
  expect(await last('m01')).toContain('⚠ Đồng chí Thạch Thị Sa Riên đã xin vắng buổi họp tháng 08/2027')
})

test('a presenter exempted after the last reminder is told to the secretary once, who names another', async () => {
  await inJuly()
  await house.jump('2027-07-31', '08:00')
  await house.say('m01', '/caidat mien Bùi Hương 01/08/2027 31/08/2027')
  await house.press('m01', 'Lưu')
  await house.jump('2027-08-01', '08:00')
  await house.jump('2027-08-02', '08:00')
  await house.jump('2027-08-03', '08:00')
  expect(await count('m01', 'Đồng chí Bùi Thị Hương nay được miễn sinh hoạt vào buổi họp tháng 08/2027')).toBe(1)
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m08')
  await house.press('m01', 'Phân công')
  await house.say('m01', 'Đức')
  await house.press('m01', 'Gửi')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m05')
})

test('one exempted by a file after the first reminder is told the day after, and replaced at the next if nobody is named', async () => {
  await inJuly()
  await house.jump('2027-07-27', '08:00')
  const roster = demoFile()
  roster.members.find(({ id }) => id === 'm08')!['tempExempt'] = { from: '2027-08-01', to: '2027-08-31' }
  await house.import(roster)
  await house.jump('2027-07-28', '08:00')
  await house.jump('2027-07-29', '08:00')
  expect(await count('m01', 'Bùi Thị Hương nay được miễn sinh hoạt vào buổi họp tháng 08/2027')).toBe(1)
  await house.jump('2027-07-31', '08:00')
  expect((await turn('2027-08'))!.member).toBe('CB-PTH:m10')
})

test('a word that names nothing is said so, with what there is', async () => {
  await inJuly()
  await house.say('m05', '/thoisu abc xyz')
  expect(await last('m05')).toContain('chưa hiểu «abc xyz» sau /thoisu')
  for (const sub of ['doi', 'thay', 'nop', 'bo', 'phancong']) expect(await last('m05')).toContain(`/thoisu ${sub}`)
})
