import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url))
let port = 4700

interface Running {
  url: string
  startedMs: number
  residentMb: number
  stop(): Promise<void>
}

/** Starts the built product; measured is the time from the spawn until `/readyz` says that it works. */
export async function start(env: Record<string, string>): Promise<Running> {
  const url = `http://127.0.0.1:${++port}`
  const began = performance.now()
  const child = spawn(process.execPath, [cli, 'start'], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok && ((await answer.json()) as { working: boolean }).working) break
    if (child.exitCode !== null) throw new Error('the service ended')
    await sleep(5)
  }
  const startedMs = performance.now() - began
  const [, kilobytes] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))!
  return {
    url,
    startedMs,
    residentMb: Number(kilobytes) / 1024,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** From the request of a member's command to its answer on the page, one after another. */
export async function turns(url: string, count: number): Promise<number[]> {
  await fetch(`${url}/api/advance`, post({ to: 'next' }))
  const took: number[] = []
  let after = 0
  const look = async (): Promise<boolean> => {
    const answer = await fetch(`${url}/api/messages?chat=web:m02&after=${after}`)
    const { messages } = (await answer.json()) as { messages: { n: number; author: string }[] }
    after = messages.at(-1)?.n ?? after
    return messages.some(({ author }) => author === 'bot')
  }
  await look()
  for (let turn = 0; turn < count; turn++) {
    const began = performance.now()
    await fetch(`${url}/api/say`, post({ id: randomUUID(), as: 'web:m02', chat: 'private', text: '/thoisu' }))
    while (!(await look())) await sleep(1)
    took.push(performance.now() - began)
  }
  return took
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
