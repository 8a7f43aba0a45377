import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { commentsIn, opening, sendDraft, textsIn, topicIn } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { docxMime, jpegFile, oggFile, wordFile } from '../support/sample-files.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: opening })
  await sendDraft(house)
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const photo = (size = 2000) => ({ bytes: jpegFile(size), kind: 'photo' as const, mime: 'image/jpeg' })
const voice = (size = 2000) => ({ bytes: oggFile(size), kind: 'voice' as const, mime: 'audio/ogg' })
const text = async (member: string): Promise<string> => (await house.last(member)).text
const filesKept = () => house.store.find('files', { lane: 'branch:CB-PTH' })
const draftOf = async (member: string): Promise<string> =>
  (await house.sees(member)).find(({ choices }) => choices.some(({ does }) => does === 'gopy cd1'))!._id

/** The second draft that is out at the same time. */
async function anotherDraft(): Promise<void> {
  for (const line of ['/chuyende them Chuyên đề hai', 'II', 'chưa']) await house.say('m01', line)
  await sendDraft(house, 'cd2')
}

describe('a photo or a recording as a comment', () => {
  test('sent without a word goes to the one draft that is out, is counted and confirmed as to be typed', async () => {
    await house.sendFile('m07', voice(), '')
    const [comment] = await commentsIn(house)
    const [file] = await filesKept()
    expect(comment).toMatchObject({ number: 1, member: 'CB-PTH:m07', kind: 'untyped', late: false, from: 'private' })
    expect(comment!.parts).toMatchObject([{ text: '', file: file!._id }])
    expect(file).toMatchObject({ kind: 'voice', from: 'CB-PTH:m07', purpose: 'gopy cd1:1' })
    expect(await text('m07')).toContain('Đã nhận và lưu góp ý số 1 của đồng chí Ân')
    expect(await text('m07')).toContain('Thư ký sẽ gõ lại thành chữ và gửi đồng chí xác nhận')
    expect((await textsIn(house, 'group')).join('\n')).toContain('1/11 đồng chí đã góp ý')
    expect(await text('m04')).toContain('Góp ý số 1 của đồng chí Ân')
    expect((await house.last('m04')).choices.map(({ label }) => label)).toEqual(['Gõ lại'])
  })

  test('joins the words before and after it into one comment, as do the other pictures of an album', async () => {
    await house.say('m07', '/gopy cd1 Tôi viết tay ra giấy')
    await house.sendFile('m07', photo(2001), 'trang một')
    await house.sendFile('m07', photo(2002), '')
    await house.say('m07', 'Hết phần viết tay, thêm một ý: cần lịch kiểm tra')
    const [comment, ...others] = await commentsIn(house)
    expect(others).toEqual([])
    expect(comment!.parts.map((part) => [part.text, part.file !== null])).toEqual([
      ['Tôi viết tay ra giấy', false],
      ['trang một', true],
      ['', true],
      ['Hết phần viết tay, thêm một ý: cần lịch kiểm tra', false],
    ])
    expect(comment!.kind).toBe('substantive')
    // One confirmation that grows, one card for the minute-taker.
    expect((await textsIn(house, 'm07')).filter((one) => one.includes('góp ý số 1'))).toHaveLength(1)
    expect((await textsIn(house, 'm04')).filter((one) => one.includes('cần gõ lại thành chữ'))).toHaveLength(1)
  })

  test('answers the question of /gopy, and a reply to the draft', async () => {
    await house.say('m07', '/gopy')
    await house.sendFile('m07', photo(), '')
    await house.say('m07', 'xong')
    expect(await commentsIn(house)).toMatchObject([{ member: 'CB-PTH:m07', kind: 'untyped' }])
    await house.sendFile('m06', voice(), '', await draftOf('m06'))
    expect(await commentsIn(house)).toHaveLength(2)
    expect((await commentsIn(house))[1]).toMatchObject({ member: 'CB-PTH:m06', number: 2 })
  })

  test('with two drafts out it is asked which; nothing sent meanwhile is lost, and it is one comment', async () => {
    await anotherDraft()
    await house.sendFile('m06', photo(2001), '')
    expect(await text('m06')).toContain('Đề nghị đồng chí chọn dự thảo')
    const asked = (await house.sees('m06')).length
    await house.sendFile('m06', photo(2002), '')
    expect(await house.sees('m06')).toHaveLength(asked)
    await house.say('m06', 'Kèm theo một lời: tôi nhất trí với phần hai')
    await house.press('m06', (await house.last('m06')).choices.find(({ label }) => label.startsWith('CĐ2'))!.label)
    const [comment, ...others] = await commentsIn(house)
    expect(others).toEqual([])
    expect(comment).toMatchObject({ topic: 'CB-PTH:cd2', number: 1 })
    expect(comment!.parts.map((part) => part.file !== null).sort()).toEqual([false, true, true])
    await house.sendFile('m06', photo(2003), '')
    expect((await commentsIn(house))[0]!.parts).toHaveLength(4)
  })

  test('a caption that names the draft is enough', async () => {
    await anotherDraft()
    await house.sendFile('m07', photo(), 'cd2 viết tay')
    expect(await commentsIn(house)).toMatchObject([{ topic: 'CB-PTH:cd2', parts: [{ text: 'viết tay' }] }])
  })

  test('after the deadline it is kept as late; with no draft out a stray photo is asked about, not kept', async () => {
    await house.jump('2027-02-02', '18:00')
    await house.sendFile('m07', photo(), '')
    expect(await text('m07')).toContain('chưa rõ tệp này dùng cho việc gì')
    await house.sendFile('m07', photo(), '/gopy cd1')
    expect(await commentsIn(house)).toMatchObject([{ late: true }])
    expect(await text('m07')).toContain('gửi sau hạn')
  })

  test('what bears a stamp of secrecy is refused in private and kept nowhere', async () => {
    await house.sendFile('m03', { ...photo(), name: 'Cong van 15 (MAT).jpg' }, '/gopy cd1')
    expect(await text('m03')).toContain('mang dấu chỉ độ mật')
    await house.sendFile('m03', photo(), 'TỐI MẬT')
    await house.sendFile(
      'm03',
      { bytes: wordFile('TUYỆT MẬT', 'Phương án'), name: 'a.docx', mime: docxMime },
      '/gopy cd1',
    )
    expect((await textsIn(house, 'm03')).filter((one) => one.includes('mang dấu chỉ độ mật'))).toHaveLength(3)
    expect(await commentsIn(house)).toEqual([])
    expect(await filesKept()).toEqual([])
    expect(await house.store.files.list('', 10)).toEqual([])
  })
})

