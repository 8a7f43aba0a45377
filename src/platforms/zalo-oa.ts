import type { Router } from 'express'
import type { Attachment, Part, Platform, Update } from '../chat.js'
import { OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../errors.js'
import type { Log } from '../log.js'
import { aborted } from './aborted.js'
import { createHttp } from './zalo/http.js'
import { createOpenMedia } from './zalo/media.js'
import { textLimit } from './zalo/numbered-text.js'
import { aboutFailure, classify } from './zalo-oa/classify.js'
import { createZaloOaClient } from './zalo-oa/client.js'
import { createOwnId } from './zalo-oa/own-id.js'
import { groupOf, ownIdIn, readUpdates, speakerOf, type Event } from './zalo-oa/read-event.js'
import { partsOf, wayOf } from './zalo-oa/render.js'
import { createTokens, type TokenVault } from './zalo-oa/tokens.js'
import { createWebhook } from './zalo-oa/webhook.js'

/** The platform lets an account be answered for a while after it spoke to the OA. */
interface Windows {
  /** That while is over at `now` (domain ms). */
  isClosed(account: string, now: number): Promise<boolean>
  /** A later moment wins. Returns since when he may have been out of reach, until that is told; else null. */
  note(account: string, at: number): Promise<number | null>
  told(account: string): Promise<void>
}

export interface ZaloOaOptions {
  appId: string
  appSecret: string
  secretKey: string
  /** Without a slash at their ends. */
  apiRoot: string
  oauthRoot: string
  verifier: string | null
  vault: TokenVault
  windows: Windows
  /** The bytes of a file we send, by the hash they are stored under. */
  read: (sha256: string) => AsyncIterable<Uint8Array>
  /** Domain and real ms. */
  now: () => number
  real: () => number
  failpoint: (name: string) => void
  /** A webhook came that another key has signed. */
  turnedAway: () => void
  log: Log
}

export type ZaloOa = Platform & { webhook: Router }

const CALL_MS = 10_000
const UPLOAD_AGAIN_MS = 5000

/** A Zalo Official Account: what is said comes by a webhook alone; who has been silent for long cannot be written to. */
export function createZaloOa(options: ZaloOaOptions): ZaloOa {
  const { appId, secretKey, apiRoot, verifier, windows, read, now, log } = options
  const http = createHttp()
  const tokens = createTokens({ ...options, http })
  const client = createZaloOaClient({ apiRoot, http, tokens })
  const self = createOwnId({
    standIn: appId,
    ask: async () => (await client.getOa(AbortSignal.timeout(CALL_MS))).oa_id,
    real: options.real,
  })
  let asked = false
  let receive: ((update: Update) => Promise<void>) | null = null

  async function take(event: Event, to: (update: Update) => Promise<void>): Promise<void> {
    const speaker = speakerOf(event)
    self.learn(ownIdIn(event))
    // Of what comes to nothing it need not be known.
    if (speaker === null && readUpdates(event, '', now()).length === 0) return
    const oa = self.known() ?? (await self.need())
    const updates = readUpdates(event, oa, now())
    for (const update of updates) await to(update)
    if (speaker === null) return
    const at = updates[0]?.at ?? now()
    const since = await windows.note(speaker, at)
    if (since === null) return
    const from = { channel: 'zalo-oa' as const, id: speaker }
    const id = `zalo-oa:${oa}:back:${speaker}:${since}`
    const name = updates[0]?.name ?? ''
    await to({ kind: 'standing', standing: 'back', id, at, from, name, chat: from, group: false })
    await windows.told(speaker)
  }

  async function send(part: Part, to: string, signal: AbortSignal): Promise<{ message_id: string }> {
    const { text, attachment } = part
    const group = groupOf(to)
    if (group !== null) return client.sendGroupText(group, inGroup(part), signal)
    if (!attachment) return client.sendText(to, text, signal)
    const { name, mime } = attachment
    const file = { name, mime, bytes: await bytesOf(read, attachment) }
    if (wayOf(attachment) === 'image') {
      return client.sendImage(to, text, await uploaded(client.uploadImage(file, signal)), signal)
    }
    return client.sendFile(to, await uploaded(client.uploadFile(file, signal)), signal)
  }

  return {
    name: 'zalo-oa',
    can: { textLimit, buttons: false, files: true, edit: false, groups: true, repeat: false },
    webhook: createWebhook({
      appId,
      secretKey,
      verifier,
      turnedAway: options.turnedAway,
      log,
      take: () => {
        const to = receive
        return to && ((event) => take(event, to))
      },
    }),
    /** A token that is dead, or a platform that is away, stops nothing but sending: what members say is heard all the same. */
    async start() {
      const first = !asked
      asked = true
      try {
        const oa = await client.getOa(AbortSignal.timeout(CALL_MS))
        if (self.known() !== oa.oa_id) log.info({ oa: oa.oa_id }, 'Zalo OA answers')
        self.is(oa.oa_id)
        return { id: oa.oa_id, name: oa.name ?? '' }
      } catch (error) {
        log.warn(aboutFailure(error), 'Zalo OA does not answer as it should')
        if (first) return { id: '', name: '' }
        const failure = classify(error)
        throw failure instanceof RetryLater ? failure : new RetryLater(CALL_MS)
      }
    },
    async listen(to, signal) {
      receive = to
      log.info('Zalo OA: listening')
      await aborted(signal)
      receive = null
      await tokens.settle()
    },
    parts: partsOf,
    async send(_id, part, to, signal) {
      try {
        // A group is written to at any time, and keeps no such moment.
        if (await windows.isClosed(to.id, now())) throw new Undeliverable('window')
        return { messageId: (await send(part, to.id, signal)).message_id }
      } catch (error) {
        if (error instanceof StoreUnavailable) throw new RetryLater(1000)
        const failure = classify(error)
        if (failure instanceof Undeliverable && failure.reason === 'refused')
          log.warn(aboutFailure(error), 'Zalo OA refused a message; docs/zalo-oa.md says what its codes mean')
        else if (failure instanceof Undeliverable || failure instanceof OutcomeUnknown)
          log.info(aboutFailure(error), 'Zalo OA did not take a message')
        throw failure
      }
    },
    open: createOpenMedia({ loopback: apiRoot.startsWith('http:') }),
  }
}

/** Only words go to a group; a document is named, and is given to each member privately. */
const inGroup = ({ text, attachment }: Part): string => (text !== '' || !attachment ? text : `📎 ${attachment.name}`)

/** An upload nobody has seen yet: where its answer is lost, nothing has been said to anybody. */
async function uploaded(upload: Promise<string>): Promise<string> {
  try {
    return await upload
  } catch (error) {
    const failure = classify(error)
    throw failure instanceof OutcomeUnknown ? new RetryLater(UPLOAD_AGAIN_MS) : error
  }
}

/** Five megabytes at most: an upload is one body. */
async function bytesOf(read: (sha256: string) => AsyncIterable<Uint8Array>, { sha256 }: Attachment): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of read(sha256)) pieces.push(Buffer.from(piece))
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : new Undeliverable('refused')
  }
  return Buffer.concat(pieces)
}
