import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { demoFile } from '../support/demo-file.js'

/** A message of the bot as its reader has it now, edits included. */
export interface Shown {
  id: string
  /** Title and text, in the order in which they are read. */
  text: string
  /** Labels of the choices that can be taken now. */
  labels: string[]
  files: { name: string; size: number }[]
}

/** What a person has said or pressed, as the platform keeps it. */
export interface Done {
  /** The platform brings the very same thing to the product once more, as it does when it has lost our answer. */
  again(): Promise<void>
  /** Other words for it. Called only where people can change their messages. */
  edit(text: string): Promise<void>
}

/** Somebody with that channel's application in his hand. */
export interface Person {
  says(text: string): Promise<Done>
  /** Takes a choice of a message: by its button, or by its number where the channel has no buttons. */
  presses(shown: Shown, label: string): Promise<Done>
  /** The bot's messages to him alone, in the order in which they stand there. */
  sees(): Promise<Shown[]>
  sendsFile(file: { name: string; bytes: Uint8Array; mime: string }, caption: string): Promise<Done>
}

/** What can be told of a channel before it is tried. What it cannot do is not asked of it. */
export interface Abilities {
  /** The bot can change what it has sent. */
  edit: boolean
  /** The bot can send files. */
  files: boolean
  /** People can send files to it. */
  takesFiles: boolean
  /** People can change what they have said. */
  corrections: boolean
  /** The platform may bring the bot's own messages. */
  echo: boolean
  /** The longest text a person can send at once, in UTF-16 units. */
  longestSaying: number
}

/** One channel with the built product behind it. */
export interface Driver {
  /** The time members live in. */
  now(): Promise<number>
  /** `m01` … are the members of the demo branch, `m09` not connected; any other name is a stranger. */
  person(name: string): Person
  /** The platform brings the bot's newest message to him to the product. Called only where there are echoes. */
  echo(to: string): Promise<void>
  /** Things the platform brings that mean nothing to the product, by name. */
  oddities: Record<string, () => Promise<void>>
  /** Everything the product wrote to its log. */
  log(): string
  stop(): Promise<void>
}

const demo = demoFile() as unknown as { name: string; members: { id: string; name: string }[] }
/** What nobody outside may read. */
const secrets = [demo.name, ...demo.members.map(({ name }) => name), 'CĐ1', 'Phòng họp 2', 'Tham mưu']

const help = /^Các lệnh đồng chí dùng được/u

const PATIENCE_MS = 20_000

