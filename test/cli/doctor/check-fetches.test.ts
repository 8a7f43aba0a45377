import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { checkFetches } from '../../../src/cli/doctor/check-fetches.js'
import { newFetch, type Fetch } from '../../../src/store/files/fetch.js'
import { openSqlite } from '../../../src/store/sqlite.js'
import type { Store } from '../../../src/store/store.js'
import { words } from '../../support/words.js'
import { entry } from '../../store/samples.js'

const now = Date.UTC(2027, 2, 10, 2)
const clock = { now: () => now, real: () => now, mono: () => 0, offset: () => 0, setOffset: () => undefined }
const hour = 3_600_000

let store: Store
beforeEach(async () => {
  store = await openSqlite({ path: ':memory:' })
})
afterEach(() => store.close())

const have = (id: string, given: Partial<Fetch>): Promise<number> => {
  const asked = newFetch({
    entry: entry(id, { at: now - hour }),
    n: 0,
    sender: null,
    purpose: 'x',
    caption: '',
    ref: null,
  })
  return store.insert('fetches', [{ ...asked, ...given }])
}
const told = async (): Promise<string[]> =>
  (await checkFetches(store, clock)).map(({ what, args }) => words.in('en')(`cli-doctor-${what}`, args))

test('files that failed this month are told, older ones and those that came are not', async () => {
  await have('failed', { state: 'ended', came: 'failed', attempt: 57 })
  await have('old', { state: 'ended', came: 'failed', at: now - 40 * 24 * hour })
  await have('stored', { state: 'ended', came: 'stored' })
  await have('expired', { state: 'ended', came: 'expired' })
  expect(await told()).toEqual([
    'A file a member sent at 08:00 10/03/2027 could not be fetched in 57 tries (row failed:0).',
  ])
})

test('one that has been failing for an hour is told with its next try, one of this moment is not', async () => {
  await have('late', { failingSince: now - hour - 1, retryAt: now + 60_000, attempt: 9 })
  await have('young', { failingSince: now - 60_000, retryAt: now + 60_000, attempt: 2 })
  await have('new', {})
  expect(await told()).toEqual([
    'A file a member sent at 08:00 10/03/2027 has not come yet, after 9 tries; the next is at 09:01 10/03/2027 (row late:0).',
  ])
})
