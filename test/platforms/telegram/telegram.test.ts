import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Address, Attachment, FileRef, Part, Sent, Update } from '../../../src/chat.js'
import { Moved, OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../../src/errors.js'
import { createTelegram, type Telegram, type TelegramOptions } from '../../../src/platforms/telegram.js'
import { configText } from '../../support/config-text.js'
import { canary, me, startApi, token, type ApiCall } from './scripted-api.js'
import { group, message, update } from './updates.js'

type Answer = Awaited<ReturnType<Parameters<typeof startApi>[0]>>

const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

/** A platform at a server that answers as `answers` say; what is not named there succeeds. */
async function at(
  answers: Record<string, (call: ApiCall, times: number) => Answer> = {},
  more: Partial<TelegramOptions> = {},
) {
  let last = 100
  const defaults: Record<string, () => Answer> = {
    getMe: () => ({ result: me }),
    getUpdates: () => ({ result: [] }),
    sendMessage: () => ({ result: { message_id: ++last } }),
    sendDocument: () => ({ result: { message_id: ++last, document: { file_id: `up-${last}` } } }),
    sendPhoto: () => ({ result: { message_id: ++last } }),
    sendVoice: () => ({ result: { message_id: ++last } }),
  }
  const api = await startApi((call) => {
    const times = api.of(call.method).length
    return answers[call.method]?.(call, times) ?? defaults[call.method]?.() ?? { result: true }
  })
  open.push(api)
  const lines: string[] = []
  const telegram = createTelegram({
    token,
    apiRoot: api.url,
    updates: { mode: 'polling' },
    menus: [],
    read: bytes,
    now: () => 1_795_489_205_000,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    ...more,
  })
  return { api, telegram, lines, last: () => api.calls.at(-1)! }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a store reads asynchronously
async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Dự thảo ')
  yield Buffer.from('nghị quyết')
}

const here: Address = { channel: 'telegram', id: '-1001234567890' }
const send = (telegram: Telegram, part: Part, replaces?: Sent, to = here): Promise<Sent> =>
  telegram.send('e1:0:m01:0', part, to, AbortSignal.timeout(20_000), replaces)
const failed = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work.then(() => new Error('nothing failed'))
  } catch (error) {
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(canary)
    return error
  }
}
const refuses =
  (description: string, error = 400, parameters?: object) =>
  () => ({
    error,
    description: `Bad Request: ${description}`,
    ...(parameters && { parameters }),
  })