describe('entered for somebody who cannot send it himself', () => {
  test('photos of his paper are one comment of his, marked so; typed and confirmed by phone', async () => {
    await house.sendFile('m04', { ...photo(2001), album: '17' }, '/gopy ho Sơn viết tay')
    await house.sendFile('m04', { ...photo(2002), album: '17' }, '')
    await house.sendFile('m04', voice(), '')
    await house.say('m04', 'Đồng chí còn dặn: gửi sớm')
    const [comment, ...others] = await commentsIn(house)
    expect(others).toEqual([])
    expect(comment).toMatchObject({ member: 'CB-PTH:m09', enteredBy: 'CB-PTH:m04', from: 'proxy', number: 1 })
    expect(comment!.parts.map((part) => [part.text, part.file !== null])).toEqual([
      ['viết tay', true],
      ['', true],
      ['', true],
      ['Đồng chí còn dặn: gửi sớm', false],
    ])
    const confirmed = (await textsIn(house, 'm04')).filter((one) => one.startsWith('Đã ghi hộ góp ý số 1'))
    expect(confirmed).toHaveLength(1)
    expect(confirmed[0]).toContain('của đồng chí Sơn cho dự thảo chuyên đề quý I, có 3 ảnh hoặc ghi âm')
    expect((await textsIn(house, 'group')).join('\n')).toContain('1/11 đồng chí đã góp ý')
    await house.press('m04', 'Xong')
    expect(await text('m04')).toContain('Đã nhận đủ')

    await house.say('m04', '/gopy golai 1')
    await house.say('m04', 'Nhất trí, đề nghị gửi tài liệu sớm.')
    await house.press('m04', 'Đúng')
    expect((await commentsIn(house))[0]).toMatchObject({ typed: { text: 'Nhất trí, đề nghị gửi tài liệu sớm.' } })
  })

  test('in the middle of the questions, and who has a channel hears of it once', async () => {
    await house.say('m04', '/gopy ho')
    await house.say('m04', 'Bùi Hương')
    await house.sendFile('m04', photo(2001), '')
    await house.sendFile('m04', photo(2002), '')
    expect(await commentsIn(house)).toMatchObject([{ member: 'CB-PTH:m08', from: 'proxy' }])
    expect((await textsIn(house, 'm08')).filter((one) => one.includes('ghi hộ đồng chí góp ý số 1'))).toEqual([
      expect.stringContaining('bằng ảnh hoặc ghi âm'),
    ])
    await house.say('m04', '/gopy golai 1')
    await house.say('m04', 'Cần thêm bảng kiểm.')
    await house.press('m08', 'Đúng')
    expect((await commentsIn(house))[0]!.typed).toMatchObject({ text: 'Cần thêm bảng kiểm.' })
  })

  test('a caption that does not say for whom, or for which draft, is asked for; nobody else may', async () => {
    await house.sendFile('m04', photo(), '/gopy ho')
    expect(await text('m04')).toContain('Đề nghị ghi tên đồng chí góp ý vào chú thích')
    await house.sendFile('m04', photo(), '/gopy ho Hương')
    expect(await text('m04')).toContain('Đề nghị ghi tên đồng chí góp ý vào chú thích')
    await house.sendFile('m06', photo(), '/gopy ho Sơn')
    expect(await text('m06')).toContain('Việc này do các đồng chí được phân công')
    await anotherDraft()
    await house.sendFile('m04', photo(), '/gopy ho Sơn')
    expect(await text('m04')).toContain('Đề nghị ghi cả mã vào chú thích')
    expect(await commentsIn(house)).toEqual([])
    await house.sendFile('m04', photo(), '/gopy ho cd2 Sơn')
    expect(await commentsIn(house)).toMatchObject([{ member: 'CB-PTH:m09', topic: 'CB-PTH:cd2' }])
    const [file] = await filesKept()
    await house.sendFile('m06', photo(2005), 'cd1')
    const own = (await filesKept()).find(({ _id }) => _id !== file!._id)!
    await house.say('m06', `/gopy teptoi cd1:m09~x ${own._id.split(':').at(-1)!}`)
    expect((await commentsIn(house)).filter(({ member }) => member === 'CB-PTH:m09')).toHaveLength(1)
  })
})

