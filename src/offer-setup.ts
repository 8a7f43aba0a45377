import type { Clock } from './clock.js'
import { drawSetupCode } from './setup-code.js'
import type { Store } from './store/store.js'
import type { T } from './words.js'

/** A store without a branch is given the means to found one; a code that nobody has used yet is not drawn again. */
export async function offerSetup(
  store: Store,
  clock: Clock,
  t: T,
  link: (code: string) => string | null,
): Promise<void> {
  for (const collection of ['branches', 'setups'] as const)
    if ((await store.find(collection, { lane: { gt: '' } }, { limit: 1 })).length > 0) return
  const { code, days } = await drawSetupCode(store, clock)
  const lines = [t('cli-setup-code-is', { code, days: String(days) }), link(code) ?? '', t('cli-setup-code-how')]
  process.stdout.write(`\n  ${lines.filter((line) => line !== '').join('\n  ')}\n\n`)
}
