import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { commands } from '../commands/index.js'
import { demoFile } from './support/demo-file.js'
import { commentsIn, opening, sendDraft, textsIn } from './support/drafted-house.js'
import { openHouse, type TestHouse } from './support/house.js'
import { pressed, said } from './support/other-parts.js'

const over = 'Câu hỏi này đã kết thúc. Đề nghị đồng chí gõ lại lệnh, hoặc gõ /trogiup để xem các lệnh.'
const unknown = 'Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ /trogiup để xem các lệnh.'
const paths = commands.flatMap(({ name, sub }) => [name, ...Object.keys(sub).map((word) => `${name} ${word}`)])

let house: TestHouse

const text = async (chat = 'm01') => (await house.last(chat)).text
const failures = () => house.store.count('journal', { failed: true })
/** The documents people's words end up in; what a bad word must leave alone. */
async function everything(): Promise<string> {
  const lane = 'branch:CB-PTH'
  const { store } = house
  const found = await Promise.all([
    store.find('branches', { lane }), store.find('members', { lane }), store.find('meetings', { lane }),
    store.find('turns', { lane }), store.find('topics', { lane }), store.find('comments', { lane }),
    store.find('answers', { lane }), store.find('skips', { lane }), store.find('swaps', { lane }),
  ]) // prettier-ignore
  return JSON.stringify(found.map((docs) => docs.sort((a, b) => (a._id < b._id ? -1 : 1))))
}

describe('dates and hours that do not exist', () => {
  beforeAll(async () => {
    house = await openHouse({ at: opening })
    await house.say('m01', '/chuyende soan cd1 Nội dung dự thảo')
  })
  afterAll(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })

  const wrong: [line: string, answer: RegExp][] = [
    ['/lichhop tao 31/02', /^Không có ngày này/u],
    ['/lichhop tao 31/02/2027 14h Phòng 2', /^Không có ngày này/u],
    ['/lichhop tao 31-02-2027', /^Không có ngày này/u],
    ['/lichhop tao mùng 32', /^Không có ngày này/u],
    ['/lichhop tao ngày 0', /^Không có ngày này/u],
    ['/lichhop tao 2027-13-01', /^(?:Không có ngày này|Chưa rõ ngày)/u],
    ['/lichhop tao 29/02/2027', /^Không có ngày này/u],
    ['/lichhop tao 99/99/9999', /^Không có ngày này/u],
    ['/lichhop tao 05/04/2027 25h', /^Không có giờ này/u],
    ['/lichhop tao 05/04/2027 14h75', /^Không có giờ này/u],
    ['/lichhop tao 05/04/0000', /^(?:Không có ngày này|Chưa rõ ngày|Ngày này đã qua)/u],
    ['/lichhop doi 2027-05 31/06', /^Không có ngày này/u],
    ['/lichhop doi 2027-05 06/05/2027 24h30', /^Không có giờ này/u],
    ['/lichhop doi 2027-99 06/05/2027', /^Không tìm thấy buổi sinh hoạt/u],
    ['/lichhop xacnhan 2027-05 31/02', /^(?:Không có ngày này|Chưa rõ ngày)/u],
    ['/caidat ngayhop mùng 32', /^Không có ngày này/u],
    ['/caidat giohop 25h', /^Không có giờ này/u],
    ['/caidat ngaynghi 31/02/2027 nghỉ', /^Không có ngày này/u],
    ['/caidat mien Đạt 31/02/2027 01/08/2027', /^Không có ngày này/u],
    ['/chuyende gui cd1 hạn 31/02', /không có|Không có/u],
    ['/chuyende gui cd1 hạn 25h 02/02/2027', /không có|Không có/u],
    ['/thoisu phancong 2027-13 Ánh', /^Hệ thống chưa hiểu tháng này/u],
  ]
  test.each(wrong)('%s', async (line, answer) => {
    const before = await everything()
    await house.say('m01', line)
    expect(await text()).toMatch(answer)
    expect(await everything()).toBe(before)
    await house.say('m01', '/huy')
  })
})

