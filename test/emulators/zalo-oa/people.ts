import type { Webhook } from './webhook.js'
import { newId, type Post, type World } from './world.js'

type Options = Parameters<Webhook['deliver']>[1]

/** Puts a group's id where the switch says. */
function inGroup(world: World, group: string): { recipient: object; message?: object } {
  switch (world.switches.groupUnder) {
    case 'recipient.id':
      return { recipient: { id: group } }
    case 'recipient.group_id':
      return { recipient: { id: world.oa.oa_id, group_id: group } }
    case 'message.conversation_id':
      return { recipient: {}, message: { conversation_id: group } }
  }
}

/** What people do, as events for the OA. Each resolves with what the webhook answered. */
export function createPeople(world: World, { deliver }: Webhook) {
  return function person(name: string) {
    const id = String(8_000_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15)))
    const ends = { sender: { id }, recipient: { id: world.oa.oa_id } }
    /** To follow and to say something is what opens the window; to react, to give contact data or to leave does not. */
    function interacts(follows = world.people.get(id)?.follows ?? true): void {
      world.people.set(id, { name, follows, lastInteraction: world.now() })
    }
    const speak = (event_name: string, message: object, options?: Options) => {
      interacts()
      return brings(event_name, message, options)
    }
    const brings = (event_name: string, message: object, options?: Options) => {
      const said = { msg_id: newId(), ...message }
      return deliver({ event_name, ...ends, user_id_by_app: newId(), message: said }, options)
    }
    const turn = (event_name: 'follow' | 'unfollow') => {
      if (event_name === 'follow') interacts(true)
      else world.people.set(id, { name, lastInteraction: world.people.get(id)?.lastInteraction ?? 0, follows: false })
      const about = { oa_id: world.oa.oa_id, follower: { id }, user_id_by_app: newId(), source: 'oa_profile' }
      return deliver({ event_name, ...about })
    }
    const sends = (event: string, attachments: object[], text?: string) =>
      speak(event, { attachments, ...(text !== undefined && { text }) })
    /** Every word of a group comes, to whomever it is said. */
    const inTheGroup = (event_name: string, group: string, message: object) => {
      const place = inGroup(world, group)
      return deliver({
        event_name,
        sender: { id },
        recipient: place.recipient,
        user_id_by_app: newId(),
        message: { msg_id: newId(), ...place.message, ...message },
      })
    }
    return {
      id,
      name,
      follows: () => turn('follow'),
      unfollows: () => turn('unfollow'),
      /** He follows no more, and the event was lost on the way. */
      leavesSilently: () => void (world.people.get(id)!.follows = false),
      /** He has not spoken for so long. */
      wasSilentFor: (ms: number) => void (world.people.get(id)!.lastInteraction = world.now() - ms),
      says: (text: string, more: object = {}, options?: Options) => speak('user_send_text', { text, ...more }, options),
      sends,
      sendsPhoto: (url: string, text?: string) =>
        sends('user_send_image', [{ type: world.switches.pictureType, payload: { url, thumbnail: url } }], text),
      sendsVoice: (url: string) => sends('user_send_audio', [{ type: 'audio', payload: { url } }]),
      sendsSticker: () =>
        sends('user_send_sticker', [{ type: 'sticker', payload: { id: '1b2c', url: 'https://zalo-api.zadn.vn/s/1' } }]),
      reacts: (msg_id: string, react_icon: string) => brings('user_reacted_message', { msg_id, react_icon }),
      submitsInfo: (info: object) => deliver({ event_name: 'user_submit_info', ...ends, info }),
      reads: ({ messageId }: Post) =>
        deliver({ event_name: 'user_seen_message', ...ends, message: { msg_id: messageId, seen_time: String(world.now()) } }), // prettier-ignore
      saysIn: (group: string, text: string, more: object = {}) =>
        inTheGroup('user_send_group_text', group, { text, ...more }),
      sees: (): Post[] => world.posts.filter(({ to }) => to === id),
    }
  }
}
