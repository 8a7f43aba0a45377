import { newId, type World } from './world.js'

/** A no of the platform: HTTP 200 and a code. */
export class ApiFailure extends Error {
  constructor(
    readonly error: number,
    message: string,
  ) {
    super(message)
  }
}

export interface Call {
  path: string
  query: Record<string, unknown>
  json: Record<string, unknown>
  file: { name: string; size: number } | null
}

type Route = (world: World, call: Call) => unknown

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

const discontinued: Route = () => {
  throw new ApiFailure(-240, 'this API was shut down')
}

export const routes: Record<string, Route> = {
  'GET /v2.0/oa/getoa': ({ oa }) => oa,

  'POST /v3.0/oa/message/cs': (world, call) => {
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
    world.posts.push({ to, ...content, messageId, at: world.now() })
    const quota = { quota_type: window === 'free' ? 'reply' : 'paid', remain: 7, total: 8 }
    return { message_id: messageId, user_id: to, sent_time: String(world.now()), quota }
  },

  'POST /v3.0/oa/group/message': (world, call) => {
    const { group_id: to } = (call.json['recipient'] ?? {}) as { group_id?: unknown }
    if (typeof to !== 'string' || !world.groups.has(to)) throw new ApiFailure(-403, 'OA is not in the group')
    const messageId = newId()
    world.posts.push({ to, ...messageOf(world, call), messageId, at: world.now() })
    return { message_id: messageId, group_id: to }
  },

  'POST /v3.0/oa/message/transaction': discontinued,
  'POST /v3.0/oa/message/promotion': discontinued,

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
    const users = [...world.people.keys()].slice(Number(query['offset']), Number(query['offset']) + count)
    return { total: world.people.size, users: users.map((user_id) => ({ user_id })) }
  },
  'POST /v3.0/oa/quota/message': (world, { json }) => {
    const person = world.people.get(String(json['user_id']))
    if (!person) throw new ApiFailure(-201, 'user_id is invalid')
    return { last_interaction: String(person.lastInteraction), cs_reply: { remain: 8, total: 8 } }
  },
}
