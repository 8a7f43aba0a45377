import { describe, expect, test } from '@jest/globals'
import type { ChatMember, Update as Received } from 'grammy/types'
import type { Update } from '../../../src/chat.js'
import { readBatch, threadOf } from '../../../src/platforms/telegram/read-update.js'
import {
  anonymous,
  bot,
  date,
  direct,
  edited,
  group,
  lan,
  message,
  now,
  over,
  press,
  standing,
  update,
} from './updates.js'

const read = (received: Received): Update | null => readBatch([received], bot, now)[0]!
const said = (received: Received) => read(received) as Update & { kind: 'text' }

const private1 = {
  at: date * 1000,
  from: { channel: 'telegram', id: '1001' },
  name: 'Lan Trần Thị',
  lang: 'vi',
  chat: { channel: 'telegram', id: '1001' },
  group: false,
}
const inGroup = { ...private1, chat: { channel: 'telegram', id: '-1001234567890' }, group: true }

describe('a message', () => {
  test('in private, its words as typed', () => {
    const text = '  Gó\u031bp ý\u0301 của tôi: Đồng chí\nđã nói đúng  '
    expect(read(message({ text }))).toEqual({
      ...private1,
      kind: 'text',
      id: 'telegram:4242:m:1001:77:0',
      text,
      messageId: '77',
    })
  })

  test('that was edited has another id, its time, and the number it always had', () => {
    expect(read(edited({ text: 'sửa lại' }))).toEqual({
      ...private1,
      at: (date + 1) * 1000,
      kind: 'text',
      id: `telegram:4242:m:1001:77:${date + 1}`,
      text: 'sửa lại',
      messageId: '77',
      edited: true,
    })
  })

  test('is never of the future', () => {
    expect(read(message({ text: 'x', date: date + 3600 }))!.at).toBe(date * 1000 + 2000)
  })

  test('of someone without a second name and without a language', () => {
    const { name, lang } = said(message({ text: 'x' }, direct, { id: 5, is_bot: false, first_name: 'Hà' }))
    expect({ name, lang }).toEqual({ name: 'Hà', lang: undefined })
  })

  test('that answers another', () => {
    const received = message({ text: 'vâng', reply_to_message: { message_id: 70, date, chat: direct } })
    expect(said(received).replyTo).toBe('70')
  })

  test('that answers words quoted from another: the quote is left out', () => {
    const received = message({
      text: 'điểm này',
      reply_to_message: { message_id: 70, date, chat: direct },
      quote: { text: 'mục 2', position: 4 },
    })
    expect(said(received)).toMatchObject({ text: 'điểm này', replyTo: '70' })
  })

  test('that was passed on is marked', () => {
    const origins = [
      { type: 'user', date, sender_user: lan },
      { type: 'hidden_user', date, sender_user_name: 'Lan' },
      { type: 'channel', date, chat: { id: -100, type: 'channel', title: 'Báo' }, message_id: 3 },
    ]
    for (const origin of origins) {
      expect(said(message({ text: '/lichhop', forward_origin: origin }))).toMatchObject({ forwarded: true })
    }
  })
})

