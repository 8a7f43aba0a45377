import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url))
const WARM_UP = 20
/** As `npm start`, the unit and the image start it. */
const flags = ['--enable-source-maps', '--max-semi-space-size=4']

/** The built product as a child process. */
export interface Service {
  url: string
  /** From the spawn until `/readyz` says that it works. */
  startedMs: number
  /** The moment of the spawn, by `performance`. */
  began: number
  /** Resident memory now, in MB. */
  residentMb(): number
  stop(): Promise<void>
}

export async function startService(env: Record<string, string>): Promise<Service> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, cli, 'start'], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  while (!(await isWorking(url))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the service ended before it was ready')
    await sleep(5)
  }
  const startedMs = performance.now() - began
  return {
    url,
    began,
    startedMs,
    residentMb() {
      const [, kilobytes] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))!
      return Number(kilobytes) / 1024
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** From a member's command to the answer on the wall, one turn after another; ms. */
export async function turns({ url }: Service, count: number): Promise<number[]> {
  await post(`${url}/api/advance`, { to: 'next' })
  const took: number[] = []
  let after = 0
  const answered = async (): Promise<boolean> => {
    const { messages, more } = (await (await fetch(`${url}/api/messages?chat=web:m02&after=${after}`)).json()) as {
      messages: { n: number; author: string }[]
      more: boolean
    }
    after = messages.at(-1)?.n ?? after
    return messages.some(({ author }) => author === 'bot') && !more
  }
  await answered()
  for (let turn = -WARM_UP; turn < count; turn++) {
    const began = performance.now()
    await post(`${url}/api/say`, { id: randomUUID(), as: 'web:m02', chat: 'private', text: '/thoisu' })
    while (!(await answered())) await sleep(1)
    if (turn >= 0) took.push(performance.now() - began)
  }
  return took
}

async function isWorking(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null)
  return answer?.status === 200 && ((await answer.json()) as { working: boolean }).working
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
