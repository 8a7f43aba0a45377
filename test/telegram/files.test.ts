import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { importFile } from '../../src/cli/import/import-file.js'
import { openDesk, type Desk } from '../cli/desk.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { demoFile } from '../support/demo-file.js'
import { describeMongo, dropDatabase, mongoUri } from '../support/mongo.js'
import { docxMime, jpegFile, wordFile } from '../support/sample-files.js'
import { freePort, ready, startService, type Service } from '../support/service.js'

const token = '7000000001:AAE-files_files_files_files_files_file'
const draft = { bytes: wordFile('Dự thảo báo cáo chuyên đề'), name: 'Dự thảo.docx', mime: docxMime }

let tg: Telegram
let bot: TelegramBot
let hoa: TelegramPerson
let desk: Desk
let service: Service | null = null
let people = 1000

beforeAll(async () => {
  tg = await startTelegram()
  bot = tg.bot(token, { username: 'ChiBoBot' })
})
afterAll(() => tg.stop())
afterEach(async () => {
  await service?.kill()
  service = null
  await desk.clear()
})

/** A branch whose secretary is on Telegram, on the embedded store or on MongoDB. */
async function openBranch(env: Record<string, string> = {}): Promise<void> {
  desk = await openDesk({ env })
  hoa = tg.user({ id: ++people, first_name: 'Hòa', language_code: 'vi' })
  const roster = demoFile()
  const members = roster.members.map((member) => ({
    ...member,
    accounts: member.id === 'm01' ? [{ channel: 'telegram', id: String(hoa.id), agreed: true }] : [],
  }))
  await importFile({
    config: desk.config,
    terminal: desk.terminal,
    file: await desk.write('b.json', { ...roster, members }),
  })
  hoa.start(bot)
}

async function start(more: Record<string, string> = {}): Promise<void> {
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: tg.url,
    ...(desk.config.mongodbUri === null ? {} : { MONGODB_URI: desk.config.mongodbUri }),
    ...more,
  })
  // One that is told to kill itself may not come as far as that.
  if (more['FAILPOINT'] === undefined) await ready(service)
}

async function sees(words: RegExp): Promise<Post> {
  const found = (): Post | undefined => tg.sent(hoa).findLast(({ text }) => words.test(text))
  await tg
    .until(() => found() !== undefined, 15_000)
    .catch(() => {
      throw new Error(`the newest is «${tg.sent(hoa).at(-1)?.text}», not ${words.source}\n${service?.log()}`)
    })
  return found()!
}
const thanks = /^Đã nhận tệp «Dự thảo\.docx» cho dự thảo CĐ1/u

describe('files on Telegram', () => {
  beforeEach(() => openBranch())

  test('a draft comes as a document and is shown again by its own id, without going up again', async () => {
    await start()
    const sent = hoa.sendsDocument(bot, draft, { caption: '/chuyende soan cd1 Xin ý kiến' })
    await sees(thanks)
    hoa.says(bot, '/chuyende cd1')
    const shown = await sees(/^Nội dung đang soạn/u)
    expect(shown.method).toBe('sendDocument')
    expect(shown.files[0]).toBe(sent.files[0])
  })

  test('photos without a purpose, secrets and what is too large are answered with what to do', async () => {
    await start()
    hoa.sendsPhoto(bot, jpegFile())
    await sees(/chưa rõ tệp này dùng cho việc gì/u)
    hoa.sendsDocument(bot, { ...draft, bytes: wordFile('TUYỆT MẬT', 'Phương án') }, { caption: '/chuyende soan cd1' })
    await sees(/^Tệp vừa rồi mang dấu chỉ độ mật/u)
    hoa.sendsDocument(bot, { ...draft, bytes: Buffer.alloc(20 * 2 ** 20 + 1) }, { caption: '/chuyende soan cd1' })
    await sees(/^Tệp lớn hơn 20 MB/u)
    const kept = await desk.look((store) => store.files.list('', 10))
    expect(kept).toEqual([])
  })
})

async function killedAndBack(point: string): Promise<void> {
  await start({ FAILPOINT: `${point}:1` })
  hoa.sendsDocument(bot, draft, { caption: '/chuyende soan cd1' })
  expect(await service!.ended).toBe('SIGKILL')
  await start()
  await sees(thanks)
  hoa.says(bot, '/chuyende')
  await sees(/^CÁC CHUYÊN ĐỀ|Các chuyên đề/u)
  expect(tg.sent(hoa).filter(({ text }) => thanks.test(text))).toHaveLength(1)
  const { files, bytes } = await desk.look(async (store) => ({
    files: await store.find('files', { lane: 'branch:CB-PTH' }),
    bytes: await store.files.list('', 10),
  }))
  expect(files).toHaveLength(1)
  expect(bytes.map(({ sha256 }) => sha256)).toEqual([files[0]!.sha256])
}
const points = ['fetch:before', 'fetch:opened', 'fetch:stored', 'fetch:told']

describe('killed while a file comes, it comes once', () => {
  test.each(points)(
    'at %s',
    async (point) => {
      await openBranch()
      await killedAndBack(point)
    },
    90_000,
  )
})

describeMongo('killed while a file comes into GridFS, it comes once', () => {
  const database = 'telegram_files'
  beforeEach(() => dropDatabase(database))
  afterAll(() => dropDatabase(database))
  test.each(points)(
    'at %s',
    async (point) => {
      await openBranch({ MONGODB_URI: mongoUri(database) })
      await killedAndBack(point)
    },
    90_000,
  )
})