describe('in a group', () => {
  const entities = (text: string, words: string, type: string) => ({ text, entities: over(text, words, type) })

  test.each([
    ['/lichhop@ChiBoBot tháng 12', '/lichhop@ChiBoBot', '/lichhop tháng 12'],
    ['/lichhop@CHIBOBOT', '/lichhop@CHIBOBOT', '/lichhop'],
    ['/start@ChiBoBot ABCD-EFGH', '/start@ChiBoBot', '/start ABCD-EFGH'],
  ])('%s is a command for us, without the address', (text, command, expected) => {
    expect(said(message(entities(text, command, 'bot_command'), group))).toMatchObject({
      text: expected,
      mention: true,
    })
  })

  test('/lich @bot, as people type it', () => {
    const text = '/lich @chibobot mai'
    const both = [...over(text, '/lich', 'bot_command')!, ...over(text, '@chibobot', 'mention')!]
    expect(said(message({ text, entities: both }, group))).toMatchObject({ text: '/lich mai', mention: true })
  })

  test('/lich @somebody is about somebody', () => {
    const text = '/lich @chibobot2'
    const both = [...over(text, '/lich', 'bot_command')!, ...over(text, '@chibobot2', 'mention')!]
    const { text: words, mention } = said(message({ text, entities: both }, group))
    expect({ words, mention }).toEqual({ words: text, mention: undefined })
  })

  test('a command for another bot is none of ours', () => {
    expect(read(message(entities('/lichhop@OtherBot', '/lichhop@OtherBot', 'bot_command'), group))).toBeNull()
  })

  test('a plain command', () => {
    const found = read(message(entities('/lichhop', '/lichhop', 'bot_command'), group))
    expect(found).toEqual({
      ...inGroup,
      kind: 'text',
      id: 'telegram:4242:m:-1001234567890:77:0',
      text: '/lichhop',
      messageId: '77',
    })
  })

  test('our name anywhere is a mention, and stays', () => {
    const text = '🇻🇳 nhờ @chibobot xem lịch'
    expect(said(message(entities(text, '@chibobot', 'mention'), group))).toMatchObject({ text, mention: true })
  })

  test('our name by a link is a mention', () => {
    const text = 'Chi Bộ Bot ơi'
    const named = [{ type: 'text_mention', offset: 0, length: 10, user: { ...lan, id: 4242, is_bot: true } }]
    expect(said(message({ text, entities: named }, group))).toMatchObject({ text, mention: true })
  })

  test('somebody else’s name, a longer one, or one without an entity is no mention', () => {
    const texts = ['@lan ơi', '@chibobot2 ơi']
    for (const text of texts) {
      expect(said(message(entities(text, text.split(' ')[0]!, 'mention'), group)).mention).toBeUndefined()
    }
    expect(said(message({ text: '@chibobot' }, group)).mention).toBeUndefined()
  })

  test('a mention in a caption', () => {
    const caption = '@chibobot dự thảo'
    const document = { file_id: 'F', file_unique_id: 'f' }
    expect(
      said(message({ caption, document, caption_entities: over(caption, '@chibobot', 'mention') }, group)),
    ).toMatchObject({ kind: 'file', mention: true })
  })

  test('an anonymous admin is the group itself', () => {
    const found = read(message({ text: '/lichhop', sender_chat: group }, group, anonymous))
    expect(found).toMatchObject({
      from: { channel: 'telegram', id: '-1001234567890' },
      name: 'Chi bộ thôn Đông',
      hidden: true,
    })
    expect(found).not.toHaveProperty('lang')
  })

  test('somebody who speaks as a channel of his is hidden too', () => {
    const channel = { id: -1009, type: 'channel', title: 'Kênh của Lan' }
    expect(
      said(message({ text: '/lichhop', sender_chat: channel }, group, { ...anonymous, id: 136817688 })),
    ).toMatchObject({ from: { id: '-1009' }, hidden: true })
  })

  test('in a topic, a message that answers nobody answers nobody', () => {
    const opening = { message_id: 5, date, chat: group, forum_topic_created: { name: 'Họp', icon_color: 1 } }
    const received = message(
      { text: '/lichhop', is_topic_message: true, message_thread_id: 5, reply_to_message: opening },
      group,
    )
    expect(said(received)).not.toHaveProperty('replyTo')
    expect(said(received).chat.id).toBe('-1001234567890')
    expect(threadOf(received)).toBe(5)
  })

  test('a thread of replies is no topic', () => {
    const received = message(
      { text: 'x', message_thread_id: 70, reply_to_message: { message_id: 70, date, chat: group } },
      group,
    )
    expect(threadOf(received)).toBeNull()
    expect(said(received).replyTo).toBe('70')
  })
})

