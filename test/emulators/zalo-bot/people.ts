import { newId, type Chat, type Post, type World } from './world.js'

type Update = Record<string, unknown>

/** What people do, as events for the bot. */
export function createPeople(world: World, hosted: (path: string) => string) {
  const handed = new Map<string, Update>()
  const bring = (update: Update): void => {
    world.queue.push(update)
    world.rings()
  }
  const idOf = (id: string): string => (world.switches.numericIds ? `#${id}` : id)

  function hand(event: string, from: { id: string; name: string }, chat: Chat, content: object): string {
    const messageId = newId()
    const message = {
      from: { id: idOf(from.id), display_name: from.name, is_bot: false },
      chat: { id: idOf(chat.id), chat_type: chat.type },
      message_id: messageId,
      date: world.now(),
      ...content,
    }
    const update = { event_name: event, message }
    handed.set(messageId, update)
    bring(update)
    if (world.switches.twice && !world.webhook) bring(update)
    return messageId
  }

  /** Somebody on Zalo. His private chat with the bot has his own id. */
  function person(name: string) {
    const id = String(6_900_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)))
    const own: Chat = { id, type: 'PRIVATE' }
    const me = { id, name }
    /** A bot cannot begin: his chat exists from his first word on. */
    const known = (): Chat => {
      world.chats.set(id, own)
      return own
    }
    return {
      id,
      name,
      /** He spoke to the bot some time ago: it can write to him. */
      knows: () => void known(),
      /** The bot can write to him no more. No event says so. */
      blocks: () => void world.chats.delete(id),
      says: (text: string) => hand('message.text.received', me, known(), { text }),
      sendsPhoto(url: string, caption = ''): string {
        const photo = world.switches.docNames ? { photo: url } : { photo_url: url, message_type: 'CHAT_PHOTO' }
        return hand('message.image.received', me, known(), { ...photo, caption })
      },
      sendsVoice: (url: string) =>
        hand('message.voice.received', me, known(), { voice_url: url, ...named(world, 'CHAT_VOICE') }),
      sendsSticker: () =>
        hand('message.sticker.received', me, known(), { sticker: 'ff4e', url: 'https://zalo-api.zadn.vn/s/1', ...named(world, 'CHAT_STICKER') }), // prettier-ignore
      /** A file, a video, a card: nothing of it is shown. */
      sendsUnsupported: () => hand('message.unsupported.received', me, known(), {}),
      /** In a group the bot sees only what names or quotes it. */
      saysIn(group: Chat, text: string): string | null {
        return text.includes(`@${world.self.display_name}`) ? hand('message.text.received', me, group, { text }) : null
      },
      /** Which message of the bot it is that he quotes is not told. */
      quotesIn: (group: Chat, _quoted: Post, text: string) => hand('message.text.received', me, group, { text }),
      sees: (): Post[] => world.posts.filter(({ chat }) => chat === id),
    }
  }

  return {
    person,
    bring,
    /** The same message once more, however late. */
    again: (messageId: string) => bring(handed.get(messageId)!),
    /** Puts a member's file where the platform keeps such; its address is what an event names. */
    host(file: { bytes: Uint8Array; mime: string }): string {
      const path = `/media/${newId()}`
      world.media.set(path, file)
      return hosted(path)
    },
  }
}

/** The documents know no `message_type`. */
const named = (world: World, type: string): object => (world.switches.docNames ? {} : { message_type: type })

export type ZaloPerson = ReturnType<ReturnType<typeof createPeople>['person']>
