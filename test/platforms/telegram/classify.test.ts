import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from '@jest/globals'
import { GrammyError, HttpError } from 'grammy'
import { Moved, OutcomeUnknown, RetryLater, StoreUnavailable, Undeliverable } from '../../../src/errors.js'
import { createCall } from '../../../src/platforms/telegram/call.js'
import { classify, isFileUnknown, isThreadGone, isUnchanged } from '../../../src/platforms/telegram/classify.js'
import { createTransport } from '../../../src/platforms/telegram/transport.js'
import { canary, startApi, token } from './scripted-api.js'

const answered = (code: number, description: string, parameters: object = {}) =>
  new GrammyError('Call failed', { ok: false, error_code: code, description, parameters }, 'sendMessage', {
    text: 'thư',
  })

describe('what Telegram answers', () => {
  test.each([
    [1, 2000],
    [30, 31_000],
    [3600, 3_601_000],
  ])('429 with retry_after %d closes the gate for that long and a little more', (seconds, ms) => {
    const failure = classify(answered(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }))
    expect(failure).toEqual(new RetryLater(ms, true))
  })

  test.each([undefined, 'soon', -5, 0, null])('429 with retry_after %j closes it for half a minute', (given) => {
    const failure = classify(answered(429, 'Too Many Requests', { retry_after: given }))
    expect(failure).toEqual(new RetryLater(30_000, true))
  })

  test('a supergroup has another id', () => {
    const parameters = { migrate_to_chat_id: -1001234567890 }
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    expect(classify(answered(400, description, parameters))).toEqual(new Moved('-1001234567890'))
  })

  test.each([
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: user not found', 'gone'],
    [400, 'Bad Request: PEER_ID_INVALID', 'gone'],
    [400, 'Bad Request: message is too long', 'too-long'],
    [400, 'Bad Request: message caption is too long', 'too-long'],
    [400, 'Bad Request: file is too big', 'too-long'],
    [413, 'Request Entity Too Large', 'too-long'],
    [400, 'Bad Request: wrong file_id or the file is temporarily unavailable', 'refused'],
    [400, 'Bad Request: message thread not found', 'refused'],
    [400, 'Bad Request: message to edit not found', 'refused'],
    [400, "Bad Request: message can't be edited", 'refused'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'refused'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'refused'],
    [400, 'Bad Request: something new', 'refused'],
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'gone'],
    [403, 'Forbidden: bot was kicked from the group chat', 'gone'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'gone'],
    [403, 'Forbidden: bot is not a member of the supergroup chat', 'gone'],
    [403, 'Forbidden: the group chat was deleted', 'gone'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'no-channel'],
    [403, "Forbidden: bot can't send messages to bots", 'no-channel'],
    [403, 'Forbidden: something new', 'refused'],
  ] as const)('%d %s is not delivered: %s', (code, description, reason) => {
    expect(classify(answered(code, description))).toEqual(new Undeliverable(reason))
  })

  test('a refused token stops everything until somebody has seen to it', () => {
    expect(classify(answered(401, 'Unauthorized'))).toEqual(new RetryLater(60_000, true))
    expect(classify(answered(404, 'Not Found'))).toEqual(new RetryLater(60_000, true))
  })

  test('409 is not delivered', () => {
    const description = 'Conflict: terminated by other getUpdates request'
    expect(classify(answered(409, description))).toBeInstanceOf(RetryLater)
  })

  test.each([500, 502, 503, 504])('%d may have been delivered', (code) => {
    expect(classify(answered(code, 'Bad Gateway'))).toBeInstanceOf(OutcomeUnknown)
  })

  test('an edit that changes nothing, a closed topic and an unknown file are told apart', () => {
    const questions = [isUnchanged, isThreadGone, isFileUnknown]
    const asked = (description: string) => questions.map((question) => question(answered(400, description)))
    const unchanged =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same'
    expect(asked(unchanged)).toEqual([true, false, false])
    expect(asked('Bad Request: message thread not found')).toEqual([false, true, false])
    expect(asked('Bad Request: TOPIC_CLOSED')).toEqual([false, true, false])
    expect(asked('Bad Request: wrong file_id or the file is temporarily unavailable')).toEqual([false, false, true])
    expect(asked('Bad Request: wrong remote file identifier specified: wrong padding')).toEqual([false, false, true])
    expect(asked('Bad Request: wrong file identifier/HTTP URL specified')).toEqual([false, false, true])
    expect(asked("Bad Request: can't use file of type Photo as Document")).toEqual([false, false, true])
    expect(asked('Bad Request: chat not found')).toEqual([false, false, false])
    expect(isUnchanged(answered(500, 'message is not modified'))).toBe(false)
  })
})

