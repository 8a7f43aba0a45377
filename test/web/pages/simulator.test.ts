import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { request } from 'undici'
import type { Update } from '../../../src/chat.js'
import { createOrder, type Clock } from '../../../src/clock.js'
import { Refusal, StoreUnavailable } from '../../../src/errors.js'
import { createWebChat, type WebChat } from '../../../src/platforms/web-chat.js'
import type { Delivery } from '../../../src/store/delivery.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { createWall } from '../../../src/store/wall.js'
import type { Advance } from '../../../src/web/pages/advancing.js'
import { createSimulator } from '../../../src/web/pages/simulator.js'
import { createMetrics } from '../../../src/web/metrics.js'
import { createWebServer } from '../../../src/web/server.js'
import { delivery, meeting, member } from '../../store/samples.js'
import { standingClock } from '../../support/standing-clock.js'
import { words } from '../../support/words.js'
import { branch } from './demo-documents.js'
import { readEvents } from './read-events.js'

const log = pino({ level: 'silent' })
const now = Date.parse('2027-01-28T08:30:40+07:00')
const group = { channel: 'web', id: 'group' } as const
const m01 = { channel: 'web', id: 'm01' } as const
const signal = new AbortController().signal

let store: Store
let clock: Clock
let chat: WebChat
let heard: Update[]
let receive: (update: Update) => Promise<void>
let readClock: () => Promise<void>
let advance: Advance
let stop: AbortController
let port: number
let close: () => Promise<void>

beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
  await store.insert('branches', [branch('b1', group)])
  await store.insert('members', [
    member('b1:m01', { name: 'Nguyễn Văn Hòa', place: 1 }),
    member('b1:m02', {
      key: 'm02',
      name: 'Trần Thị Thu Hương',
      roles: [],
      place: 2,
      accounts: [{ channel: 'web', id: 'm02' }],
    }),
    member('b1:m09', { key: 'm09', name: 'Lò Văn Sơn', roles: [], place: 3, accounts: [] }),
    member('b1:m10', {
      key: 'm10',
      name: 'Đã chuyển đi',
      place: 4,
      status: 'moved',
      accounts: [{ channel: 'web', id: 'm10' }],
    }),
  ])
  clock = standingClock(now)
  heard = []
  receive = (update) => Promise.resolve(void heard.push(update))
  readClock = () => Promise.resolve()
  advance = () => Promise.resolve({ now: clock.now(), steps: 0 })
  stop = new AbortController()
  const wall = createWall(store, clock, createOrder(clock))
  chat = createWebChat({ wall, log })
  void chat.listen((update) => receive(update), stop.signal)
  const simulator = createSimulator({
    store,
    clock,
    words,
    wall,
    hear: (said) => chat.hear(said),
    readClock: () => readClock(),
    advance: (to, onProgress) => advance(to, onProgress),
    log,
    signal: stop.signal,
  })
  const server = createWebServer({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    log,
    health: () => Promise.resolve({ store: true, tickLagMs: 0, working: true, hearing: true }),
    metrics: createMetrics().registry,
    metricsToken: undefined,
    routers: [simulator],
  })
  port = (await server.listen()).port
  close = () => server.close()
})

afterEach(async () => {
  stop.abort()
  await close()
  await store.close()
})

const url = (path: string): string => `http://127.0.0.1:${port}${path}`

async function get(path: string, headers: Record<string, string> = {}) {
  const { statusCode, body } = await request(url(path), { headers })
  return { status: statusCode, body: (await body.json()) as Record<string, never> & { error: string; message: string } }
}

