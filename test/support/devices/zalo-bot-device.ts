import type { ZaloBotServer, ZaloPerson } from '../../emulators/zalo-bot/start-zalo-bot.js'
import type { Chat, Post } from '../../emulators/zalo-bot/world.js'
import { isCalled } from '../is-called.js'
import type { Device, Handheld } from './device.js'
import { numberedMessage } from './numbered.js'

/** A private chat with the bot on Zalo: there are no replies and no buttons. */
export function zaloBotDevice(zalo: ZaloBotServer, person: ZaloPerson): Handheld {
  person.knows()
  const says = (text: string): Promise<void> => Promise.resolve(void person.says(text))
  return {
    ...viewOf(zalo, person.id),
    says,
    chooses: ({ choices }, label) => says(choices.find((choice) => isCalled(choice, label))!.does),
  }
}

export const zaloBotGroup = (zalo: ZaloBotServer, group: Chat): Device => viewOf(zalo, group.id)

function viewOf(zalo: ZaloBotServer, chat: string): Device {
  const posts = (): Post[] => zalo.posts.filter((post) => post.chat === chat)
  return {
    address: { channel: 'zalo-bot', id: chat },
    shown: () => posts().map(({ messageId, text, at }) => numberedMessage({ id: messageId, text, at })),
    accepted: () => posts().map(({ messageId, text, at }) => ({ id: messageId, text, at })),
  }
}
