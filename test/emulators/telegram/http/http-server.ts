import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError, refusals } from './api-error.js'
import { refusalAnswer } from './dispatch.js'
import type { Answer, Dispatch } from './dispatch.js'
import type { createFaults, Fault } from './faults.js'
import { readRequest } from './request-body.js'
import type { BotState, Call } from '../world/state.js'
import type { World } from '../world/world.js'

interface ServerDeps {
  world: World
  dispatch: Dispatch
  faults: ReturnType<typeof createFaults>
}

/** What became of a request: an answer, or the status of one given by other means, or null for a dead connection. */
type Outcome = Answer | { told: number | null }

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...(status === 413 && { connection: 'close' }) })
  response.end(JSON.stringify(body))
}

function writeBroken(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' })
  response.end(`<html><head><title>${status}</title></head><body><center>nginx</center></body></html>`)
}

const released = (signal: AbortSignal): Promise<unknown> => (signal.aborted ? Promise.resolve() : once(signal, 'abort'))

/** The HTTP face: `/bot<token>/<method>` and `/file/bot<token>/<path>`, with scripted faults in between. */
export async function createHttpServer({ world, dispatch, faults }: ServerDeps) {
  function findBot(token: string): BotState {
    if (!/^\d+:[\w-]+$/.test(token)) throw refusals.notFound()
    const bot = world.bots.get(token)
    if (!bot) throw refusals.unauthorized()
    return bot
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://telegram')
    const [, prefix, token, rest] = /^\/(bot|file\/bot)([^/]*)\/(.*)$/.exec(url.pathname) ?? []
    try {
      if (token === undefined || rest === undefined) throw refusals.notFound()
      const bot = findBot(decodeURIComponent(token))
      if (prefix === 'bot') return await serveCall(bot, rest, url, request, response)
      await serveFile(bot, rest, request, response)
    } catch (error) {
      if (response.destroyed) return
      if (error instanceof ApiError) return write(response, refusalAnswer(error))
      // A fault of the emulator itself must not pass for one of the platform.
      response.writeHead(599).end(`emulator: ${String((error as Error).stack)}`)
    }
  }

  async function serveCall(
    bot: BotState,
    method: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const brought = await readRequest(request, url)
    const call = dispatch.open(bot, method, brought)
    const hungUp = new AbortController()
    response.on('close', () => hungUp.abort())
    const struck = faults.take(call.method, call.chat)
    const answer = () => dispatch.run(bot, call, brought, hungUp.signal)
    const outcome = struck ? await strike(struck, call, response, answer) : await answer()
    if ('told' in outcome) return dispatch.close(call, outcome.told)
    dispatch.close(call, response.destroyed ? null : outcome.status)
    if (!response.destroyed) write(response, outcome)
  }

  async function strike(
    { fault, released: signal }: { fault: Fault; released: AbortSignal },
    call: Call,
    response: ServerResponse,
    answer: () => Promise<Answer>,
  ): Promise<Outcome> {
    const socket = response.socket
    if (typeof fault === 'object') {
      if ('refuse' in fault) {
        call.description = fault.refuse.description
        return refusalAnswer(fault.refuse)
      }
      if ('broken' in fault) {
        writeBroken(response, fault.broken)
        return { told: fault.broken }
      }
      if ('slow' in fault) await wait(fault.slow, undefined, { ref: false })
      return answer()
    }
    if (fault.startsWith('apply')) {
      const given = await answer()
      // What the platform would refuse is refused: there is no answer worth losing.
      if (given.status !== 200) return given
    }
    if (fault.endsWith('hang')) await Promise.race([released(signal), once(response, 'close')])
    if (fault === 'reset') socket?.resetAndDestroy()
    else socket?.destroy()
    return { told: null }
  }

  async function serveFile(
    bot: BotState,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    request.resume()
    const given = bot.paths.get(decodeURIComponent(path))
    if (!given || given.until < world.now()) throw refusals.notFound()
    const call = dispatch.open(bot, 'download', { values: { path }, uploads: new Map() })
    const { bytes } = given.file
    const cut = faults.take('download', null)
    const fault = cut?.fault
    if (cut && fault && !(typeof fault === 'object' && 'cutAfter' in fault)) {
      const outcome = await strike(cut, call, response, () => Promise.resolve({ status: 200, body: { ok: true } }))
      if ('told' in outcome) return dispatch.close(call, outcome.told)
      dispatch.close(call, outcome.status)
      if (outcome.status !== 200) return write(response, outcome)
    } else dispatch.close(call, 200)
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
    if (typeof fault === 'object' && 'cutAfter' in fault)
      return void response.write(bytes.subarray(0, fault.cutAfter), () => response.socket?.destroy())
    response.end(bytes)
  }

  const server = createServer((request, response) => void serve(request, response))
  // Clients that keep their connections would otherwise meet one closed under their hands.
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
