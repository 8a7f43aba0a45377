import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

const MEMBER = 'm03'
const PRESENTER = 'm08'
const SECRETARY = 'm01'
let house: TestHouse

beforeAll(async () => {
  house = await openHouse({ at: ['2027-01-29', '08:00'] })
  for (const line of ['/chuyende soan cd1', 'Năm 2026 có 418 văn bản.', 'xong']) await house.say('m05', line)
  await house.say(SECRETARY, '/chuyende gui cd1 17h 02/02/2027')
  await house.press(SECRETARY, 'Gửi')
})
afterAll(() => house.close())

const comments = async (): Promise<string[]> =>
  (await house.store.find('comments', { lane: 'branch:CB-PTH' }, { limit: 100 })).flatMap(({ parts }) =>
    parts.map(({ text }) => text ?? ''),
  )

describe('words that begin with the name of a command are a comment while a draft is out', () => {
  test.each([
    'Thời gian qua, chi bộ làm tốt công tác tuyên truyền.',
    'Thôi thì ta cứ làm theo hướng dẫn của đảng ủy.',
    'Thời sự tháng này nên gắn với địa phương hơn.',
    'Thông báo của chi bộ gửi còn chậm, đề nghị gửi sớm.',
    'Chuyên đề này nên bổ sung giải pháp cụ thể.',
    'Đảng viên cần gương mẫu hơn trong công việc.',
    'Lịch sinh hoạt nên cố định vào mùng 3 hằng tháng.',
    'Hủy bỏ các thủ tục rườm rà là cần thiết.',
    'Đơn giản là do chúng ta chưa kiểm tra kỹ văn bản.',
    'Bắt đầu từ năm nay, chi bộ nên rà soát văn bản.',
    'Nhắc lại ý kiến tôi đã nêu: cần tập huấn sớm.',
    'Cá nhân tôi nhất trí với dự thảo, xin bổ sung một ý.',
    'Riêng phần giải pháp, tôi thấy còn chung chung.',
    'Thiết lập kỷ luật trong soạn thảo văn bản là cần thiết.',
    'Ngôn ngữ trong dự thảo còn khô khan, khó hiểu.',
    'Kênh tuyên truyền hiện nay chưa hiệu quả lắm.',
    'Help with the second part is needed, I think.',
  ])('%s', async (words) => {
    await house.say(MEMBER, words)
    expect((await house.last(MEMBER)).text).toContain('đã giữ nội dung')
    await house.press(MEMBER, 'Góp ý chuyên đề 1')
    expect(await comments()).toContain(words)
    // The next one stands by itself.
    await house.say(MEMBER, '/huy')
  })
})

describe('a command of many words stays one', () => {
  test.each([
    [MEMBER, 'lịch họp tháng 03/2027', 'LỊCH SINH HOẠT'],
    [MEMBER, '/lichhop nên cố định vào mùng 3 hằng tháng', 'Hệ thống chưa hiểu'],
    [PRESENTER, 'thời sự đổi 2027-08 Sa Riên 2027-10', '08/2027 không phải của đồng chí'],
    [MEMBER, 'xin vắng vì bận đi công tác ở huyện cả ngày', 'xin vắng'],
    [MEMBER, 'tôi sẽ dự họp nhưng đến muộn mười phút', 'dự họp'],
    [SECRETARY, 'chuyên đề gửi cd1 17 giờ ngày 02/02/2027', 'cd1'],
    [SECRETARY, 'thông báo đã báo Trần Thị Thu Hương 2027-02', '2027-02'],
  ])('%s: %s', async (member, line, answer) => {
    await house.say(member, line)
    const { title, text } = await house.last(member)
    expect(`${title ?? ''}\n${text}`).toContain(answer)
    expect(text).not.toContain('đã giữ nội dung')
    await house.say(member, '/huy')
  })
})

test('a command that takes no words is not meant by a sentence, whether a draft is out or not', async () => {
  const early = await openHouse({ at: ['2026-12-15', '08:00'] })
  for (const words of ['Thời tiết hôm nay thế nào?', 'Cá nhân tôi khỏe', 'Kênh này hay quá']) {
    await early.say(MEMBER, words)
    expect((await early.last(MEMBER)).text).toMatch(/^Hệ thống chưa hiểu/u)
  }
  for (const words of ['kênh ạ', 'riêng', 'thôi nhé']) {
    await early.say(MEMBER, words)
    expect((await early.last(MEMBER)).text).not.toMatch(/^Hệ thống chưa hiểu/u)
  }
  await early.close()
})
