import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { z } from 'zod'
import { addressKey } from '../../chat.js'
import { hasRight } from '../../domain/people/rights.js'
import type { Store } from '../../store/store.js'
import type { Words } from '../../words.js'
import { HttpError } from '../http-error.js'
import { accountOnPage, groupOf, memberOf, readDemo } from './demo-branch.js'
import { deliveryLists } from './delivery-lists.js'
import { streamEvents, type EventsGiven } from './events.js'
import { wordsOfPage } from './page-words.js'
import { isLocale, translator } from './reader.js'
import { shownMessage } from './shown-message.js'
import { webAccount } from './web-account.js'

const messagesAtOnce = 500

const after = z.coerce.number().int().nonnegative().default(0)
const messagesQuery = z.object({ chat: webAccount, after })
const eventsQuery = z.object({ as: webAccount.optional(), after })
const fileQuery = z.object({ as: webAccount, message: z.string().max(300) })
const deliveriesQuery = z.object({ as: webAccount })

/** What the page reads. */
export function readingRoutes(given: EventsGiven & { store: Store; words: Words }): Router {
  const { store, clock, words, wall } = given
  const router = Router()

  router.get('/words', (request, response) => {
    const { locale } = request.query
    const known = isLocale(locale) ? locale : 'vi'
    response.json({ locale: known, words: wordsOfPage(words.in(known)) })
  })

  router.get('/people', async (_request, response) => {
    await given.readClock()
    const demo = await readDemo(store)
    const members = (demo?.members ?? []).map((member) => {
      const own = accountOnPage(member)
      const { name, roles, place } = member
      return { account: own && addressKey(own), name, roles, place, keepsPapers: hasRight(member, 'recorder') }
    })
    const group = demo && groupOf(demo)
    const branch = demo && { name: demo.branch.name, locale: demo.branch.locale }
    response.json({ branch, members, group: group && addressKey(group), now: clock.now() })
  })

  router.get('/messages', async (request, response) => {
    const query = messagesQuery.parse(request.query)
    const messages = await wall.list(addressKey(query.chat), query.after, messagesAtOnce)
    response.json({ messages: messages.map(shownMessage), more: messages.length === messagesAtOnce })
  })

  router.get('/file', async (request, response) => {
    const { as, message: id } = fileQuery.parse(request.query)
    const message = await wall.get(id)
    const demo = await readDemo(store)
    const group = demo && memberOf(demo, as) ? groupOf(demo) : null
    const own = [as, group].some((chat) => chat != null && addressKey(chat) === message?.chat)
    if (!own || !message?.attachment)
      throw new HttpError(404, 'no-file', translator(words, request)('page-refused-file'))
    const { name, mime, size, sha256 } = message.attachment
    response.attachment(name).type(mime)
    response.set({ 'Content-Length': String(size), 'X-Content-Type-Options': 'nosniff' })
    await pipeline(store.files.open(sha256), response)
  })

  router.get('/events', async (request, response) => {
    const query = eventsQuery.parse(request.query)
    // A browser that comes back says what it saw last; its address still bears what it began with.
    const resumed = after.parse(request.headers['last-event-id'] ?? query.after)
    const demo = await readDemo(store)
    const group = demo && query.as && memberOf(demo, query.as) ? groupOf(demo) : null
    const chats = [query.as, group].filter((chat) => chat != null).map(addressKey)
    await streamEvents(given, response, chats, resumed)
  })

  router.get('/deliveries', async (request, response) => {
    const { as } = deliveriesQuery.parse(request.query)
    const demo = await readDemo(store)
    const member = demo && memberOf(demo, as)
    if (!member || !hasRight(member, 'recorder')) {
      throw new HttpError(403, 'forbidden', translator(words, request)('page-refused-deliveries'))
    }
    response.json({ lists: await deliveryLists(store, demo) })
  })

  return router
}