describe('a file', () => {
  const size = (id: string, width: number, bytes: number) => ({
    file_id: id,
    file_unique_id: id,
    width,
    height: width,
    file_size: bytes,
  })

  test('a document with its caption', () => {
    const document = {
      file_id: 'BQAC-1',
      file_unique_id: 'u1',
      file_name: 'Dự thảo nghị quyết.docx',
      mime_type: 'application/msword',
      file_size: 20_000,
    }
    expect(read(message({ document, caption: '/chuyende gửi' }))).toEqual({
      ...private1,
      kind: 'file',
      id: 'telegram:4242:m:1001:77:0',
      messageId: '77',
      text: '/chuyende gửi',
      file: {
        channel: 'telegram',
        id: 'BQAC-1',
        kind: 'document',
        name: 'Dự thảo nghị quyết.docx',
        mime: 'application/msword',
        size: 20_000,
      },
    })
  })

  test('without name, kind and size, which Telegram may leave out', () => {
    const { file, text } = read(message({ document: { file_id: 'D', file_unique_id: 'd' } })) as Update & {
      kind: 'file'
    }
    expect(file).toEqual({ channel: 'telegram', id: 'D', kind: 'document', name: null, mime: null, size: null })
    expect(text).toBe('')
  })

  test('the largest of a photo’s sizes, whatever their order', () => {
    const photo = [size('small', 90, 1000), size('large', 1280, 200_000), size('middle', 320, 20_000)]
    expect(read(message({ photo, media_group_id: '1234567' }))).toMatchObject({
      kind: 'file',
      album: '1234567',
      file: { id: 'large', kind: 'photo', mime: 'image/jpeg', size: 200_000 },
    })
  })

  test('a voice message, and a recording that comes as music', () => {
    const voice = { file_id: 'V', file_unique_id: 'v', duration: 12, mime_type: 'audio/ogg', file_size: 9000 }
    const audio = { file_id: 'A', file_unique_id: 'a', duration: 60, file_name: 'ghi âm.m4a', mime_type: 'audio/mp4' }
    expect(read(message({ voice }))).toMatchObject({ file: { id: 'V', kind: 'voice', mime: 'audio/ogg', size: 9000 } })
    expect(read(message({ audio }))).toMatchObject({ file: { id: 'A', kind: 'voice', name: 'ghi âm.m4a' } })
  })

  test('a video and a moving picture go as documents, to be refused by their kind', () => {
    const video = { file_id: 'M', file_unique_id: 'm', width: 1, height: 1, duration: 1 }
    const document = { file_id: 'G', file_unique_id: 'g', mime_type: 'video/mp4' }
    expect(read(message({ video }))).toMatchObject({ file: { id: 'M', kind: 'document', mime: 'video/mp4' } })
    expect(read(message({ animation: video, document }))).toMatchObject({ file: { id: 'G', kind: 'document' } })
  })

  test('a caption that was edited', () => {
    const document = { file_id: 'D', file_unique_id: 'd' }
    expect(read(edited({ document, caption: 'bản mới' }))).toMatchObject({
      kind: 'file',
      text: 'bản mới',
      edited: true,
    })
  })
})

describe('a press', () => {
  test('has the id of the press and the message that bore the button', () => {
    expect(read(press({}, group))).toEqual({
      ...inGroup,
      at: date * 1000 + 2000,
      kind: 'choice',
      id: 'telegram:4242:cb:4382bfdwdsb323b2d9',
      data: 'duhop 2026-12 co',
      messageId: '70',
    })
  })

  test('on a message Telegram no longer shows', () => {
    expect(read(press({ message: { message_id: 70, date: 0, chat: group } }))).toMatchObject({ messageId: '70' })
  })

  test('was made no later than what follows it in its batch', () => {
    const [first, , , last] = readBatch(
      [press({}), message({ text: 'x', date: date - 100 }), message({ text: 'y', date: date - 10 }), press({})],
      bot,
      now,
    )
    expect(first!.at).toBe((date - 100) * 1000)
    expect(last!.at).toBe(date * 1000 + 2000)
  })

  test('takes the next date only, also that of something else', () => {
    const batch = [press({}), press({}), standing('member', { ...group }), message({ text: 'x', date: date - 900 })]
    expect(readBatch(batch, bot, now).map((found) => found!.at)).toEqual(
      [date, date, date, date - 900].map((seconds) => seconds * 1000),
    )
  })
})

describe('our standing', () => {
  test.each([
    ['member', {}, 'in'],
    ['administrator', {}, 'in'],
    ['restricted', { is_member: true }, 'in'],
    ['restricted', { is_member: false }, 'out'],
    ['left', {}, 'out'],
    ['kicked', {}, 'out'],
  ])('in a group: %s %j is %s', (status, rest, expected) => {
    const received = standing(status, group, rest)
    expect(read(received)).toEqual({
      ...inGroup,
      kind: 'standing',
      id: `telegram:4242:my_chat_member:${received.update_id}`,
      standing: expected,
    })
  })

  test.each([
    ['administrator', {}],
    ['restricted', { is_member: true }],
  ])('whoever was in the group as %s %j before does not come in anew', (status, rest) => {
    const received = standing('member', group)
    const before = { ...received.my_chat_member!.old_chat_member, status, ...rest } as ChatMember
    received.my_chat_member!.old_chat_member = before
    expect(read(received)).toBeNull()
  })

  test.each([
    ['left', 'in'],
    ['member', 'admin'],
  ])('made administrator, having been %s before, it is %s', (status, expected) => {
    const received = standing('administrator', group)
    const before = { ...received.my_chat_member!.old_chat_member, status } as ChatMember
    received.my_chat_member!.old_chat_member = before
    expect(read(received)).toMatchObject({ standing: expected })
  })

  test('in private: blocked, and reachable again', () => {
    expect(read(standing('kicked'))).toMatchObject({ group: false, standing: 'out', from: { id: '1001' } })
    expect(read(standing('member'))).toMatchObject({ group: false, standing: 'in' })
  })

  test('an anonymous admin who changes it stays hidden', () => {
    expect(read(standing('administrator', group, {}, anonymous))).toMatchObject({
      hidden: true,
      from: { id: '-1001234567890' },
    })
  })
})

