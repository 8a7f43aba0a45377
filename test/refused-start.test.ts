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
async function outcome(
  env: Record<string, string>,
  args?: string[],
): Promise<{ code: string; stdout: string; stderr: string }> {
  const service = startService({ DATA_DIR: folder, ...env }, args)
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    service.process[stream]!.on('data', (chunk: Buffer) => (said[stream] += chunk.toString()))
  return { code: await service.ended, ...said }
}

const secret = 'geheim4711'
const vietnamese = /[ăâđêôơưạ-ỹàáãèéìíòóõùúý]/iu
const linesOf = (text: string): string[] => text.trimEnd().split('\n')

const inEnglish = (line: string): boolean => !vietnamese.test(line)
const inVietnamese = (line: string): boolean => vietnamese.test(line)

type Wrong = [name: string, env: Record<string, string>]
const wrong: Wrong[] = [
  ['PORT', { PORT: secret }],
  ['TRUST_PROXY', { TRUST_PROXY: 'bad' }],
  ['LOG_LEVEL', { LOG_LEVEL: secret }],
  ['METRICS_TOKEN', { METRICS_TOKEN: secret }],
  ['FAILPOINT', { FAILPOINT: secret }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://chibo.vn' }],
  ['DATA_DIR', { DATA_DIR: '/dev/null/store' }],
]
const more: Wrong[] = [
  ['WEB_CHAT', { WEB_CHAT: 'off' }],
  ['MONGODB_URI', { MONGODB_URI: `mongodb://root:${secret}@` }],
  ['DATA_DIR', { DATA_DIR: '/proc/store/of/chibot' }],
]

describe.each([
  ['C', inEnglish, wrong],
  ['vi_VN.UTF-8', inVietnamese, more],
])('a start that cannot work ends with 78 and says what to do, without a stack: LANG=%s', (LANG, isOurs, refused) => {
  test.each(refused)('%s', async (name, env) => {
    const { code, stderr } = await outcome({ LANG, ...env })
    expect(code).toBe('78')
    expect(stderr).toMatch(new RegExp(`^${name}\\b`, 'mu'))
    expect(stderr.match(/→/gu)).toHaveLength(1)
    expect(linesOf(stderr).at(-1)).toMatch(/^→ \S/u)
    expect(linesOf(stderr).filter((line) => !isOurs(line))).toEqual([])
    expect(stderr).not.toMatch(/^\s+at |Error:|node:|config-/mu)
    expect(stderr).not.toContain(secret)
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const PORT = String((other.address() as AddressInfo).port)
    const { code, stderr } = await outcome({ LANG, PORT })
    other.close()
    expect(code).toBe('78')
    const [what, todo, ...rest] = linesOf(stderr)
    expect(what).toMatch(new RegExp(`^PORT: .*\\b${PORT}\\b`, 'u'))
    expect(todo).toMatch(/^→ .*PORT/u)
    expect(rest).toEqual([])
    expect([what!, todo!].every(isOurs)).toBe(true)
  })

  test('several variables at once, told by the doctor too', async () => {
    const env = { LANG, PORT: secret, ZALO_BOT_TOKEN: secret }
    const { code, stderr } = await outcome(env)
    expect(code).toBe('78')
    const lines = linesOf(stderr)
    expect(lines.map((line) => line.split(' ')[0])).toEqual([expect.any(String), 'PORT', 'ZALO_BOT_TOKEN', '→'])
    expect(lines.every(isOurs)).toBe(true)

    const examined = await outcome(env, ['doctor'])
    expect(examined.code).toBe('1')
    expect(examined.stdout).toBe(`• ${lines.join('\n  ')}\n`)
    expect(examined.stdout + stderr).not.toContain(secret)
  })
})