describe('endless words', () => {
  beforeAll(async () => {
    house = await openHouse({ at: opening })
    await sendDraft(house)
  })
  afterAll(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })
  const pieces: [name: string, piece: string][] = [
    ['one word', 'a'], ['words', 'chữ '], ['spaces', ' '], ['commas', ','], ['digits', '1'], ['dates', '31/02/2027 '],
    ['hours', '25h '], ['months', 'tháng 8 '], ['lines', 'a\n'], ['marks', '\u0301'], ['names', 'Hương '],
  ] // prettier-ignore
  const filled = (letters: number, piece: string) => `x${piece.repeat(Math.floor(letters / piece.length))}x`
  /** A megabyte, and the most that is read at all. */
  const endless: [name: string, text: string][] = [
    ...pieces.slice(0, 3).map(([name, piece]): [string, string] => [`a megabyte of ${name}`, filled(1_000_000, piece)]),
    ...pieces.map(([name, piece]): [string, string] => [`25,000 letters of ${name}`, filled(24_900, piece)]),
  ]
  /** The newest message of a private chat; what was typed there is a megabyte long, so the rest is left in the store. */
  const newest = async (chat: string) =>
    (await house.store.find(
      'webMessages',
      { chat: `web:${chat}`, n: { gt: 0 } },
      { sort: { field: 'n', descending: true }, limit: 1 },
    ))[0]! // prettier-ignore

  test.each(paths)('/%s answers each of them clearly', async (path) => {
    for (const [name, long] of endless) {
      await house.say('m01', `/${path} ${long}`)
      const { author, text } = await newest('m01')
      expect([name, author, text.length < 4001]).toEqual([name, 'bot', true])
    }
    await house.say('m01', '/huy')
  })

  test('no comment or draft of such a length is kept, and nobody was told anything', async () => {
    for (const comment of await commentsIn(house)) {
      expect(comment.parts.map((part) => part.text).join('').length).toBeLessThanOrEqual(10_000)
    }
    expect((await house.store.get('topics', 'CB-PTH:cd1'))!.text.length).toBeLessThanOrEqual(20_000)
    expect((await textsIn(house, 'm06')).every((one) => one.length < 4001)).toBe(true)
  })

  test.each(endless)('%s without a command is answered', async (_, long) => {
    await house.say('m06', long)
    const { author, text } = await newest('m06')
    expect([author, text.length < 300]).toEqual(['bot', true])
  })

  test('the sender of a comment too long is told what to do', async () => {
    await house.say('m08', `/gopy cd1 ${'chữ '.repeat(3_000)}`)
    expect(await text('m08')).toMatch(/^Nội dung dài quá 10\.000 ký tự nên chưa được ghi\./u)
    await house.say('m08', '/huy')
    await house.say('m08', 'chữ '.repeat(3_000))
    expect(await text('m08')).toMatch(/^Nội dung dài quá 10\.000 ký tự nên chưa được ghi\./u)
    expect((await commentsIn(house)).filter(({ member }) => member === 'CB-PTH:m08')).toEqual([])
  })
})

describe('nothing at all', () => {
  beforeAll(async () => {
    house = await openHouse({ at: opening })
    await sendDraft(house)
  })
  afterAll(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })

  test.each(['', ' ', '\n', '\u200B', '\u00A0\u2060', '/', '//', '?', '!', '👍'])(
    '«%s» has an answer',
    async (typed) => {
      const before = (await house.sees('m05')).length
      await house.say('m05', typed)
      expect((await house.sees('m05')).length).toBe(before + 1)
      await house.say('m05', '/huy')
    },
  )

  test.each(paths)('/%s with nothing, with invisible marks, with a lone half of a pair', async (path) => {
    for (const nothing of ['', ' \u200B ', '\u202E', '\uD83D']) {
      const before = (await house.sees('m01')).length
      await house.say('m01', `/${path} ${nothing}`)
      expect((await house.sees('m01')).length).toBeGreaterThan(before)
      await house.say('m01', '/huy')
    }
  })
})

