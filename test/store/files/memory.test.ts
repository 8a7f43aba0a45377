import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from '@jest/globals'
import { describeMongo, dropDatabase, mongoUri } from '../../support/mongo.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-memory-'))
afterAll(() => rmSync(folder, { recursive: true }))

const child = fileURLToPath(new URL('../../support/fetch-large-files.ts', import.meta.url))

/** Two are in hand at one time: whole in memory they alone would be 40 MB, all six 120. What a busy server has not taken yet counts too. */
const mostMb = { embedded: 18, gridFs: 30 }

async function fetchLargeFiles(mongodbUri: string): Promise<{ grownMb: number; readMb: number }> {
  const args = ['--expose-gc', '--import', 'tsx', child, folder, mongodbUri]
  const env = { PATH: process.env['PATH'], NODE_OPTIONS: '' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout) as { grownMb: number; readMb: number }
}

test('files of 20 MB come, lie beside the embedded store and are read without growth', async () => {
  const { grownMb, readMb } = await fetchLargeFiles('')
  expect(readMb).toBe(122)
  expect(grownMb).toBeLessThan(mostMb.embedded)
}, 120_000)

describeMongo('in GridFS', () => {
  const database = 'files_memory'
  afterAll(() => dropDatabase(database))

  test('files of 20 MB come, are kept and are read without growth', async () => {
    await dropDatabase(database)
    const { grownMb, readMb } = await fetchLargeFiles(mongoUri(database))
    expect(readMb).toBe(122)
    expect(grownMb).toBeLessThan(mostMb.gridFs)
  }, 120_000)
})
