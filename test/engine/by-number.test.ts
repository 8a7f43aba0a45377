import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addressKey } from '../../src/chat.js'
import { drawSetupCode } from '../../src/setup-code.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'], buttons: false })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const last = async (chat: string): Promise<string> => (await house.last(chat)).text
const going = async (member: string) => (await house.store.get('answers', `CB-PTH:2027-02:${member}`))?.going ?? null

describe('a number typed where there are no buttons', () => {
  test('answers the notice that holds it, again and again', async () => {
    await house.jump('2027-01-29', '08:00')
    expect(await last('m08')).toMatch(/\n1\. Dự họp\n2\. /u)
    await house.say('m08', '1')
    expect(await going('m08')).toBe(true)
    await house.say('m08', 'số 2.')
    expect(await going('m08')).toBe(false)
  })

  test('answers the open question first, and is words to a question that has no such choice', async () => {
    await house.jump('2027-01-29', '08:00')
    await house.say('m01', '/lichhop tao')
    expect(await last('m01')).toContain('Gõ «huỷ» để thôi.')
    expect(await last('m01')).not.toMatch(/\d\. Thôi/u)
    await house.say('m01', '2')
    expect(await going('m01')).toBeNull()
    await house.say('m01', 'huỷ')
    await house.say('m01', '2')
    expect(await going('m01')).toBe(false)
  })

  test('of the preview, sends it', async () => {
    await house.say('m01', '/chuyende them Nâng cao chất lượng sinh hoạt chi bộ')
    for (let step = 0; step < 6 && !/\d\. (?:Gửi|Lưu)/u.test(await last('m01')); step++) await house.say('m01', '1')
    const [, number] = /(\d+)\. (?:Gửi|Lưu)/u.exec(await last('m01')) ?? []
    if (number !== undefined) await house.say('m01', number)
    const topics = await house.store.find('topics', { lane: 'branch:CB-PTH' })
    expect(topics.map(({ title }) => title)).toContain('Nâng cao chất lượng sinh hoạt chi bộ')
  })

  test('that nobody holds gets a helpful line', async () => {
    await house.say('m08', '7')
    expect(await last('m08')).toContain('số 7')
  })

  test('goes to the lane of the row that holds it: consent is given by its number', async () => {
    await house.say('m01', '/thanhvien them Trần Văn Mới')
    for (let step = 0; step < 4 && !/[2-9A-Z]{4}-[2-9A-Z]{4}/u.test(await last('m01')); step++)
      await house.say('m01', '1')
    const [code] = /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(await last('m01'))!
    await house.say('newcomer', code)
    expect(await last('newcomer')).toMatch(/\n1\. /u)
    await house.say('newcomer', '1')
    expect((await house.store.get('accounts', 'web:newcomer'))!.agreed).not.toBeNull()
  })
})

