import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Telegraf, TelegramError } from 'telegraf'
import { refusals } from './telegram/http/api-error.js'
import type { TelegramBot } from './telegram/people/bot.js'
import type { TelegramGroup } from './telegram/people/group.js'
import type { TelegramPerson } from './telegram/people/person.js'
import { startTelegram } from './telegram/start-telegram.js'
import type { Telegram } from './telegram/start-telegram.js'

/** Telegraf, written by others for the real platform, finds in the emulator what it expects there. */

const token = '7100200300:AAemulated-token_0123456789'
let tg: Telegram
let bot: TelegramBot
let an: TelegramPerson
let client: Telegraf
let group: TelegramGroup
const ends: (() => unknown)[] = []

beforeEach(async () => {
  tg = await startTelegram({ retryFactor: 0.01 })
  bot = tg.bot(token, { username: 'hop_chi_bo_bot', name: 'Chi bộ' })
  an = tg.user({ id: 5001, first_name: 'An', language_code: 'vi' })
  group = tg.group({ title: 'Chi bộ 3', by: an })
  client = new Telegraf(token, { telegram: { apiRoot: tg.url } })
})

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await tg.stop()
})

/** Polls in the background; what ends the polling is returned by `ended`. */
function poll(one: Telegraf): { ended: Promise<unknown> } {
  const ended = one.launch({ allowedUpdates: [] }).catch((error: unknown) => error)
  ends.push(async () => {
    try {
      one.stop()
    } catch {
      // It stopped by itself.
    }
    await ended
  })
  return { ended }
}

async function refusalOf(call: Promise<unknown>): Promise<TelegramError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(TelegramError)
  return error as TelegramError
}

test('a polling bot gets a deep link and answers', async () => {
  client.start((ctx) => ctx.reply(`Chào ${ctx.from.first_name}: ${ctx.payload}`))
  poll(client)
  an.start(bot, 'QF7k2m-x_9')
  const answer = await tg.until(() => tg.sent(an).at(-1))
  expect(answer.text).toBe('Chào An: QF7k2m-x_9')
  await tg.until(() => bot.pending() === 0)
})

test('buttons are pressed and acknowledged', async () => {
  client.command('hop', (ctx) =>
    ctx.reply('Dự họp?', { reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'diemdanh co' }]] } }),
  )
  client.on('callback_query', async (ctx) => {
    await ctx.answerCbQuery('Đã ghi', { show_alert: true })
    await ctx.editMessageText('Đã ghi nhận')
  })
  poll(client)
  an.says(bot, '/hop')
  const question = await tg.until(() => tg.sent(an).at(-1))
  expect(question.buttons).toEqual([['Có']])
  const press = an.presses(question, 'Có')
  await tg.until(() => question.edits.length > 0)
  expect(press.answer).toEqual({ text: 'Đã ghi', alert: true })
  expect(question).toMatchObject({ text: 'Đã ghi nhận', buttons: [] })
  expect(question.edits).toEqual([{ text: 'Dự họp?', entities: [], buttons: [['Có']] }])
  expect(await refusalOf(client.telegram.answerCbQuery(press.id))).toMatchObject({
    code: 400,
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
})

test('webhook updates bear the secret, and an answer in the response is carried out', async () => {
  client.on('text', (ctx) => ctx.reply('Đã nhận'))
  const server = createServer((request, response) => void handle(request, response))
  const handle = client.webhookCallback('/webhooks/telegram', { secretToken: 'S-secret_1' })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tg.proxy('https://chibo.example', local)
  await client.telegram.setWebhook('https://chibo.example/webhooks/telegram', { secret_token: 'S-secret_1' })

  an.says(bot, 'Xin chào')
  expect((await tg.until(() => tg.sent(an).at(-1))).text).toBe('Đã nhận')
  expect(await client.telegram.getWebhookInfo()).toMatchObject({
    url: 'https://chibo.example/webhooks/telegram',
    pending_update_count: 0,
  })

  await client.telegram.setWebhook('https://chibo.example/webhooks/telegram', { secret_token: 'other' })
  an.says(bot, 'Lần nữa')
  await tg.until(() => tg.attempts.find(({ status }) => status === 403))
  expect((await client.telegram.getWebhookInfo()).last_error_message).toMatch(/^Wrong response from the webhook: 403/)
})

