import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Update } from 'grammy/types'
import type { TelegramBot } from './telegram/people/bot.js'
import type { TelegramGroup } from './telegram/people/group.js'
import type { TelegramPerson } from './telegram/people/person.js'
import { createRawClient } from './telegram/raw-client.js'
import { startTelegram } from './telegram/start-telegram.js'
import type { Telegram } from './telegram/start-telegram.js'

/** Who sees what in which chat. */

const token = '7100200300:AAemulated-token_0123456789'
let now = 1_795_503_600_000
const tick = 0
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

const textsSeen = async (): Promise<(string | undefined)[]> =>
  (await raw.fetched()).map(({ message }) => message?.text).filter((text) => text !== undefined)

test('a bot with privacy sees of a group what is meant for it', async () => {
  const other = tg.bot('7100200999:other', { username: 'other_bot' })
  group.add(other, an)
  await raw.fetched()
  binh.says(group, 'chuyện phiếm')
  binh.says(group, '/lich')
  binh.says(group, '/lich@other_bot')
  const addressed = binh.says(group, '/lich@Hop_Chi_Bo_Bot')
  an.says(group, 'trả lời lệnh', { replyTo: addressed })
  binh.says(group, 'nhờ @hop_chi_bo_bot xem')
  expect(await textsSeen()).toEqual(['/lich@Hop_Chi_Bo_Bot', 'trả lời lệnh', 'nhờ @hop_chi_bo_bot xem'])

  await raw.ask('sendMessage', { chat_id: group.id, text: 'Lịch' })
  const [lich] = tg.sent(group)
  binh.says(group, '/gopy')
  binh.says(group, 'đồng ý', { replyTo: lich!, quote: 'Lịch' })
  binh.says(group, '/lịch')
  const seen = await raw.fetched()
  expect(seen.map(({ message }) => message?.text)).toEqual(['/gopy', 'đồng ý'])
  expect(seen[1]?.message).toMatchObject({
    quote: { text: 'Lịch', position: 0, is_manual: true },
    reply_to_message: { message_id: lich!.id, text: 'Lịch' },
  })
})

test('an admin bot and one without privacy see everything that people write', async () => {
  await raw.fetched()
  group.promote(bot, an)
  binh.says(group, 'một')
  group.demote(bot, an)
  binh.says(group, 'hai')
  bot.setPrivacy(false)
  binh.says(group, 'ba')
  expect(await textsSeen()).toEqual(['một', 'ba'])
  expect((await raw.ask<object>('getMe')).result).toMatchObject({ can_read_all_group_messages: true })
})

test('a mention alone does not reach a bot read strictly', async () => {
  bot.state.seesMentions = false
  await raw.fetched()
  binh.says(group, 'nhờ @hop_chi_bo_bot xem')
  expect(await textsSeen()).toEqual([])
})

test('being added, promoted and removed is told by standing and by service messages', async () => {
  const kinds = (list: Update[]) =>
    list.map(({ message, my_chat_member }) => {
      if (my_chat_member) return `${my_chat_member.old_chat_member.status} → ${my_chat_member.new_chat_member.status}`
      return Object.keys(message ?? {}).find((key) => key.startsWith('new_') || key.startsWith('left_'))
    })
  expect(kinds(await raw.fetched())).toEqual(['left → member', 'new_chat_members'])
  group.promote(bot, an)
  group.kick(bot, an)
  expect(kinds(await raw.fetched())).toEqual(['member → administrator', 'administrator → left', 'left_chat_member'])
  expect(await raw.refusal('sendMessage', { chat_id: group.id, text: 'a' })).toBe(
    'Forbidden: bot is not a member of the group chat',
  )
  const supergroup = tg.group({ title: 'Lớn', by: an, supergroup: true })
  supergroup.startBot(bot, an, 'code1')
  supergroup.kick(bot, an)
  const seen = await raw.fetched()
  expect(kinds(seen)).toEqual(['left → member', 'new_chat_members', undefined, 'member → kicked'])
  expect(seen[2]?.message?.text).toBe('/start@hop_chi_bo_bot code1')
  expect(await raw.refusal('sendMessage', { chat_id: supergroup.id, text: 'a' })).toBe(
    'Forbidden: bot was kicked from the supergroup chat',
  )
})

test('a group migrates under a new id, told in both chats and in any order', async () => {
  await raw.fetched()
  const old = group.id
  group.migrate(an, ['from', 'to', 'to'])
  const seen = await raw.fetched()
  expect(seen.map(({ message }) => message?.migrate_to_chat_id ?? message?.migrate_from_chat_id)).toEqual([
    old,
    group.id,
    group.id,
  ])
  expect(seen[0]?.message).toMatchObject({ message_id: 1, from: { id: 1087968824 }, sender_chat: { id: group.id } })
  expect((await raw.ask('sendMessage', { chat_id: old, text: 'a' })).parameters).toEqual({
    migrate_to_chat_id: group.id,
  })
})

