import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Update } from 'grammy/types'
import * as groupFixtures from './telegram/fixtures/group.js'
import * as privateFixtures from './telegram/fixtures/private.js'
import type { TelegramBot } from './telegram/people/bot.js'
import type { TelegramPerson } from './telegram/people/person.js'
import { createRawClient } from './telegram/raw-client.js'
import { startTelegram } from './telegram/start-telegram.js'
import type { Telegram } from './telegram/start-telegram.js'

/** How updates are numbered, kept, confirmed and brought: what no client library shows. */

const token = '7100200300:AAemulated-token_0123456789'
const hour = 3_600_000
let now = 1_795_503_600_000
let tg: Telegram
let raw: ReturnType<typeof createRawClient>
let bot: TelegramBot
let an: TelegramPerson
const ends: (() => unknown)[] = []

beforeEach(async () => {
  tg = await startTelegram({ now: () => now, retryFactor: 0.02 })
  raw = createRawClient(tg, token)
  bot = tg.bot(token, { username: 'hop_chi_bo_bot' })
  an = tg.user({ id: 5001, first_name: 'An' })
})

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await tg.stop()
})

const textsOf = (list: Update[]): (string | undefined)[] => list.map(({ message }) => message?.text)

test('updates are numbered without gaps and stay until a higher offset confirms them', async () => {
  for (const text of ['a', 'b', 'c']) an.says(bot, text)
  const first = await raw.updates({ limit: 2 })
  expect(textsOf(first)).toEqual(['a', 'b'])
  expect(first[1]!.update_id - first[0]!.update_id).toBe(1)
  expect(textsOf(await raw.updates())).toEqual(['a', 'b', 'c'])
  expect(textsOf(await raw.updates({ offset: first[1]!.update_id + 1 }))).toEqual(['c'])
  expect(textsOf(await raw.updates())).toEqual(['c'])
})

test('a negative offset forgets all but the last ones', async () => {
  for (const text of ['a', 'b', 'c']) an.says(bot, text)
  expect(textsOf(await raw.updates({ offset: -1 }))).toEqual(['c'])
  expect(bot.pending()).toBe(1)
})

test('an offset of another numbering confirms nothing', async () => {
  an.says(bot, 'a')
  const [{ update_id } = { update_id: 0 }] = await raw.updates()
  expect(textsOf(await raw.updates({ offset: update_id + 1_000 }))).toEqual(['a'])
})

test('after a week of silence the numbering starts somewhere else', async () => {
  an.says(bot, 'a')
  const before = (await raw.updates())[0]!.update_id
  now += 8 * 24 * hour
  an.says(bot, 'b')
  const [after] = await raw.updates({ offset: before + 1 })
  expect(after?.message?.text).toBe('b')
  expect(after?.update_id).not.toBe(before + 1)
})

test('updates are kept for a day, presses for two and a half minutes', async () => {
  an.start(bot)
  await raw.ask('sendMessage', {
    chat_id: 5001,
    text: '?',
    reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'c' }]] },
  })
  an.presses(tg.sent(an)[0]!, 'Có')
  expect(bot.pending()).toBe(2)
  now += 151_000
  expect(bot.pending()).toBe(1)
  now += 24 * hour
  expect(bot.pending()).toBe(0)
})

test('a long poll answers when something comes, and a second one ends it', async () => {
  const first = raw.ask<Update[]>('getUpdates', { timeout: 50 })
  await tg.until(() => bot.isPolled())
  const second = raw.ask<Update[]>('getUpdates', { timeout: 50 })
  expect(await first).toMatchObject({ ok: false, error_code: 409 })
  an.says(bot, 'a')
  expect(textsOf((await second).result)).toEqual(['a'])
  expect(await raw.updates({ offset: 1, timeout: 0 })).toHaveLength(1)
})

