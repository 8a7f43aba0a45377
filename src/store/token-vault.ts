import { createHash } from 'node:crypto'
import { changeMachine } from './change-machine.js'
import type { Store } from './store.js'

/** `machines` keeps it under this id. */
export const tokenVaultId = 'token:zalo-oa'

interface Pair {
  access: string
  refresh: string
  /** Real ms. */
  expiresAt: number
  /** Real ms: from then on it is renewed. Earlier releases did not keep it: such a one is renewed at once. */
  renewAt?: number
}

export interface KeptTokens extends Pair {
  /** Hashes of the first refresh tokens the environment ever gave: each begins anew once. */
  firsts: string[]
  /** What went before a first token that has not proved good yet: it is gone back to if that one is refused. */
  before: Pair | null
  claimed: boolean
  /** The platform takes the refresh token no more. */
  dead: boolean
}

/** Whoever claimed it and died is not waited for longer. */
const CLAIM_MS = 20_000

/**
 * The pair of tokens of the Zalo Official Account: machinery, in no export and no backup. `first`: the refresh token of
 * the environment. The store's own, newer pair wins over one it has seen there before; over another one only until
 * that is refused.
 */
export function createTokenVault(store: Store, first: string | null, mono: () => number) {
  let begun: Promise<void> | null = null
  /** A claim of somebody else's, and since when we see it unchanged: no wall clock says whether its holder lives. */
  let seen: { version: number; at: number } | null = null

  /** Once a process: a first pair, or a new one where the environment names one that was never there. */
  async function begin(): Promise<void> {
    if (first === null) return
    const hash = createHash('sha256').update(first).digest('hex')
    const fresh = { access: '', refresh: first, expiresAt: 0, renewAt: 0, claimed: false, dead: false }
    await store.insert('machines', [
      { _id: tokenVaultId, version: 1, value: { ...fresh, firsts: [hash], before: null } },
    ])
    await change(({ firsts, access, refresh, expiresAt, renewAt = 0, dead, ...kept }) => {
      if (firsts.includes(hash)) return null
      const before = dead ? null : { access, refresh, expiresAt, renewAt }
      return { ...kept, ...fresh, firsts: [...firsts, hash], before }
    })
  }

  const kept = async () => {
    const known = await store.get('machines', tokenVaultId)
    return known && { version: known.version, value: known.value as unknown as KeptTokens }
  }
  const read = async () => {
    begun ??= begin().catch((error: unknown) => {
      begun = null
      throw error
    })
    await begun
    return kept()
  }
  const write = (version: number, value: KeptTokens): Promise<boolean> =>
    store.update('machines', tokenVaultId, { version }, { version: version + 1, value: { ...value } })

  /** Null: nothing is to be changed. */
  const change = (to: (value: KeptTokens) => KeptTokens | null): Promise<unknown> =>
    changeMachine<KeptTokens>(store, tokenVaultId, (value) => value && to(value))

  function isAbandoned(version: number): boolean {
    if (seen?.version !== version) seen = { version, at: mono() }
    return mono() - seen.at >= CLAIM_MS
  }

  return {
    async read(): Promise<Required<Pair> | null> {
      const { value } = (await read()) ?? {}
      if (!value) return null
      const { access, refresh, expiresAt, renewAt = 0 } = value
      return { access, refresh, expiresAt, renewAt }
    },
    async claim(): Promise<'ours' | 'busy' | 'dead'> {
      const known = await read()
      if (!known) return 'dead'
      const { version, value } = known
      if (value.dead) return 'dead'
      if (value.claimed && !isAbandoned(version)) return 'busy'
      return (await write(version, { ...value, claimed: true })) ? 'ours' : 'busy'
    },
    /** What `of` was renewed to. */
    async put(of: string, pair: Pair): Promise<void> {
      await change((value) => {
        if (value.refresh === of) return { ...value, ...pair, before: null, claimed: false, dead: false }
        // The environment named another meanwhile.
        return value.before?.refresh === of ? { ...value, before: pair } : null
      })
    },
    /** True: there is an earlier pair to go on with. */
    async release(of: string, dead: boolean): Promise<boolean> {
      let back = false
      await change((value) => {
        if (value.refresh !== of) return null
        const { before } = value
        back = dead && before !== null
        if (before && dead) return { ...value, ...before, before: null, claimed: false, dead: false }
        return { ...value, claimed: false, dead }
      })
      return back
    },
  }
}
