import { describe, expect, test } from '@jest/globals'
import { readEvent, readUpdate, type Bot } from '../../../src/platforms/zalo-bot/read-update.js'

const now = Date.parse('2027-01-29T08:00:10+07:00')
const bot: Bot = { id: '44', names: ['Bot Chi Bộ', 'bot.chibo'], joinsGroups: true }
const message = {
  message_id: '2d758cb5e222177a4e35',
  date: now - 5000,
  from: { id: '6ede9afa66b88fe6d6a9', display_name: 'Ted', is_bot: false },
  chat: { id: '6ede9afa66b88fe6d6a9', chat_type: 'PRIVATE' },
}
const group = { id: 'a1b2', chat_type: 'GROUP' }
const photo = 'https://photo-stal-1.zdn.vn/p.jpg'

function read(event: string, more: object, as: Bot = bot) {
  const received = readEvent({ event_name: event, message: { ...message, ...more } })
  if (received === null || received === 'probe') throw new Error('no event')
  return readUpdate(received, as, now)
}

test('a text, flat as it comes and enveloped as it is documented', () => {
  const flat = { event_name: 'message.text.received', message: { ...message, text: 'Nhất trí' } }
  const expected = {
    id: 'zalo-bot:44:2d758cb5e222177a4e35',
    at: now - 5000,
    kind: 'text',
    text: 'Nhất trí',
    name: 'Ted',
    group: false,
    from: { channel: 'zalo-bot', id: message.from.id },
    chat: { channel: 'zalo-bot', id: message.from.id },
    messageId: '2d758cb5e222177a4e35',
  }
  for (const body of [flat, { ok: true, result: flat }]) {
    const received = readEvent(body)
    expect(received !== null && received !== 'probe' && readUpdate(received, bot, now)).toEqual(expected)
  }
})

test.each([
  ['photo_url', { photo_url: photo }],
  ['photo', { photo }],
  ['photos', { photos: [{ url: photo }] }],
])('a picture under %s', (_name, content) => {
  expect(read('message.image.received', { ...content, caption: 'trang 2' })).toMatchObject({
    kind: 'file',
    text: 'trang 2',
    file: { channel: 'zalo-bot', id: photo, kind: 'photo', mime: 'image/jpeg' },
  })
})

test('a voice message', () => {
  expect(read('message.voice.received', { voice_url: 'https://v.zdn.vn/a.aac' })).toMatchObject({
    kind: 'file',
    file: { id: 'https://v.zdn.vn/a.aac', kind: 'voice', mime: 'audio/aac' },
  })
})

describe('what is shown of nothing', () => {
  test.each(['message.sticker.received', 'message.unsupported.received', 'message.location.received'])(
    '%s: empty words in private, silence in a group',
    (event) => {
      expect(read(event, {})).toMatchObject({ kind: 'text', text: '' })
      expect(read(event, { chat: group })).toBeNull()
    },
  )

  test('only what the platform hands nothing of is told apart from a sticker', () => {
    expect(read('message.unsupported.received', {})).toMatchObject({ unshown: true })
    expect(read('message.sticker.received', {})).not.toHaveProperty('unshown')
  })

  test('no message at all', () => {
    const received = readEvent({ event_name: 'message.unsupported.received' })
    expect(received !== null && received !== 'probe' && readUpdate(received, bot, now)).toBeNull()
  })
})

test('in a group the name of the bot is an address, by either of its names', () => {
  for (const text of ['@Bot Chi Bộ lịch họp', '@bot.chibo lịch họp', '  @BOT CHI BỘ   lịch họp']) {
    expect(read('message.text.received', { chat: group, text })).toMatchObject({
      group: true,
      mention: true,
      text: 'lịch họp',
      chat: { channel: 'zalo-bot', id: 'a1b2' },
    })
  }
  expect(read('message.text.received', { chat: group, text: 'thời sự' })).toMatchObject({ text: 'thời sự' })
  expect(read('message.text.received', { chat: group, text: 'x' }, { ...bot, joinsGroups: false })).toBeNull()
})

test('our own words and those of other bots are nothing', () => {
  expect(read('message.text.received', { from: { id: '44' }, text: 'x' })).toBeNull()
  expect(read('message.text.received', { from: { id: '55', is_bot: true }, text: 'x' })).toBeNull()
})

test.each([
  [1_801_000_000, 1_801_000_000_000],
  [1_801_000_000_123, 1_801_000_000_000],
  ['1801000000123', 1_801_000_000_000],
  [now + 3_600_000, now],
  [null, now],
  ['soon', now],
])('the moment %j', (date, at) => {
  expect(read('message.text.received', { date, text: 'x' })!.at).toBe(at)
})

test('ids may be numbers; without an id of its own a message has the hash of what it is', () => {
  const numbered = read('message.text.received', { message_id: 12, from: { id: 7 }, chat: { id: 7 }, text: 'x' })!
  expect(numbered.id).toBe('zalo-bot:44:12')
  const [one, same, other] = ['x', 'x', 'y'].map(
    (text) => read('message.text.received', { message_id: null, text })!.id,
  )
  expect(one).toMatch(/^zalo-bot:44:[0-9a-f]{64}$/u)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
})

test.each([null, 1, 'x', [], {}, { event_name: 1 }, { ok: true }, { ok: true, result: null }])(
  '%j is no event',
  (body) => {
    expect(readEvent(body)).toBeNull()
  },
)

test('a probe is a probe', () => {
  const body = { event_name: 'webhook.test', message: { date: 1_801_000_000, message_id: 'webhook-test', text: 'x' } }
  expect(readEvent(body)).toBe('probe')
})