/** What every channel must do, by the built product with that channel alone, over the channel's own protocol. */
export function platformContract(channel: string, can: Abilities, open: () => Promise<Driver>): void {
  const where = (able: boolean): typeof test | typeof test.skip => (able ? test : test.skip)

  describe(`the contract of platforms: ${channel}`, () => {
    let driver: Driver
    const who = (name: string): Person => driver.person(name)

    beforeAll(async () => {
      driver = await open()
    }, 60_000)
    afterAll(() => driver?.stop())

    /** The newest message of the bot to him with these words. A choice stands under it or, where a long one took several, under what follows. */
    async function sees(name: string, words: RegExp, label?: string): Promise<Shown> {
      let shown: Shown[] = []
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(25)) {
        shown = await who(name).sees()
        const at = shown.findLastIndex(({ text }) => words.test(text))
        const found = at < 0 ? undefined : shown.slice(at).find(({ labels }) => !label || labels.includes(label))
        if (found) return found
      }
      const last = shown.slice(-3).map(({ text, labels }) => `«${text}» [${labels.join('|')}]`)
      throw new Error(`${name} does not see ${words.source} [${label}]; last: ${last.join('\n')}\n${driver.log()}`)
    }

    async function presses(name: string, words: RegExp, label: string): Promise<Done> {
      return who(name).presses(await sees(name, words, label), label)
    }

    /** Files sent to him at these words or behind them: where a document goes alone, it comes a moment later. */
    async function seesFiles(name: string, words: RegExp): Promise<Shown['files']> {
      await sees(name, words)
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(25)) {
        const shown = await who(name).sees()
        const files = shown.slice(shown.findLastIndex(({ text }) => words.test(text))).flatMap((one) => one.files)
        if (files.length > 0) return files
      }
      throw new Error(`${name} sees no file at ${words.source}\n${driver.log()}`)
    }

    const count = async (name: string, words: RegExp): Promise<number> =>
      (await who(name).sees()).filter(({ text }) => words.test(text)).length

    /** He is answered: everything said before it has been dealt with, for a chat is answered in order. */
    async function isAnswered(name: string): Promise<void> {
      const before = await count(name, help)
      await who(name).says('/trogiup')
      for (const end = performance.now() + PATIENCE_MS; (await count(name, help)) <= before;) {
        if (performance.now() > end) throw new Error(`${name} is not answered\n${driver.log()}`)
        await sleep(25)
      }
    }

    const inDays = async (days: number): Promise<string> =>
      addDays(localDate(await driver.now()), days)
        .split('-')
        .reverse()
        .join('/')

    test('the secretary turns the quiet hours off, so that the hour at which this runs does not matter', async () => {
      for (const span of ['đêm', 'trưa']) {
        const words = new RegExp(span, 'iu')
        await who('m01').says(`/caidat yenlang ${span} tắt`)
        await presses('m01', words, 'Lưu')
        await sees('m01', /^Đã lưu/u)
        await isAnswered('m01')
      }
    })

    test('a stranger learns nothing, whatever he says', async () => {
      for (const text of ['Xin chào', '/lichhop', '/gopy tonghop cd1', '/thanhvien', 'AAAABBBB2222'])
        await who('stranger').says(text)
      await sees('stranger', /^Mã này không đúng/u)
      const told = (await who('stranger').sees()).map(({ text }) => text).join('\n')
      for (const secret of secrets) expect(told).not.toContain(secret)
      // Said once a day at most.
      expect(await count('stranger', /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u)).toBe(1)
    })

    test('a member joins with his code and his consent; the used code is worth nothing to another', async () => {
      await who('m01').says('/thanhvien ma Sơn')
      const { text } = await sees('m01', /^Thư mời đồng chí Lò Văn Sơn/u)
      const code = /mã ([2-9A-Z]{4}-?[2-9A-Z]{4})/u.exec(text)![1]!
      await who('m09').says(code)
      await sees('m09', /^Trước khi bắt đầu/u)
      await who('m09').says('/lichhop')
      expect(await count('m09', /LỊCH SINH HOẠT/u)).toBe(0)
      await presses('m09', /^Trước khi bắt đầu/u, 'Đồng ý')
      await sees('m09', /^Chào mừng đồng chí Lò Văn Sơn/u)
      // What he said before he had agreed was kept.
      await sees('m09', /LỊCH SINH HOẠT/u)
      await who('second').says(code)
      await sees('second', /^Mã này không đúng/u)
    })

    test('a notice reaches everybody once, with its choices; one of them pressed twice counts once', async () => {
      await who('m01').says(`/lichhop tao ${await inDays(2)} 14h00 Hội trường nhỏ`)
      await presses('m01', /Hội trường nhỏ/u, 'Gửi')
      await sees('m01', /^Đã tạo buổi sinh hoạt/u)
      const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ[\s\S]*Hội trường nhỏ/u
      for (const name of ['m02', 'm03', 'm08', 'm09', 'm11']) await sees(name, notice, 'Dự họp')
      const pressed = await presses('m02', notice, 'Dự họp')
      await sees('m02', /Đã ghi nhận đồng chí dự họp/u)
      await pressed.again()
      await isAnswered('m02')
      expect(await count('m02', /Đã ghi nhận đồng chí dự họp/u)).toBe(1)
      for (const name of ['m02', 'm03', 'm08', 'm09', 'm11']) expect(await count(name, notice)).toBe(1)
    })

    test('a long draft comes whole, in its order, however many messages it takes', async () => {
      const sentences = Array.from(
        { length: 120 },
        (_, at) => `Mục ${at + 1}. Đề nghị làm rõ số liệu đã nêu ở quý này.`,
      )
      await who('m05').says('/chuyende soan cd1')
      await sees('m05', /nội dung dự thảo/u)
      const fits = Math.min(Math.floor(can.longestSaying / 60), 50)
      for (let at = 0; at < sentences.length; at += fits) {
        await who('m05').says(sentences.slice(at, at + fits).join('\n'))
        await sees('m05', new RegExp(`^Đã ghi nội dung CĐ1 \\(${lengthOf(sentences.slice(0, at + fits))} ký tự`, 'u'))
      }
      await presses('m05', /^Đã ghi nội dung CĐ1/u, 'Xong')
      await sees('m05', /^Đã lưu nội dung CĐ1/u)
      await who('m01').says(`/chuyende gui cd1 17h ${await inDays(10)}`)
      await presses('m01', /Sẽ gửi cho/u, 'Gửi')
      await sees('m04', /Mục 120\./u)
      const read = (await who('m04').sees()).map(({ text }) => text).join('\n')
      expect(
        [...read.matchAll(/Mục (\d+)\. Đề nghị làm rõ số liệu đã nêu ở quý này\./gu)].map(([, n]) => Number(n)),
      ).toEqual(sentences.map((_, at) => at + 1))
    })

    test('a comment said in several messages is one', async () => {
      await presses('m10', /Mục 120\./u, 'Góp ý')
      const words = [
        'Phần một: nêu rõ nguyên nhân.',
        'Phần hai: giải pháp cần có người chịu trách nhiệm.',
        'Phần ba: thời hạn.',
      ]
      for (const [at, text] of words.entries()) {
        await who('m10').says(text)
        await sees('m10', at === 0 ? /Đã ghi góp ý số 1 / : new RegExp(`số 1 [\\s\\S]*gồm ${at + 1} tin nhắn`, 'u'))
      }
      if (can.edit) expect(await count('m10', /Đã ghi góp ý số/u)).toBe(1)
      await who('m01').says('/gopy tonghop cd1')
      await sees('m01', new RegExp(words.map((text) => text.replace('.', '\\.')).join('\\s+'), 'u'))
    })

    test('what the platform brings twice is heard once', async () => {
      const said = await who('m02').says('/gopy cd1 Số liệu quý hai cần đối chiếu lại với báo cáo tháng.')
      await sees('m02', /Đã ghi góp ý số 2 /u)
      await said.again()
      await isAnswered('m02')
      await who('m03').says('/gopy cd1 Nhất trí, đề nghị thêm phụ lục số liệu.')
      await sees('m03', /Đã ghi góp ý số 3 /u)
      expect(await count('m02', /Đã ghi góp ý số/u)).toBe(1)
    })

    test('who has no right is refused, and reads nothing that is not his', async () => {
      const before = (await who('m08').sees()).length
      for (const text of ['/gopy tonghop cd1', '/thanhvien', '/caidat', '/chuyende gui cd1 17h mai']) {
        await who('m08').says(text)
      }
      await isAnswered('m08')
      const told = (await who('m08').sees()).slice(before).map(({ text }) => text)
      expect(told.filter((text) => /do các đồng chí được phân công/u.test(text)).length).toBeGreaterThanOrEqual(2)
      for (const text of told) expect(text).not.toMatch(/đối chiếu lại|phụ lục số liệu|người chịu trách nhiệm/u)
      expect(await count('m04', /Sẽ gửi cho/u)).toBe(0)
    })

    test('a chat is answered in the order in which was spoken', async () => {
      const before = (await who('m11').sees()).length
      for (const text of ['/lichhop', '/duhop', '/chuyende', '/lichhop', '/chuyende']) await who('m11').says(text)
      await isAnswered('m11')
      const titles = (await who('m11').sees())
        .slice(before)
        .map(({ text }) => /^(?:LỊCH|DỰ HỌP|CÁC CHUYÊN ĐỀ|Các chuyên đề)/u.exec(text)?.[0])
      expect(titles.filter(Boolean).map((title) => title!.toUpperCase())).toEqual([
        'LỊCH',
        'DỰ HỌP',
        'CÁC CHUYÊN ĐỀ',
        'LỊCH',
        'CÁC CHUYÊN ĐỀ',
      ])
    })

    where(can.corrections)('a comment is corrected where it was said', async () => {
      const said = await who('m11').says('/gopy cd1 Lời đầu còn thiếu một ý.')
      await sees('m11', /Đã ghi góp ý số 4 /u)
      await said.edit('/gopy cd1 Lời sau đã đủ các ý.')
      await sees('m11', /Đã sửa góp ý số 4 /u)
      await who('m01').says('/gopy tonghop cd1')
      await sees('m01', /Lời sau đã đủ các ý/u)
    })

    where(can.echo)('its own message brought back is not heard', async () => {
      const before = (await who('m03').sees()).length
      await driver.echo('m03')
      await isAnswered('m03')
      expect((await who('m03').sees()).slice(before).filter(({ text }) => !help.test(text))).toEqual([])
    })

    where(can.files)('a file goes out whole', async () => {
      await who('m01').says('/gopy xuat cd1 csv')
      const files = await seesFiles('m01', /Bản tổng hợp góp ý CĐ1/u)
      expect(files).toHaveLength(1)
      expect(files[0]!.name).toMatch(/\.csv$/u)
      expect(files[0]!.size).toBeGreaterThan(200)
    })

    where(can.takesFiles)('a file comes in and reaches the others', async () => {
      const bytes = Buffer.from(`%PDF-1.7\n${'Dự thảo chuyên đề hai, bản tệp. '.repeat(300)}`)
      await who('m01').sendsFile(
        { name: 'Dự thảo hai.pdf', bytes, mime: 'application/pdf' },
        '/chuyende soan cd2 Kính gửi',
      )
      await sees('m01', /^Đã nhận tệp «Dự thảo hai\.pdf» cho dự thảo CĐ2/u)
      await presses('m01', /^Đã nhận tệp «Dự thảo hai\.pdf»/u, 'Xong')
      await who('m01').says(`/chuyende gui cd2 17h ${await inDays(10)}`)
      await presses('m01', /Sẽ gửi cho[\s\S]*CĐ2/u, 'Gửi')
      expect(await seesFiles('m06', /CĐ2/u)).toEqual([{ name: 'Dự thảo hai.pdf', size: bytes.length }])
    })

    test('what means nothing to it does no harm', async () => {
      for (const [name, happens] of Object.entries(driver.oddities)) {
        await happens().catch((error: unknown) => {
          throw new Error(name, { cause: error })
        })
      }
      await isAnswered('m11')
      expect(driver.log()).not.toMatch(/"level":(?:50|60)/u)
    })
  })
}

const lengthOf = (lines: string[]): number => [...lines.join('\n')].length
