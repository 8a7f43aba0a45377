import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createOwnership } from '../../../src/store/owner/owner.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-owner-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ended = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

describe('the lock file of the embedded store', () => {
  let store: Store
  let dataDir = ''
  const owner = () => createOwnership(store, { dataDir, life: 'x', clock: { mono: () => 0 }, times: { poll: 20 } })

  beforeEach(async () => {
    store = await openSqlite({ path: ':memory:' })
    dataDir = mkdtempSync(join(folder, 'data-'))
  })
  afterEach(() => store.close())

  test('belongs to one until it is given back', async () => {
    const [one, two] = [owner(), owner()]
    expect([one.held, one.left()]).toEqual([false, 0])
    expect([await one.tryOnce(), await two.tryOnce()]).toEqual([true, false])
    expect([one.held, one.left(), two.held, two.left()]).toEqual([true, Infinity, false, 0])
    expect(await one.tryOnce()).toBe(true)
    const waiting = two.acquire(new AbortController().signal)
    await one.release()
    expect(await waiting).toBe(true)
    expect([one.held, two.held]).toEqual([false, true])
    await two.release()
  })

  test('waiting for it ends when told to', async () => {
    const [one, two] = [owner(), owner()]
    await one.tryOnce()
    expect(await two.acquire(AbortSignal.timeout(60))).toBe(false)
    await one.release()
    await two.release()
  })

  test('is free when the process that held it is killed, not while it is only stopped', async () => {
    const script = `
      const { DatabaseSync } = process.getBuiltinModule('node:sqlite') ?? (await import('@photostructure/sqlite'))
      globalThis.held = new DatabaseSync(process.argv[1])
      globalThis.held.exec('BEGIN EXCLUSIVE')
      process.stdout.write('held')
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, join(dataDir, 'owner.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const one = owner()
    expect(await one.tryOnce()).toBe(false)
    child.kill('SIGSTOP')
    expect(await one.tryOnce()).toBe(false)
    await ended(child)
    expect(await one.tryOnce()).toBe(true)
    await one.release()
  })
})