describe('words that mean something to a computer', () => {
  beforeAll(async () => {
    house = await openHouse({ at: opening })
    await sendDraft(house)
  })
  afterAll(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })
  const odd = [
    '__proto__', 'constructor', 'toString', '{"$ne":1}', '$where', 'undefined', '1e309', '../../etc/passwd', '{ $name }',
  ] // prettier-ignore

  test.each(paths)('/%s takes them for words', async (path) => {
    for (const word of odd) {
      const before = (await house.sees('m01')).length
      await house.say('m01', `/${path} ${word}`)
      expect([word, (await house.sees('m01')).length > before]).toEqual([word, true])
      // Once more as the answer to whatever was asked.
      await house.say('m01', word)
      await house.say('m01', '/huy')
    }
  })

  test('and nothing was made of them but words', async () => {
    const names = new Set((await house.store.find('members', { lane: 'branch:CB-PTH' })).map(({ locale }) => locale))
    expect(names).toEqual(new Set(['vi']))
    expect((await house.store.get('branches', 'CB-PTH'))!.meeting.conflict).toBe('next-working')
    expect(({} as Record<string, unknown>)['name']).toBeUndefined()
  })

  test('Fluent is not spoken by members: what looks like a variable stays what it is', async () => {
    await house.say('m05', '/gopy cd1 Tăng { $name } lên 10 %')
    await house.say('m05', '/gopy xem cd1')
    expect(await text('m05')).toContain('Tăng { $name } lên 10 %')
  })
})

describe('buttons', () => {
  beforeEach(async () => {
    house = await openHouse({ at: ['2026-12-31', '07:59'] })
  })
  afterEach(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })
  const notice = async (member: string) => {
    await house.jump('2026-12-31', '08:00')
    const found = (await house.sees(member)).find(({ choices }) => choices.some(({ label }) => label === 'Dự họp'))!
    return { ...found, does: (label: string) => found.choices.find((choice) => choice.label === label)!.does }
  }
  const answer = (member: string) => house.store.get('answers', `CB-PTH:2027-01:${member}`)

  test('of a meeting that is over is answered, and changes nothing', async () => {
    const { _id, does } = await notice('m05')
    await house.jump('2027-01-05', '08:00')
    await house.assembled.accept(pressed(house, 'm05', { id: 'web:p', does: does('Dự họp'), messageId: _id }))
    await house.settle()
    expect(await text('m05')).toMatch(/^Buổi sinh hoạt .* đã bắt đầu hoặc đã qua/u)
    expect(await answer('m05')).toBeNull()
  })

  test('of a meeting that was cancelled is answered, and changes nothing', async () => {
    const { _id, does } = await notice('m05')
    await house.say('m01', '/lichhop huy 2027-01 trùng hội nghị')
    await house.press('m01', 'Gửi')
    await house.assembled.accept(pressed(house, 'm05', { id: 'web:p', does: does('Dự họp'), messageId: _id }))
    await house.settle()
    expect(await text('m05')).toMatch(/^Buổi sinh hoạt .* đã hủy/u)
    expect(await answer('m05')).toBeNull()
  })

  test('pressed twice at once are one answer, and the second says so', async () => {
    const { _id, does } = await notice('m05')
    const press = (id: string) => pressed(house, 'm05', { id, does: does('Dự họp'), messageId: _id })
    await Promise.all([house.assembled.accept(press('web:one')), house.assembled.accept(press('web:two'))])
    const before = (await house.sees('m05')).length
    await house.settle()
    const answers = (await house.sees('m05')).slice(before).map((message) => message.text)
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatch(/^Đã ghi nhận đồng chí dự họp/u)
    expect(answers[1]).toMatch(/^Đã ghi nhận từ trước: đồng chí dự họp/u)
    expect((await answer('m05'))!.version).toBe(1)
  })

  test('that confirm are over after the first press: what goes to everyone goes once', async () => {
    await house.say('m01', '/lichhop tao 20/01/2027 15h Hội trường')
    const { _id, choices } = await house.last('m01')
    const press = (id: string) => pressed(house, 'm01', { id, does: choices[0]!.does, messageId: _id })
    await Promise.all([house.assembled.accept(press('web:one')), house.assembled.accept(press('web:two'))])
    await house.settle()
    expect(await house.store.get('meetings', 'CB-PTH:x2')).toBeNull()
    expect(await text()).toBe(over)
  })

  test("of another member's question is over for whoever did not ask it", async () => {
    await house.say('m01', '/lichhop tao 20/01/2027 15h Hội trường')
    const { choices, _id } = await house.last('m01')
    await house.forge('m02', choices[0]!.does)
    expect(await text('m02')).toBe(over)
    await house.say('m02', '/lichhop')
    await house.assembled.accept(pressed(house, 'm02', { id: 'web:f', does: choices[0]!.does, messageId: _id }))
    await house.settle()
    expect(await text('m02')).toBe(over)
    expect(await house.store.get('meetings', 'CB-PTH:x1')).toBeNull()
  })

  const forged: [name: string, data: string, answered: RegExp][] = [
    ['what only the secretary may', 'lichhop xacnhan 2027-01', /^Việc này do các đồng chí được phân công/u],
    ['what only the secretary may, asked for', 'caidat giohop 15h', /^Việc này do các đồng chí được phân công/u],
    ["another branch's meeting", 'duhop CB-2:2027-01 co', /./u],
    ['a path out of the branch', 'lichhop xacnhan ../CB-2:2027-01', /./u],
    ["another branch's offer", 'thoisu nhan CB-2:sabc', /./u],
    ['an offer that never was', 'thoisu nhan sabcdefgh', /./u],
    ['garbage', '\u0000\u0001\uFFFF%%%', /^Câu hỏi này đã kết thúc/u],
    ['nothing', '', /^Câu hỏi này đã kết thúc/u],
    ['ten thousand letters', 'x'.repeat(10_000), /^Câu hỏi này đã kết thúc/u],
    ['a command and ten thousand letters', `gopy ${'x'.repeat(10_000)}`, /./u],
    ['a tag of nobody', '=abcdefgh:gui', /^Câu hỏi này đã kết thúc/u],
    ['a tag with ten thousand letters', `=abcdefgh:${'x'.repeat(10_000)}`, /^Câu hỏi này đã kết thúc/u],
    ['an empty tag', '=:gui', /^Câu hỏi này đã kết thúc/u],
    ['a tag that is a prototype', '=__proto__:constructor', /^Câu hỏi này đã kết thúc/u],
    ['a form of the inside', 'gopy noitiep cd1:1', /^Câu hỏi này đã kết thúc/u],
    ['a row of the inside', 'thongbao guilai web:x:0:m01', /^Việc này do các đồng chí được phân công/u],
  ]
  test.each(forged)('forged: %s', async (_, data, answered) => {
    await notice('m05')
    const before = await everything()
    const [seen, others] = [(await house.sees('m05')).length, (await house.sees('m06')).length]
    await house.forge('m05', data)
    expect((await house.sees('m05')).length).toBe(seen + 1)
    expect(await text('m05')).toMatch(answered)
    expect(await everything()).toBe(before)
    expect(await house.sees('m06')).toHaveLength(others)
  })

  test("forged: an answer for another member is the presser's own", async () => {
    await notice('m05')
    await house.forge('m05', 'duhop co 2027-01 m06')
    expect(await answer('m06')).toBeNull()
  })
})