describe('start', () => {
  test('says who the bot is, and removes a webhook without losing what waits', async () => {
    const { api, telegram } = await at()
    expect(await telegram.start()).toEqual({ id: '4242', name: 'ChiBoBot' })
    expect(api.of('deleteWebhook').map(({ payload }) => payload)).toEqual([{ drop_pending_updates: false }])
    expect(api.of('setWebhook')).toEqual([])
    expect(telegram.webhook).toBeNull()
  })

  test('sets the webhook with the secret, for the kinds we read', async () => {
    const updates = { mode: 'webhook' as const, publicUrl: 'https://chibot.example.vn/bot/', secret: 'S3cret' }
    const { api, telegram } = await at({}, { updates })
    await telegram.start()
    expect(api.of('setWebhook').map(({ payload }) => payload)).toEqual([
      {
        url: 'https://chibot.example.vn/bot/webhooks/telegram',
        secret_token: 'S3cret',
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
        max_connections: 20,
      },
    ])
    expect(telegram.webhook).not.toBeNull()
  })

  test('again, it only asks whether Telegram answers', async () => {
    const { api, telegram } = await at()
    await telegram.start()
    await telegram.start()
    expect(api.calls.map(({ method }) => method)).toEqual(['getMe', 'deleteWebhook', 'getMe'])
  })

  test('sets a menu for each scope and language', async () => {
    const commands = [{ name: 'lichhop', description: 'Lịch họp' }]
    const menus = [
      { scope: 'private' as const, lang: null, commands },
      { scope: 'group' as const, lang: 'vi', commands },
      { scope: 'private' as const, lang: 'en', commands: [...commands, { name: 'lịch', description: 'x' }] },
    ]
    const { api, telegram, lines } = await at({}, { menus })
    await telegram.start()
    const list = [{ command: 'lichhop', description: 'Lịch họp' }]
    const set = api.of('setMyCommands').map(({ payload }) => payload)
    expect(set).toHaveLength(3)
    expect(set).toContainEqual({ commands: list, scope: { type: 'all_private_chats' } })
    expect(set).toContainEqual({ commands: list, scope: { type: 'all_group_chats' }, language_code: 'vi' })
    expect(set).toContainEqual({ commands: list, scope: { type: 'all_private_chats' }, language_code: 'en' })
    expect(lines.join('')).toContain('names that Telegram does not take')
  })

  test('goes on without a menu', async () => {
    const menus = [{ scope: 'private' as const, lang: null, commands: [{ name: 'x', description: 'x' }] }]
    const { telegram, lines } = await at({ setMyCommands: refuses('BOT_COMMAND_INVALID') }, { menus })
    expect(await telegram.start()).toMatchObject({ id: '4242' })
    expect(lines.join('')).toContain('the menu of commands was not set')
  })

  test.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('a token Telegram does not know (%d): what to do', async (code, description) => {
    const { telegram } = await at({ getMe: () => ({ error: code, description }) })
    const error = await failed(telegram.start())
    expect(configText(error)).toMatch(/^TELEGRAM_BOT_TOKEN: .*\n→ .*@BotFather/u)
  })

  test('an address Telegram does not take: what to do', async () => {
    const updates = { mode: 'webhook' as const, publicUrl: 'http://localhost:3000', secret: 'S3cret' }
    const { telegram } = await at({ setWebhook: refuses('bad webhook: An HTTPS URL must be provided') }, { updates })
    const error = await failed(telegram.start())
    expect(configText(error)).toMatch(/^PUBLIC_URL: .*HTTPS URL must be provided\)\.\n→ Set an address with https/u)
  })

  test('waits where Telegram asks for a moment', async () => {
    const slow = (_call: ApiCall, times: number): Answer =>
      times > 1 ? { result: true } : { error: 429, description: 'x', parameters: { retry_after: 0.05 } }
    const { telegram } = await at({ deleteWebhook: slow })
    expect(await telegram.start()).toMatchObject({ id: '4242' })
  })

  test('while Telegram is away it is to be tried later', async () => {
    const { telegram, api } = await at()
    await api.stop()
    open.pop()
    expect(await failed(telegram.start())).toBeInstanceOf(RetryLater)
    const { telegram: second } = await at({ getMe: refuses('x', 502) })
    expect(await failed(second.start())).toBeInstanceOf(RetryLater)
  })

  test('says what @BotFather should change', async () => {
    const { telegram, lines } = await at({
      getMe: () => ({ result: { ...me, can_join_groups: false, can_read_all_group_messages: true } }),
    })
    await telegram.start()
    expect(lines.join('')).toMatch(/\/setjoingroups[\s\S]*\/setprivacy/u)
  })
})

