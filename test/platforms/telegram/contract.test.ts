import type { TelegramGroup } from '../../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../../emulators/telegram/people/person.js'
import type { UpdateKind } from '../../emulators/telegram/updates/update-queue.js'
import { textMessage } from '../../emulators/telegram/fixtures/private.js'
import { channelPost } from '../../emulators/telegram/fixtures/group.js'
import { startTelegram } from '../../emulators/telegram/start-telegram.js'
import type { Post } from '../../emulators/telegram/world/state.js'
import { openDesk } from '../../cli/desk.js'
import { connectedBranch } from '../../support/connected-branch.js'
import { oggFile } from '../../support/sample-files.js'
import { freePort, ready, startService } from '../../support/service.js'
import { createDevices } from '../devices.js'
import { platformContract } from '../contract.js'
import type { Abilities, Done, Driver, Person, Shown } from '../contract/driver.js'

const abilities: Abilities = {
  edit: true,
  filesOut: 'file',
  picturesOut: 'file',
  recordingsOut: 'file',
  documentsIn: 'file',
  mediaIn: 'file',
  stickersIn: 'shown',
  corrections: true,
  echo: true,
  groupAnswers: 'named',
  window: false,
  longestSaying: 4096,
}
platformContract('Telegram', abilities, openTelegram)

const token = '7000000002:AAE-contract_contract_contract_cont'

/** The Bot API over HTTP, from the emulator, by long polling. */
async function openTelegram(): Promise<Driver> {
  const tg = await startTelegram()
  const bot = tg.bot(token, { username: 'ChiBoBot' })
  const desk = await openDesk()
  /** Whose name is a member's has an account the branch knows. */
  const { of: device } = createDevices((name, before) => {
    const id = /^m\d+$/u.test(name) ? Number(accountOf(name)) : 5000 + before
    return tg.user({ id, first_name: name, language_code: 'vi' })
  })

  const secretary = device('m01')
  const group = tg.group({ title: 'Chi bộ', by: secretary })
  group.add(bot, secretary)
  const second = { m10: String(device('m10 again').id) }
  await connectedBranch(desk, { channel: 'telegram', account: accountOf, second, group: String(group.id) })
  // A bot cannot write to anybody who has not opened it.
  for (const name of [...members, 'm10 again']) device(name).start(bot)
  for (const name of members.filter((one) => one !== 'm01')) group.add(device(name), secretary)
  const service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: tg.url,
  })
  await ready(service)

  function said(name: string, post: Post): Done {
    return {
      again: () => Promise.resolve(bot.receives('message', structuredClone(post.message))),
      edit: (text) => Promise.resolve(device(name).edits(post, text)),
    }
  }

  const shownIn = (reader: TelegramPerson | TelegramGroup): Shown[] =>
    tg
      .sent(reader)
      .filter(({ deleted }) => !deleted)
      .map((post) => ({
        id: String(post.id),
        text: post.text,
        labels: post.buttons.flat(),
        files: post.files.map((file) => ({ name: file.name ?? '', size: file.bytes.length })),
      }))

  const person = (name: string): Person => ({
    says: (text) => Promise.resolve(said(name, device(name).says(bot, text))),
    async presses({ id }, label) {
      const post = tg.sent(device(name)).find((one) => String(one.id) === id)!
      const pressed = device(name).presses(post, label)
      await tg.until(() => pressed.answer !== null, 20_000)
      const query = { id: pressed.id, from: device(name).state.user, message: post.message, data: pressed.data }
      return {
        again: () => Promise.resolve(bot.receives('callback_query', { ...query, chat_instance: '1' })),
        edit: () => Promise.reject(new Error('a press cannot be changed')),
      }
    },
    sees: () => Promise.resolve(shownIn(device(name))),
    sendsFile: (file, caption) => Promise.resolve(said(name, device(name).sendsDocument(bot, file, { caption }))),
    sendsPicture: (jpeg, caption) => Promise.resolve(said(name, device(name).sendsPhoto(bot, jpeg, { caption }))),
    sendsVoice: () => Promise.resolve(said(name, device(name).sendsVoice(bot, oggFile()))),
    sendsSticker() {
      const { user } = device(name).state
      const chat = { id: user.id, type: 'private', first_name: user.first_name }
      const message = { message_id: 9100, from: user, chat, date: Math.floor(tg.now() / 1000), sticker }
      const brings = (): Promise<void> => Promise.resolve(bot.receives('message', message))
      return brings().then(() => ({ again: brings, edit: () => Promise.reject(new Error('a sticker has no words')) }))
    },
  })

  /** As An, whom nobody knows, or about a chat of his: in the shape of the documents. */
  const odd = (kind: UpdateKind, payload: unknown) => (): Promise<void> => Promise.resolve(bot.receives(kind, payload))
  const { text: _, ...bare } = textMessage

  return {
    now: () => Promise.resolve(tg.now()),
    person,
    group: {
      talks: (name, text) => Promise.resolve(void device(name).says(group, text)),
      addresses: (name, line) => Promise.resolve(void device(name).says(group, line.replace(/^\/\w+/u, '$&@ChiBoBot'))),
      answers(name, { id }, text) {
        const replyTo = tg.sent(group).find((post) => String(post.id) === id)!
        return Promise.resolve(void device(name).says(group, text, { replyTo }))
      },
      sees: () => Promise.resolve(shownIn(group)),
    },
    refusals: [
      {
        how: 'he has blocked the bot',
        reason: /đã chặn/u,
        happens: (name) => Promise.resolve(device(name).blocks(bot)),
        ends: (name) => Promise.resolve(device(name).unblocks(bot)),
      },
      {
        how: 'his account is no more',
        reason: /tài khoản không còn/u,
        happens: (name) => Promise.resolve(device(name).deactivates()),
        ends: null,
      },
    ],
    opens: () => Promise.reject(new Error('files go themselves')),
    // Not in a private chat, says the manual; it would look like this.
    echo(to) {
      const { message } = tg.sent(device(to)).at(-1)!
      return Promise.resolve(bot.receives('message', structuredClone(message)))
    },
    oddities: {
      'a sticker': odd('message', {
        ...bare,
        sticker,
      }),
      'a place': odd('message', { ...bare, message_id: 9001, location: { latitude: 21, longitude: 105 } }),
      'a poll answer': odd('poll_answer', { poll_id: '1', user: textMessage.from, option_ids: [0] }),
      'a channel': odd('channel_post', channelPost),
      'a kind nobody knows': odd('brand_new_thing' as UpdateKind, { it: 'is' }),
      'a message without a sender': odd('message', {
        message_id: 9002,
        chat: textMessage.chat,
        date: textMessage.date,
      }),
    },
    log: () => service.log(),
    async stop() {
      await service.stop()
      await tg.stop()
      await desk.clear()
    },
  }
}

const members = Array.from({ length: 11 }, (_, at) => `m${String(at + 1).padStart(2, '0')}`).filter(
  (id) => id !== 'm09',
)
const sticker = { file_id: 'S', file_unique_id: 's', type: 'regular', emoji: '👍' }
const accountOf = (member: string): string => String(1000 + Number(member.slice(1)))
