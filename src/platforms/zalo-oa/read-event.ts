import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { FileRef, Update } from '../../chat.js'

const id = z.union([z.string(), z.number()]).transform(String)
const words = z.string().nullish()

const attachment = z.object({
  type: words,
  payload: z
    .object({ url: words, name: words, size: z.union([z.string(), z.number()]).nullish(), type: words })
    .nullish(),
})
const event = z.object({
  event_name: z.string(),
  timestamp: z.union([z.string(), z.number()]).nullish(),
  oa_id: id.nullish(),
  sender: z.object({ id }).nullish(),
  recipient: z.object({ id: id.nullish(), group_id: id.nullish() }).nullish(),
  follower: z.object({ id }).nullish(),
  message: z
    .object({
      msg_id: id.nullish(),
      text: words,
      quote_msg_id: id.nullish(),
      conversation_id: id.nullish(),
      react_icon: words,
      attachments: z.array(attachment).nullish(),
    })
    .nullish(),
})
export type Event = z.output<typeof event>

/** What was signed and is of the documented shape; null for anything else. */
export function readEvent(body: unknown): Event | null {
  const read = event.safeParse(body)
  return read.success ? read.data : null
}

/** Groups are written to by another call: their ids are told apart from those of people, which are digits. */
const groupMark = 'g'
const groupId = (room: string): string => `${groupMark}${room}`

/** The platform's own id of a group; null for a person. */
export const groupOf = (id: string): string | null => (id.startsWith(groupMark) ? id.slice(groupMark.length) : null)

/** The moment of an event in ms, whole seconds, never the future. */
function momentOf({ timestamp }: Pick<Event, 'timestamp'>, now: number): number {
  const given = Number(timestamp ?? NaN)
  const ms = Number.isFinite(given) && given > 0 ? (given < 1e12 ? given * 1000 : given) : now
  return Math.floor(Math.min(ms, now) / 1000) * 1000
}

/**
 * The account that may be answered anew because of this event: it follows, or has said something to us privately. The
 * platform counts neither reactions nor contact data.
 */
export function speakerOf(event: Event): string | null {
  if (event.event_name === 'follow') return event.follower?.id ?? null
  return /^user_send_(?!group_)/u.test(event.event_name) ? (event.sender?.id ?? null) : null
}

/** The OA itself, where an event names it for certain: what comes of a group may bear the group's id in the same place. */
export function ownIdIn({ event_name: name, oa_id, sender, recipient }: Event): string | null {
  if (name.startsWith('oa_send_')) return sender?.id ?? null
  return oa_id ?? (/^user_send_(?!group_)/u.test(name) ? (recipient?.id ?? null) : null)
}

/** What an event says to us; nothing, or one thing, or its files one by one. */
export function readUpdates(event: Event, oaId: string, now: number): Update[] {
  const { event_name: name, message, sender } = event
  const common = { at: momentOf(event, now), name: '' }
  if (name === 'follow' || name === 'unfollow') {
    const follower = event.follower?.id
    if (!follower) return []
    const from = { channel: 'zalo-oa' as const, id: follower }
    const at = String(event.timestamp ?? '')
    const _id = `zalo-oa:${oaId}:${name}:${follower}:${at}`
    const standing = name === 'follow' ? ('in' as const) : ('out' as const)
    return [{ ...common, id: _id, from, chat: from, group: false, kind: 'standing', standing }]
  }
  const group = name.startsWith('user_send_group_')
  if (!sender || !(group || name.startsWith('user_send_'))) return []
  const from = { channel: 'zalo-oa' as const, id: sender.id }
  const room = group ? (event.recipient?.group_id ?? message?.conversation_id ?? event.recipient?.id) : sender.id
  if (!room) return []
  const messageId = message?.msg_id ?? createHash('sha256').update(JSON.stringify(event)).digest('hex')
  const { text, mention } = addressed(message?.text ?? '', group, oaId)
  const said = {
    ...common,
    id: `zalo-oa:${oaId}:${name}:${messageId}`,
    from,
    chat: { channel: 'zalo-oa' as const, id: group ? groupId(room) : room },
    group,
    messageId,
    ...(message?.quote_msg_id && { replyTo: message.quote_msg_id }),
    ...(mention && { mention }),
  }
  const files = (message?.attachments ?? []).map((given) => fileOf(name, given)).filter((file) => file !== null)
  if (files.length > 0) {
    return files.map((file, at) => ({
      ...said,
      // The first bears the words and the event's own id.
      id: at === 0 ? said.id : `${said.id}:${at}`,
      kind: 'file',
      file,
      text: at === 0 ? text : '',
      ...(files.length > 1 && { album: messageId }),
    }))
  }
  // What has no words (stickers, places, cards) is answered in private; in a group it is nobody's business.
  if (!name.endsWith('_text') && text === '' && group) return []
  return [{ ...said, kind: 'text', text }]
}

/** Whom it is said to stands before the words as `[@id]`: an address, and no word of theirs. */
function addressed(text: string, group: boolean, oaId: string): { text: string; mention: boolean } {
  const before = group ? (/^(?:\s*\[@\w+\])+\s*/u.exec(text)?.[0] ?? '') : ''
  return { text: text.slice(before.length), mention: before.includes(`[@${oaId}]`) }
}

function fileOf(name: string, given: z.output<typeof attachment>): FileRef | null {
  const url = given.payload?.url
  if (!url) return null
  const type = `${given.type ?? ''} ${name}`.toLowerCase()
  const size = Number(given.payload?.size ?? NaN)
  const ref = {
    channel: 'zalo-oa' as const,
    id: url,
    name: given.payload?.name ?? null,
    size: Number.isFinite(size) ? size : null,
  }
  if (/image|photo/u.test(type)) return { ...ref, name: null, kind: 'photo', mime: pictureMime(url) }
  if (/audio|voice/u.test(type))
    return { ...ref, name: null, kind: 'voice', mime: /\.m4a(?:$|[?#])/iu.test(url) ? 'audio/mp4' : 'audio/aac' }
  if (/file/u.test(type)) return { ...ref, kind: 'document', mime: null }
  return null
}

const pictureMime = (url: string): string => (/\.png(?:$|[?#])/iu.test(url) ? 'image/png' : 'image/jpeg')