describe('a question whose answer is itself a number', () => {
  test('numbers no choice: what is typed is the answer, and so are the words that stand there', async () => {
    const days = async () => (await house.store.get('branches', 'CB-PTH'))!.notice.daysBefore
    for (const [typed, wanted] of [
      ['5', 5],
      ['1', 1],
      ['7 ngày', 7],
    ] as const) {
      await house.say('m01', '/caidat baotruoc')
      expect(await last('m01')).toContain('\n– 3 ngày\n– 5 ngày\n– 7 ngày\nGõ «huỷ» để thôi.')
      await house.say('m01', typed)
      await house.say('m01', /(\d+)\. Lưu/u.exec(await last('m01'))![1]!)
      expect(await days()).toBe(wanted)
    }
  })

  test('beside other choices that are open a quarter is named by its own number', async () => {
    await house.jump('2027-01-29', '08:00')
    await house.say('m01', '/chuyende them Chuyển đổi số')
    await house.say('m01', '3')
    await house.say('m01', /(\d+)\. chưa phân công/iu.exec(await last('m01'))![1]!)
    const topics = await house.store.find('topics', { lane: 'branch:CB-PTH' })
    expect(topics.find(({ title }) => title === 'Chuyển đổi số')).toMatchObject({ quarter: 'III' })
  })

  test('a month is named by the words that stand there too', async () => {
    await house.jump('2027-01-29', '08:00')
    await house.say('m01', '/thoisu phancong')
    const [, third] = [.../\n– (.+) – .+/gu[Symbol.matchAll](await last('m01'))].map(([, month]) => month!)
    const line = new RegExp(`– (${third!} – .+)`, 'u').exec(await last('m01'))![1]!
    await house.say('m01', line)
    expect(await house.store.get('dialogues', 'CB-PTH:web:m01')).toMatchObject({ asking: 'person' })
  })

  test('setting up a branch: neither the day of the month nor «Quay lại» is another number than it says', async () => {
    const { code } = await drawSetupCode(house.store, house.clock)
    await house.settle()
    for (const said of [code, '1', '1', 'Chi bộ Trường Tiểu học An Bình', 'An Bình', 'Đảng ủy xã An Bình'])
      await house.say('lan', said)
    expect(await last('lan')).toMatch(/^Câu 4\/7[^]*\n– ngày 5\n[^]*\nGõ «quay lại» để sửa câu trước\.\n/u)
    await house.say('lan', 'quay lại')
    expect(await last('lan')).toMatch(/^Câu 3\/7/u)
    for (const said of ['Đảng ủy xã An Bình', '5', '14h00', 'Phòng họp 2', '3']) await house.say('lan', said)
    expect(await last('lan')).toMatch(/ngày 5[^]*\nBáo trước: 3 ngày/u)
  })
})

describe('the words of a choice, where there are no buttons', () => {
  const rowCalled = async (): Promise<string[]> =>
    (await house.store.find('answers', { lane: 'branch:CB-PTH' })).map(({ _id, going: goes }) => `${_id} ${goes}`)

  test('press it, with courtesy and without marks', async () => {
    await house.jump('2027-01-29', '08:00')
    await house.say('m08', '/thoisu doi Sa Riên')
    await house.say('m08', 'gửi ạ')
    expect(await last('m10')).toMatch(/\d\. Nhận lời/u)
    for (const words of ['nhận lỗi', 'tôi nhận lời']) {
      await house.say('m10', words)
      expect(await last('m08')).not.toContain('đã nhận lời')
    }
    await house.say('m10', 'Dạ, nhan loi a')
    expect(await last('m08')).toMatch(/Sa Riên/u)
    expect(await last('m10')).not.toContain('Nhận lời')
  })

  test('are words where two choices that read so do not mean the same, in answer to a question, and in the group', async () => {
    await house.jump('2027-01-29', '08:00')
    const before = await rowCalled()
    await house.sayInGroup('m08', 'Dự họp')
    await house.say('m01', '/lichhop tao')
    await house.say('m01', 'xin vắng')
    expect(await rowCalled()).toEqual(before)
  })
})

describe('in the group', () => {
  test('a number counts only where it is meant for us', async () => {
    await house.jump('2027-01-29', '08:00')
    const notice = (await house.sees('group')).find(({ text }) => /\n1\. /u.test(text))
    expect(notice).toBeDefined()
    await house.sayInGroup('m08', '1')
    expect(await going('m08')).toBeNull()
    await house.sayInGroup('m08', '1', notice!._id)
    expect(await going('m08')).toBe(true)
  })
})

test('accept asks once for the row that holds a number', async () => {
  await house.jump('2027-01-29', '08:00')
  const chat = { channel: 'web' as const, id: 'm08' }
  let asked = 0
  const find = house.store.find.bind(house.store)
  house.store.find = ((...given: Parameters<typeof find>) => {
    asked++
    return find(...given)
  }) as typeof find
  const said = { from: chat, chat, name: 'm08', group: false, at: house.clock.now() }
  await house.assembled.accept({ ...said, id: 'web:n', kind: 'text', text: '1', messageId: 'in:n' })
  expect(asked).toBe(1)
  expect((await house.store.get('journal', 'web:n'))!.lane).toBe('branch:CB-PTH')
  expect(addressKey(chat)).toBe('web:m08')
})
