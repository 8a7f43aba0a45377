import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { startService } from './support/service.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-refused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs until it ends by itself. */
async function outcome(env: Record<string, string>): Promise<{ code: string; stderr: string }> {
  const service = startService(env)
  let stderr = ''
  service.process.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return { code: await service.ended, stderr }
}

describe('a start that cannot work ends with 78 and says what to do, without a stack', () => {
  const secret = 'geheim4711'
  test.each([
    ['PORT', { PORT: secret }],
    ['TRUST_PROXY', { TRUST_PROXY: 'bad' }],
    ['LOG_LEVEL', { LOG_LEVEL: secret }],
    ['WEB_CHAT', { WEB_CHAT: 'off' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://chibo.vn' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: secret }],
    ['FAILPOINT', { FAILPOINT: secret }],
    ['MONGODB_URI', { MONGODB_URI: `mongodb://root:${secret}@` }],
    ['DATA_DIR', { DATA_DIR: '/dev/null/store' }],
    ['DATA_DIR', { DATA_DIR: '/proc/store/of/chibot' }],
  ] as [string, Record<string, string>][])('%s', async (name, env) => {
    const { code, stderr } = await outcome({ DATA_DIR: folder, ...env })
    expect(code).toBe('78')
    expect(stderr).toMatch(new RegExp(`^${name}\\b`, 'mu'))
    expect(stderr).not.toMatch(/^\s+at |Error:|node:/mu)
    expect(stderr).not.toContain(secret)
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const PORT = String((other.address() as AddressInfo).port)
    const { code, stderr } = await outcome({ DATA_DIR: folder, PORT })
    other.close()
    expect(code).toBe('78')
    expect(stderr).toMatch(/^PORT: \d+ is taken by another program\. Stop that one, or set PORT to a free port\.$/mu)
    expect(stderr).not.toMatch(/^\s+at /mu)
  })
})