async function post(path: string, body: object | string, headers: Record<string, string> = {}) {
  const answer = await request(url(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const json = (await answer.body.json()) as { error: string; message: string }
  return { status: answer.statusCode, headers: answer.headers, body: json }
}

const say = (text: string, rest: object = {}) => ({ id: randomUUID(), as: 'web:m01', chat: 'private', text, ...rest })

test('the people of the branch, in the order of the roster, without who has left', async () => {
  const { body } = await get('/api/people')
  expect(body).toEqual({
    branch: { name: 'Chi bộ Phòng Tổng hợp', locale: 'vi' },
    members: [
      { account: 'web:m01', name: 'Nguyễn Văn Hòa', roles: ['secretary'], place: 1, keepsPapers: true },
      { account: 'web:m02', name: 'Trần Thị Thu Hương', roles: [], place: 2, keepsPapers: false },
      { account: null, name: 'Lò Văn Sơn', roles: [], place: 3, keepsPapers: false },
    ],
    group: 'web:group',
    now,
  })
})

test('what is said reaches the product under the name of the member, and is shown', async () => {
  const said = say('/lichhop')
  expect((await post('/api/say', said)).status).toBe(200)
  expect(heard).toMatchObject([
    {
      id: `web:${said.id}`,
      kind: 'text',
      text: '/lichhop',
      name: 'Nguyễn Văn Hòa',
      chat: m01,
      group: false,
      at: now - (now % 1000),
    },
  ])
  const { body } = await get('/api/messages?chat=web:m01')
  expect(body).toMatchObject({
    messages: [{ id: `in:${said.id}`, author: 'web:m01', text: '/lichhop', at: now }],
    more: false,
  })
})

test('words that are sent again because the answer was lost are shown once', async () => {
  const said = say('Nhất trí')
  await post('/api/say', said)
  expect((await post('/api/say', said)).status).toBe(200)
  const { body } = await get('/api/messages?chat=web:m01')
  expect(body['messages']).toHaveLength(1)
})

test('a reply and a press name the message they belong to', async () => {
  await chat.send('e1#0', { text: 'Kính mời', choices: [{ label: 'Dự họp', does: 'hop co' }] }, m01, signal)
  await post('/api/say', say('Tôi xin góp ý', { replyTo: 'e1#0' }))
  const press = { id: randomUUID(), as: 'web:m01', chat: 'private', messageId: 'e1#0', data: 'hop co' }
  expect((await post('/api/press', press)).status).toBe(200)
  expect(heard).toMatchObject([
    { replyTo: 'e1#0' },
    { id: `web:${press.id}`, kind: 'choice', data: 'hop co', messageId: 'e1#0' },
  ])
})

test('a member may speak in the group, a stranger only in private', async () => {
  expect((await post('/api/say', say('Chào các đồng chí', { as: 'web:m02', chat: 'group' }))).status).toBe(200)
  expect(heard).toMatchObject([{ chat: group, group: true, from: { id: 'm02' } }])
  const stranger = await post('/api/say', say('Cho tôi vào', { as: 'web:nguoi-la', chat: 'group' }))
  expect(stranger.status).toBe(403)
  expect((await post('/api/say', say('Cho tôi xin tài liệu', { as: 'web:nguoi-la' }))).status).toBe(200)
  expect(heard).toHaveLength(2)
})

test('somebody who has moved away is a stranger', async () => {
  expect((await post('/api/say', say('Chào', { as: 'web:m10', chat: 'group' }))).status).toBe(403)
})

test('a text of one megabyte reaches the product whole', async () => {
  const text = 'Đề nghị bổ sung. '.repeat(50_000)
  expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000)
  expect((await post('/api/say', say(text))).status).toBe(200)
  expect(heard).toMatchObject([{ text }])
})

test.each([
  ['an empty text', { text: ' \n ' }, 400, 'empty'],
  ['a text beyond the limit', { text: 'x'.repeat(1_600_000) }, 413, 'too-large'],
  ['an id that is no uuid', { id: 'abc' }, 400, 'bad-request'],
  ['an account of another channel', { as: 'telegram:1001' }, 400, 'bad-request'],
  ['an object in place of a text', { text: { $gt: '' } }, 400, 'bad-request'],
  ['a field nobody knows', { role: 'secretary' }, 400, 'bad-request'],
])('%s is refused with what to do, in the language of the reader', async (_name, wrong, status, code) => {
  const vi = await post('/api/say', { ...say('a'), ...wrong }, { 'accept-language': 'vi' })
  const en = await post('/api/say', { ...say('a'), ...wrong }, { 'accept-language': 'en' })
  expect([vi.status, vi.body.error]).toEqual([status, code])
  expect(vi.body.message).toContain('Đề nghị')
  expect(en.body.message).toMatch(/[a-z]/)
  expect(en.body.message).not.toContain('Đề nghị')
  expect(heard).toEqual([])
})

test('a body that is not JSON is refused', async () => {
  expect((await post('/api/say', '{"id":')).body.error).toBe('not-json')
})

test('while the store does not answer, the page is told to come again', async () => {
  receive = () => Promise.reject(new StoreUnavailable())
  const answer = await post('/api/say', say('a'))
  expect([answer.status, answer.body.error, answer.headers['retry-after']]).toEqual([503, 'not-ready', '1'])
  const { body } = await get('/api/messages?chat=web:m01')
  expect(body['messages']).toEqual([])
})

test.each(['evil.example', 'evil.example:PORT', '127.0.0.1:1', '127.0.0.1.evil.example:PORT', '10.0.0.7:PORT', ''])(
  'asked for as "%s", the page is not given',
  async (name) => {
    const headers = { host: name.replace('PORT', String(port)) }
    for (const path of ['/', '/app.js', '/api/people']) {
      const answer = await request(url(path), { headers })
      await answer.body.dump()
      expect(answer.statusCode).toBe(421)
    }
  },
)

test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('asked for as "%s", it is', async (name) => {
  expect((await get('/api/people', { host: `${name}:${port}` })).status).toBe(200)
})

test('another site cannot speak through the reader’s browser', async () => {
  for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
    expect((await post('/api/say', say('a'), { origin })).status).toBe(403)
  }
  expect(heard).toEqual([])
  expect((await post('/api/say', say('a'), { origin: `http://127.0.0.1:${port}` })).status).toBe(200)
})