describe('names', () => {
  afterEach(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })

  test('two members of one name: which is asked, with what tells them apart', async () => {
    const roster = demoFile()
    roster.members = roster.members.map((one) => (one.id === 'm08' ? { ...one, name: 'Trần Thị Thu Hương' } : one))
    house = await openHouse({ roster })
    await house.say('m01', '/thoisu phancong 2027-06 Trần Thị Thu Hương')
    expect(await text()).toContain('Trần Thị Thu Hương (m02), Trần Thị Thu Hương (m08)')
    await house.say('m01', 'm08')
    expect(await text()).toContain('Trần Thị Thu Hương')
    await house.press('m01', 'Gửi')
    expect((await house.store.get('turns', 'CB-PTH:2027-06'))!.member).toBe('CB-PTH:m08')
  })

  test('whoever has to tell two of one name apart is shown their keys', async () => {
    const roster = demoFile()
    roster.members = roster.members.map((one) => (one.id === 'm08' ? { ...one, name: 'Trần Thị Thu Hương' } : one))
    house = await openHouse({ at: opening, roster })
    await sendDraft(house)
    const asking = [
      '/caidat mien Hương 01/08/2027 31/10/2027',
      '/gopy ho Hương: Nhất trí',
      '/duhop ho Hương vắng',
      '/chuyende them Chuyên đề mới',
    ]
    for (const line of asking) {
      await house.say('m01', line)
      if (line.startsWith('/chuyende')) {
        await house.say('m01', 'III')
        await house.say('m01', 'Hương')
      }
      expect([line, await text()]).toEqual([line, expect.stringMatching(/m02.*m08/su)])
      await house.say('m01', '/huy')
    }
  })

  test('of turned, invisible or endless letters are shown harmless', async () => {
    const roster = demoFile()
    const named = new Map([
      ['m05', 'Hoàng \u202Eđứ\u202CC\u200B\u2066 Minh\uFEFF Đức'],
      ['m06', `Võ\nThị\u0000\tMai   Anh${'\u0301'.repeat(50)}`],
      ['m07', 'Đặng '.repeat(200)],
      ['m08', 'Bùi Thị Hương'.normalize('NFD')],
    ])
    roster.members = roster.members.map((one) => ({ ...one, name: named.get(one.id) ?? one['name'] }))
    house = await openHouse({ roster })
    for (const line of ['/thoisu', '/duhop', '/caidat', '/chuyende']) await house.say('m01', line)
    const shown = (await textsIn(house, 'm01')).join('\n')
    expect(shown).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF\u0000]/u)
    expect(shown).not.toMatch(/\u0301{5}/u)
    expect(shown).toContain('Bùi Thị Hương'.normalize('NFC'))
    expect(shown).not.toContain('Đặng '.repeat(20))
    await house.say('m01', '/thoisu phancong 2027-06')
    for (const { label } of (await house.last('m01')).choices) expect(label.length).toBeLessThanOrEqual(40)
  })
})