test('what a lost answer bore comes again, and a caller who hangs up waits no longer', async () => {
  an.says(bot, 'a')
  tg.fails({ method: 'getUpdates', fault: 'apply-then-drop' })
  await expect(raw.updates()).rejects.toThrow()
  const [again] = await raw.updates()
  expect(again?.message?.text).toBe('a')
  const caller = new AbortController()
  const url = `${tg.url}/bot${token}/getUpdates?timeout=50&offset=${again!.update_id + 1}`
  const waiting = fetch(url, { signal: caller.signal }).catch(() => 'hung up')
  await tg.until(() => bot.isPolled())
  caller.abort()
  expect(await waiting).toBe('hung up')
  await tg.until(() => !bot.isPolled())
})

test('only wanted kinds are kept, by the setting of the moment they happen', async () => {
  await raw.updates({ allowed_updates: ['callback_query'] })
  an.says(bot, 'unwanted')
  await raw.updates({ allowed_updates: [] })
  an.says(bot, 'wanted')
  expect(textsOf(await raw.updates())).toEqual(['wanted'])
})

test('polling is refused while a webhook is set', async () => {
  const waiting = raw.ask<Update[]>('getUpdates', { timeout: 50 })
  await tg.until(() => bot.isPolled())
  await raw.ask('setWebhook', { url: 'http://127.0.0.1:1/' })
  expect(await waiting).toMatchObject({ error_code: 409, description: 'Conflict: terminated by setWebhook request' })
  expect((await raw.ask('getUpdates')).description).toMatch(
    /^Conflict: can't use getUpdates method while webhook is active/,
  )
  await raw.ask('deleteWebhook', { drop_pending_updates: true })
  expect(await raw.updates()).toEqual([])
})

test('a webhook must be HTTPS on a known port, and its secret of known letters', async () => {
  expect((await raw.ask('setWebhook', { url: 'http://chibo.example/' })).description).toMatch(
    /An HTTPS URL must be provided/,
  )
  expect((await raw.ask('setWebhook', { url: 'https://chibo.example:3000/' })).description).toMatch(
    /only on ports 80, 88, 443 or 8443/,
  )
  expect((await raw.ask('setWebhook', { url: 'https://chibo.example/', secret_token: 'a b' })).error_code).toBe(400)
})

/** A receiver that answers as told, in the order of arrival. */
async function receiver(
  answer: (update: Update, headers: Record<string, unknown>) => Promise<[number, object?]> | [number, object?],
) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Update
      void Promise.resolve(answer(update, request.headers)).then(([status, headers]) =>
        response.writeHead(status, { ...headers }).end(),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

test('a webhook gets the chats side by side and each chat in order', async () => {
  const binh = tg.user({ id: 5002, first_name: 'Bình' })
  const got: string[] = []
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const url = await receiver(async ({ message }) => {
    got.push(message?.text ?? '')
    if (message?.text === 'a1') await held
    return [200]
  })
  await raw.ask('setWebhook', { url, secret_token: 'S-1' })
  for (const text of ['a1', 'a2']) an.says(bot, text)
  binh.says(bot, 'b1')
  await tg.until(() => tg.attempts.some(({ lane, status }) => lane === 'chat:5002' && status === 200))
  expect(got.sort()).toEqual(['a1', 'b1'])
  letGo()
  await tg.until(() => bot.pending() === 0)
  expect(got.at(-1)).toBe('a2')
})

test('messages go by chat and presses by person, so that they may overtake each other', async () => {
  an.start(bot)
  await raw.ask('sendMessage', {
    chat_id: 5001,
    text: '?',
    reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'c' }]] },
  })
  await raw.updates({ offset: -1 })
  const kinds: string[] = []
  const url = await receiver(async (update) => {
    kinds.push(update.callback_query ? 'press' : 'message')
    if (update.message) await tg.until(() => kinds.includes('press'))
    return [200]
  })
  await raw.ask('setWebhook', { url, drop_pending_updates: true })
  an.says(bot, 'first')
  an.presses(tg.sent(an)[0]!, 'Có')
  await tg.until(() => bot.pending() === 0)
  expect(kinds).toEqual(['message', 'press'])
})

