// Starts the built product with the Node that runs this script, waits until it is ready, and stops it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port } = probe.address()
probe.close()
await once(probe, 'close')

const dataDir = mkdtempSync(join(tmpdir(), 'chibot-smoke-'))
const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
const service = spawn(process.execPath, ['dist/src/cli.js', 'start'], { env, stdio: ['ignore', 'inherit', 'inherit'] })
const ended = once(service, 'exit')
try {
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status === 200
  for (let look = 0; !(await ready()); look++) {
    if (look > 150 || service.exitCode !== null) throw new Error('the service did not become ready')
    await sleep(100)
  }
  service.kill('SIGTERM')
  const code = (await Promise.race([ended, sleep(20_000, ['no end'], { ref: false })]))[0]
  if (code !== 0) throw new Error(`the service ended with ${code}`)
  console.log(`started, ready and stopped on Node ${process.version}`)
} finally {
  service.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
}
