import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import express from 'express'
import { commands } from '../../../commands/index.js'
import { menusOf } from '../../../src/channels.js'
import type { Address, Attachment, Part, Sent, Update } from '../../../src/chat.js'
import { Moved, OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../../src/errors.js'
import { createLog } from '../../../src/log.js'
import { createTelegram, type Telegram, type TelegramOptions } from '../../../src/platforms/telegram.js'
import { refusals } from '../../emulators/telegram/http/api-error.js'
import type { TelegramBot } from '../../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../../emulators/telegram/people/person.js'
import { startTelegram, type Telegram as Emulator } from '../../emulators/telegram/start-telegram.js'
import { words } from '../../support/words.js'
import { token } from './scripted-api.js'

const draft = Buffer.from('Dự thảo nghị quyết tháng 12. '.repeat(10_000))

let tg: Emulator
let bot: TelegramBot
let lan: TelegramPerson
let telegram: Telegram
let heard: Update[]
let receive: (update: Update) => Promise<void>
const ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  tg = await startTelegram({ retryFactor: 0.01 })
  bot = tg.bot(token, { username: 'ChiBoBot' })
  lan = tg.user({ id: 1001, first_name: 'Lan', language_code: 'vi' })
  heard = []
  receive = () => Promise.resolve()
})

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await tg.stop()
})

/** The platform as main makes it, started and listening until the test ends. */
async function listening(more: Partial<TelegramOptions> = {}): Promise<() => Promise<void>> {
  telegram = createTelegram({
    token,
    apiRoot: tg.url,
    updates: { mode: 'polling' },
    menus: [],
    // eslint-disable-next-line @typescript-eslint/require-await -- a store reads asynchronously
    async *read() {
      for (let at = 0; at < draft.length; at += 65_536) yield draft.subarray(at, at + 65_536)
    },
    now: tg.now,
    log: createLog('silent'),
    ...more,
  })
  await telegram.start()
  const stop = new AbortController()
  const listened = telegram.listen(async (update) => {
    await receive(update)
    heard.push(update)
  }, stop.signal)
  const end = async (): Promise<void> => {
    stop.abort()
    await listened
  }
  ends.push(end)
  return end
}

async function eventually(look: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !look() && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(look()).toBe(true)
}
const hears = (count: number): Promise<void> => eventually(() => heard.length >= count)
const kinds = (): string[] => heard.map(({ kind }) => kind)
const chatOf = (id: number): Address => ({ channel: 'telegram', id: String(id) })
const send = (part: Part, to: number, replaces?: Sent): Promise<Sent> =>
  telegram.send('e:0:m:0', part, chatOf(to), AbortSignal.timeout(15_000), replaces)
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a conversation: a deep link, words, an edit, a press', async () => {
  await listening()
  lan.start(bot, 'ABCD-EFGH')
  const comment = lan.says(bot, 'Góp ý mục 2')
  lan.edits(comment, 'Góp ý mục 3')
  await hears(3)
  expect(heard.map((update) => (update.kind === 'text' ? [update.text, update.edited] : null))).toEqual([
    ['/start ABCD-EFGH', undefined],
    ['Góp ý mục 2', undefined],
    ['Góp ý mục 3', true],
  ])
  const [part] = telegram.parts({ title: 'Họp', text: 'mai', choices: [{ label: 'Có', does: 'duhop co' }] }, 1)
  const sent = await send(part!, lan.id)
  const [post] = tg.sent(lan)
  expect(post).toMatchObject({
    text: 'Họp\nmai',
    buttons: [['Có']],
    entities: [{ type: 'bold', offset: 0, length: 3 }],
  })
  const press = lan.presses(post!, 'Có')
  await hears(4)
  expect(heard[3]).toMatchObject({ kind: 'choice', data: 'duhop co', messageId: sent.messageId })
  await tg.until(() => press.answer)
  lan.says(bot, 'vâng', { replyTo: post! })
  await hears(5)
  expect(heard[4]).toMatchObject({ replyTo: sent.messageId })
  expect(await send({ text: 'Đã ghi' }, lan.id, sent)).toEqual(sent)
  expect(await send({ text: 'Đã ghi' }, lan.id, sent)).toEqual(sent)
  expect(post).toMatchObject({ text: 'Đã ghi', buttons: [] })
  await eventually(() => bot.pending() === 0)
})

