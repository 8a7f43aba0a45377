import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { FileRef, Update } from '../../chat.js'

/** What our bot is known by. */
export interface Bot {
  id: string
  /** As people name it in a group. */
  names: string[]
  joinsGroups: boolean
}

const id = z.union([z.string(), z.number()]).transform(String)
const words = z.string().nullish()

const message = z.object({
  message_id: id.nullish(),
  date: z.union([z.number(), z.string()]).nullish(),
  from: z.object({ id, display_name: words, name: words, first_name: words, is_bot: z.boolean().nullish() }),
  chat: z.object({ id, chat_type: words }),
  text: words,
  caption: words,
  photo: words,
  photo_url: words,
  photos: z.array(z.object({ url: words })).nullish(),
  voice_url: words,
})
const event = z.object({ event_name: z.string(), message: z.unknown().optional() })
const envelope = z.object({ ok: z.literal(true), result: event })

/** `probe`: the platform only asks whether we are there. */
export type Received = { event: string; message?: unknown } | 'probe' | null

/** Enveloped as in the documents or flat as it really comes; null for what is neither. */
export function readEvent(body: unknown): Received {
  const enveloped = envelope.safeParse(body)
  const found = enveloped.success ? enveloped : event.safeParse(body)
  if (!found.success) return null
  const { event_name: name, message: inner } = 'result' in found.data ? found.data.result : found.data
  return name === 'webhook.test' ? 'probe' : { event: name, message: inner }
}

/** Seconds or milliseconds, whichever came; never the future. */
function momentOf(date: string | number | null | undefined, now: number): number {
  const given = Number(date ?? NaN)
  if (!Number.isFinite(given) || given <= 0) return Math.floor(now / 1000) * 1000
  const ms = given < 1e12 ? given * 1000 : given
  return Math.floor(Math.min(ms, now) / 1000) * 1000
}

/** What an event says to us; null for nothing: our own words, other bots, groups we are not to be in. */
export function readUpdate(
  { event: name, message: given }: Exclude<Received, 'probe' | null>,
  bot: Bot,
  now: number,
): Update | null {
  const read = message.safeParse(given)
  if (!read.success) return null
  const { from, chat } = read.data
  if (from.is_bot === true || from.id === bot.id) return null
  const group = chat.chat_type?.toUpperCase() === 'GROUP'
  if (group && !bot.joinsGroups) return null
  const messageId = read.data.message_id ?? createHash('sha256').update(JSON.stringify(given)).digest('hex')
  const said = {
    id: `zalo-bot:${bot.id}:${messageId}`,
    at: momentOf(read.data.date, now),
    from: { channel: 'zalo-bot' as const, id: from.id },
    name: from.display_name ?? from.name ?? from.first_name ?? '',
    chat: { channel: 'zalo-bot' as const, id: chat.id },
    group,
    messageId,
    // The platform hands over what names the bot or quotes it, and no other talk of a group.
    ...(group && { mention: true }),
  }
  const file = fileOf(name, read.data)
  if (file !== null) return { ...said, kind: 'file', file, text: addressed(read.data.caption ?? '', group, bot) }
  // What the platform does not show us (files, stickers, cards) are no words; in a group that is nobody's business.
  if (name === 'message.unsupported.received' && !group) return { ...said, kind: 'text', text: '', unshown: true }
  if (name !== 'message.text.received') return group ? null : { ...said, kind: 'text', text: '' }
  return { ...said, kind: 'text', text: addressed(read.data.text ?? '', group, bot) }
}

function fileOf(name: string, from: z.output<typeof message>): FileRef | null {
  const photo = from.photo_url ?? from.photo ?? from.photos?.[0]?.url
  if (name === 'message.image.received' && photo) return { ...unnamed(photo), kind: 'photo', mime: pictureMime(photo) }
  if (name === 'message.voice.received' && from.voice_url)
    return { ...unnamed(from.voice_url), kind: 'voice', mime: 'audio/aac' }
  return null
}

const unnamed = (url: string) => ({ channel: 'zalo-bot' as const, id: url, name: null, size: null })

const pictureMime = (url: string): string =>
  /\.png(?:$|[?#])/iu.test(url) ? 'image/png' : /\.webp(?:$|[?#])/iu.test(url) ? 'image/webp' : 'image/jpeg'

/** The mention stays in the text, as people see it; it is an address and no word of theirs. */
function addressed(text: string, group: boolean, bot: Bot): string {
  if (!group) return text
  for (const name of bot.names) {
    const at = `@${name}`
    if (text.trimStart().toLowerCase().startsWith(at.toLowerCase()))
      return text.trimStart().slice(at.length).trimStart()
  }
  return text
}