test('a form of another site, which carries no JSON, is not read', async () => {
  const answer = await post('/api/say', JSON.stringify(say('a')), { 'content-type': 'text/plain' })
  expect(answer.status).toBe(400)
  expect(heard).toEqual([])
})

test('the delivery list is for those who keep the papers, and names things as commands do', async () => {
  const key = 'notice:b1:2027-02:1'
  const unreachable: Partial<Delivery> = { addresses: [], state: 'undeliverable', reason: 'no-channel' }
  await store.insert('meetings', [meeting('b1:2027-02', { key: '2027-02', date: '2027-02-03', noticeKey: key })])
  await store.insert('deliveries', [
    delivery('e1:0:group', { key, recipient: 'group', state: 'sent' }),
    delivery('e1:1:b1:m01', { key, recipient: 'b1:m01', state: 'sent', n: 1 }),
    delivery('e1:2:b1:m02', { key, recipient: 'b1:m02', state: 'waiting', n: 2 }),
    delivery('e1:3:b1:m09', { key, recipient: 'b1:m09', n: 3, ...unreachable }),
  ])
  const { body } = await get('/api/deliveries?as=web:m01')
  expect(body['lists']).toMatchObject([
    {
      key,
      name: '2027-02',
      kind: 'notice',
      date: '2027-02-03',
      sent: [{ recipient: 'group' }, { name: 'Nguyễn Văn Hòa' }],
      waiting: [{ name: 'Trần Thị Thu Hương' }],
      failed: [{ name: 'Lò Văn Sơn', reason: 'no-channel' }],
      inDoubt: [],
      callList: [{ key: 'm09', name: 'Lò Văn Sơn', told: false }],
    },
  ])
  const told = { _id: `${key}:m09`, lane: 'branch:b1', version: 1, by: 'e2', gone: false }
  await store.insert('calls', [{ ...told, branch: 'b1', subject: key, member: 'b1:m09', toldBy: 'b1:m01', at: now }])
  const after = await get('/api/deliveries?as=web:m01')
  expect(after.body['lists']).toMatchObject([{ callList: [{ name: 'Lò Văn Sơn', told: true }] }])

  const minuteTaker = member('b1:m04', {
    key: 'm04',
    name: 'Phạm Thị Ánh',
    roles: ['minuteTaker'],
    accounts: [{ channel: 'web', id: 'm04' }],
  })
  await store.insert('members', [minuteTaker])
  expect((await get('/api/deliveries?as=web:m04')).status).toBe(200)

  for (const other of ['web:m02', 'web:m10', 'web:nguoi-la']) {
    const refused = await get(`/api/deliveries?as=${other}`)
    expect([refused.status, refused.body.error]).toEqual([403, 'forbidden'])
  }
})

test('what appears and what is edited is pushed, of the group and the own chat only', async () => {
  await chat.send('old', { text: 'cũ' }, m01, signal)
  const events = await readEvents(url('/api/events?as=web:m01'))
  expect(await events.next('message')).toMatchObject({ data: { id: 'old' } })
  await chat.send('e1', { text: 'riêng của đồng chí Hương' }, { channel: 'web', id: 'm02' }, signal)
  await chat.send('e2', { text: '7/11' }, group, signal)
  expect(await events.next('message')).toMatchObject({ data: { id: 'e2', chat: 'web:group', edited: false } })
  await chat.send('e3', { text: '8/11' }, group, signal, { messageId: 'e2' })
  expect(await events.next('message')).toMatchObject({ data: { id: 'e2', text: '8/11', edited: true } })
  await events.close()
})

test('a stream that breaks off goes on where it was', async () => {
  const first = await readEvents(url('/api/events?as=web:m01'))
  await chat.send('e1', { text: 'một' }, m01, signal)
  const { id } = await first.next('message')
  await first.close()
  await chat.send('e2', { text: 'hai' }, m01, signal)
  const again = await readEvents(url('/api/events?as=web:m01&after=0'), { 'last-event-id': id! })
  const seen = [(await again.next('message')).data, (await again.next('message')).data].map((data) => data['id'])
  // The last five seconds are given twice, since another instance may have been slower to write.
  expect(seen).toEqual(['e1', 'e2'])
  await again.close()
})