test('what was heard and not confirmed before a stop comes again under the same id', async () => {
  const end = await listening()
  receive = () => Promise.reject(new StoreUnavailable())
  lan.start(bot)
  await tg.until(() => tg.calls.some(({ method, ended }) => method === 'getUpdates' && ended !== null))
  await end()
  receive = () => Promise.resolve()
  await listening()
  await hears(1)
  expect(heard).toHaveLength(1)
  expect(heard[0]!.id).toMatch(/^telegram:4242:m:1001:\d+:0$/u)
})

test('a group: what is for us, who hides, and what is passed on', async () => {
  const group = tg.group({ title: 'Chi bộ thôn Đông', by: lan, supergroup: true })
  const hidden = tg.user({ id: 1002, first_name: 'Ẩn' })
  await listening()
  group.add(hidden, lan)
  group.add(bot, lan)
  group.promote(hidden, lan, { anonymous: true })
  lan.says(group, '/lichhop@ChiBoBot tháng 12')
  lan.says(group, 'nhờ @chibobot nhắc')
  hidden.says(group, '/lichhop@ChiBoBot')
  lan.forwards(bot, lan.says(bot, '/lichhop'))
  await hears(6)
  expect(heard[0]).toMatchObject({ kind: 'standing', standing: 'in', group: true, from: { id: '1001' } })
  // Queues of different chats are not in order.
  const words = heard.flatMap((update) => (update.kind === 'text' ? [update] : []))
  expect(words.filter((update) => update.group)).toMatchObject([
    { text: '/lichhop tháng 12', mention: true },
    { text: 'nhờ @chibobot nhắc', mention: true },
    { text: '/lichhop', hidden: true, from: { id: String(group.id) } },
  ])
  expect(words.filter((update) => update.forwarded === true)).toHaveLength(1)
  group.kick(bot, lan)
  await eventually(() => heard.some((update) => update.kind === 'standing' && update.standing === 'out'))
  expect(await failure(send({ text: 'x' }, group.id))).toEqual(new Undeliverable('gone'))
})

test('a topic is answered in it; when it is closed, outside of it', async () => {
  const group = tg.group({ title: 'Chi bộ thôn Đông', by: lan, forum: true })
  await listening()
  group.add(bot, lan)
  const topic = group.topic('Họp', lan)
  lan.says(topic, '/lichhop@ChiBoBot')
  await hears(2)
  expect(heard[1]).toMatchObject({ chat: chatOf(group.id) })
  expect(heard[1]).not.toHaveProperty('replyTo')
  await send({ text: 'trong chủ đề' }, group.id)
  topic.closes()
  await send({ text: 'ngoài chủ đề' }, group.id)
  expect(tg.sent(group).map(({ text, message }) => [text, message.message_thread_id])).toEqual([
    ['trong chủ đề', topic.id],
    ['ngoài chủ đề', undefined],
  ])
})

test('a group that becomes a supergroup has moved once, whatever is said of it', async () => {
  const group = tg.group({ title: 'Chi bộ thôn Đông', by: lan })
  await listening()
  group.add(bot, lan)
  const old = group.id
  group.migrate(lan, ['from', 'to', 'to'])
  await eventually(() => kinds().filter((kind) => kind === 'moved').length === 3)
  const moves = heard.filter(({ kind }) => kind === 'moved')
  expect(new Set(moves.map(({ id }) => id))).toEqual(new Set([`moved:telegram:${old}:telegram:${group.id}`]))
  expect(await failure(send({ text: 'x' }, old))).toEqual(new Moved(String(group.id)))
  await send({ text: 'x' }, group.id)
})