test('documents go up as bytes or by id and come down', async () => {
  an.start(bot)
  const bytes = Buffer.from('Dự thảo nghị quyết\r\n--\r\n')
  const up = await client.telegram.sendDocument(
    an.id,
    { source: bytes, filename: 'Dự thảo tháng 12.docx' },
    { caption: 'Góp ý trước thứ sáu' },
  )
  const [first] = tg.sent(an)
  expect(first?.files[0]).toMatchObject({
    name: 'Dự thảo tháng 12.docx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  await client.telegram.sendDocument(an.id, up.document.file_id)
  expect(tg.sent(an)[1]?.files[0]).toBe(first?.files[0])

  client.on('document', async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.document.file_id)
    const text = await (await fetch(link)).text()
    await ctx.reply(`${ctx.message.document.file_name}: ${text}`)
  })
  poll(client)
  an.sendsDocument(bot, { bytes: Buffer.from('góp ý'), name: 'gop-y.txt', mime: 'text/plain' })
  await tg.until(() => tg.sent(an).find(({ text }) => text === 'gop-y.txt: góp ý'))
})

test('an album is sent as one and arrives one by one', async () => {
  an.start(bot)
  const media = ['một', 'hai'].map((name) => ({
    type: 'document' as const,
    media: { source: Buffer.from(name), filename: `${name}.txt` },
  }))
  const sent = await client.telegram.sendMediaGroup(an.id, media)
  expect(new Set(sent.map(({ media_group_id }) => media_group_id)).size).toBe(1)
  const mixed = [media[0], { type: 'photo' as const, media: { source: Buffer.from('x') } }] as unknown as typeof media
  expect((await refusalOf(client.telegram.sendMediaGroup(an.id, mixed))).code).toBe(400)

  const captions: (string | undefined)[] = []
  client.on('document', (ctx) => void captions.push(ctx.message.caption))
  poll(client)
  an.sendsAlbum(bot, [{ bytes: Buffer.from('1') }, { bytes: Buffer.from('2') }], { caption: 'Hai bản' })
  await tg.until(() => bot.pending() === 0)
  expect(captions).toEqual(['Hai bản', undefined])
})

test('photos sent together share a name; a caption is changed, and taken away', async () => {
  an.start(bot)
  const heard: unknown[] = []
  client.on('photo', ({ message }) => void heard.push([message.media_group_id !== undefined, message.caption]))
  client.on('edited_message', ({ editedMessage }) => {
    heard.push(['edited', 'caption' in editedMessage ? editedMessage.caption : undefined])
  })
  poll(client)
  const [first] = an.sendsPhotoAlbum(bot, [Buffer.from('1'), Buffer.from('2')], { caption: 'Trang mội' })
  an.edits(first!, 'Trang một')
  an.edits(first!, '')
  await tg.until(() => bot.pending() === 0)
  expect(heard).toEqual([
    [true, 'Trang mội'],
    [true, undefined],
    ['edited', 'Trang một'],
    ['edited', undefined],
  ])

  const { telegram } = client
  const { message_id: id } = await telegram.sendPhoto(an.id, { source: Buffer.from('3') }, { caption: 'Ảnh' })
  await telegram.editMessageCaption(an.id, id, undefined, 'Ảnh khác')
  expect(tg.sent(an).at(-1)).toMatchObject({ text: 'Ảnh khác', files: [{ kind: 'photo' }] })
  expect((await refusalOf(telegram.editMessageCaption(an.id, id, undefined, 'Ảnh khác'))).description).toContain(
    'message is not modified',
  )
  const { message_id: plain } = await telegram.sendMessage(an.id, 'chữ')
  expect((await refusalOf(telegram.editMessageCaption(an.id, plain, undefined, 'x'))).description).toBe(
    'Bad Request: there is no caption in the message to edit',
  )
})

