import type { Call, Route } from './call.js'
import { ApiFailure } from './failure.js'
import { expanded, groupOf, groupRoutes } from './groups.js'
import type { Webhook } from './webhook.js'
import { newId, type Post, type World } from './world.js'

const day = 24 * 60 * 60_000
const MiB = 1024 * 1024
const caps = { image: MiB, gif: 5 * MiB, file: 5 * MiB }
const endings = { image: /\.(?:jpe?g|png)$/iu, gif: /\.gif$/iu, file: /\.(?:pdf|docx?|csv)$/iu }

function messageOf(world: World, { json }: Call) {
  const message = (json['message'] ?? {}) as Record<string, unknown>
  const { text, attachment, quote_message_id: quote } = message
  if (text === undefined && attachment === undefined) throw new ApiFailure(-201, 'message is invalid')
  if (text !== undefined && typeof text !== 'string') throw new ApiFailure(-201, 'text is invalid')
  if (text !== undefined && text.length > 2000) throw new ApiFailure(-210, 'text is over the limit')
  const { type, payload } = (attachment ?? {}) as { type?: string; payload?: Record<string, unknown> }
  if (type === 'file') {
    if (text !== undefined) throw new ApiFailure(-201, 'text is invalid')
    assetOf(world, payload?.['token'])
  } else if (payload?.['template_type'] === 'media') {
    const [element, more] = payload['elements'] as Record<string, unknown>[]
    if (more || (element!['url'] === undefined) === (element!['attachment_id'] === undefined))
      throw new ApiFailure(-201, 'elements is invalid')
    if (element!['attachment_id'] !== undefined) assetOf(world, element!['attachment_id'])
  } else if (payload?.['buttons'] !== undefined && (payload['buttons'] as unknown[]).length > 5) {
    throw new ApiFailure(-201, 'buttons is invalid')
  }
  return { text: text ?? '', attachment: attachment ?? null, quote: typeof quote === 'string' ? quote : null }
}

function assetOf(world: World, id: unknown): void {
  const found = typeof id === 'string' ? world.uploads.get(id) : undefined
  if (!found || world.now() - found.at > 7 * day) throw new ApiFailure(-100, 'attachment is invalid')
}

function spend(world: World): void {
  if (world.monthly <= 0) throw new ApiFailure(-211, 'out of quota')
  world.monthly--
}

const upload =
  (kind: keyof typeof caps): Route =>
  (world, { file }) => {
    if (!file) throw new ApiFailure(-201, 'file is invalid')
    if (!file.name.includes('.')) return {}
    if (!endings[kind].test(file.name)) throw new ApiFailure(-233, 'file type is not supported')
    if (file.size > caps[kind]) throw new ApiFailure(-210, 'file is over the limit')
    const id = newId()
    world.uploads.set(id, { kind, ...file, at: world.now() })
    return kind === 'file' ? { token: id } : { attachment_id: id }
  }

/** What a message is called when it is brought back. */
function kindOf({ attachment }: Post): string {
  const { type, payload } = (attachment ?? {}) as { type?: string; payload?: { elements?: { media_type?: string }[] } }
  if (attachment === null) return 'text'
  return type === 'file' ? 'file' : (payload?.elements?.[0]?.media_type ?? 'template')
}

/** It is brought back as the OA's own, and so is that it has arrived. */
function accepted(world: World, post: Post, webhook: Webhook, inGroup: boolean): void {
  world.posts.push(post)
  if (!world.switches.receipts) return
  const ends = { sender: { id: world.oa.oa_id, admin_id: '1' }, recipient: { id: post.to } }
  const event_name = `oa_send_${inGroup ? 'group_' : ''}${kindOf(post)}`
  const message = { msg_id: post.messageId, text: post.text }
  const to = webhook.receipts
  void webhook.deliver({ event_name, ...ends, message }, { to }).then(() => {
    const received = { msg_id: post.messageId, delivery_time: String(world.now()) }
    return inGroup ? null : webhook.deliver({ event_name: 'user_received_message', ...ends, message: received }, { to })
  })
}

const discontinued: Route = () => {
  throw new ApiFailure(-240, 'this API was shut down')
}