test('an anonymous admin speaks as the group but presses as himself', async () => {
  const supergroup = tg.group({ title: 'Lớn', by: an, supergroup: true })
  supergroup.add(binh, an)
  supergroup.add(bot, an)
  supergroup.promote(binh, an, { anonymous: true })
  await raw.ask('sendMessage', {
    chat_id: supergroup.id,
    text: '?',
    reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'c' }]] },
  })
  await raw.fetched()
  binh.says(supergroup, '/lich')
  binh.presses(tg.sent(supergroup)[0]!, 'c')
  const [said, pressed] = await raw.fetched()
  expect(said?.message).toMatchObject({ from: { id: 1087968824, is_bot: true }, sender_chat: { id: supergroup.id } })
  expect(pressed?.callback_query?.from.id).toBe(binh.id)
  expect((await raw.ask<object[]>('getChatAdministrators', { chat_id: supergroup.id })).result).toHaveLength(2)
  expect(await raw.refusal('getChatMember', { chat_id: supergroup.id, user_id: an.id })).toBe(
    'Bad Request: CHAT_ADMIN_REQUIRED',
  )
})

test('topics have threads of their own, and a closed one takes nothing', async () => {
  const forum = tg.group({ title: 'Diễn đàn', by: an, forum: true })
  forum.add(bot, an)
  const topic = forum.topic('Sinh hoạt', an)
  await raw.fetched()
  an.says(topic, '/lich@hop_chi_bo_bot')
  expect((await raw.fetched())[0]?.message).toMatchObject({
    message_thread_id: topic.id,
    is_topic_message: true,
    reply_to_message: { forum_topic_created: { name: 'Sinh hoạt' } },
  })
  await raw.ask('sendMessage', { chat_id: forum.id, message_thread_id: topic.id, text: 'trong chủ đề' })
  await raw.ask('sendMessage', { chat_id: forum.id, text: 'chung' })
  an.says(forum, 'ừ', { replyTo: tg.sent(forum)[1]! })
  const inGeneral = (await raw.fetched())[0]?.message
  expect(inGeneral).toMatchObject({ message_thread_id: tg.sent(forum)[1]!.id })
  expect(inGeneral).not.toHaveProperty('is_topic_message')
  topic.closes()
  expect(await raw.refusal('sendMessage', { chat_id: forum.id, message_thread_id: topic.id, text: 'a' })).toBe(
    'Bad Request: message thread not found',
  )
})

test('a channel post names no writer, and a forwarded command keeps its origin', async () => {
  const channel = tg.channel({ title: 'Tin', by: an })
  channel.add(bot, an)
  await raw.fetched()
  const posted = channel.posts('/lich')
  an.forwards(bot, posted)
  an.forwards(bot, binh.says(group, '/huy'), { hidden: true })
  const [post, forwarded, hidden] = await raw.fetched()
  expect(post?.channel_post).not.toHaveProperty('from')
  expect(forwarded?.message).toMatchObject({
    text: '/lich',
    forward_origin: { type: 'channel', message_id: posted.id },
  })
  expect(hidden?.message?.forward_origin).toMatchObject({ type: 'hidden_user', sender_user_name: 'Bình' })
  channel.edits(posted, 'sửa')
  channel.kick(bot, an)
  const [edited, out] = await raw.fetched()
  expect(edited?.edited_channel_post).toMatchObject({ text: 'sửa', message_id: posted.id })
  expect(out?.my_chat_member).toMatchObject({ chat: { type: 'channel' }, new_chat_member: { status: 'kicked' } })
})

test('edits reach the bots that know the message; a press on an old one finds it inaccessible', async () => {
  const said = an.says(bot, 'ý kiến')
  const chatter = binh.says(group, 'chuyện phiếm')
  await raw.ask('sendMessage', { chat_id: an.id, text: '?' })
  await raw.fetched()
  an.edits(said, 'ý kiến mới')
  binh.edits(chatter, 'chuyện khác')
  an.pressesOld(tg.sent(an)[0]!, 'cũ')
  const [edited, pressed, ...rest] = await raw.fetched()
  expect(edited?.edited_message).toMatchObject({ text: 'ý kiến mới', message_id: said.id })
  expect(pressed?.callback_query).toMatchObject({ data: 'cũ', message: { date: 0, message_id: tg.sent(an)[0]!.id } })
  expect(rest).toEqual([])
  an.deletes(said)
  expect(await raw.fetched()).toEqual([])
  expect(
    await raw.refusal('sendMessage', { chat_id: an.id, text: 'a', reply_parameters: { message_id: said.id } }),
  ).toBe('Bad Request: message to be replied not found')
  const late = an.forges(tg.sent(an)[0]!, 'trễ')
  now += 151_000
  expect(await raw.refusal('answerCallbackQuery', { callback_query_id: late.id })).toMatch(/query is too old/)
  expect(() => an.presses(tg.sent(an)[0]!, 'Không có')).toThrow(/No button/)
})