describe('a message', () => {
  test('goes with its title bold, its buttons, and without a preview of links', async () => {
    const { telegram, last } = await at()
    const choices = [{ label: 'Dự họp', does: 'duhop 2026-12 co' }]
    expect(await send(telegram, { title: 'Họp', text: 'https://x.vn *mai*', choices })).toEqual({ messageId: '101' })
    expect(last().payload).toEqual({
      chat_id: -1001234567890,
      text: 'Họp\nhttps://x.vn *mai*',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: 'Dự họp', callback_data: 'duhop 2026-12 co' }]] },
    })
  })

  test.each([
    ['blocked', refuses('x', 403), Undeliverable],
    ['moved', refuses('x', 400, { migrate_to_chat_id: -1009 }), Moved],
    ['too many', refuses('x', 429, { retry_after: 3 }), RetryLater],
    ['a crash there', refuses('x', 500), OutcomeUnknown],
    ['an answer that names no message', () => ({ result: true }), OutcomeUnknown],
    [
      'an answer that is none',
      () => (_: unknown, response: { end(text: string): void }) => response.end('x'),
      OutcomeUnknown,
    ],
  ] as [string, () => Answer, new (...given: never[]) => Error][])(
    '%s: said in the port’s words',
    async (_, answer, kind) => {
      const { telegram, api } = await at({ sendMessage: answer })
      expect(await failed(send(telegram, { text: 'x' }))).toBeInstanceOf(kind)
      expect(api.of('sendMessage')).toHaveLength(1)
    },
  )

  test('an address that is no number is nobody’s, and Telegram is not asked', async () => {
    const { telegram, api } = await at()
    for (const id of ['@durov', '', 'm01', '1e5', '9'.repeat(20)]) {
      expect(await failed(send(telegram, { text: 'x' }, undefined, { channel: 'telegram', id }))).toEqual(
        new Undeliverable('gone'),
      )
    }
    expect(api.calls).toEqual([])
  })

  test('no text and no token comes into the log', async () => {
    const { telegram, lines } = await at({ sendMessage: refuses('chat not found') })
    await failed(send(telegram, { text: 'một điều kín' }))
    expect(lines.join('')).toContain('chat not found')
    expect(lines.join('')).not.toMatch(new RegExp(`điều kín|${canary}`, 'u'))
  })
})

describe('an edit', () => {
  test('changes words and buttons', async () => {
    const { telegram, last } = await at()
    expect(await send(telegram, { text: 'mới' }, { messageId: '55' })).toEqual({ messageId: '55' })
    expect(last()).toMatchObject({
      method: 'editMessageText',
      payload: { chat_id: -1001234567890, message_id: 55, text: 'mới' },
    })
    expect(last().payload).not.toHaveProperty('reply_markup')
  })

  test('of a message with a file changes what stands below it', async () => {
    const { telegram, last } = await at()
    await send(telegram, { title: 'Dự thảo', text: 'bản 2', attachment: fileOf() }, { messageId: '55' })
    expect(last()).toMatchObject({ method: 'editMessageCaption', payload: { caption: 'Dự thảo\nbản 2' } })
  })

  test('that changes nothing has succeeded', async () => {
    const unchanged = refuses('message is not modified: specified new message content is the same')
    const { telegram } = await at({ editMessageText: unchanged })
    expect(await send(telegram, { text: 'x' }, { messageId: '55' })).toEqual({ messageId: '55' })
  })

  test.each(['message to edit not found', "message can't be edited", 'there is no text in the message to edit'])(
    'of what cannot be edited (%s) is refused',
    async (words) => {
      const { telegram } = await at({ editMessageText: refuses(words) })
      expect(await failed(send(telegram, { text: 'x' }, { messageId: '55' }))).toEqual(new Undeliverable('refused'))
    },
  )

  test('in doubt is made again: twice is once', async () => {
    const { telegram } = await at({ editMessageText: refuses('x', 502) })
    expect(await failed(send(telegram, { text: 'x' }, { messageId: '55' }))).toBeInstanceOf(RetryLater)
  })
})

const fileOf = (known: FileRef | null = null, rest: Partial<Attachment> = {}): Attachment => ({
  name: 'Dự thảo "2"; mới.docx',
  mime: 'application/msword',
  size: 22,
  link: null,
  known,
  sha256: 'a'.repeat(64),
  ...rest,
})
const ref = (kind: FileRef['kind'], channel: FileRef['channel'] = 'telegram'): FileRef => ({
  channel,
  id: `${kind}-id`,
  kind,
  name: null,
  mime: null,
  size: 22,
})