test('blocked, reachable again, never met', async () => {
  await listening()
  const stranger = tg.user({ id: 1003, first_name: 'Hà' })
  expect(await failure(send({ text: 'x' }, stranger.id))).toBeInstanceOf(Undeliverable)
  lan.start(bot)
  lan.blocks(bot)
  await hears(2)
  expect(await failure(send({ text: 'x' }, lan.id))).toEqual(new Undeliverable('blocked'))
  lan.unblocks(bot)
  await hears(3)
  expect(heard.slice(1)).toMatchObject([
    { kind: 'standing', standing: 'out', group: false },
    { kind: 'standing', standing: 'in', group: false },
  ])
  await send({ text: 'x' }, lan.id)
})

const attachment: Attachment = {
  name: 'Dự thảo; "tháng 12".docx',
  mime: 'application/msword',
  size: draft.length,
  known: null,
  link: null,
  sha256: 'd'.repeat(64),
}

test('files: up, on by their id, and down', async () => {
  await listening()
  lan.start(bot)
  lan.sendsDocument(bot, { bytes: draft, name: 'góp ý.txt', mime: 'text/plain' }, { caption: 'của tôi' })
  await hears(2)
  const given = heard[1]!
  const file = given.kind === 'file' ? given.file : null
  expect(file).toMatchObject({ kind: 'document', name: 'góp ý.txt', mime: 'text/plain', size: draft.length })
  const chunks: Uint8Array[] = []
  for await (const chunk of telegram.open(file!, AbortSignal.timeout(15_000))) chunks.push(chunk)
  expect(Buffer.concat(chunks).equals(draft)).toBe(true)

  await send({ title: 'Dự thảo', text: 'để góp ý', attachment }, lan.id)
  await send({ text: 'lần nữa', attachment }, lan.id)
  await send({ text: 'của chính Lan', attachment: { ...attachment, known: file } }, lan.id)
  await send({ text: 'một tệp cũ', attachment: { ...attachment, known: { ...file!, id: 'of-another-bot' } } }, lan.id)
  const names = tg.sent(lan).map(({ files }) => files.map(({ name }) => name))
  expect(names).toEqual([
    ['Dự thảo; _tháng 12_.docx'],
    ['Dự thảo; _tháng 12_.docx'],
    ['góp ý.txt'],
    ['Dự thảo; _tháng 12_.docx'],
  ])
  const hashes = tg.sent(lan).flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  expect(new Set(hashes).size).toBe(1)
})

test('long messages go in parts that Telegram takes, buttons with the last', async () => {
  await listening()
  lan.start(bot)
  const text = 'Đồng chí 👨‍👩‍👧 góp ý về dự thảo.\n'.repeat(500)
  const parts = telegram.parts({ title: 'Góp ý', text, choices: [{ label: 'Xong', does: 'x' }], attachment }, 1)
  for (const part of parts) await send(part, lan.id)
  const posts = tg.sent(lan)
  expect(posts.length).toBeGreaterThan(3)
  expect(posts.map(({ buttons }) => buttons.length)).toEqual(posts.map((_, at) => (at === posts.length - 1 ? 1 : 0)))
  expect(posts.at(-1)!.files).toHaveLength(1)
})

test('what goes wrong is never sent twice, and in doubt only where it may be there', async () => {
  await listening()
  lan.start(bot)
  await hears(1)
  const cases: [Parameters<Emulator['fails']>[0]['fault'], new (...given: never[]) => Error, number][] = [
    ['apply-then-drop', OutcomeUnknown, 1],
    ['reset', OutcomeUnknown, 0],
    [{ broken: 502 }, OutcomeUnknown, 0],
    [{ refuse: refusals.slowDown(7) }, RetryLater, 0],
    [{ refuse: refusals.unauthorized() }, RetryLater, 0],
    [{ refuse: refusals.deactivated() }, Undeliverable, 0],
    [{ refuse: refusals.chatNotFound() }, Undeliverable, 0],
  ]
  for (const [fault, kind, accepted] of cases) {
    const before = tg.sent(lan).length
    tg.fails({ fault, method: 'sendMessage' })
    expect(await failure(send({ text: JSON.stringify(fault) }, lan.id))).toBeInstanceOf(kind)
    expect(tg.sent(lan).length - before).toBe(accepted)
  }
  expect(tg.repeated()).toEqual([])
})

