import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../src/store/store.js'
import { docxMime, wordFile } from '../support/sample-files.js'
import { openFetchStage, type FetchStage } from './fetch-stage.js'

const draft = wordFile('Dự thảo nghị quyết')
const secret = wordFile('TỐI MẬT', 'Phương án')
const word = { id: 'f1', name: 'Dự thảo.docx', mime: docxMime }

type Call = (...args: unknown[]) => Promise<unknown>

/** The store as a process sees it that dies at its n-th call, before it reaches the store or before the answer comes back. */
function dyingAt(store: Store, n: number, when: 'before' | 'after'): { view: Store; dead: Promise<void> } {
  let calls = 0
  let die: () => void
  const dead = new Promise<void>((resolve) => (die = resolve))
  const watched =
    (call: Call): Call =>
    async (...args) => {
      calls++
      const last = calls >= n
      const answer = last && (calls > n || when === 'before') ? null : await call(...args)
      if (!last) return answer
      die()
      return new Promise(() => undefined)
    }
  const own = store as unknown as Record<string, Call>
  const calling: [string, Call][] = ['get', 'find', 'count', 'insert', 'update'].map((name) => [
    name,
    watched((...args) => own[name]!(...args)),
  ])
  const put = watched((bytes) => store.files.put(bytes as AsyncIterable<Uint8Array>)) as Store['files']['put']
  return { view: { ...store, ...Object.fromEntries<Call>(calling), files: { ...store.files, put } }, dead }
}

/** One life that may die, then one that lives. Returns whether the first came to its end. */
async function run(stage: FetchStage, n: number, when: 'before' | 'after'): Promise<boolean> {
  const { view, dead } = dyingAt(stage.store, n, when)
  const first = stage.newLife({ store: view })
  const ended = await Promise.race([stage.settle(first).then(() => true), dead.then(() => false)])
  await stage.settle(stage.newLife())
  return ended
}

describe.each(['before', 'after'] as const)('killed %s any call of the store', (when) => {
  test.each([
    ['a file comes exactly once', draft, [createHash('sha256').update(draft).digest('hex')], 'stored'],
    ['of a secret one nothing is ever kept', secret, [], 'refused'],
  ])('%s', async (_, bytes, kept, came) => {
    let n = 1
    for (let ended = false; !ended; n++) {
      const stage = await openFetchStage()
      stage.openings.set('f1', [{ bytes }, { bytes }, { bytes }])
      const row = await stage.ask(word)
      ended = await run(stage, n, when)
      const entries = await stage.store.find('journal', { open: { in: [0, 1, 2] } })
      expect(entries.filter(({ payload }) => payload?.kind === 'file')).toHaveLength(1)
      expect((await stage.told(row))?.file.came).toBe(came)
      expect(await stage.row(row._id)).toMatchObject({ state: 'ended', came, ref: null })
      expect((await stage.store.files.list('', 10)).map(({ sha256 }) => sha256)).toEqual(kept)
      expect(stage.leftovers()).toEqual([])
      if (came === 'refused') expect(JSON.stringify(entries)).not.toMatch(/docx|lời kèm/u)
      await stage.close()
    }
    expect(n).toBeGreaterThan(6)
  })
})
