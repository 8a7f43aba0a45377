import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { TelegramBot } from './telegram/people/bot.js'
import type { TelegramGroup } from './telegram/people/group.js'
import type { TelegramPerson } from './telegram/people/person.js'
import { createRawClient } from './telegram/raw-client.js'
import { startTelegram } from './telegram/start-telegram.js'
import type { Telegram } from './telegram/start-telegram.js'

/** What a bot may send and fetch, and how it is refused. */

const token = '7100200300:AAemulated-token_0123456789'
let now = 1_795_503_600_000
let tick = 0
let tg: Telegram
let raw: ReturnType<typeof createRawClient>
let bot: TelegramBot
let an: TelegramPerson
let binh: TelegramPerson
let group: TelegramGroup

beforeEach(async () => {
  tg = await startTelegram({ now: () => now, monotonic: () => tick })
  raw = createRawClient(tg, token)
  bot = tg.bot(token, { username: 'hop_chi_bo_bot' })
  an = tg.user({ id: 5001, first_name: 'An' })
  binh = tg.user({ id: 5002, first_name: 'Bình' })
  group = tg.group({ title: 'Chi bộ 3', by: an })
  group.add(binh, an)
  group.add(bot, an)
})

afterEach(() => tg.stop())

test('files and voices come with ids of this bot, and links that grow old', async () => {
  an.start(bot)
  await raw.fetched()
  const bytes = Buffer.alloc(300, 'x')
  an.sendsPhoto(bot, bytes, { caption: 'mã' })
  an.sendsVoice(bot, bytes)
  an.sendsDocument(bot, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1), name: 'to.pdf' })
  const [photo, voice, large] = await raw.fetched()
  const fileId = photo?.message?.photo?.at(-1)?.file_id
  const { result: file } = await raw.ask<{ file_path: string }>('getFile', { file_id: fileId })
  const url = `${tg.url}/file/bot${token}/${file.file_path}`
  const body = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(createHash('sha256').update(body).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  tg.fails({ method: 'download', fault: { cutAfter: 100 } })
  await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow()
  now += 2 * 3_600_000
  expect((await fetch(url)).status).toBe(404)
  expect(voice?.message?.voice).toMatchObject({ mime_type: 'audio/ogg', file_size: 300 })
  expect(await raw.refusal('getFile', { file_id: large?.message?.document?.file_id })).toBe(
    'Bad Request: file is too big',
  )
  expect(await raw.refusal('sendDocument', { chat_id: an.id, document: fileId })).toBe(
    "Bad Request: can't use file of type Photo as Document",
  )
  const other = await fetch(
    `${tg.url}/bot${tg.bot('7100200999:other', { username: 'other_bot' }).token}/getFile?file_id=${fileId}`,
  )
  expect(await other.json()).toMatchObject({
    description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
  })
})

test.each([
  ['an empty text', { text: ' \n' }, 'Bad Request: message text is empty'],
  [
    '65 bytes of button data',
    { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'ạ'.repeat(22) }]] } },
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'a mark outside of the text',
    { text: 'abc', entities: [{ type: 'bold', offset: 1, length: 3 }] },
    'Bad Request: ENTITY_BOUNDS_INVALID',
  ],
  [
    'a mark through a character',
    { text: '👍', entities: [{ type: 'bold', offset: 0, length: 1 }] },
    'Bad Request: entity begins or ends in a middle of a UTF-16 symbol',
  ],
  [
    'an answer to nothing',
    { text: 'a', reply_parameters: { message_id: 1 } },
    'Bad Request: message to be replied not found',
  ],
  ['a chat nobody knows', { text: 'a', chat_id: 99 }, 'Bad Request: chat not found'],
  [
    'a person who never started it',
    { text: 'a', chat_id: 5002 },
    "Forbidden: bot can't initiate conversation with a user",
  ],
])('%s is refused', async (_, params, description) => {
  an.start(bot)
  expect(await raw.refusal('sendMessage', { chat_id: an.id, ...params })).toBe(description)
  expect(tg.sent()).toEqual([])
})

test('who is gone, and a group that is gone, get nothing', async () => {
  an.start(bot)
  an.deactivates()
  expect(await raw.refusal('sendMessage', { chat_id: an.id, text: 'a' })).toBe('Forbidden: user is deactivated')
  group.dissolve()
  expect(await raw.refusal('sendMessage', { chat_id: group.id, text: 'a' })).toBe(
    'Forbidden: the group chat was deleted',
  )
})