export const routes: Record<string, Route> = {
  'GET /v2.0/oa/getoa': ({ oa }) => oa,

  'POST /v3.0/oa/message/cs': (world, call, webhook) => {
    const { user_id: to } = (call.json['recipient'] ?? {}) as { user_id?: unknown }
    if (typeof to !== 'string') throw new ApiFailure(-201, 'user_id is invalid')
    const person = world.people.get(to)
    if (!person) throw new ApiFailure(-201, 'user_id is invalid')
    if (!person.follows) throw new ApiFailure(-213, 'User has not followed OA')
    const window = world.windowOf(to)
    if (window === 'closed') throw new ApiFailure(-230, 'User has not interacted with the OA in the past 7 days')
    const content = messageOf(world, call)
    if (window === 'billed') spend(world)
    const messageId = newId()
    accepted(world, { to, ...content, messageId, at: world.now() }, webhook, false)
    const quota = { quota_type: window === 'free' ? 'reply' : 'paid', remain: 7, total: 8 }
    return { message_id: messageId, user_id: to, sent_time: String(world.now()), quota }
  },

  'POST /v3.0/oa/group/message': (world, call, webhook) => {
    const { id: to } = groupOf(world, (call.json['recipient'] ?? {}) as Record<string, unknown>)
    const content = messageOf(world, call)
    const messageId = newId()
    accepted(
      world,
      { to, ...content, text: expanded(world, to, content.text), messageId, at: world.now() },
      webhook,
      true,
    )
    return { message_id: messageId, group_id: to }
  },
  ...groupRoutes,

  /** Only what was approved beforehand. */
  'POST /v3.0/oa/message/template': (world, { json }, webhook) => {
    const { user_id: to, template_id: template, template_data: data } = json
    if (typeof to !== 'string' || !world.people.has(to)) throw new ApiFailure(-201, 'user_id is invalid')
    if (!world.templates.has(String(template))) throw new ApiFailure(-201, 'template_id is invalid')
    spend(world)
    const post = {
      to,
      text: JSON.stringify(data),
      attachment: { type: 'template' },
      quote: null,
      messageId: newId(),
      at: world.now(),
    }
    accepted(world, post, webhook, false)
    return { message_id: post.messageId, user_id: to }
  },

  'POST /v3.0/oa/message/transaction': discontinued,
  'POST /v3.0/oa/message/promotion': discontinued,
  /** Of the second version only reactions are left. */
  'POST /v2.0/oa/message': (_world, { json }) => {
    const { react_icon: icon, react_message_id: to } = (json['sender_action'] ?? {}) as Record<string, unknown>
    if (typeof icon !== 'string' || typeof to !== 'string') throw new ApiFailure(-240, 'this API was shut down')
    return { message_id: to }
  },

  'POST /v2.0/oa/upload/image': upload('image'),
  'POST /v2.0/oa/upload/gif': upload('gif'),
  'POST /v2.0/oa/upload/file': upload('file'),

  'GET /v3.0/oa/user/detail': (world, { query }) => {
    const person = world.people.get(String(query['user_id']))
    if (!person) throw new ApiFailure(-201, 'user_id is invalid')
    return {
      user_id: query['user_id'],
      display_name: person.name,
      user_is_follower: person.follows,
      user_last_interaction_date: new Date(person.lastInteraction).toLocaleDateString('en-GB'),
    }
  },
  'GET /v3.0/oa/user/getlist': (world, { query }) => {
    const count = Number(query['count'])
    if (!(count >= 1 && count <= 50)) throw new ApiFailure(-201, 'count is invalid')
    if (!(Number(query['offset']) <= 9951)) throw new ApiFailure(-201, 'offset is invalid')
    const users = [...world.people.keys()].slice(Number(query['offset']), Number(query['offset']) + count)
    return { total: world.people.size, users: users.map((user_id) => ({ user_id })) }
  },
  'POST /v3.0/oa/quota/message': (world, { json }) => {
    const person = world.people.get(String(json['user_id']))
    if (!person) throw new ApiFailure(-201, 'user_id is invalid')
    return { last_interaction: String(person.lastInteraction), cs_reply: { remain: 8, total: 8 } }
  },
}
