import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Delivery } from '../../src/store/delivery.js'
import { opening, textsIn, topicIn } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { docxMime, jpegFile, pdfFile, wordFile } from '../support/sample-files.js'

const bytes = wordFile('Dự thảo báo cáo chuyên đề quý I')
const word = { bytes, name: 'Dự thảo CĐ1.docx', mime: docxMime }
const sha256 = createHash('sha256').update(bytes).digest('hex')
const secret = { ...word, bytes: wordFile('TỐI MẬT', 'Phương án số 2') }

let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ at: opening })
})
afterEach(() => house.close())

const draftRows = async (): Promise<Delivery[]> =>
  house.store.find('deliveries', { key: 'draft:CB-PTH:cd1:1' }, { limit: 100 })
const filesKept = () => house.store.find('files', { lane: 'branch:CB-PTH' })
const bytesKept = async () => (await house.store.files.list('', 100)).map((one) => one.sha256)

describe('a draft as a document', () => {
  test('with its command as caption becomes the draft, and goes to everybody with the words that came with it', async () => {
    await house.sendFile('m01', word, '/chuyende soan cd1 Xin ý kiến về phần II')
    expect((await house.last('m01')).text).toContain('Đã nhận tệp «Dự thảo CĐ1.docx» cho dự thảo CĐ1')
    await house.press('m01', 'Xong')
    await house.say('m01', '/chuyende gui cd1 hạn 17h 02/02/2027')
    await house.press('m01', 'Gửi')
    const topic = await topicIn(house)
    const [file] = await filesKept()
    expect(topic).toMatchObject({ sent: 'Xin ý kiến về phần II', sentFile: file!._id, edition: 1 })
    expect(file).toMatchObject({ sha256, size: bytes.length, mime: docxMime, from: 'CB-PTH:m01', legible: true })
    const rows = (await draftRows()).filter(({ recipient }) => recipient !== 'group')
    expect(rows.length).toBeGreaterThan(5)
    for (const { message } of rows) {
      expect(message?.attachment).toMatchObject({
        sha256,
        name: 'Dự thảo CĐ1.docx',
        known: { name: 'Dự thảo CĐ1.docx' },
      })
      expect(message?.text).toContain('Xin ý kiến về phần II\nNội dung dự thảo ở tệp kèm theo.')
    }
    expect((await draftRows()).find(({ recipient }) => recipient === 'group')?.message?.attachment).toBeUndefined()
    const pieces = []
    for await (const piece of house.store.files.open(sha256)) pieces.push(piece)
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
  })

  test('answers the question for its text; what is written next goes with it', async () => {
    await house.say('m01', '/chuyende soan cd1')
    await house.sendFile('m01', { bytes: pdfFile('Draft'), name: 'a.pdf', mime: 'application/pdf' }, '')
    await house.say('m01', 'Đề nghị đọc kỹ phần III')
    await house.say('m01', 'Xong')
    expect(await topicIn(house)).toMatchObject({ text: 'Đề nghị đọc kỹ phần III' })
    await house.say('m01', 'cảm ơn')
    expect((await topicIn(house)).text).toBe('Đề nghị đọc kỹ phần III')
  })

  test('with a caption takes nothing away from what was typed before', async () => {
    await house.say('m01', '/chuyende soan cd1 Phần một')
    await house.say('m01', 'Phần hai')
    await house.sendFile('m01', word, 'Bản đầy đủ ở tệp')
    expect((await topicIn(house)).text).toBe('Phần một\nPhần hai\nBản đầy đủ ở tệp')
  })

  test('sent again with another caption has only the newer one', async () => {
    await house.sendFile('m01', word, '/chuyende soan cd1 Bản một')
    await house.sendFile('m01', word, '/chuyende soan cd1 Bản hai')
    expect((await topicIn(house)).text).toBe('Bản hai')
  })

  test('without a code is asked which draft it is for', async () => {
    await house.say('m01', '/chuyende them Chuyên đề hai')
    await house.say('m01', 'II')
    await house.say('m01', 'chưa')
    await house.sendFile('m01', word, '/chuyende soan')
    expect((await house.last('m01')).text).toContain('chọn chuyên đề nào')
    const codes = (await house.last('m01')).choices.map(({ label }) => label)
    await house.press(
      'm01',
      codes.find((label) => label.startsWith('CĐ1'))!,
    )
    expect((await topicIn(house)).file).toBe((await filesKept())[0]!._id)
  })

  test('another file takes its place, and it may be dropped', async () => {
    await house.sendFile('m01', word, '/chuyende soan cd1')
    const first = (await topicIn(house)).file!
    await house.sendFile('m01', { ...word, name: 'bản 2.docx' }, '/chuyende soan cd1')
    expect((await topicIn(house)).file).not.toBe(first)
    expect((await house.store.get('files', first))!.gone).toBe(true)
    await house.press('m01', 'Bỏ tệp')
    expect((await topicIn(house)).file).toBeNull()
    await house.say('m01', '/chuyende gui cd1')
    expect((await house.last('m01')).text).toContain('chưa có nội dung để gửi')
  })

  test.each([
    ['a photo', { bytes: jpegFile(), kind: 'photo' as const, mime: 'image/jpeg' }, 'chỉ nhận tệp DOCX, PDF hoặc TXT'],
    ['a program', { bytes, name: 'a.exe', mime: 'application/x-msdownload' }, 'chưa nhận được tệp này'],
    ['what is called what it is not', { bytes, name: 'a.pdf', mime: 'application/pdf' }, 'chưa nhận được tệp này'],
    ['too large a file', { ...word, size: 20 * 1024 * 1024 + 1 }, 'lớn hơn 20 MB'],
  ])('%s is refused with what to do', async (_, file, words) => {
    await house.sendFile('m01', file, '/chuyende soan cd1')
    expect((await house.last('m01')).text).toContain(words)
    expect((await topicIn(house)).file).toBeNull()
    expect(await filesKept()).toEqual([])
  })

  test('only its author and the secretary may send it', async () => {
    await house.sendFile('m11', word, '/chuyende soan cd1')
    expect((await house.last('m11')).text).toContain('Việc này do các đồng chí được phân công')
    expect(await bytesKept()).toEqual([])
  })

  test('a file nobody asked for is not kept, and its sender learns how to say what it is for', async () => {
    await house.sendFile('m01', word, '')
    expect((await house.last('m01')).text).toContain('chưa rõ tệp này dùng cho việc gì')
    await house.sendFile('m01', word, '/lichhop')
    expect((await house.last('m01')).text).toContain('không nhận tệp')
    expect(await bytesKept()).toEqual([])
  })

  test('a file that is typed by its key is nobody else’s', async () => {
    await house.sendFile('m01', word, '/chuyende soan cd1')
    const key = (await filesKept())[0]!._id.split(':').at(-1)!
    await house.say('m02', `/chuyende tep cd1 ${key}`)
    await house.say('m01', '/chuyende tep cd1 aaaaaaaa')
    expect((await house.last('m01')).text).toContain('Câu hỏi này đã kết thúc')
    expect((await filesKept()).filter(({ gone }) => !gone)).toHaveLength(1)
  })
})