test('a chat shows itself, its actions and its members, until the bot leaves', async () => {
  group.rename('Chi bộ 4', an)
  group.leaves(binh)
  expect((await raw.ask('getChat', { chat_id: group.id })).result).toMatchObject({ type: 'group', title: 'Chi bộ 4' })
  const member = { chat_id: group.id, user_id: binh.id }
  expect((await raw.ask('getChatMember', member)).result).toMatchObject({ status: 'left', user: { id: binh.id } })
  expect((await raw.ask('sendChatAction', { chat_id: group.id, action: 'typing' })).ok).toBe(true)
  expect(await raw.refusal('sendChatAction', { chat_id: group.id, action: 'sing' })).toMatch(/wrong parameter action/)
  await raw.ask('leaveChat', { chat_id: group.id })
  expect((await raw.fetched()).at(-1)?.my_chat_member).toMatchObject({
    from: { id: bot.id },
    new_chat_member: { status: 'left' },
  })
  expect(await raw.refusal('sendMessage', { chat_id: group.id, text: 'a' })).toBe(
    'Forbidden: bot is not a member of the group chat',
  )
})

test('edits and deletions are checked', async () => {
  an.start(bot)
  const { result } = await raw.ask('sendMessage', { chat_id: an.id, text: 'a' })
  const target = { chat_id: an.id, message_id: result.message_id }
  expect(await raw.refusal('editMessageText', { ...target, text: 'a' })).toMatch(
    /^Bad Request: message is not modified: /,
  )
  await raw.ask('editMessageText', { ...target, text: 'b' })
  expect(await raw.refusal('editMessageText', { ...target, message_id: 1, text: 'b' })).toBe(
    'Bad Request: message to edit not found',
  )
  await raw.ask('deleteMessage', target)
  expect(tg.sent(an)[0]).toMatchObject({ text: 'b', deleted: true })
  expect(await raw.refusal('deleteMessage', target)).toBe('Bad Request: message to delete not found')
  const { result: late } = await raw.ask('sendMessage', { chat_id: an.id, text: 'c' })
  now += 49 * 3_600_000
  expect(await raw.refusal('deleteMessage', { ...target, message_id: late.message_id })).toBe(
    "Bad Request: message can't be deleted",
  )
})

test('captions, uploads and parameters in every kind of body', async () => {
  an.start(bot)
  const form = new FormData()
  form.set('chat_id', '5001')
  form.set('caption', 'c'.repeat(1025))
  form.set('document', new Blob(['bản in']), 'bản in.txt')
  const url = `${tg.url}/bot${token}/senddocument`
  expect(await (await fetch(url, { method: 'POST', body: form })).json()).toMatchObject({
    description: 'Bad Request: message caption is too long',
  })
  form.set('caption', 'Bản in')
  await fetch(url, { method: 'POST', body: form })
  await fetch(`${tg.url}/bot${token}/sendMessage?chat_id=5001&text=GET`)
  await fetch(`${tg.url}/bot${token}/sendMessage`, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: '5001', text: 'form' }),
  })
  expect(tg.sent(an).map(({ text, files }) => files[0]?.name ?? text)).toEqual(['bản in.txt', 'GET', 'form'])
  form.set('document', new Blob([Buffer.alloc(50 * 1024 * 1024 + 1)]), 'to.bin')
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(413)
  expect((await fetch(`${tg.url}/bot${token}/noSuchThing`)).status).toBe(404)
})

test('the published limits answer 429 with the time to wait, and hold until it is over', async () => {
  an.start(bot)
  tg.limit(true)
  const toAn = { chat_id: an.id, text: 'a' }
  const toGroup = { chat_id: group.id, text: 'a' }
  await raw.ask('sendMessage', toAn)
  expect(await raw.ask('sendMessage', toAn)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
  tick += 1000
  expect((await raw.ask('sendMessage', toAn)).ok).toBe(true)
  for (let n = 0; n < 20; n++) {
    tick += 1000
    expect((await raw.ask('sendMessage', toGroup)).ok).toBe(true)
  }
  tick += 1000
  expect(await raw.ask('sendMessage', toGroup)).toMatchObject({ error_code: 429, parameters: { retry_after: 37 } })
  tick += 37_000
  expect((await raw.ask('sendMessage', toGroup)).ok).toBe(true)

  tick += 1000
  const people = Array.from({ length: 31 }, (_, n) => tg.user({ id: 6000 + n, first_name: `Người ${n}` }))
  const statuses: (number | undefined)[] = []
  for (const person of people) {
    person.start(bot)
    statuses.push((await raw.ask('sendMessage', { chat_id: person.id, text: 'a' })).error_code)
  }
  expect(statuses).toEqual([...Array<undefined>(30).fill(undefined), 429])
  expect(tg.calls.filter(({ status }) => status === 429)).toHaveLength(3)
  tg.limit(false)
  expect((await raw.ask('sendMessage', toAn)).ok).toBe(true)
})
