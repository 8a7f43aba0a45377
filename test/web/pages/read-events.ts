import { request } from 'undici'

export interface ServerEvent {
  event: string
  id: string | null
  data: Record<string, unknown>
}

/** A client of server-sent events, as small as the tests need it: `next` waits for the next event of one kind. */
export async function readEvents(url: string, headers: Record<string, string> = {}) {
  const { body } = await request(url, { headers, bodyTimeout: 0 })
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  const decoder = new TextDecoder()
  const events: ServerEvent[] = []
  let rest = ''

  async function more(): Promise<boolean> {
    const chunk = await chunks.next()
    if (chunk.done === true) return false
    const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n')
    rest = blocks.pop()!
    events.push(...blocks.map(parse).filter((event) => event !== null))
    return true
  }

  return {
    async next(kind: string): Promise<ServerEvent> {
      for (;;) {
        const found = events.findIndex(({ event }) => event === kind)
        if (found >= 0) return events.splice(found, 1)[0]!
        if (!(await more())) throw new Error(`the stream ended without another ${kind}`)
      }
    },
    async ended(): Promise<void> {
      while (await more());
    },
    close: () =>
      new Promise<void>((resolve) =>
        body
          .on('close', resolve)
          .on('error', () => undefined)
          .destroy(),
      ),
  }
}

function parse(block: string): ServerEvent | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null
  const [event, data] = [field('event'), field('data')]
  return event && data ? { event, id: field('id'), data: JSON.parse(data) as Record<string, unknown> } : null
}
