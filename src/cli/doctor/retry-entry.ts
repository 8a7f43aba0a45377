import type { Clock } from '../../clock.js'
import { createOrder } from '../../clock.js'
import { createJournal } from '../../store/journal.js'
import type { Store } from '../../store/store.js'
import { exitCodes } from '../exit-codes.js'
import type { Terminal } from '../terminal.js'

/** Posts a failed entry anew into its lane, once. One that waits for its own next try is opened now. */
export async function retryEntry(given: {
  store: Store
  clock: Clock
  terminal: Terminal
  entry: string
}): Promise<number> {
  const { store, clock, terminal, entry: id } = given
  const { t } = terminal
  const entry = await store.get('journal', id)
  const again = `${id}:again`
  const refuse = (why: string): number => {
    terminal.complain(t(`cli-retry-${why}`, { entry: id, again }))
    return exitCodes.failed
  }
  if (!entry) return refuse('unknown')
  if (!entry.failed) return refuse('not-failed')
  if (!entry.payload) return refuse('no-payload')
  const { lane, at, payload } = entry
  const posted = await createJournal(store, clock, createOrder(clock)).accept([{ _id: again, lane, at, payload }])
  const opened = posted === 0 && (await store.update('journal', again, { open: 2 }, { open: 1 }))
  if (posted === 0 && !opened) return refuse('already')
  terminal.print(t('cli-retry-posted', { entry: id, again }))
  return exitCodes.ok
}
