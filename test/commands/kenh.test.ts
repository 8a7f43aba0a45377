import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openHouse, type TestHouse } from '../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: ['2027-01-06', '09:00'] })
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const last = async (chat: string): Promise<string> => (await house.last(chat)).text
const accounts = async (member: string) =>
  (await house.store.get('members', `CB-PTH:${member}`))!.accounts.map(({ id }) => id)
const codeIn = (text: string): string => /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(text)![0]

/** Links `chat` to the member by a code he draws himself. */
async function add(member: string, chat: string): Promise<void> {
  await house.say(member, '/kenh them')
  await house.say(chat, codeIn(await last(member)))
}

describe('a further channel', () => {
  test('is linked by a code drawn on the first, without asking for consent once more; both hear of it', async () => {
    await add('m08', 'phone')
    expect(await accounts('m08')).toEqual(['m08', 'phone'])
    expect((await house.sees('phone')).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Đã nối kênh này cho đồng chí .*Mỗi tin đến một lần/u),
    ])
    expect(await last('m08')).toContain('Nếu không phải đồng chí nối')
    expect((await house.store.get('accounts', 'web:phone'))!.agreed).toMatchObject({ version: '1', how: 'code' })
    await house.say('phone', '/rieng')
    expect(await last('phone')).toContain('trang web (đã đồng ý, bản 1); trang web (đã đồng ý, bản 1)')
  })

  test('whoever has only seen the code used, or comes too late, gets nothing', async () => {
    await house.say('m08', '/kenh them')
    const code = codeIn(await last('m08'))
    await house.say('phone', code)
    await house.say('thief', code)
    expect(await last('thief')).toContain('Mã này không đúng, đã dùng hoặc đã hết hạn')
    await house.say('m08', '/kenh them')
    const late = codeIn(await last('m08'))
    await house.jump('2027-01-06', '09:31')
    await house.say('late', late)
    expect(await last('late')).toMatch(/^Mã nối kênh này đã hết hạn\..*\/kenh them/u)
    expect(await accounts('m08')).toEqual(['m08', 'phone'])
  })

  test('an account of another member is not taken over by a code', async () => {
    await add('m08', 'm05')
    const { name } = (await house.store.get('members', 'CB-PTH:m05'))!
    expect(await last('m05')).toContain(`Tài khoản này đã nối với đồng chí ${name}, Chi bộ Phòng Tổng hợp.`)
    expect(await accounts('m08')).toEqual(['m08'])
  })

  test('by an invite of the secretary it is asked for consent: anybody might have the code', async () => {
    const { name } = (await house.store.get('members', 'CB-PTH:m08'))!
    await house.say('m01', `/thanhvien ma ${name}`)
    await house.say('phone', codeIn(await last('m01')))
    expect((await house.last('phone')).title).toBe('Trước khi bắt đầu')
    await house.press('phone', 'Đồng ý')
    expect(await last('phone')).toContain('Đã nối kênh này')
    expect(await last('m08')).toContain('Nếu không phải đồng chí nối')
  })
})

describe('of several channels', () => {
  beforeEach(() => add('m08', 'phone'))

  test('each message comes once, on the first; answers come where he speaks', async () => {
    await house.jump('2027-01-29', '08:00')
    const notices = async (chat: string) =>
      (await house.sees(chat)).filter(({ title }) => title?.startsWith('THÔNG BÁO') === true).length
    expect([await notices('m08'), await notices('phone')]).toEqual([1, 0])
    const before = (await house.sees('m08')).length
    await house.say('phone', '/codu')
    expect((await house.sees('m08')).length).toBe(before)
    expect((await house.store.get('answers', 'CB-PTH:2027-02:m08'))!.going).toBe(true)
  })

  test('the first is what he says it is; the next takes over when it is blocked', async () => {
    await house.say('m08', '/kenh')
    expect(await last('m08')).toContain('1) trang web – đang nhận tin\n2) trang web – đang nhận tin')
    await house.press('m08', 'Ưu tiên trang web')
    expect(await accounts('m08')).toEqual(['phone', 'm08'])
    const account = (await house.store.get('accounts', 'web:phone'))!
    const { version } = account
    await house.store.replace('accounts', { ...account, blocked: true, version: version + 1, by: 'test' })
    await house.jump('2027-01-29', '08:00')
    expect((await house.sees('m08')).some(({ title }) => title?.startsWith('THÔNG BÁO') === true)).toBe(true)
    expect((await house.sees('phone')).some(({ title }) => title?.startsWith('THÔNG BÁO') === true)).toBe(false)
  })

  test('one is unlinked after a yes, and is a stranger from then on; the last one stays', async () => {
    await house.say('m08', '/kenh bo 2')
    expect(await accounts('m08')).toEqual(['m08', 'phone'])
    await house.press('m08', 'Bỏ kênh này')
    expect(await accounts('m08')).toEqual(['m08'])
    expect(await last('m08')).toContain('Đã bỏ trang web')
    await house.say('phone', '/lichhop')
    expect(await last('phone')).toContain('chỉ trả lời người đã được mời')
    await house.say('m08', '/kenh bo 1')
    await house.press('m08', 'Bỏ kênh này')
    expect(await last('m08')).toContain('kênh duy nhất')
    expect(await accounts('m08')).toEqual(['m08'])
  })

  test('the secretary may order and unlink them too, other members may not', async () => {
    await house.say('m01', '/kenh cua m08')
    await house.press('m01', 'Ưu tiên trang web')
    expect(await accounts('m08')).toEqual(['phone', 'm08'])
    for (const forged of ['kenh uutien m08 web:m08', 'kenh bo m08 web:phone', 'kenh cua m08']) {
      await house.forge('m05', forged)
      expect(await last('m05')).toContain('được phân công')
    }
    expect(await accounts('m08')).toEqual(['phone', 'm08'])
    await house.say('m01', '/kenh bo m08 web:phone')
    await house.press('m01', 'Bỏ kênh này')
    expect(await accounts('m08')).toEqual(['m08'])
    expect(await last('m08')).toContain('Đã bỏ trang web')
  })
})

describe('who speaks on the channel in question', () => {
  beforeEach(async () => {
    await add('m08', 'phone')
    await add('m08', 'third')
  })

  test('is answered where he let it go', async () => {
    await house.say('phone', '/kenh bo 2')
    await house.press('phone', 'Bỏ kênh này')
    expect(await accounts('m08')).toEqual(['m08', 'third'])
    expect(await last('phone')).toMatch(/^Đã bỏ kênh này khỏi các kênh nhận tin của đồng chí\./u)
    await house.say('third', '/kenh bo 1')
    await house.press('third', 'Bỏ kênh này')
    expect(await accounts('m08')).toEqual(['third'])
    expect(await last('third')).toContain('Đã bỏ trang web')
  })

  test('and on a channel that is neither it nor the first one', async () => {
    await add('m08', 'fourth')
    await house.say('third', '/kenh bo 2')
    await house.press('third', 'Bỏ kênh này')
    expect(await accounts('m08')).toEqual(['m08', 'third', 'fourth'])
    expect(await last('third')).toContain('Đã bỏ trang web khỏi các kênh nhận tin của đồng chí')
  })

  test('a name that several of his channels bear is asked about', async () => {
    await house.say('m08', '/kenh uutien web')
    const asked = await house.last('m08')
    expect(asked.text).toContain('Có nhiều kênh mang tên «web».')
    expect(asked.choices.map(({ label }) => label).filter((label) => label === 'trang web')).toHaveLength(3)
  })
})
