import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import type { Clock } from '../../../clock.js'
import type { Store } from '../../../store/store.js'
import { locales, type Words } from '../../../words.js'
import { isLocale } from '../reader.js'
import { findReading, type Reading } from './find-reading.js'
import { createGuesses } from './guesses.js'
import { readingHtml, readingPolicy, refusalHtml } from './page-html.js'

type Asked = Request<{ token: string }>
const statusOf = { expired: 410, none: 404, wait: 429 } as const

/**
 * What a link in a message opens: a text, a document or a picture, for the one member it was sent to. A link may be
 * opened any number of times until it expires: some platforms fetch a picture again and later.
 */
export function createReadingPage(given: { store: Store; clock: Pick<Clock, 'now' | 'mono'>; words: Words }): Router {
  const { store, clock, words } = given
  const guesses = createGuesses(() => clock.mono())
  const router = Router()

  router.use('/doc', (_request, response, next) => {
    response.set({
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow, noarchive',
      'Content-Security-Policy': readingPolicy,
    })
    next()
  })

  router.get('/doc/:token', async (request, response) => {
    const reading = await opened(request, response)
    if (!reading) return
    const { token } = request.params
    response.type('html').send(readingHtml(words.in(reading.member.locale), token, reading))
  })

  router.get('/doc/:token/file', async (request, response) => {
    const reading = await opened(request, response)
    if (!reading?.file) return reading && refuse(request, response, 'none')
    response.attachment(reading.file.name)
    await sendBytes(request, response, reading.file)
  })

  router.get('/doc/:token/picture', async (request, response) => {
    const reading = await opened(request, response)
    if (!reading) return
    const { file } = reading
    if (!file || !/^image\/(?:jpeg|png)$/u.test(file.mime)) return refuse(request, response, 'none')
    response.set('Content-Disposition', 'inline')
    await sendBytes(request, response, file)
  })

  /** Null where the answer has been given: there is nothing here for whoever asks. */
  async function opened(request: Asked, response: Response): Promise<Reading | null> {
    const from = request.ip ?? ''
    const found = guesses.tooMany(from) ? 'wait' : await findReading(store, clock, request.params.token)
    if (found === 'forged') guesses.wrong(from)
    if (found !== null && typeof found === 'object') return found
    refuse(request, response, found === 'expired' || found === 'wait' ? found : 'none')
    return null
  }

  function refuse(request: Request, response: Response, why: keyof typeof statusOf): void {
    const wanted = request.acceptsLanguages(...locales)
    const locale = isLocale(wanted) ? wanted : 'vi'
    if (why === 'wait') response.set('Retry-After', '600')
    response
      .status(statusOf[why])
      .type('html')
      .send(refusalHtml(words.in(locale), locale, why))
  }

  async function sendBytes(
    request: Request,
    response: Response,
    { mime, size, sha256 }: NonNullable<Reading['file']>,
  ): Promise<void> {
    response.type(mime)
    response.set({ 'Content-Length': String(size), 'Accept-Ranges': 'none' })
    if (request.method === 'HEAD') return void response.end()
    try {
      await pipeline(store.files.open(sha256), response)
    } catch (error) {
      // Whoever asked has gone away.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    }
  }

  return router
}