describe('a file', () => {
  const caption = { title: 'Dự thảo', text: 'góp ý trước 5/12' }

  test('goes up as a document, with its name and its words', async () => {
    const { telegram, last } = await at()
    await send(telegram, { ...caption, choices: [{ label: 'Xem', does: 'x' }], attachment: fileOf() })
    const { method, payload, form } = last()
    expect(method).toBe('sendDocument')
    expect(payload).toMatchObject({ chat_id: '-1001234567890', caption: 'Dự thảo\ngóp ý trước 5/12' })
    expect(JSON.parse(payload['caption_entities'] as string)).toEqual([{ type: 'bold', offset: 0, length: 7 }])
    expect(JSON.parse(payload['reply_markup'] as string)).toEqual({
      inline_keyboard: [[{ text: 'Xem', callback_data: 'x' }]],
    })
    const text = form!.toString()
    expect(text).toContain('filename="Dự thảo _2_; mới.docx"\r\n')
    expect(text).toContain('\r\n\r\nDự thảo nghị quyết\r\n--')
  })

  test('of our own that is a picture is shown, not offered for download', async () => {
    const { telegram, last } = await at()
    await send(telegram, { ...caption, attachment: fileOf(null, { name: 'moi.png', mime: 'image/png' }) })
    expect(last()).toMatchObject({ method: 'sendPhoto', payload: { caption: 'Dự thảo\ngóp ý trước 5/12' } })
  })

  test.each([
    ['document', 'sendDocument', 'document'],
    ['photo', 'sendPhoto', 'photo'],
    ['voice', 'sendVoice', 'voice'],
  ] as const)('that Telegram has (%s) is sent on by its id', async (kind, method, field) => {
    const { telegram, api, last } = await at()
    await send(telegram, { ...caption, attachment: fileOf(ref(kind), { size: 90_000_000 }) })
    expect(last()).toMatchObject({ method, payload: { [field]: `${kind}-id`, caption: 'Dự thảo\ngóp ý trước 5/12' } })
    expect(api.calls).toHaveLength(1)
  })

  test('that came by another channel goes up', async () => {
    const { telegram, last } = await at()
    await send(telegram, { ...caption, attachment: fileOf(ref('document', 'zalo-oa')) })
    expect(last().form).not.toBeNull()
  })

  test('whose id is worth nothing any more goes up, once', async () => {
    const wrong = refuses('wrong file_id or the file is temporarily unavailable')
    const { telegram, api } = await at({
      sendDocument: (call, times) =>
        call.form ? { result: { message_id: 7 + times, document: { file_id: 'new' } } } : wrong(),
    })
    expect(await send(telegram, { ...caption, attachment: fileOf(ref('document')) })).toEqual({ messageId: '9' })
    expect(api.calls.map(({ form }) => form !== null)).toEqual([false, true])
  })

  test('by its id, with the answer lost, does not go up: it may have arrived', async () => {
    const { telegram, api } = await at({ sendDocument: refuses('x', 502) })
    const failure = await failed(send(telegram, { ...caption, attachment: fileOf(ref('document')) }))
    expect(failure).toBeInstanceOf(OutcomeUnknown)
    expect(api.calls).toHaveLength(1)
  })

  test('for many goes up once', async () => {
    const { telegram, api } = await at()
    for (const id of ['1', '2', '3']) {
      await send(telegram, { ...caption, attachment: fileOf() }, undefined, { channel: 'telegram', id })
    }
    expect(api.calls.map(({ form }) => form !== null)).toEqual([true, false, false])
    expect(api.calls.map(({ payload }) => payload['document']).slice(1)).toEqual(['up-101', 'up-101'])
  })

  test('larger than a bot may send is refused without a call', async () => {
    const { telegram, api } = await at()
    const attachment = fileOf(null, { size: 50 * 1024 * 1024 + 1 })
    expect(await failed(send(telegram, { ...caption, attachment }))).toEqual(new Undeliverable('too-long'))
    expect(api.calls).toEqual([])
  })

  test.each([
    ['our store is away', new StoreUnavailable(), RetryLater],
    ['its bytes are lost', new Error('no such file'), Undeliverable],
  ] as [string, Error, new (...given: never[]) => Error][])(
    'half sent when %s has not arrived',
    async (_, cause, kind) => {
      // eslint-disable-next-line @typescript-eslint/require-await -- a store reads asynchronously
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.alloc(300_000)
        throw cause
      }
      const { telegram, api } = await at({}, { read: broken })
      expect(await failed(send(telegram, { ...caption, attachment: fileOf() }))).toBeInstanceOf(kind)
      expect(api.calls).toEqual([])
    },
  )

  test('is read no faster than Telegram takes it', async () => {
    const chunks = 20 * 16
    let read = 0
    // eslint-disable-next-line @typescript-eslint/require-await -- a store reads asynchronously
    async function* large(): AsyncGenerator<Uint8Array> {
      while (read < chunks) {
        read++
        yield Buffer.alloc(65_536, read)
      }
    }
    let early = 0
    let taken = 0
    const server = createServer((request, response) => {
      setTimeout(() => {
        early = read
        request.on('data', (chunk: Buffer) => (taken += chunk.length))
        request.on('end', () => response.end(JSON.stringify({ ok: true, result: { message_id: 3 } })))
      }, 200)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { telegram } = await at({}, { read: large, apiRoot })
    await send(telegram, { ...caption, attachment: fileOf(null, { size: chunks * 65_536 }) })
    server.closeAllConnections()
    server.close()
    expect(taken).toBeGreaterThan(chunks * 65_536)
    expect(early).toBeGreaterThan(0)
    expect(early).toBeLessThan(chunks / 2)
  })
})

describe('a topic of a group', () => {
  const spoken = (thread: object, text = '/lichhop') =>
    update({ ...message({ text, ...thread }, group), update_id: Math.floor(Math.random() * 1e9) })
  const inTopic = { is_topic_message: true, message_thread_id: 9 }

  /** Says these, then sends one message to the group. */
  async function after(received: object[], answers: Parameters<typeof at>[0] = {}) {
    const stop = new AbortController()
    const given = await at({
      getUpdates: (_call, times) => {
        if (times > 1) stop.abort()
        return { result: times > 1 ? [] : received }
      },
      ...answers,
    })
    await given.telegram.start()
    const heard: Update[] = []
    await given.telegram.listen((one) => Promise.resolve(void heard.push(one)), stop.signal)
    await send(given.telegram, { text: 'x' })
    return { ...given, heard }
  }

  test('is answered in it, and is no chat of its own', async () => {
    const { last, heard } = await after([spoken(inTopic)])
    expect(last().payload['message_thread_id']).toBe(9)
    expect(heard.map(({ chat }) => chat)).toEqual([here])
  })

  test('outside of topics nothing is said into one', async () => {
    const { last } = await after([spoken(inTopic), spoken({})])
    expect(last().payload).not.toHaveProperty('message_thread_id')
  })

  test('talk among others does not draw us there', async () => {
    const { last } = await after([spoken({}), spoken(inTopic, 'mai đi chợ')])
    expect(last().payload).not.toHaveProperty('message_thread_id')
  })

  test.each(['message thread not found', 'TOPIC_CLOSED'])(
    'that is gone (%s): the group is told outside of it',
    async (words) => {
      const closed = refuses(words)
      const { api, telegram } = await after([spoken(inTopic)], {
        sendMessage: ({ payload }) => ('message_thread_id' in payload ? closed() : { result: { message_id: 3 } }),
      })
      expect(api.of('sendMessage')).toHaveLength(2)
      await send(telegram, { text: 'y' })
      expect(api.of('sendMessage')).toHaveLength(3)
    },
  )
})

describe('what is heard', () => {
  test('nothing before the start', async () => {
    const { telegram } = await at()
    await expect(telegram.listen(() => Promise.resolve(), AbortSignal.abort())).rejects.toThrow('not been started')
  })

  test('polling asks for the kinds we read', async () => {
    const stop = new AbortController()
    const { telegram, api } = await at({
      getUpdates: () => {
        stop.abort()
        return { result: [] }
      },
    })
    await telegram.start()
    await telegram.listen(() => Promise.resolve(), stop.signal)
    expect(api.of('getUpdates')[0]!.payload).toEqual({
      limit: 100,
      timeout: 50,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
  })
})

describe('the bytes of a file somebody sent', () => {
  const given: FileRef = { ...ref('document'), size: null }
  const found = () => ({ result: { file_id: 'x', file_path: 'documents/file 1.docx' } })
  const path = 'file:documents/file%201.docx'
  const hashOf = async (telegram: Telegram, file = given): Promise<string> => {
    const hash = createHash('sha256')
    for await (const chunk of telegram.open(file, AbortSignal.timeout(20_000))) hash.update(chunk)
    return hash.digest('hex')
  }
  const raw =
    (status: number, body: Buffer | string) =>
    () =>
    (_: unknown, response: { writeHead(s: number): { end(b: unknown): void } }) =>
      void response.writeHead(status).end(body)

  test('come as they are', async () => {
    const body = Buffer.from('Ý kiến của tôi'.repeat(50_000))
    const { telegram } = await at({ getFile: found, [path]: raw(200, body) })
    expect(await hashOf(telegram)).toBe(createHash('sha256').update(body).digest('hex'))
  })

  test.each([
    [
      'Telegram has it no more',
      refuses('wrong file_id or the file is temporarily unavailable'),
      new Undeliverable('gone'),
    ],
    ['it is too big', refuses('file is too big'), new Undeliverable('too-long')],
    ['too much was asked for', refuses('x', 429, { retry_after: 2 }), new RetryLater(3000, true)],
    ['Telegram is away', refuses('x', 502), new RetryLater(5000)],
  ] as [string, () => Answer, Error][])('do not, when %s', async (_, answer, expected) => {
    const { telegram } = await at({ getFile: answer })
    expect(await failed(hashOf(telegram))).toEqual(expected)
  })

  test('are not asked for when they are too many', async () => {
    const { telegram, api } = await at()
    expect(await failed(hashOf(telegram, { ...given, size: 20 * 1024 * 1024 + 1 }))).toEqual(
      new Undeliverable('too-long'),
    )
    expect(api.calls).toEqual([])
  })

  test('end where they become too many, whatever was said', async () => {
    const body = Buffer.alloc(20 * 1024 * 1024 + 1)
    const { telegram } = await at({ getFile: found, [path]: raw(200, body) })
    expect(await failed(hashOf(telegram, { ...given, size: 10 }))).toEqual(new Undeliverable('too-long'))
    const { telegram: other } = await at({ getFile: found, [path]: raw(200, body.subarray(1)) })
    expect(await hashOf(other)).toHaveLength(64)
  })

  test.each([
    [404, new Undeliverable('gone')],
    [302, new RetryLater(5000)],
    [500, new RetryLater(5000)],
  ])('an answer %d in their place', async (status, expected) => {
    const { telegram } = await at({ getFile: found, [path]: raw(status, 'x') })
    expect(await failed(hashOf(telegram))).toEqual(expected)
  })

  test('that break off are to be asked for again', async () => {
    const cut: Answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100_000 })
      response.write(Buffer.alloc(1000))
      setTimeout(() => response.destroy(), 20)
    }
    const { telegram, lines } = await at({ getFile: found, [path]: () => cut })
    expect(await failed(hashOf(telegram))).toEqual(new RetryLater(5000))
    expect(lines.join('')).not.toContain(canary)
  })
})