test('more messages than one page holds are all pushed, in order', async () => {
  for (let index = 0; index < 450; index++) await chat.send(`e${index}`, { text: String(index) }, m01, signal)
  const events = await readEvents(url('/api/events?as=web:m01'))
  for (let index = 0; index < 450; index++) {
    expect(await events.next('message')).toMatchObject({ data: { id: `e${index}` } })
  }
  await events.close()
})

test('when the service stops, streams end', async () => {
  const events = await readEvents(url('/api/events'))
  await events.next('clock')
  stop.abort()
  await events.ended()
})

test('a clock that another instance has moved is the clock here too', async () => {
  readClock = () => Promise.resolve(clock.setOffset(86_400_000))
  await post('/api/say', say('/lichhop'))
  expect(heard[0]!.at).toBe(now + 86_400_000)
  clock.setOffset(0)
  expect((await get('/api/people')).body['now']).toBe(now + 86_400_000)
  clock.setOffset(0)
  const events = await readEvents(url('/api/events?as=web:m01'))
  expect((await events.next('clock')).data).toMatchObject({ now: now + 86_400_000 - (now % 60_000) })
  await events.close()
})

test('the clock is pushed while it runs, and only one runs at a time', async () => {
  let finish = (): void => undefined
  advance = async (to, onProgress) => {
    onProgress(now + 3_600_000)
    await new Promise<void>((resolve) => (finish = resolve))
    clock.setOffset(86_400_000)
    return { now: clock.now(), steps: to === 'day' ? 2 : 0 }
  }
  const events = await readEvents(url('/api/events'))
  const minute = now - (now % 60_000)
  expect((await events.next('clock')).data).toEqual({ now: minute, running: null })
  const running = post('/api/advance', { to: 'day' })
  expect((await events.next('clock')).data).toEqual({ now: minute + 3_600_000, running: 'day' })
  expect((await post('/api/advance', { to: 'month' })).body.error).toBe('busy')
  finish()
  expect((await running).body).toMatchObject({ now: now + 86_400_000, steps: 2 })
  expect((await events.next('clock')).data).toEqual({ now: minute + 86_400_000, running: null })
  await events.close()
})

test('an advance says whom the bot has spoken to meanwhile', async () => {
  await chat.send('row:before', { text: 'từ trước' }, group, signal)
  advance = async () => {
    await chat.send('row:1', { text: 'đến lượt đồng chí' }, m01, signal)
    await post('/api/say', say('/lichhop', { as: 'web:m02' }))
    return { now, steps: 1 }
  }
  const { body } = await post('/api/advance', { to: 'next' })
  expect(body).toMatchObject({ reached: { group: false, names: ['Nguyễn Văn Hòa'] } })
})

test('an advance that fails says so, and the next one may run', async () => {
  advance = () => Promise.reject(new Error('stuck'))
  expect((await post('/api/advance', { to: 'next' })).status).toBe(500)
  advance = () => Promise.reject(new Refusal('page-refused-busy'))
  expect((await post('/api/advance', { to: 'next' })).body).toEqual({
    error: 'refused',
    message: words.in('vi')('page-refused-busy'),
  })
  expect((await post('/api/advance', { to: 'never' })).status).toBe(400)
})

test('a file that hangs on a message is given to those who see the message, and to nobody else', async () => {
  const { sha256, size } = await store.files.put([Buffer.from('tổng hợp')])
  const file = { name: 'Tổng hợp.csv', mime: 'text/csv', size, sha256, known: null, link: null }
  const sent = await chat.send('row:0', { text: 'bản tổng hợp', attachment: file }, m01, signal)
  const ask = (as: string, message: string) =>
    request(`http://127.0.0.1:${port}/api/file?${new URLSearchParams({ as, message }).toString()}`)
  const given = await ask('web:m01', sent.messageId)
  expect(given.statusCode).toBe(200)
  expect(given.headers).toMatchObject({ 'content-length': String(size), 'x-content-type-options': 'nosniff' })
  expect(given.headers['content-disposition']).toContain("filename*=UTF-8''T%E1%BB%95ng%20h%E1%BB%A3p.csv")
  expect(await given.body.text()).toBe('tổng hợp')
  for (const [as, message] of [
    ['web:m02', sent.messageId],
    ['web:m01', 'row:1'],
    ['web:nobody', sent.messageId],
  ]) {
    const refused = await ask(as!, message!)
    expect(refused.statusCode).toBe(404)
    await refused.body.dump()
  }
})
