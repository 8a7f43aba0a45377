import type { Log } from '../../log.js'
import type { TokenPair, TokenVault } from './tokens.js'

const AGAIN_MS = 2000

const lost =
  'Zalo OA: the renewed tokens could not be stored before the stop. If the next start is refused, let an administrator of the OA make a new pair (developers.zalo.me, API Explorer) and set ZALO_OA_REFRESH_TOKEN to its refresh token.'

/**
 * The pair the platform has given and the store has not taken yet. The one before it is spent, so this one is used
 * from memory and offered to the store until it lies there.
 */
export function createUnstoredPair({ vault, log }: { vault: TokenVault; log: Log }) {
  let held: { of: string; pair: TokenPair } | null = null
  let offering: Promise<void> | null = null
  let again: NodeJS.Timeout | undefined

  async function put(): Promise<void> {
    if (!held) return
    try {
      await vault.put(held.of, held.pair)
      held = null
    } catch (error) {
      log.debug({ err: error }, 'Zalo OA: the renewed tokens are not stored yet')
      clearTimeout(again)
      again = setTimeout(() => void offer(), AGAIN_MS).unref()
    }
  }

  /** One at a time; whether the store took it, `pair` says. */
  const offer = (): Promise<void> => (offering ??= put().finally(() => (offering = null)))

  return {
    pair: (): TokenPair | null => held?.pair ?? null,
    offer,
    /** What `of` was renewed to. */
    async keep(of: string, pair: TokenPair): Promise<void> {
      held = { of, pair }
      await offer()
      if (held !== null)
        log.warn('Zalo OA: the store did not take the renewed tokens; they are used, and offered to it again')
    },
    /** Before the process ends. */
    async settle(): Promise<void> {
      await offering
      await offer()
      clearTimeout(again)
      if (held !== null) log.error(lost)
    },
  }
}
