import { setTimeout as sleep } from 'node:timers/promises'
import { probe, type Locate } from './push.js'
import { newId, type Post, type World } from './world.js'

/** A no of the platform. Which code it uses for a wrong parameter is not documented: 400 is this emulator's choice. */
export class ApiFailure extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    /** The documents print it as `errorCode` for one method. */
    readonly field: 'error_code' | 'errorCode' = 'error_code',
  ) {
    super(description)
  }
}

type Given = Record<string, unknown>
/** `gone`: the caller has left; `stopped`: the emulator has. */
type Method = (world: World, given: Given, its: { gone: AbortSignal; stopped: AbortSignal; locate: Locate }) => unknown

const text = (given: Given, name: string): string => {
  const value = given[name]
  if (typeof value !== 'string' && typeof value !== 'number') throw new ApiFailure(400, `${name} is missing`)
  return String(value)
}

function words(given: Given, name: string, required: boolean): string {
  if (!required && given[name] === undefined) return ''
  const found = text(given, name)
  if (found.length < 1 || found.length > 2000) throw new ApiFailure(400, `${name} must have 1-2000 characters`)
  return found
}

function spend(world: World): void {
  if (world.now() < world.switches.busyUntil) throw new ApiFailure(429, 'Too many requests')
  const month = world.month()
  const sent = world.sent.get(month) ?? 0
  if (sent >= (world.quotas.get(month) ?? world.quota)) throw new ApiFailure(429, 'Quota exceeded')
  world.sent.set(month, sent + 1)
}

function chatOf(world: World, given: Given): string {
  const chat = text(given, 'chat_id')
  if (!world.chats.has(chat)) throw new ApiFailure(400, 'chat_id is invalid')
  return chat
}

function post(world: World, chat: string, content: Pick<Post, 'text' | 'photo'> & { styles?: unknown }): Post {
  spend(world)
  const accepted = { chat, styles: null, black: false, ...content, messageId: newId(), at: world.now() }
  world.posts.push(accepted)
  if (world.switches.echo) world.queue.push(echoOf(world, accepted))
  world.rings()
  return accepted
}

const sent = ({ messageId, at }: Post): Given => ({ message_id: messageId, date: at })

/** The bot's own message as the platform may bring it back. */
export function echoOf(world: World, { chat, text: said, messageId, at }: Post): Given {
  const from = { id: world.self.id, display_name: world.self.display_name, is_bot: true }
  const room = { id: chat, chat_type: world.chats.get(chat)!.type }
  const message = { message_id: messageId, date: at, from, chat: room, text: said }
  return { event_name: 'message.text.received', message }
}

/** How many bytes lie there; null where nothing does. */
async function fetched(address: string): Promise<number | null> {
  const answer = await fetch(address).catch(() => null)
  const bytes = await answer?.arrayBuffer()
  return answer?.status === 200 ? bytes!.byteLength : null
}

/** The platform fetches a picture itself, and again a while later: one that was there for one look is black on the phone. */
async function lookAgain(world: World, shown: Post, address: string, stopped: AbortSignal): Promise<void> {
  await sleep(world.refetchMs, undefined, { signal: stopped }).catch(() => undefined)
  if (stopped.aborted) return
  shown.black = (await fetched(address)) === null
  world.rings()
}

export const methods: Record<string, Method> = {
  getMe: ({ self, canJoinGroups }) => ({
    id: self.id,
    account_name: self.account_name,
    account_type: 'BASIC',
    can_join_groups: canJoinGroups,
  }),

  async getUpdates(world, given, { gone }) {
    if (world.webhook) throw new ApiFailure(400, 'webhook is set')
    const seconds = Number(given['timeout'] ?? 30)
    if (!Number.isFinite(seconds)) throw new ApiFailure(400, 'timeout is invalid')
    for (const end = performance.now() + seconds * 1000; !gone.aborted;) {
      const next = world.queue.shift()
      if (next) return next
      const left = end - performance.now()
      if (left <= 0) break
      await world.change(left, gone)
    }
    throw new ApiFailure(408, 'Request timeout')
  },

  setWebhook(world, given) {
    const [url, secret] = [text(given, 'url'), text(given, 'secret_token')]
    if (!/^https:\/\//u.test(url)) throw new ApiFailure(400, 'url must be https')
    if (inner.test(new URL(url).hostname)) throw new ApiFailure(400, 'url must be public')
    if (secret.length < 8 || secret.length > 256) throw new ApiFailure(400, 'secret_token must have 8-256 characters')
    const sets = (world.sets.get(world.today()) ?? 0) + 1
    if (sets > world.switches.setsADay) throw new ApiFailure(world.switches.overSets, 'Daily limit reached')
    world.sets.set(world.today(), sets)
    world.webhook = { url, secret, updatedAt: world.now() }
    world.rings()
    return { url, updated_at: world.webhook.updatedAt }
  },

  getWebhookInfo({ webhook }) {
    if (!webhook) throw new ApiFailure(404, 'Not Found')
    return { url: webhook.url, updated_at: webhook.updatedAt }
  },

  deleteWebhook(world) {
    world.webhook = null
    world.rings()
    return { url: '', updated_at: world.now() }
  },

  sendMessage(world, given) {
    const said = words(given, 'text', true)
    const { parse_mode: mode, text_styles: styles } = given
    if (mode !== undefined && mode !== 'markdown' && mode !== 'html') throw new ApiFailure(400, 'parse_mode is invalid')
    return sent(post(world, chatOf(world, given), { text: said, photo: null, styles: mode ?? styles ?? null }))
  },

  async sendPhoto(world, given, { stopped, locate }) {
    const chat = chatOf(world, given)
    const caption = words(given, 'caption', false)
    const photo = text(given, 'photo')
    const address = locate(photo)
    const size = await fetched(address)
    if (size === null) throw new ApiFailure(400, 'photo cannot be downloaded')
    const shown = post(world, chat, { text: caption, photo: { url: photo, size } })
    void lookAgain(world, shown, address, stopped)
    return sent(shown)
  },

  sendSticker(world, given) {
    text(given, 'sticker')
    return sent(post(world, chatOf(world, given), { text: '', photo: null }))
  },

  sendVoice(world, given) {
    if (!text(given, 'voice_url').endsWith('.aac')) throw new ApiFailure(400, 'voice_url must end with .aac')
    const chat = chatOf(world, given)
    // To a group it is said to be sent, and nothing arrives.
    if (world.chats.get(chat)!.type === 'GROUP') return { message_id: newId(), date: world.now() }
    return sent(post(world, chat, { text: '', photo: null }))
  },

  sendChatAction(world, given) {
    chatOf(world, given)
    if (given['action'] !== 'typing') throw new ApiFailure(400, 'action is invalid')
    return undefined
  },

  async testWebhook(world, _given, { locate }) {
    if (!world.webhook) throw new ApiFailure(404, 'Not Found')
    const tests = (world.tests.get(world.today()) ?? 0) + 1
    if (tests > testsADay) throw new ApiFailure(426, 'Daily limit reached', 'errorCode')
    world.tests.set(world.today(), tests)
    return probe(world, locate)
  },
}

/** Hosts the platform does not call: this computer's own, and those of a local network. */
const inner = /^(?:localhost|127\.|10\.|192\.168\.)/u

/** The documents say that there is a limit, not which. */
const testsADay = 5