test('a failed delivery is repeated at once, then after 2 s and 4 s, with the same number', async () => {
  let left = 3
  const secrets: unknown[] = []
  const url = await receiver((_, headers) => {
    secrets.push(headers['x-telegram-bot-api-secret-token'])
    return [left-- > 0 ? 500 : 200]
  })
  await raw.ask('setWebhook', { url, secret_token: 'S-1' })
  an.says(bot, 'a')
  await tg.until(() => bot.pending() === 0)
  expect(new Set(tg.attempts.map(({ update }) => update)).size).toBe(1)
  expect(tg.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 200])
  const gaps = tg.attempts.slice(1).map(({ began }, index) => began - (tg.attempts[index]?.ended ?? 0))
  expect(gaps[1]).toBeGreaterThanOrEqual(2000 * 0.02)
  expect(gaps[2]).toBeGreaterThanOrEqual(4000 * 0.02)
  expect(new Set(secrets)).toEqual(new Set(['S-1']))
})

test('what follows a failed delivery in its chat waits for it', async () => {
  let left = 2
  const got: string[] = []
  const url = await receiver(({ message }) => {
    got.push(message?.text ?? '')
    return [left-- > 0 ? 500 : 200]
  })
  await raw.ask('setWebhook', { url })
  for (const text of ['a1', 'a2']) an.says(bot, text)
  await tg.until(() => bot.pending() === 0)
  expect(got).toEqual(['a1', 'a1', 'a1', 'a2'])
})

test('a receiver that names a time is left alone for it', async () => {
  let isFirst = true
  const url = await receiver(() => {
    const status = isFirst ? 503 : 200
    isFirst = false
    return [status, { 'retry-after': '5' }]
  })
  await raw.ask('setWebhook', { url })
  an.says(bot, 'a')
  await tg.until(() => bot.pending() === 0)
  expect(tg.attempts[1]!.began - (tg.attempts[0]!.ended ?? 0)).toBeGreaterThanOrEqual(5000 * 0.02)
})

test('a webhook that says 410 for a day is removed', async () => {
  const url = await receiver(() => [410])
  await raw.ask('setWebhook', { url })
  an.says(bot, 'a')
  await tg.until(() => tg.attempts.some(({ status }) => status === 410))
  now += 23.5 * hour
  await tg.until(() => bot.state.webhook === null)
})

test('fixtures of every kind arrive as they are written', async () => {
  const { textMessage, commandMessage, replyWithQuote, albumOfDocuments, voiceMessage, forwardedMessage } =
    privateFixtures
  const { commandToBot, forumTopicMessage, anonymousAdminMessage, migrateTo, migrateFrom } = groupFixtures
  const messages = [textMessage, commandMessage, replyWithQuote, ...albumOfDocuments, voiceMessage, forwardedMessage]
  const inGroups = [commandToBot, forumTopicMessage, anonymousAdminMessage, migrateTo, migrateFrom]
  const { callbackOnInaccessible, callbackOnMessage, blockedByUser, editedMessage } = privateFixtures
  const { addedToGroup, kickedFromSupergroup, channelPost } = groupFixtures
  const given = [
    ...[...messages, ...inGroups].map((message) => ({ message })),
    { edited_message: editedMessage },
    { callback_query: callbackOnInaccessible },
    { callback_query: callbackOnMessage },
    ...[blockedByUser, addedToGroup, kickedFromSupergroup].map((my_chat_member) => ({ my_chat_member })),
    { channel_post: channelPost },
  ]
  for (const update of given)
    for (const [kind, payload] of Object.entries(update)) bot.receives(kind as 'message', payload)
  const got = await raw.updates()
  expect(got).toEqual(given.map((update) => ({ update_id: expect.any(Number), ...update })))
  for (const { message } of got)
    for (const { offset, length, type } of message?.entities ?? [])
      if (type === 'bot_command') expect(message?.text?.slice(offset, offset + length)).toMatch(/^\/\w+(@\w+)?$/)
})
