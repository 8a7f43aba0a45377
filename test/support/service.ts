import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { isCalled } from './is-called.js'

const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url))

export interface Shown {
  id: string
  author: string
  title: string | null
  text: string
  choices: { label: string; does: string }[]
  attachment: { name: string; size: number } | null
  first: number
  at: number
  edited: boolean
}

/** The built product as a child process, driven through the page's own interface. */
export interface Service {
  readonly port: number
  readonly process: ChildProcess
  /** What it wrote to its log. */
  log(): string
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>
  /** Resolves with the signal or code when it ends by itself. */
  readonly ended: Promise<string>
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

export function startService(env: Record<string, string>, args: string[] = ['start']): Service {
  const child = spawn(process.execPath, [cli, ...args], {
    // Not in the repository: somebody's own .env there must not come into a test.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', TZ: 'America/New_York', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code))
  return {
    port: Number(env['PORT']),
    process: child,
    ended,
    log: () => written,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

/** Resolves when `/readyz` says that this instance is ready (and, unless told otherwise, works). */
export async function ready(service: Service, want: { working: boolean } = { working: true }): Promise<void> {
  for (let look = 0; ; look++) {
    const answer = await fetch(`http://127.0.0.1:${service.port}/readyz`).catch(() => null)
    if (answer?.status === 200 && (!want.working || ((await answer.json()) as { working: boolean }).working)) return
    if (service.process.exitCode !== null || service.process.signalCode !== null || look > 600) {
      throw new Error(`the service did not become ready:\n${service.log()}`)
    }
    await sleep(50)
  }
}

/** What a person can do on the page. Requests are repeated with the same id until they are answered, as the page does. */
export interface Page {
  say(
    member: string,
    text: string,
    options?: { chat?: 'private' | 'group'; replyTo?: string; id?: string },
  ): Promise<void>
  press(member: string, label: string, chat?: 'private' | 'group'): Promise<void>
  forge(member: string, messageId: string, data: string, id?: string): Promise<void>
  messages(chat: string): Promise<Shown[]>
  /** Waits until the newest message of the bot in that chat fulfils `test`. */
  until(chat: string, test: (message: Shown) => boolean): Promise<Shown>
  advance(to: 'next' | 'day' | 'month'): Promise<{ now: number; steps: number } | null>
  now(): Promise<number>
}

export function openPage(port: () => number): Page {
  const url = (path: string): string => `http://127.0.0.1:${port()}/api/${path}`

  async function post(path: string, body: unknown): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(url(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).catch(() => null)
      if (answer?.ok) return answer.json()
      if (answer && answer.status < 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      if (attempt > 400) throw new Error(`${path}: no answer`)
      await sleep(50)
    }
  }

  async function get(path: string): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(url(path)).catch(() => null)
      if (answer?.ok) return answer.json()
      if (attempt > 400) throw new Error(`${path}: ${answer?.status ?? 'no answer'}`)
      await sleep(50)
    }
  }

  async function messages(chat: string): Promise<Shown[]> {
    const found = new Map<string, Shown & { n: number }>()
    for (let after = 0; ;) {
      const page = (await get(`messages?chat=web:${chat}&after=${after}`)) as {
        messages: (Shown & { n: number })[]
        more: boolean
      }
      for (const message of page.messages) found.set(message.id, message)
      if (!page.more) return [...found.values()].sort((a, b) => a.first - b.first)
      after = page.messages.at(-1)!.n
    }
  }

  const ofBot = async (chat: string): Promise<Shown[]> =>
    (await messages(chat)).filter((message) => message.author === 'bot')

  return {
    messages,
    async say(member, text, { chat = 'private', replyTo, id = randomUUID() } = {}) {
      await post('say', { id, as: `web:${member}`, chat, text, ...(replyTo === undefined ? {} : { replyTo }) })
    },
    async press(member, label, chat = 'private') {
      const where = chat === 'group' ? 'group' : member
      const message = (await ofBot(where))
        .reverse()
        .find((one) => one.choices.some((choice) => isCalled(choice, label)))
      if (!message) throw new Error(`${member} sees no button «${label}»`)
      const data = message.choices.find((choice) => isCalled(choice, label))!.does
      await post('press', { id: randomUUID(), as: `web:${member}`, chat, messageId: message.id, data })
    },
    async forge(member, messageId, data, id = randomUUID()) {
      await post('press', { id, as: `web:${member}`, chat: 'private', messageId, data })
    },
    async until(chat, test) {
      for (let look = 0; look < 600; look++) {
        const message = (await ofBot(chat)).at(-1)
        if (message && test(message)) return message
        await sleep(25)
      }
      throw new Error(`${chat} did not see it; last: ${JSON.stringify((await ofBot(chat)).at(-1))}`)
    },
    async advance(to) {
      const answer = await fetch(url('advance'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to }),
      }).catch(() => null)
      if (answer === null) return null
      if (!answer.ok) throw new Error(`advance: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as { now: number; steps: number }
    },
    now: async () => ((await get('people')) as { now: number }).now,
  }
}