test('a group that becomes a supergroup has moved, and both who say so say the same', () => {
  const old = { id: -4001, type: 'group' as const, title: 'Chi bộ thôn Đông' }
  const left = read(message({ migrate_to_chat_id: group.id }, old))
  const came = read(message({ migrate_from_chat_id: old.id, sender_chat: group }, group, anonymous))
  expect(left).toEqual({
    kind: 'moved',
    id: 'moved:telegram:-4001:telegram:-1001234567890',
    at: date * 1000,
    from: { channel: 'telegram', id: '-4001' },
    name: 'Chi bộ thôn Đông',
    hidden: true,
    chat: { channel: 'telegram', id: '-4001' },
    group: true,
    to: '-1001234567890',
  })
  expect(came).toEqual(left)
})

const channel = { id: -1009, type: 'channel' as const, title: 'Kênh' }
test.each([
  ['a sticker', { sticker: { file_id: 'S' } }],
  ['a contact', { contact: { phone_number: '1', first_name: 'x' } }],
  ['a place', { location: { latitude: 21, longitude: 105 } }],
])('%s in private is no words, and is heard', (_what, content) => {
  expect(read(message(content))).toMatchObject({ kind: 'text', text: '', group: false })
})

const nothing: [what: string, received: object][] = [
  ['a post of a channel', update({ channel_post: { message_id: 1, date, chat: channel, text: '/lichhop' } })],
  [
    'a post passed on from the channel of the group',
    message({ text: 'x', sender_chat: channel, is_automatic_forward: true }, group),
  ],
  ['another bot', message({ text: '/lichhop' }, group, { id: 9, is_bot: true, first_name: 'B' })],
  [
    'words written by way of another bot',
    message({ text: '/lichhop', via_bot: { id: 9, is_bot: true, first_name: 'B' } }),
  ],
  ['nobody', message({ text: 'x', from: undefined })],
  ['somebody joins', message({ new_chat_members: [lan] }, group)],
  ['somebody leaves', message({ left_chat_member: lan }, group)],
  ['a title', message({ new_chat_title: 'Mới' }, group)],
  ['something is pinned', message({ pinned_message: { message_id: 3, date, chat: group, text: 'x' } }, group)],
  ['a topic is made', message({ forum_topic_created: { name: 'Họp', icon_color: 1 } }, group)],
  ['a sticker in a group', message({ sticker: { file_id: 'S' } }, group)],
  ['a contact in a group', message({ contact: { phone_number: '1', first_name: 'x' } }, group)],
  ['a message only one person sees', message({ text: '/lichhop', message_id: 0 }, group)],
  ['a press that plays', press({ data: undefined, game_short_name: 'x' })],
  ['a press on a message of nowhere', press({ message: undefined, inline_message_id: 'x' })],
  ['a press by a bot', press({}, group, { id: 9, is_bot: true, first_name: 'B' })],
  ['a press in a channel', press({}, channel)],
  ['our standing in a channel', standing('administrator', channel)],
  ['a reaction', update({ message_reaction: { chat: group, message_id: 1, date } })],
  ['a poll', update({ poll_answer: { poll_id: '1', option_ids: [] } })],
  ['a kind not invented yet', update({ thought: { chat: direct, date } })],
  ['no kind at all', update({})],
  ['a message of no chat', update({ message: { message_id: 1, date, text: 'x', from: lan } })],
  ['a message that is a text', update({ message: 'x' })],
  ['an empty message', update({ message: {} })],
  ['an empty press', update({ callback_query: {} })],
  ['an empty standing', update({ my_chat_member: {} })],
  ['a chat that is a number', update({ message: { message_id: 1, date, chat: 5, text: 'x', from: lan } })],
]
test.each(nothing)('nothing is heard of %s', (_what, received) => {
  expect(read(received as Received)).toBeNull()
})