describe('however it is typed', () => {
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(async () => {
    expect(await failures()).toBe(0)
    await house.close()
  })

  const ways: [line: string, path: string][] = [
    ['/lichhop', 'lichhop'], ['lichhop', 'lichhop'], ['LICHHOP', 'lichhop'], ['lịch họp', 'lichhop'], ['Lịch Họp', 'lichhop'],
    ['lịch họp'.normalize('NFD'), 'lichhop'], ['/Lịch họp'.normalize('NFD'), 'lichhop'], ['lich hop', 'lichhop'], ['  /lichhop  ', 'lichhop'],
    ['/lichop', 'lichhop'], ['/lichhhop', 'lichhop'], ['/lịchhop', 'lichhop'], ['/lichhop@chibot', 'lichhop'],
    ['thời sự', 'thoisu'], ['thoi su', 'thoisu'], ['/thoisi', 'thoisu'], ['Thời sự'.normalize('NFD'), 'thoisu'],
    ['chuyên đề', 'chuyende'], ['chuyên đề'.normalize('NFD'), 'chuyende'], ['/chuyendee', 'chuyende'], ['/CHUYENDE', 'chuyende'],
    ['cài đặt', 'caidat'], ['/caidta', 'caidat'], ['trợ giúp', 'trogiup'], ['/start', 'trogiup'], ['?', 'trogiup'],
    ['ngôn ngữ', 'ngonngu'], ['lịch họp tạo', 'lichhop tao'], ['/lichhop tạo', 'lichhop tao'], ['Cài đặt giờ họp 15h', 'caidat giohop'],
  ] // prettier-ignore
  test.each(ways)('«%s»', async (line, path) => {
    await house.assembled.accept(said(house, 'm01', { id: `web:${line}`, text: line }))
    await house.settle()
    expect((await house.store.get('journal', `web:${line}`))!.decision!.did).toBe(path)
    await house.say('m01', '/huy')
  })

  test('an ordinary word with a slip of the finger is not taken for a command', async () => {
    await house.say('m01', 'lichop')
    expect(await text()).toBe(
      'Hệ thống chưa hiểu nội dung này. Có phải đồng chí muốn dùng /lichhop? Gõ /trogiup để xem các lệnh.',
    )
    await house.say('m01', 'nắng quá')
    expect(await text()).toBe(unknown)
  })

  test('nothing is guessed where something would be cancelled', async () => {
    await house.say('m01', '/lichhop huyy 2027-05')
    expect((await house.last('m01')).title).toBe('LỊCH SINH HOẠT CHI BỘ')
    expect((await house.store.get('meetings', 'CB-PTH:2027-05'))!.state).toBe('planned')
  })
})