test('refusals read as Telegraf reports them', async () => {
  const { telegram } = client
  expect(await refusalOf(telegram.sendMessage(5001, 'a'))).toMatchObject({
    code: 400,
    description: 'Bad Request: chat not found',
  })
  an.start(bot)
  an.blocks(bot)
  expect(await refusalOf(telegram.sendMessage(5001, 'a'))).toMatchObject({
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  an.unblocks(bot)
  tg.fails({ method: 'sendMessage', chat: 5001, fault: { refuse: refusals.slowDown(7) } })
  expect(await refusalOf(telegram.sendMessage(5001, 'a'))).toMatchObject({
    code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect(await refusalOf(telegram.sendMessage(5001, 'a'.repeat(4097)))).toMatchObject({
    code: 400,
    description: 'Bad Request: message is too long',
  })
  await telegram.sendMessage(5001, 'a'.repeat(4096))
  expect(
    (await refusalOf(new Telegraf('7100200300:wrong', { telegram: { apiRoot: tg.url } }).telegram.getMe())).code,
  ).toBe(401)
  expect(tg.sent(an)).toHaveLength(1)
})

test('a migrated group refuses its old id and names the new one', async () => {
  group.add(bot, an)
  const old = group.id
  group.migrate(an)
  expect(await refusalOf(client.telegram.sendMessage(old, 'a'))).toMatchObject({
    code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: group.id },
  })
  await client.telegram.sendMessage(group.id, 'a')
  expect(tg.sent(group)).toHaveLength(1)
})

test('the second of two pollers ends the first', async () => {
  const first = poll(client)
  await tg.until(() => tg.calls.find(({ method }) => method === 'getUpdates'))
  const second = new Telegraf(token, { telegram: { apiRoot: tg.url } })
  poll(second)
  expect(await first.ended).toMatchObject({ code: 409 })
})

test('what is applied before the connection drops stays, and its repetition is found', async () => {
  an.start(bot)
  tg.fails({ method: 'sendMessage', fault: 'apply-then-drop' })
  await expect(client.telegram.sendMessage(5001, 'Giấy mời')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(tg.sent(an)).toHaveLength(1)
  expect(tg.calls.at(-1)).toMatchObject({ method: 'sendMessage', applied: true, status: null })
  expect(tg.repeated()).toEqual([])
  await client.telegram.sendMessage(5001, 'Giấy mời')
  expect(tg.repeated(an)).toEqual([tg.sent(an)[1]])
})

test('nothing is applied where the connection is reset or a front server breaks', async () => {
  an.start(bot)
  tg.fails({ method: 'sendMessage', fault: 'reset' })
  await expect(client.telegram.sendMessage(5001, 'a')).rejects.toThrow()
  const broken = tg.fails({ method: 'sendMessage', fault: { broken: 502 }, after: 1 })
  await client.telegram.sendMessage(5001, 'passes')
  await expect(client.telegram.sendMessage(5001, 'b')).rejects.toThrow()
  expect(broken.hits).toBe(1)
  expect(tg.sent(an).map(({ text }) => text)).toEqual(['passes'])
})

test('a call that hangs ends when released, and only then is known to be carried out or not', async () => {
  an.start(bot)
  const before = tg.fails({ method: 'sendMessage', fault: 'hang' })
  const lost = client.telegram.sendMessage(5001, 'never').catch(() => 'cut off')
  await tg.until(() => before.hits === 1)
  before.release()
  expect(await lost).toBe('cut off')
  const after = tg.fails({ method: 'sendMessage', fault: 'apply-then-hang' })
  const silent = client.telegram.sendMessage(5001, 'there').catch(() => 'cut off')
  await tg.until(() => tg.sent(an).length === 1)
  after.release()
  expect(await silent).toBe('cut off')
})

test('a slow answer comes after its time, and a fault strikes only its own chat', async () => {
  an.start(bot)
  const binh = tg.user({ id: 5002, first_name: 'Bình' })
  binh.start(bot)
  const fault = tg.fails({ chat: 5001, fault: { slow: 60 } })
  await client.telegram.sendMessage(5002, 'b')
  expect(fault.hits).toBe(0)
  await client.telegram.sendMessage(5001, 'a')
  const slow = tg.calls.at(-1)!
  expect(slow.ended! - slow.began).toBeGreaterThanOrEqual(59)
})

test('command menus are kept by scope and language', async () => {
  const { telegram } = client
  await telegram.setMyCommands([{ command: 'help', description: 'Help' }])
  await telegram.setMyCommands([{ command: 'lich', description: 'Lịch họp' }], {
    scope: { type: 'all_private_chats' },
    language_code: 'vi',
  })
  an.start(bot)
  expect(bot.menu(an.room(bot), an.state.user)).toEqual([{ command: 'lich', description: 'Lịch họp' }])
  expect(bot.menu(group.room, an.state.user)).toEqual([{ command: 'help', description: 'Help' }])
  expect((await refusalOf(telegram.setMyCommands([{ command: 'Lịch', description: 'x' }]))).description).toBe(
    'Bad Request: BOT_COMMAND_INVALID',
  )
  expect(await telegram.getMyCommands({ scope: { type: 'all_private_chats' }, language_code: 'vi' })).toHaveLength(1)
  await telegram.deleteMyCommands({ scope: { type: 'all_private_chats' }, language_code: 'vi' })
  expect(bot.menu(an.room(bot), an.state.user)).toEqual([{ command: 'help', description: 'Help' }])
})
