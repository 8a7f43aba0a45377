import express, { Router } from 'express'
import { z } from 'zod'
import { addressKey, type Address } from '../../chat.js'
import type { Clock } from '../../clock.js'
import { RetryLater } from '../../errors.js'
import type { Store } from '../../store/store.js'
import type { WebWall } from '../../store/wall.js'
import type { T, Words } from '../../words.js'
import { HttpError } from '../http-error.js'
import { steps, type Advancing } from './advancing.js'
import { groupOf, memberOf, readDemo } from './demo-branch.js'
import { reachedSince } from './reached.js'
import { translator } from './reader.js'
import { webAccount } from './web-account.js'

/** Takes what a person did on the page; durable and shown when the promise resolves. `at` is domain ms. */
export type Hear = (
  heard: { id: string; as: Address; name: string; chat: Address; group: boolean; at: number } & (
    { kind: 'text'; text: string; replyTo?: string } | { kind: 'choice'; data: string; messageId: string }
  ),
) => Promise<void>

/** A text of 1 MB must come through to the product, which says what it thinks of it. */
const bodyLimit = '1.5mb'

const messageId = z.string().min(1).max(300)
const spoken = { id: z.uuid(), as: webAccount, chat: z.enum(['private', 'group']) }
const sayBody = z.strictObject({ ...spoken, text: z.string(), replyTo: messageId.optional() })
const pressBody = z.strictObject({ ...spoken, messageId, data: z.string().min(1).max(200) })
const advanceBody = z.strictObject({ to: z.enum(steps) })

/** What the page does. `say` and `press` may be repeated with the same id until they are answered. */
export function speakingRoutes(given: {
  store: Store
  clock: Pick<Clock, 'now'>
  words: Words
  wall: Pick<WebWall, 'list' | 'place'>
  hear: Hear
  readClock: () => Promise<void>
  advancing: Advancing
  /** Aborted when the service stops. */
  signal: AbortSignal
}): Router {
  const { store, clock, words, hear, advancing } = given
  const router = Router()
  router.use(express.json({ limit: bodyLimit, inflate: false }))
  router.use(async (_request, _response, next) => {
    await given.readClock()
    next()
  })

  router.post('/say', async (request, response) => {
    const { id, as, chat, text, replyTo } = sayBody.parse(request.body)
    const t = translator(words, request)
    if (text.trim() === '') throw new HttpError(400, 'empty', t('page-say-empty'))
    const speaker = await speakerIn(as, chat, t)
    await hear({ id, as, ...speaker, kind: 'text', text, ...(replyTo !== undefined && { replyTo }) })
    response.json({ id })
  })

  router.post('/press', async (request, response) => {
    const { id, as, chat, messageId, data } = pressBody.parse(request.body)
    const speaker = await speakerIn(as, chat, translator(words, request))
    await hear({ id, as, ...speaker, kind: 'choice', messageId, data })
    response.json({ id })
  })

  router.post('/advance', async (request, response) => {
    const { to } = advanceBody.parse(request.body)
    const place = given.wall.place()
    const run = advancing.run(to)
    if (!run) throw new HttpError(409, 'busy', translator(words, request)('page-refused-busy'))
    const outcome = await unlessStopped(run, given.signal)
    response.json({ ...outcome, reached: await reachedSince(store, given.wall, place) })
  })

  async function speakerIn(as: Address, chat: 'private' | 'group', t: T) {
    const demo = await readDemo(store)
    const member = demo ? memberOf(demo, as) : undefined
    const said = { name: member?.name ?? addressKey(as), at: clock.now() }
    if (chat === 'private') return { ...said, chat: as, group: false }
    const group = demo && groupOf(demo)
    if (!member || !group) throw new HttpError(403, 'not-in-group', t('page-refused-group'))
    return { ...said, chat: group, group: true }
  }

  return router
}

/** A stop does not wait for a clock that runs: whatever falls due is done at the next start. */
async function unlessStopped<R>(run: Promise<R>, signal: AbortSignal): Promise<R> {
  let stopped = (): void => undefined
  const stop = new Promise<never>((_resolve, reject) => {
    stopped = () => reject(new RetryLater(1000))
  })
  signal.addEventListener('abort', stopped)
  try {
    return await Promise.race([run, stop])
  } finally {
    signal.removeEventListener('abort', stopped)
  }
}
