import { createHash } from 'node:crypto'
import type { Store } from './store.js'

/** `machines` keeps it under this id. */
const id = 'token:zalo-oa'

interface Kept {
  access: string
  refresh: string
  expiresAt: number
  /** Hash of the first refresh token as the environment gave it: another one there is a new beginning. */
  first: string
  claimedAt: number | null
  dead: boolean
}

/** Whoever claimed it and died is not waited for longer. */
const CLAIM_MS = 60_000

/**
 * The pair of tokens of the Zalo Official Account: machinery, in no export and no backup. `first`: the refresh token of
 * the environment; once the store has a newer one that wins, unless the environment names another.
 */
export function createTokenVault(store: Store, first: string | null, real: () => number) {
  let begun: Promise<void> | null = null

  /** Once a process: a first pair, or a new one where the environment names another. */
  async function begin(): Promise<void> {
    if (first === null) return
    const hash = createHash('sha256').update(first).digest('hex')
    const value = { access: '', refresh: first, expiresAt: 0, first: hash, claimedAt: null, dead: false }
    await store.insert('machines', [{ _id: id, version: 1, value }])
    const known = await store.get('machines', id)
    if (!known || (known.value as unknown as Kept).first === hash) return
    await store.update('machines', id, { version: known.version }, { version: known.version + 1, value })
  }

  const read = async () => {
    begun ??= begin().catch((error: unknown) => {
      begun = null
      throw error
    })
    await begun
    const known = await store.get('machines', id)
    return known && { version: known.version, value: known.value as unknown as Kept }
  }
  const write = (version: number, value: Kept): Promise<boolean> =>
    store.update('machines', id, { version }, { version: version + 1, value: { ...value } })

  async function change(to: (value: Kept) => Kept): Promise<void> {
    for (;;) {
      const known = await read()
      if (!known || (await write(known.version, to(known.value)))) return
    }
  }

  return {
    async read() {
      const { value } = (await read()) ?? {}
      return value && value.refresh !== ''
        ? { access: value.access, refresh: value.refresh, expiresAt: value.expiresAt }
        : null
    },
    async claim(): Promise<boolean> {
      const known = await read()
      if (!known || known.value.dead) return false
      const { claimedAt } = known.value
      const now = real()
      // A moment in the future comes of a wall clock that was put back.
      if (claimedAt !== null && claimedAt <= now && now - claimedAt < CLAIM_MS) return false
      return write(known.version, { ...known.value, claimedAt: now })
    },
    put: (pair: { access: string; refresh: string; expiresAt: number }) =>
      change((value) => ({ ...value, ...pair, claimedAt: null, dead: false })),
    release: (dead: boolean) => change((value) => ({ ...value, claimedAt: null, dead })),
  }
}