describe('typing what a picture or a recording says', () => {
  beforeEach(() => house.sendFile('m07', voice(), ''))
  const words = 'Đề nghị văn bản không khẩn phải đọc lại sau hai tiếng.'

  test('the minute-taker gets it, types it, the member confirms; only then it is his word', async () => {
    await house.say('m04', '/gopy golai')
    const original = (await house.sees('m04')).findLast(({ attachment }) => attachment !== null)!
    expect(original).toMatchObject({ attachment: { mime: 'audio/ogg' } })
    await house.say('m04', words)
    expect(await text('m04')).toContain('Đã gửi đồng chí Đặng Xuân Ân xác nhận')
    expect(await text('m07')).toContain(words)
    await house.say('m01', '/gopy tonghop cd1')
    expect(await text('m01')).toContain('đã gõ lại, chờ đồng chí góp ý xác nhận')
    expect(await text('m01')).not.toContain(words)
    expect(await text('m01')).toContain('0 đồng chí góp ý có nội dung')

    await house.press('m07', 'Đúng')
    expect(await text('m07')).toContain('Đã ghi nội dung góp ý số 1')
    expect(await text('m04')).toContain('đã xác nhận nội dung gõ lại của góp ý số 1')
    const [comment] = await commentsIn(house)
    expect(comment).toMatchObject({ kind: 'substantive', typed: { text: words, by: 'CB-PTH:m04' }, proposed: null })
    expect(comment!.parts[0]!.file).toBe((await filesKept())[0]!._id)
    await house.say('m01', '/gopy tonghop cd1')
    expect(await text('m01')).toContain(`(đồng chí Phạm Thị Ánh gõ lại từ ảnh, ghi âm)\n${words}`)
    expect(await text('m01')).toContain('1 đồng chí góp ý có nội dung')
    await house.press('m07', 'Đúng')
    expect(await text('m07')).toContain('đã được xác nhận hoặc thay')
    await house.say('m04', '/gopy golai')
    expect(await text('m04')).toContain('Không có góp ý nào chờ gõ lại')
  })

  test('the member puts it right himself until the deadline; after it the original is typed again', async () => {
    await house.say('m04', '/gopy golai 1')
    await house.say('m04', 'sai một chữ')
    await house.press('m07', 'Sửa lại')
    await house.say('m07', words)
    expect((await commentsIn(house))[0]).toMatchObject({
      typed: { text: words, by: 'CB-PTH:m07' },
      kind: 'substantive',
    })

    await house.sendFile('m06', voice(2400), '')
    await house.say('m04', '/gopy golai 2')
    await house.say('m04', 'nghe không rõ')
    await house.jump('2027-02-02', '18:00')
    await house.press('m06', 'Sửa lại')
    await house.say('m06', 'Phải là: nhất trí')
    expect(await text('m06')).toContain('Đã hết hạn sửa góp ý')
    expect((await commentsIn(house))[1]).toMatchObject({ typed: null, proposed: null, kind: 'untyped' })
    expect(await text('m04')).toContain('Phải là: nhất trí')
    await house.press('m04', 'Gõ lại')
    await house.say('m04', 'Nhất trí.')
    await house.press('m06', 'Đúng')
    expect((await commentsIn(house))[1]).toMatchObject({ typed: { text: 'Nhất trí.' }, kind: 'agreement', late: false })
    expect((await textsIn(house, 'm01')).at(-1)).toContain('nay đã được gõ lại và đồng chí góp ý đã xác nhận')
  })

  test('is not for members, and nobody confirms for another', async () => {
    await house.say('m06', '/gopy golai')
    expect(await text('m06')).toContain('do các đồng chí được phân công')
    await house.say('m04', '/gopy golai')
    await house.say('m04', words)
    const { key } = (await commentsIn(house))[0]!.proposed!
    for (const member of ['m06', 'm04']) {
      await house.forge(member, `gopy xacnhango cd1:1 ${key}`)
      await house.forge(member, `gopy suago cd1:1 ${key} khác`)
    }
    await house.forge('m07', 'gopy xacnhango cd1:1 wrongkey')
    expect((await commentsIn(house))[0]).toMatchObject({ typed: null, proposed: { text: words } })
  })

  test('another recording that joined meanwhile waits on; the words of the first stand as soon as they are confirmed', async () => {
    await house.say('m04', '/gopy golai')
    await house.say('m04', words)
    await house.sendFile('m07', voice(2500), '')
    await house.press('m07', 'Đúng')
    const [comment] = await commentsIn(house)
    expect(comment!.parts).toHaveLength(2)
    await house.say('m07', '/gopy xem')
    expect(await text('m07')).toContain(`${words}\n[2 ảnh hoặc ghi âm, chờ gõ lại thành chữ]`)
    await house.say('m04', '/gopy golai')
    expect(await text('m04')).toContain(words)
  })

  test('withdrawn, it is typed by nobody; reworded, it needs nobody', async () => {
    await house.say('m07', '/gopy sua 1 Tôi nói gọn: cần đọc lại')
    expect((await commentsIn(house))[0]).toMatchObject({
      typed: { text: 'Tôi nói gọn: cần đọc lại', by: 'CB-PTH:m07' },
    })
    expect((await commentsIn(house))[0]!.parts[0]!.file).not.toBeNull()
    await house.sendFile('m06', voice(2600), '')
    await house.say('m06', '/gopy rut 2')
    await house.press('m06', 'Rút góp ý')
    await house.say('m04', '/gopy golai')
    expect(await text('m04')).toContain('Không có góp ý nào chờ gõ lại')
  })

  test("the minute-taker's own recording needs no other word", async () => {
    await house.say('m04', 'xong')
    await house.sendFile('m04', voice(2700), '')
    await house.say('m04', '/gopy golai 2')
    await house.say('m04', 'Tôi đề nghị kiểm tra chéo.')
    expect((await commentsIn(house))[1]).toMatchObject({ typed: { by: 'CB-PTH:m04' }, proposed: null })
  })
})

test('who has answered by voice is nudged no more', async () => {
  await house.sendFile('m07', voice(), '')
  await house.jump('2027-02-01', '15:00')
  expect((await textsIn(house, 'm07')).some((one) => one.includes('còn nhận góp ý đến'))).toBe(false)
  expect((await topicIn(house)).nudged.length).toBeGreaterThan(0)
})