describe('what bears a stamp of secrecy', () => {
  test.each([
    ['a document', secret, '/chuyende soan cd1'],
    ['the name of a file', { ...word, name: 'Phương án (TUYỆT MẬT).docx' }, '/chuyende soan cd1'],
    ['a caption', word, '/chuyende soan cd1\nTUYỆT MẬT'],
  ])('%s is refused, and nothing of it is kept anywhere', async (_, file, caption) => {
    await house.sendFile('m01', file, caption)
    expect((await house.last('m01')).text).toContain('Tệp vừa rồi mang dấu chỉ độ mật')
    expect((await topicIn(house)).file).toBeNull()
    expect(await bytesKept()).toEqual([])
    const entries = await house.store.find('journal', { open: { in: [0, 1, 2] } }, { limit: 1000 })
    const rows = await house.store.find('fetches', { state: 'ended', retryAt: { gte: 0 } })
    expect(JSON.stringify([entries, rows])).not.toMatch(/TUYỆT MẬT|Dự thảo CĐ1|Phương án/u)
  })

  test('a message is refused privately, not kept, and the open question stays open', async () => {
    await house.say('m01', '/chuyende soan cd1')
    await house.say('m01', 'Độ mật: TỐI MẬT\nPhương án bảo vệ')
    expect((await house.last('m01')).text).toContain('Tin nhắn vừa rồi mang dấu chỉ độ mật')
    const entries = await house.store.find('journal', { open: { in: [0, 1, 2] } }, { limit: 1000 })
    expect(JSON.stringify(entries)).not.toContain('Phương án bảo vệ')
    expect(entries.filter(({ decision }) => decision?.secret)).toHaveLength(1)
    await house.say('m01', 'Nội dung thường, có nói về mật độ dân cư và bảo mật')
    expect((await topicIn(house)).text).toContain('mật độ dân cư')
  })

  test.each([
    '/gopy Tài liệu MẬT số 12',
    '/gopy cd1 TUYỆT MẬT',
    'góp ý CÔNG VĂN MẬT SỐ 3',
    '/chuyende soan cd1 TỐI MẬT – Phương án',
  ])('on the line of a command too: %s', async (line) => {
    await house.say('m01', line)
    expect((await house.last('m01')).text).toContain('Tin nhắn vừa rồi mang dấu chỉ độ mật')
    const entries = await house.store.find('journal', { open: { in: [0, 1, 2] } }, { limit: 1000 })
    expect(JSON.stringify(entries)).not.toContain(line)
    expect(await house.store.count('comments', { lane: 'branch:CB-PTH' })).toBe(0)
  })

  test.each([
    '/gopy Đề nghị không gửi tài liệu MẬT qua nhóm.',
    '/gopy Mật độ văn bản còn cao',
    '/gopy Tăng cường bảo mật',
  ])('ordinary words behind a command pass: %s', async (line) => {
    await house.say('m01', line)
    expect((await house.last('m01')).text).not.toContain('dấu chỉ độ mật')
  })

  test('in the group the group learns nothing but that he was answered in private', async () => {
    await house.sayInGroup('m05', '/gopy cd1\nTUYỆT MẬT\nPhương án')
    expect((await house.last('m05')).text).toContain('mang dấu chỉ độ mật')
    expect((await textsIn(house, 'group')).at(-1)).toContain('nhắn riêng')
  })

  test('a stranger is told nothing of it, and nothing is kept', async () => {
    await house.say('stranger', 'TUYỆT MẬT\nPhương án số 2')
    expect(await textsIn(house, 'stranger')).toHaveLength(1)
    expect((await house.last('stranger')).text).not.toContain('mật')
    const entries = await house.store.find('journal', { lane: 'account:web:stranger' })
    expect(entries).toHaveLength(1)
    expect(entries[0]!.payload).toBeNull()
    expect(JSON.stringify(await house.store.get('doors', 'web:stranger'))).not.toContain('Phương án')
  })
})
