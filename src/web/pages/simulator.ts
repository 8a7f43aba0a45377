import { Router } from 'express'
import type { Clock } from '../../clock.js'
import type { Log } from '../../log.js'
import type { Store } from '../../store/store.js'
import type { WebWall } from '../../store/wall.js'
import type { Words } from '../../words.js'
import { createAdvancing, type Advance } from './advancing.js'
import { ownPageOnly } from './own-page-only.js'
import { pageErrors } from './page-errors.js'
import { pageFiles } from './page-files.js'
import { readingRoutes } from './reading-routes.js'
import { speakingRoutes, type Hear } from './speaking-routes.js'

/** The local page: the chats of an invented branch, with a clock one can advance (design.md §11). Mounted at `/`. */
export function createSimulator(given: {
  store: Store
  clock: Clock
  words: Words
  wall: Pick<WebWall, 'list' | 'get' | 'place'>
  hear: Hear
  /** Takes over the time at which the branch stands; another instance may have moved it. */
  readClock: () => Promise<void>
  advance: Advance
  log: Log
  /** Aborted when the service stops: open streams end then. */
  signal: AbortSignal
}): Router {
  const { clock, words } = given
  const advancing = createAdvancing(given.advance, () => clock.now())
  const router = Router()
  router.use(ownPageOnly(words))
  router.use(pageFiles(words))
  router.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.use('/api', readingRoutes({ ...given, advancing }), speakingRoutes({ ...given, advancing }))
  router.use(pageErrors(words))
  return router
}
