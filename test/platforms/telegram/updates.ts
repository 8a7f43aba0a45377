import type { Chat, Message, Update, User } from 'grammy/types'

/** Bot API updates of the documented shape, made by hand. */
export const bot = { id: 4242, username: 'ChiBoBot' }
export const lan: User = { id: 1001, is_bot: false, first_name: 'Lan', last_name: 'Trần Thị', language_code: 'vi' }
export const direct: Chat = { id: 1001, type: 'private', first_name: 'Lan' }
export const group: Chat = { id: -1001234567890, type: 'supergroup', title: 'Chi bộ thôn Đông' }
export const anonymous: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }

/** 24.11.2026 10:00:00 in Việt Nam, in seconds. */
export const date = 1_795_489_200
/** The moment of receipt, a little later, ms. */
export const now = date * 1000 + 2345

let updates = 500_000

export const update = (rest: object): Update => ({ update_id: ++updates, ...rest })

export const message = (rest: object, chat: Chat = direct, from: User = lan): Update =>
  update({ message: { message_id: 77, date, chat, from, ...rest } })

export const edited = (rest: object, chat: Chat = direct): Update =>
  update({ edited_message: { message_id: 77, date, edit_date: date + 1, chat, from: lan, ...rest } })

export const press = (rest: object, chat: Chat = direct, from: User = lan): Update =>
  update({
    callback_query: {
      id: '4382bfdwdsb323b2d9',
      from,
      chat_instance: '-42',
      message: { message_id: 70, date: date - 60, chat, from: { id: 4242, is_bot: true, first_name: 'Chi Bộ Bot' } },
      data: 'duhop 2026-12 co',
      ...rest,
    },
  })

export const standing = (status: string, chat: Chat = direct, rest: object = {}, from: User = lan): Update =>
  update({
    my_chat_member: {
      chat,
      from,
      date,
      old_chat_member: { user: { id: 4242, is_bot: true, first_name: 'Chi Bộ Bot' }, status: 'left' },
      new_chat_member: { user: { id: 4242, is_bot: true, first_name: 'Chi Bộ Bot' }, status, ...rest },
    },
  })

/** An entity over the first place where `words` stand. */
export const over = (text: string, words: string, type: string): Message['entities'] =>
  [{ type, offset: text.indexOf(words), length: words.length }] as Message['entities']
