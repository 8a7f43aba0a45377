import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Channel } from '../../src/chat.js'
import { describeFakeClock } from '../support/fake-clock.js'
import { playGolden } from '../support/golden/scenes.js'

const channels: Channel[] = ['web', 'telegram', 'zalo-bot', 'zalo-oa']
const pageOf = (channel: Channel): URL => new URL(`golden/${channel}.txt`, import.meta.url)

/** CONTRIBUTING.md says how the texts are made anew. */
describeFakeClock('what a member reads and does', () => {
  test.each(channels)(
    'on %s',
    async (channel) => {
      const folder = mkdtempSync(join(tmpdir(), 'chibot-golden-'))
      const text = await playGolden(channel, { DATA_DIR: folder })
      rmSync(folder, { recursive: true, force: true })
      const page = pageOf(channel)
      if (process.env['GOLDEN'] === 'write') writeFileSync(page, text)
      expect(text.split('\n')).toEqual((existsSync(page) ? readFileSync(page, 'utf8') : '').split('\n'))
    },
    240_000,
  )
})
