import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { simplified } from '../../src/delivery/simplified.js'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse

beforeAll(async () => {
  house = await openHouse({ at: ['2026-12-15', '08:00'] })
})
afterAll(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const labels = async (who: string) => (await house.last(who)).choices.map(({ label }) => label)
const isSimple = async (key: string) => (await house.store.get('members', `CB-PTH:${key}`))!.simple

describe('simple mode', () => {
  test('is his own to turn on and off, and the secretary’s for him', async () => {
    await house.say('m05', 'đơn giản')
    expect((await house.last('m05')).text).toMatch(/^Chế độ đơn giản đã bật\./u)
    await house.say('m05', '/dongian tắt')
    expect(await isSimple('m05')).toBe(false)
    await house.say('m01', '/thanhvien dongian Đức')
    expect((await house.last('m01')).text).toBe('Đã bật chế độ đơn giản cho đồng chí Hoàng Minh Đức.')
    expect((await house.last('m05')).text).toMatch(/^Chế độ đơn giản đã bật\./u)
    await house.say('m01', '/thanhvien dongian Đức bật')
    expect(await isSimple('m05')).toBe(true)
    await house.say('m06', '/thanhvien dongian Đức')
    expect(await isSimple('m05')).toBe(true)
  })

  test('no message has more than three buttons; all choices are there, and each is done by its number', async () => {
    await house.say('m05', '/trogiup')
    expect((await house.last('m05')).text).toMatch(/^Đồng chí chọn dưới đây, hoặc trả lời bằng số\./u)
    expect(await labels('m05')).toEqual(['1. Xem lịch họp', '2. Ai trình bày thời sự', '3. Góp ý dự thảo'])
    await house.say('m05', '1')
    expect((await house.last('m05')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    expect((await labels('m05')).length).toBeLessThanOrEqual(3)

    await house.say('m05', '/ngonngu')
    const asked = await house.last('m05')
    expect(asked.choices).toHaveLength(3)
    const english = /^(\d+)\. English$/u.exec(asked.choices[1]!.label)![1]!
    await house.say('m05', english)
    expect((await house.store.get('members', 'CB-PTH:m05'))!.locale).toBe('en')
    await house.say('m05', '/ngonngu vi')
  })

  test('where the answer is itself a number no button bears one: what is typed is the answer', async () => {
    await house.say('m01', '/dongian bật')
    await house.say('m01', '/caidat baotruoc')
    expect(await labels('m01')).toEqual(['3 ngày', '5 ngày', '7 ngày'])
    await house.say('m01', '2')
    expect((await house.last('m01')).text).toContain('Đổi thành: 2 ngày')
    await house.say('m01', '/huy')
    await house.say('m01', '/dongian tắt')
  })

  test('the last message is said again; a question stays open beside it', async () => {
    await house.say('m05', '/ngonngu')
    const { text, choices } = await house.last('m05')
    await house.say('m05', 'nhắc lại')
    const again = await house.last('m05')
    expect([again.text, again.choices]).toEqual([text, choices])
    await house.say('m05', 'en')
    expect((await house.store.get('members', 'CB-PTH:m05'))!.locale).toBe('en')
    await house.say('m05', '/ngonngu vi')
  })

  test('what is not understood is answered in words, without a slash', async () => {
    await house.say('m05', 'cho hỏi chút')
    expect((await house.last('m05')).text).toContain('Đề nghị đồng chí gõ «trợ giúp»')
    await house.say('m05', 'lichhopp')
    expect((await house.last('m05')).text).toContain('muốn dùng lichhop?')
    await house.say('m05', '77')
    expect((await house.last('m05')).text).toContain('«trợ giúp»')
    await house.say('m05', 'xin chào')
    expect((await house.last('m05')).text).not.toContain('/')
    await house.say('m06', 'cho hỏi chút')
    expect((await house.last('m06')).text).toContain('gõ /trogiup')
  })

  test('others see what they have always seen', async () => {
    await house.say('m06', '/ngonngu')
    expect(await labels('m06')).toEqual(['Tiếng Việt', 'English', 'Thôi'])
    await house.say('m06', '/huy')
  })

  test('of many choices all are lines with numbers, three are buttons, and leaving is a word', () => {
    const choices = ['một', 'hai', 'ba', 'bốn'].map((label) => ({ label, does: `x ${label}` }))
    const leave = { label: 'Thôi', does: 'huy', typed: 'Gõ «huỷ» để thôi.' }
    const { text, choices: buttons } = simplified({ text: 'Chọn?', choices: [...choices, leave], simple: true }, 5)
    expect(text).toBe('Chọn?\n\n5. một\n6. hai\n7. ba\n8. bốn\nGõ «huỷ» để thôi.')
    expect(buttons).toEqual([
      { label: '5. một', does: 'x một' },
      { label: '6. hai', does: 'x hai' },
      { label: '7. ba', does: 'x ba' },
    ])
  })
})
