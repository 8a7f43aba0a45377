import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { StoreUnavailable } from '../../src/errors.js'
import type { Store } from '../../src/store/store.js'
import { insertFacts } from './contract-inserts.js'
import { readFacts } from './contract-reads.js'
import { schemaFacts } from './contract-schemas.js'
import { textFacts } from './contract-texts.js'
import { writeFacts } from './contract-writes.js'
import { lane } from './samples.js'

/** What a test of the contract works with: one store, and names of its own in it. */
export interface Trial {
  readonly store: Store
  /** A number and a lane no other test has. */
  readonly round: number
  readonly own: string
  id(name: string | number): string
  /** The names back from documents. */
  ids(docs: { _id: string }[]): string[]
}

/** What every store does alike. `open` gives an empty one, closed here. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store
  let round = 0
  const own = () => `branch:t${round}`

  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())
  beforeEach(() => {
    round++
  })

  const trial: Trial = {
    get store() {
      return store
    },
    get round() {
      return round
    },
    get own() {
      return own()
    },
    id: (name) => `${own()}:${name}`,
    ids: (docs) => docs.map(({ _id }) => _id.slice(own().length + 1)),
  }
  insertFacts(trial)
  textFacts(trial)
  schemaFacts(trial)
  writeFacts(trial)
  readFacts(trial)

  test('answers a ping; once closed it is unavailable', async () => {
    const other = await open()
    await other.ping()
    await other.close()
    await other.close()
    await expect(other.ping()).rejects.toThrow(StoreUnavailable)
    await expect(other.get('lanes', 'x')).rejects.toThrow(StoreUnavailable)
    await expect(other.insert('lanes', [lane('x')])).rejects.toThrow(StoreUnavailable)
  })
}