test('a second poller, and a webhook set by somebody, do not end it', async () => {
  await listening()
  tg.fails({ fault: { refuse: refusals.webhookIsSet() }, method: 'getUpdates' })
  lan.start(bot)
  await hears(1)
  lan.says(bot, 'x')
  await hears(2)
})

test('menus as people see them', async () => {
  const of = (description: string) => [{ name: 'lichhop', description }]
  await listening({
    menus: [
      { scope: 'private', lang: null, commands: of('Meetings') },
      { scope: 'private', lang: 'vi', commands: of('Lịch họp') },
      { scope: 'group', lang: null, commands: of('Lịch họp chi bộ') },
    ],
  })
  const group = tg.group({ title: 'Chi bộ', by: lan })
  lan.start(bot)
  expect(bot.menu(lan.room(bot), { id: 1001, language_code: 'vi' })[0]!.description).toBe('Lịch họp')
  expect(bot.menu(lan.room(bot), { id: 1001, language_code: 'en' })[0]!.description).toBe('Meetings')
  expect(bot.menu(group.room, { id: 1001, language_code: 'vi' })[0]!.description).toBe('Lịch họp chi bộ')
})

test('the real menus: in private what every member may use, in groups what makes sense there, in both languages', async () => {
  await listening({ menus: menusOf(commands, words) })
  const group = tg.group({ title: 'Chi bộ', by: lan })
  lan.start(bot)
  const everybodys = ['lichhop', 'duhop', 'codu', 'vangmat', 'thoisu', 'chuyende', 'gopy', 'ngonngu', 'dongian', 'nhaclai', 'kenh', 'rieng', 'trogiup', 'huy'] // prettier-ignore
  const inGroups = ['lichhop', 'thoisu', 'chuyende', 'gopy', 'trogiup']
  for (const [language_code, lang] of [
    ['vi', 'vi'],
    ['en', 'en'],
    ['fr', 'vi'],
  ] as const) {
    const lines = (names: string[]) => names.map((command) => ({ command, description: words.in(lang)(command) }))
    expect(bot.menu(lan.room(bot), { id: 1001, language_code })).toEqual(lines(everybodys))
    expect(bot.menu(group.room, { id: 1001, language_code })).toEqual(lines(inGroups))
  }
})

test('webhook: nothing is lost while the store is away, and polling takes over from it', async () => {
  const updates = { mode: 'webhook' as const, publicUrl: 'https://chibot.example.vn', secret: 'S3cret_of-the-tests' }
  let away = true
  receive = () => (away ? Promise.reject(new StoreUnavailable()) : Promise.resolve())
  const end = await listening({ updates })
  const server: Server = createServer(express().use(telegram.webhook!))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  tg.proxy('https://chibot.example.vn', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  for (let at = 0; at < 10; at++) lan.says(bot, `ý ${at}`)
  await tg.until(() => tg.attempts.some(({ status }) => status === 503))
  away = false
  await hears(10)
  expect(heard.map((update) => (update.kind === 'text' ? update.text : ''))).toEqual(
    Array.from({ length: 10 }, (_, at) => `ý ${at}`),
  )
  // The last one is received before its answer has arrived.
  await tg.until(() => tg.attempts.every(({ ended }) => ended !== null))
  expect(new Set(tg.attempts.map(({ status }) => status))).toEqual(new Set([503, 200]))
  await end()
  server.closeAllConnections()
  server.close()
  await listening()
  lan.says(bot, 'sau đó')
  await hears(11)
})
