import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { drawSetupCode } from '../../../src/setup-code.js'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

const badCode =
  'Mã này không đúng, đã dùng hoặc đã hết hạn. Đề nghị đồng chí kiểm tra lại, hoặc xin mã mới từ người đã mời.'
const neutral =
  'Xin chào. Đây là hệ thống phục vụ sinh hoạt nội bộ, chỉ trả lời người đã được mời. Nếu đã được cấp mã, đề nghị nhắn mã. Trân trọng.'
const day = 24 * 60 * 60_000

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async (chat: string) => (await house.last(chat)).text
const texts = async (chat: string) => (await house.sees(chat)).map((one) => one.text)
/** An invite as the secretary reads it off his screen. */
async function invite(name: string): Promise<string> {
  await house.say('m01', `/thanhvien ma ${name}`)
  return /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(await text('m01'))![0]
}
const nothingHeld = async (code: string) => {
  const journal = JSON.stringify(await house.store.find('journal', { open: { in: [0, 1, 2] } }, { limit: 10_000 }))
  expect(journal).not.toContain(code)
  expect(journal).not.toContain(code.replace('-', ''))
}

describe('joining by a code', () => {
  test('link, consent by a button, and what is useful; the code is used up and stands in no journal', async () => {
    const code = await invite('Sơn')
    await house.say('son', `/start ${code.replace('-', '')}`)
    const asked = await house.last('son')
    expect(asked.title).toBe('Trước khi bắt đầu')
    expect(asked.choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không phải tôi'])
    await house.press('son', 'Đồng ý')
    expect(await texts('son')).toContainEqual(expect.stringMatching(/^Chào mừng đồng chí Lò Văn Sơn/u))
    expect(await house.store.get('accounts', 'web:son')).toMatchObject({
      goesTo: 'branch:CB-PTH',
      agreed: { version: '1', how: 'button' },
    })
    await house.say('son', '/lichhop')
    expect((await house.last('son')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    await nothingHeld(code)
  })

  test('typed with spaces and small letters it is the same code', async () => {
    const code = await invite('Sơn')
    await house.say('son', ` ${code.toLowerCase().replace('-', ' ')} `)
    expect((await house.last('son')).title).toBe('Trước khi bắt đầu')
    await house.say('son', 'Vâng, tôi đồng ý ạ.')
    await house.say('son', '/codu')
    expect(await text('son')).toMatch(/^Đã ghi nhận đồng chí dự họp/u)
  })

  test("among other words too, from who belongs to no branch; a member's words stay what they are", async () => {
    const code = await invite('Sơn')
    await house.say('son', 'Chào đồng chí')
    await house.say('son', `Dạ, mã của tôi là ${code.toLowerCase()} ạ.`)
    expect((await house.last('son')).title).toBe('Trước khi bắt đầu')
    await nothingHeld(code)
    await house.say('other', 'Mã K7QM-29XP hay là K7QM-29XR?')
    expect(await texts('other')).toEqual([neutral])
    await house.say('m08', '/gopy Văn bản số K7QM-29XP cần sửa.')
    expect(await texts('m08')).not.toContain(badCode)
  })

  test('the whole letter, copied with its link, is as good as its code', async () => {
    await house.close()
    house = await openHouse({ selves: { telegram: 'ChiBoBot', 'zalo-bot': 'Bot Chi Bộ' } })
    await house.say('m01', '/thanhvien ma Sơn')
    const letter = await text('m01')
    expect(letter).toMatch(/start=[^]*[2-9A-Z]{4}-[2-9A-Z]{4}/u)
    for (const times of ['once', 'and again before he agrees']) {
      await house.say('son', `${letter}\n${times}`)
      expect((await house.last('son')).title).toBe('Trước khi bắt đầu')
    }
    await nothingHeld(/[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(letter)![0])
  })

  test('what is said before the consent is kept and answered after it', async () => {
    await house.say('son', `/start ${await invite('Sơn')}`)
    await house.say('son', '/vangmat đi cơ sở')
    expect((await house.last('son')).title).toBe('Trước khi bắt đầu')
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m09')).toBeNull()
    await house.press('son', 'Đồng ý')
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m09')).toMatchObject({ going: false, reason: 'đi cơ sở' })
  })

  test('what he said is kept for ten minutes, not longer', async () => {
    await house.say('son', `/start ${await invite('Sơn')}`)
    await house.say('son', '/vangmat đi cơ sở')
    expect((await house.store.get('doors', 'web:son'))!.kept).toHaveLength(1)
    await house.jump('2026-12-15', '08:11')
    expect((await house.store.get('doors', 'web:son'))!.kept).toEqual([])
    await house.press('son', 'Đồng ý')
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m09')).toBeNull()
  })

  test('nothing of the branch reaches him before he agrees, and the secretary sees that he has not', async () => {
    await house.say('son', `/start ${await invite('Sơn')}`)
    await house.jump('2026-12-31', '08:00')
    expect((await texts('son')).filter((one) => one.includes('sinh hoạt thường kỳ'))).toEqual([])
    await house.say('m01', '/thanhvien')
    expect(await text('m01')).toMatch(/m09 Lò Văn Sơn – đảng viên – chờ đồng ý/u)
    await house.press('son', 'Đồng ý')
    expect((await texts('son')).filter((one) => one.includes('sinh hoạt thường kỳ'))).toHaveLength(1)
  })

  test('a code that is wrong, used by another, replaced or too old is refused in the same words', async () => {
    const first = await invite('Sơn')
    const second = await invite('Sơn')
    await house.say('a', first)
    await house.say('son', second)
    await house.say('b', second)
    await house.say('c', 'ABCD-2345')
    const third = await invite('Hương Bùi'.split(' ').reverse().join(' '))
    house.clock.setOffset(house.clock.now() + 8 * day - house.clock.real())
    await house.say('d', third)
    for (const chat of ['a', 'b', 'c', 'd']) expect([chat, await texts(chat)]).toEqual([chat, [badCode]])
  })

  test('the same code once more by the same person is answered, and changes nothing', async () => {
    const code = await invite('Sơn')
    await house.say('son', code)
    await house.press('son', 'Đồng ý')
    await house.say('son', code)
    expect(await text('son')).toMatch(/^Đồng chí đã dùng mã này rồi/u)
    expect((await house.store.get('members', 'CB-PTH:m09'))!.accounts).toHaveLength(1)
  })

  test('two who give one code at once: one is in, the other is told as if it had never been', async () => {
    const code = await invite('Sơn')
    const { accept } = house.assembled
    const said = (who: string) => ({
      kind: 'text' as const, id: `web:${who}`, at: Math.floor(house.clock.now() / 1000) * 1000, text: code, messageId: who,
      from: { channel: 'web' as const, id: who }, chat: { channel: 'web' as const, id: who }, group: false, name: who,
    }) // prettier-ignore
    await Promise.all([accept(said('x')), accept(said('y'))])
    await house.settle()
    expect((await house.store.get('members', 'CB-PTH:m09'))!.accounts).toHaveLength(1)
    const both = [...(await texts('x')), ...(await texts('y'))]
    expect(both.filter((one) => one === badCode)).toHaveLength(1)
  })

  test('guessing: after five wrong codes in an hour not even the right one is looked at', async () => {
    for (const guess of ['AAAA-2222', 'AAAA-2223', 'AAAA-2224', 'AAAA-2225', 'AAAA-2226']) await house.say('x', guess)
    const code = await invite('Sơn')
    await house.say('x', code)
    expect(await text('x')).toBe('Đồng chí đã gửi nhiều mã không đúng. Đề nghị thử lại sau một giờ.')
    await house.jump('2026-12-15', '09:05')
    await house.say('x', code)
    expect((await house.last('x')).title).toBe('Trước khi bắt đầu')
  })

  test('ordinary words are no code, and strangers get one neutral line', async () => {
    await house.say('x', 'họp 2026')
    await house.say('x', '/start')
    expect(await texts('x')).toEqual([neutral])
  })

  test('a stranger is spoken to in one language, that of his app', async () => {
    const from = { channel: 'web' as const, id: 'y' }
    const said = {
      at: house.clock.now(),
      from,
      name: 'y',
      chat: from,
      group: false,
      kind: 'text' as const,
      lang: 'en-GB',
    }
    for (const [n, text] of ['hello', 'K7QM-29XP'].entries()) {
      await house.assembled.accept({ ...said, id: `web:y${n}`, messageId: `y${n}`, text })
      await house.settle()
    }
    expect(await texts('y')).toEqual([
      expect.stringMatching(/^Hello\. This system serves an internal circle/u),
      expect.stringMatching(/^This code /u),
    ])
  })
})

describe('founding a branch', () => {
  async function found(who: string): Promise<string> {
    const { code } = await drawSetupCode(house.store, house.clock)
    await house.settle()
    await house.say(who, `/start ${code.replaceAll('-', '')}`)
    await house.press(who, 'Đồng ý')
    return code
  }

  test('one code, one branch: seven questions with a way back, a preview, and twelve months are planned', async () => {
    await found('lan')
    await house.press('lan', 'Bắt đầu thiết lập')
    expect(await text('lan')).toMatch(/^Câu 1\/7/u)
    await house.say('lan', 'Chi bộ Trường Tiểu học An Bình')
    await house.say('lan', 'An Bình')
    await house.say('lan', 'Đảng ủy xã An Bình')
    await house.press('lan', 'Quay lại')
    expect(await text('lan')).toMatch(/^Câu 3\/7/u)
    await house.say('lan', 'Đảng ủy phường An Bình')
    await house.say('lan', 'mùng 32')
    expect(await text('lan')).toContain('Câu 4/7')
    await house.press('lan', 'ngày 5')
    expect(await text('lan')).toMatch(/^Câu 5\/7/u)
    await house.press('lan', '08h00')
    expect(await text('lan')).toMatch(/^Câu 6\/7/u)
    await house.say('lan', 'Phòng hội đồng')
    expect(await text('lan')).toMatch(/^Câu 7\/7/u)
    await house.press('lan', '3 ngày')
    const preview = await house.last('lan')
    expect(preview.text).toContain('Đảng ủy phường An Bình')
    expect(preview.text).toContain('ngày 5')
    expect(preview.text).toContain('sinh hoạt thường kỳ tháng 01/2027 của Chi bộ Trường Tiểu học An Bình.')
    expect(preview.text).toContain('Địa điểm: Phòng hội đồng.')
    await house.press('lan', 'Lưu')
    expect(await text('lan')).toMatch(/^Đã lưu\. Lịch sinh hoạt 12 tháng tới của Chi bộ Trường Tiểu học An Bình/u)
    await house.say('lan', '/lichhop')
    expect(await text('lan')).toContain('05/01')
    await house.say('lan', '/batdau')
    expect(await text('lan')).toMatch(/^Chi bộ đã được thiết lập/u)
  })

  test('whoever founds one in English reads English choices too; without a name he is called by his office', async () => {
    const { code } = await drawSetupCode(house.store, house.clock)
    await house.settle()
    const from = { channel: 'web' as const, id: 'jo' }
    const said = { id: 'web:founding', at: house.clock.now(), from, chat: from, group: false, messageId: 'in:founding' }
    await house.assembled.accept({ ...said, kind: 'text', name: '', lang: 'en', text: code })
    await house.settle()
    await house.press('jo', 'Agree')
    await house.press('jo', 'Begin')
    for (const answer of ['Office branch', 'Sông Cầu', 'Đảng ủy xã']) await house.say('jo', answer)
    const labels = async () => (await house.last('jo')).choices.map(({ label }) => label)
    expect(await labels()).toEqual(expect.arrayContaining(['day 3', 'day 5', 'first Wednesday']))
    await house.press('jo', 'first Wednesday')
    expect(await labels()).toEqual(expect.arrayContaining(['08:00', '14:00', '19:30']))
    await house.press('jo', '19:30')
    await house.say('jo', 'Room 2')
    await house.press('jo', '3 days')
    expect(await text('jo')).toContain(
      'Secretary: Secretary\nRegular meeting: the first Wednesday of every month, at 19:30',
    )
  })

  test('the code founds nothing a second time, for nobody', async () => {
    const code = await found('lan')
    await house.say('y', code)
    expect(await texts('y')).toEqual([badCode])
    expect(await house.store.find('branches', { lane: 'branch:CB-PTH' })).toHaveLength(1)
  })

  test('somebody who has a branch founds a second one: he is told how to go on, and each has a name to choose it by', async () => {
    const { code } = await drawSetupCode(house.store, house.clock)
    await house.settle()
    await house.say('m05', code)
    expect((await house.last('m05')).choices.map(({ label }) => label)).toEqual(['Bắt đầu thiết lập'])
    await house.press('m05', 'Bắt đầu thiết lập')
    expect(await text('m05')).toMatch(/^Câu 1\/7/u)
    await house.say('m05', '/chibo')
    expect((await house.last('m05')).choices.map(({ label }) => label)).toEqual([
      'Chi bộ Phòng Tổng hợp',
      'Chi bộ chưa đặt tên',
    ])
    await house.press('m05', 'Chi bộ chưa đặt tên')
    expect(await text('m05')).toContain('Từ giờ đồng chí đang nói với Chi bộ chưa đặt tên.')
    await house.say('m05', '/chibo')
    await house.press('m05', 'Chi bộ Phòng Tổng hợp')
    for (const [line, language] of [
      ['/chibo – nói với chi bộ khác của đồng chí', 'vi'],
      ['/chibo – speak to another of your branches', 'en'],
    ] as const) {
      await house.say('m05', `/ngonngu ${language}`)
      await house.say('m05', '/trogiup')
      expect(await text('m05')).toContain(line)
      await house.say('m05', '/trogiup chibo')
      expect((await house.last('m05')).title).toBe(line)
      expect(await text('m05')).toContain('/chibo')
    }
    await house.say('m06', '/trogiup')
    expect(await text('m06')).not.toContain('/chibo')
    await house.say('m06', '/trogiup chibo')
    expect(await text('m06')).not.toContain('/chibo')
  })

  test('left in the middle, it can be begun again; before that, other commands say what is missing', async () => {
    await found('lan')
    await house.press('lan', 'Bắt đầu thiết lập')
    await house.say('lan', '/huy')
    for (const line of [
      '/lichhop',
      '/thoisu',
      '/chuyende',
      '/duhop',
      '/caidat',
      '/trogiup',
      '/thanhvien',
      '/thongbao',
      '/gopy',
    ]) {
      const before = (await house.sees('lan')).length
      await house.say('lan', line)
      expect([line, (await house.sees('lan')).length > before]).toEqual([line, true])
    }
    await house.say('lan', '/huy')
    await house.say('lan', '/thanhvien')
    expect((await house.last('lan')).title).toBe('Chi bộ chưa đặt tên: 1 đảng viên')
    await house.say('lan', '/batdau')
    expect(await text('lan')).toMatch(/^Câu 1\/7/u)
  })
})

describe('the letter names each channel in use', () => {
  const letterOf = async (
    selves: NonNullable<Parameters<typeof openHouse>[0]>['selves'],
    line = '/thanhvien ma Sơn',
  ) => {
    await house.close()
    house = await openHouse({ selves: selves! })
    await house.say('m01', line)
    return house.last('m01')
  }

  test('Telegram by its link and the picture, Zalo by the name to look for, with the code', async () => {
    const both = await letterOf({ telegram: 'ChiBoBot', 'zalo-bot': 'Bot Chi Bộ' })
    expect(both.text).toMatch(
      /, bằng một trong các cách:\n– Trên Telegram: mở máy ảnh .* https:\/\/t\.me\/ChiBoBot\?start=/u,
    )
    expect(both.text).toMatch(
      /\n– Trên Zalo: tìm «Bot Chi Bộ», nhắn mã [2-9A-Z]{4}-[2-9A-Z]{4} rồi trả lời: Đồng ý\.\n/u,
    )
    expect(both.attachment).not.toBeNull()

    const alone = await letterOf({ 'zalo-oa': 'Chi bộ PTH' })
    expect(alone.text).toMatch(
      /^Kính mời [^,]*:\n– Trên Zalo: tìm «Chi bộ PTH», nhắn mã [^]*\nMã chỉ dành cho đồng chí/u,
    )
    expect([alone.text.includes('Telegram'), alone.attachment]).toEqual([false, null])
  })

  test('a code for one more channel says so too', async () => {
    const own = await letterOf({ telegram: 'ChiBoBot', 'zalo-bot': 'Bot Chi Bộ' }, '/kenh them')
    expect(own.text).toMatch(/Telegram, có thể mở: https[^]*Zalo: tìm «Bot Chi Bộ» rồi nhắn mã trên\./u)
  })
})

describe('members', () => {
  test('added with a role and an invite; renamed; given a role; moved away and heard no more', async () => {
    await house.say('m01', '/thanhvien them Trần Thị Lan')
    await house.press('m01', 'đảng viên')
    await house.press('m01', 'Chính thức')
    await house.press('m01', 'Lưu')
    const [code] = /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(await text('m01'))!
    await house.say('lan', code)
    await house.press('lan', 'Đồng ý')
    await house.say('m01', '/thanhvien ten m12 Trần Thị Ngọc Lan')
    await house.press('m01', 'Lưu')
    await house.say('m01', '/thanhvien vaitro Ngọc Lan: thư ký')
    await house.press('m01', 'Lưu')
    expect(await house.store.get('members', 'CB-PTH:m12')).toMatchObject({
      name: 'Trần Thị Ngọc Lan',
      roles: ['minuteTaker'],
    })
    await house.say('m01', '/thanhvien chuyendi Ngọc Lan')
    await house.press('m01', 'Lưu')
    await house.say('lan', '/lichhop')
    expect(await text('lan')).toBe(neutral)
    expect(await house.store.get('accounts', 'web:lan')).toMatchObject({ branches: [], goesTo: 'account:web:lan' })
  })

  test('the last secretary cannot leave or give up the role; handing over makes another one', async () => {
    await house.say('m01', '/thanhvien chuyendi Hòa')
    expect(await text('m01')).toMatch(/^Đồng chí này là bí thư duy nhất/u)
    await house.say('m01', '/thanhvien vaitro Hòa: không')
    expect(await text('m01')).toMatch(/^Đồng chí này là bí thư duy nhất/u)
    await house.say('m01', '/thanhvien vaitro Đạt: bí thư')
    expect(await text('m01')).toMatch(/^Chi bộ có một bí thư/u)
    await house.say('m02', '/thanhvien vaitro Hòa: không')
    expect(await text('m02')).toMatch(/^Đồng chí này là bí thư duy nhất/u)
    await house.say('m01', '/thanhvien bangiao Đạt')
    await house.press('m01', 'Lưu')
    expect((await house.store.get('members', 'CB-PTH:m03'))!.roles).toContain('secretary')
    expect((await house.store.get('members', 'CB-PTH:m01'))!.roles).not.toContain('secretary')
    expect(await text('m03')).toMatch(/đã bàn giao nhiệm vụ bí thư/u)
    await house.say('m01', '/thanhvien')
    expect(await text('m01')).toMatch(/^Việc này do các đồng chí được phân công/u)
  })
})

describe('somebody in two branches', () => {
  beforeEach(async () => {
    const other = demoFile()
    const mine = other.members.filter(({ id }) => id === 'm01' || id === 'm05')
    await house.import({ ...other, branch: 'CB-2', name: 'Chi bộ 2', chats: [], topics: [], members: mine })
  })

  test('is asked which he means; what he said first is done there, and so is what follows', async () => {
    await house.say('m05', '/vangmat đi họp trên')
    expect((await house.last('m05')).choices.map(({ label }) => label)).toEqual(['Chi bộ Phòng Tổng hợp', 'Chi bộ 2'])
    await house.press('m05', 'Chi bộ 2')
    expect(await house.store.get('answers', 'CB-2:2027-01:m05')).toMatchObject({ going: false, reason: 'đi họp trên' })
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m05')).toBeNull()
    await house.say('m05', '/codu')
    expect(await house.store.get('answers', 'CB-2:2027-01:m05')).toMatchObject({ going: true })
    await house.jump('2026-12-15', '08:45')
    await house.say('m05', '/codu')
    expect(await text('m05')).toMatch(/^Đồng chí sinh hoạt ở nhiều chi bộ/u)
  })

  test('a press under a message of one branch is for that branch', async () => {
    await house.jump('2026-12-31', '08:00')
    await house.press('m05', 'Dự họp')
    const answers = [
      await house.store.get('answers', 'CB-PTH:2027-01:m05'),
      await house.store.get('answers', 'CB-2:2027-01:m05'),
    ]
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1)
  })

  test('who joins a second branch by its code is bidden welcome there', async () => {
    await house.say('m01', '/thanhvien them Trần Văn Hai')
    await house.press('m01', 'Chi bộ 2')
    for (const label of ['đảng viên', 'Chính thức', 'Lưu']) await house.press('m01', label)
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec((await texts('m01')).join(' '))![0]
    await house.say('m06', code)
    expect(await texts('m06')).toContainEqual(expect.stringMatching(/^Chào mừng đồng chí .*Chi bộ 2/u))
  })

  test('nobody gets into a branch by naming it in a button', async () => {
    await house.say('m06', '/lichhop')
    await house.forge('m06', 'chibo CB-2')
    await house.say('m06', '/codu')
    expect(await house.store.get('answers', 'CB-2:2027-01:m06')).toBeNull()
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m06')).toMatchObject({ going: true })
  })
})

describe('blocking and coming back', () => {
  const standing = async (who: string, how: 'in' | 'out', n: number) => {
    const address = { channel: 'web' as const, id: who }
    const at = Math.floor(house.clock.now() / 1000) * 1000
    const said = { id: `web:standing:${n}`, at, from: address, chat: address, group: false, name: who }
    await house.assembled.accept({ ...said, kind: 'standing', standing: how })
    await house.settle()
  }

  test('whoever has blocked the bot is on the call list; coming back, he gets what is still useful, once', async () => {
    await standing('m05', 'out', 1)
    await house.jump('2026-12-31', '08:00')
    const notices = async () =>
      (await house.sees('m05')).filter(({ title }) => title === 'THÔNG BÁO SINH HOẠT CHI BỘ').length
    expect(await notices()).toBe(0)
    await house.say('m01', '/thongbao 2027-01')
    expect(await text('m01')).toContain('Hoàng Minh Đức')
    await standing('m05', 'in', 2)
    await standing('m05', 'in', 3)
    expect(await notices()).toBe(1)
  })

  test('whoever had the notice before he blocked the bot does not get it again when he comes back', async () => {
    await house.jump('2026-12-31', '08:00')
    await standing('m05', 'out', 1)
    await standing('m05', 'in', 2)
    const notices = (await house.sees('m05')).filter(({ title }) => title === 'THÔNG BÁO SINH HOẠT CHI BỘ')
    expect(notices).toHaveLength(1)
  })
})
