import { setTimeout as wait } from 'node:timers/promises'
import type { Response } from 'express'
import type { Clock } from '../../clock.js'
import type { Log } from '../../log.js'
import type { WebMessage } from '../../store/delivery.js'
import type { WebWall } from '../../store/wall.js'
import type { Advancing } from './advancing.js'
import { shownMessage } from './shown-message.js'

/** Other instances write too: what drew its place this long ago is surely there. */
const settledMs = 5000
const pageSize = 200
const pollMs = 250
const heartbeatMs = 15_000

export interface EventsGiven {
  wall: Pick<WebWall, 'list' | 'get'>
  clock: Pick<Clock, 'now' | 'real' | 'mono'>
  readClock: () => Promise<void>
  advancing: Pick<Advancing, 'running'>
  log: Log
  /** Aborted when the service stops: streams do not end by themselves. */
  signal: AbortSignal
}

/**
 * Server-sent events until the browser leaves: `message` for what is new or edited in `chats` after the change `after`
 * (some of it twice: the page goes by id and n), `clock` whenever the domain clock shows something else.
 */
export async function streamEvents(
  given: EventsGiven,
  response: Response,
  chats: string[],
  after: number,
): Promise<void> {
  const { wall, clock, log } = given
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const stop = AbortSignal.any([given.signal, gone.signal])
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  response.write('retry: 1000\n\n')

  let lastId = after
  let settled = after - settledMs * 1024
  let sent = new Map<string, number>()
  let lastClock = ''
  let wroteAt = clock.mono()
  const write = (text: string): void => {
    response.write(text)
    wroteAt = clock.mono()
  }

  async function writeMessages(): Promise<void> {
    const pages = await Promise.all(chats.map((chat) => changesAfter(wall, chat, settled)))
    const messages = pages.flat().sort((a, b) => a.n - b.n)
    for (const message of messages.filter(({ _id, n }) => sent.get(_id) !== n)) {
      lastId = Math.max(lastId, message.n)
      write(`event: message\nid: ${lastId}\ndata: ${JSON.stringify(shownMessage(message))}\n\n`)
    }
    settled = Math.max(settled, Math.min(lastId, (clock.real() - settledMs) * 1024))
    sent = new Map(messages.filter(({ n }) => n > settled).map(({ _id, n }) => [_id, n]))
  }

  function writeClock(): void {
    const data = JSON.stringify(shownClock(given))
    if (data !== lastClock) write(`event: clock\ndata: ${data}\n\n`)
    lastClock = data
  }

  async function writeNews(): Promise<void> {
    await given.readClock()
    writeClock()
    await writeMessages()
  }

  while (!stop.aborted) {
    if (!response.writableNeedDrain) {
      await writeNews().catch((error: unknown) => log.warn({ err: error }, 'what is new cannot be read'))
      if (clock.mono() - wroteAt >= heartbeatMs) write(': still here\n\n')
    }
    await wait(pollMs, undefined, { signal: stop }).catch(() => undefined)
  }
  response.end()
}

async function changesAfter(wall: Pick<WebWall, 'list'>, chat: string, after: number): Promise<WebMessage[]> {
  const found: WebMessage[] = []
  for (;;) {
    const page = await wall.list(chat, found.at(-1)?.n ?? after, pageSize)
    found.push(...page)
    if (page.length < pageSize) return found
  }
}

/** Whole minutes: the page shows no more, and nothing is pushed in between. */
function shownClock({ clock, advancing }: EventsGiven): { now: number; running: string | null } {
  const running = advancing.running()
  const now = running?.now ?? clock.now()
  return { now: now - (now % 60_000), running: running?.to ?? null }
}