test('our own store failing while a file goes up is not delivered', () => {
  expect(classify(new HttpError('Network request failed', new StoreUnavailable()))).toEqual(new RetryLater(1000))
  expect(classify(new HttpError('Network request failed', new Undeliverable('refused')))).toEqual(
    new Undeliverable('refused'),
  )
})

test('whatever is not known may have been delivered', () => {
  for (const error of [new Error('x'), new HttpError('x', new Error('y')), 'text', null, undefined]) {
    expect(classify(error)).toBeInstanceOf(OutcomeUnknown)
  }
})

describe('on the wire', () => {
  const open: { stop(): Promise<void> }[] = []
  afterEach(async () => {
    for (const server of open.splice(0)) await server.stop()
  })

  async function failureOf(url: string, signal = AbortSignal.timeout(30_000)): Promise<unknown> {
    const call = createCall({ token, apiRoot: url, transport: createTransport() })
    try {
      await call('sendMessage', { chat_id: 1, text: 'thư' }, signal)
    } catch (error) {
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(canary)
      return classify(error)
    }
    throw new Error('it was sent')
  }

  /** Talks as `talk` does to whoever connects. */
  async function tcp(talk: Parameters<typeof createServer>[1]): Promise<string> {
    const server: Server = createServer(talk)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    open.push({ stop: async () => void (server.close(), await once(server, 'close')) })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const http = async (answer: Parameters<typeof startApi>[0]): Promise<string> => {
    const api = await startApi(answer)
    open.push(api)
    return api.url
  }

  test('nobody listens there: not delivered', async () => {
    const url = await tcp(() => undefined)
    await open.pop()!.stop()
    expect(await failureOf(url)).toEqual(new RetryLater(5000))
  })

  test('no such host: not delivered', async () => {
    expect(await failureOf('http://no-such-host.invalid')).toEqual(new RetryLater(5000))
  })

  test('a host that does not speak TLS: not delivered', async () => {
    const url = await tcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    expect(await failureOf(url.replace('http:', 'https:'))).toEqual(new RetryLater(5000))
  })

  test('called off before it began: not delivered', async () => {
    expect(await failureOf(await http(() => ({ result: {} })), AbortSignal.abort())).toEqual(new RetryLater(5000))
  })

  test('called off while no answer comes: may have been delivered', async () => {
    const stop = new AbortController()
    const url = await http(() => () => stop.abort())
    expect(await failureOf(url, stop.signal)).toBeInstanceOf(OutcomeUnknown)
  })

  test('the line is cut when the bytes are through: may have been delivered', async () => {
    const url = await tcp((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(await failureOf(url)).toBeInstanceOf(OutcomeUnknown)
  })

  test('half an answer: may have been delivered', async () => {
    const url = await http(() => (_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"ok":true,')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await failureOf(url)).toBeInstanceOf(OutcomeUnknown)
  })

  test.each([
    [200, ''],
    [200, '{"ok":tru'],
    [200, '<html>login</html>'],
    [200, 'null'],
    [200, '{}'],
    [200, '{"ok":false}'],
    [302, ''],
    [403, '<html>forbidden</html>'],
    [500, '<html>oops</html>'],
    [502, 'Bad Gateway'],
  ])('an answer %d %j that is not Telegram’s: may have been delivered', async (status, body) => {
    const url = await http(() => (_request, response) => void response.writeHead(status, { location: '/' }).end(body))
    expect(await failureOf(url)).toBeInstanceOf(OutcomeUnknown)
  })

  test('a proxy that takes no more, or nothing so large: not delivered', async () => {
    const answer = (status: number) => http(() => (_request, response) => void response.writeHead(status).end('<html>'))
    expect(await failureOf(await answer(429))).toEqual(new RetryLater(30_000, true))
    expect(await failureOf(await answer(413))).toEqual(new Undeliverable('too-long'))
  })

  test('an answer without end is read no further than a megabyte', async () => {
    let written = 0
    let closed: Promise<unknown> = Promise.resolve()
    const url = await http(() => (_request, response) => {
      closed = once(response, 'close')
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536))) written += 65_536
      }
      response.on('drain', more)
      more()
    })
    expect(await failureOf(url)).toBeInstanceOf(OutcomeUnknown)
    await closed
    expect(written).toBeLessThan(20_000_000)
  })

  test('nothing is sent twice', async () => {
    let calls = 0
    const url = await http(() => (request) => void (calls++, request.socket.destroy()))
    expect(await failureOf(url)).toBeInstanceOf(OutcomeUnknown)
    expect(calls).toBe(1)
  })
})
