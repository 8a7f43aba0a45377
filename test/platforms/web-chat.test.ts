import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import type { Update } from '../../src/chat.js'
import { RetryLater, StoreUnavailable, Undeliverable } from '../../src/errors.js'
import { createWebChat, type Heard, type Wall, type WallMessage } from '../../src/platforms/web-chat.js'

const log = pino({ level: 'silent' })
const m01 = { channel: 'web', id: 'm01' } as const
const signal = new AbortController().signal

function memoryWall() {
  const messages = new Map<string, WallMessage>()
  let places = 0
  const wall: Wall = {
    place: () => ++places,
    put: (message) => {
      if (!messages.has(message.id)) messages.set(message.id, message)
      return Promise.resolve()
    },
    edit: (id, to) => {
      const found = messages.get(id)
      if (found) messages.set(id, { ...found, ...to })
      return Promise.resolve(found !== undefined)
    },
  }
  return { wall, messages }
}

const text = (id: string, words: string, rest: object = {}): Heard => ({
  id,
  as: m01,
  name: 'Nguyễn Văn Hòa',
  chat: m01,
  group: false,
  at: 1_801_000_000_789,
  kind: 'text',
  text: words,
  ...rest,
})

test('what is heard reaches the product under the id of the page, in whole seconds, and stands on the wall', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  const heard: Update[] = []
  void chat.listen((update) => Promise.resolve(void heard.push(update)), signal)

  await chat.hear(text('u1', '/lichhop', { replyTo: 'e1#0' }))

  expect(heard).toEqual([
    {
      id: 'web:u1',
      at: 1_801_000_000_000,
      from: m01,
      name: 'Nguyễn Văn Hòa',
      chat: m01,
      group: false,
      kind: 'text',
      text: '/lichhop',
      messageId: 'in:u1',
      replyTo: 'e1#0',
    },
  ])
  expect([...messages.values()]).toMatchObject([
    { id: 'in:u1', chat: 'web:m01', author: 'web:m01', text: '/lichhop', replyTo: 'e1#0' },
  ])
})

test('a press reaches the product and leaves nothing on the wall', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  const heard: Update[] = []
  void chat.listen((update) => Promise.resolve(void heard.push(update)), signal)
  await chat.hear({
    id: 'u2',
    as: m01,
    name: 'Hòa',
    chat: m01,
    group: false,
    at: 1000,
    kind: 'choice',
    data: 'hop co',
    messageId: 'e1#0',
  })
  expect(heard).toMatchObject([{ id: 'web:u2', kind: 'choice', data: 'hop co', messageId: 'e1#0' }])
  expect(messages.size).toBe(0)
})

test('nothing is heard before somebody listens, nor after he has stopped', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  await expect(chat.hear(text('u1', 'a'))).rejects.toThrow(RetryLater)
  const stop = new AbortController()
  const listening = chat.listen(() => Promise.resolve(), stop.signal)
  stop.abort()
  await listening
  await expect(chat.hear(text('u1', 'a'))).rejects.toThrow(RetryLater)
  expect(messages.size).toBe(0)
})

test('what the product could not take is not shown as said', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  void chat.listen(() => Promise.reject(new StoreUnavailable()), signal)
  await expect(chat.hear(text('u1', 'a'))).rejects.toThrow(StoreUnavailable)
  expect(messages.size).toBe(0)
})

test('the same words sent again are shown once', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  void chat.listen(() => Promise.resolve(), signal)
  await chat.hear(text('u1', 'Nhất trí'))
  await chat.hear(text('u1', 'Nhất trí'))
  expect([...messages.keys()]).toEqual(['in:u1'])
})

test('an answer that is quicker than the wall still stands below its question', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  const answer = () => chat.send('e1#0', { text: 'Đã nhận' }, m01, signal)
  void chat.listen(async () => void (await answer()), signal)
  await chat.hear(text('u1', '/gopy'))
  expect(messages.get('in:u1')!.place).toBeLessThan(messages.get('e1#0')!.place)
})

test('the same delivery sent twice is shown once', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  const part = { title: 'THÔNG BÁO', text: 'Kính mời', choices: [{ label: 'Dự họp', does: 'hop co' }] }
  expect(await chat.send('e1#0', part, m01, signal)).toEqual({ messageId: 'e1#0' })
  expect(await chat.send('e1#0', part, m01, signal)).toEqual({ messageId: 'e1#0' })
  expect([...messages.values()]).toMatchObject([{ id: 'e1#0', chat: 'web:m01', author: 'bot', ...part }])
})

test('a part that replaces another changes it where it stands', async () => {
  const { wall, messages } = memoryWall()
  const chat = createWebChat({ wall, log })
  await chat.send('e1#0', { text: '7/11 đồng chí', choices: [{ label: 'Góp ý', does: 'gopy' }] }, m01, signal)
  const sent = await chat.send('e2#0', { text: '8/11 đồng chí' }, m01, signal, { messageId: 'e1#0' })
  expect(sent).toEqual({ messageId: 'e1#0' })
  expect([...messages.values()]).toMatchObject([{ id: 'e1#0', text: '8/11 đồng chí', choices: [] }])
})

test('an edit of what is not there is refused for good', async () => {
  const { wall } = memoryWall()
  const chat = createWebChat({ wall, log })
  await expect(chat.send('e2#0', { text: 'a' }, m01, signal, { messageId: 'lost' })).rejects.toThrow(Undeliverable)
})

test('a store that is away makes a send wait: storing it is the send, so it may be tried again', async () => {
  const { wall } = memoryWall()
  const chat = createWebChat({ wall: { ...wall, put: () => Promise.reject(new StoreUnavailable()) }, log })
  await expect(chat.send('e1#0', { text: 'a' }, m01, signal)).rejects.toThrow(RetryLater)
})

test('a long message goes in parts: the title on the first, the choices on the last', () => {
  const chat = createWebChat({ wall: memoryWall().wall, log })
  const choices = [{ label: 'Góp ý', does: 'gopy cd1' }]
  const parts = chat.parts({ title: 'DỰ THẢO', text: 'Đề nghị bổ sung. '.repeat(600), choices }, 1)
  expect(parts).toHaveLength(3)
  expect(parts.map(({ title }) => title)).toEqual(['DỰ THẢO', undefined, undefined])
  expect(parts.map((part) => part.choices)).toEqual([undefined, undefined, choices])
  expect(parts.every((part) => part.text.length <= chat.can.textLimit)).toBe(true)
})

test('a short message is one part with all it has', () => {
  const chat = createWebChat({ wall: memoryWall().wall, log })
  const message = { title: 'Nhắc', text: 'Mai họp.', choices: [{ label: 'Đã rõ', does: 'ro' }] }
  expect(chat.parts(message, 4)).toEqual([message])
})
