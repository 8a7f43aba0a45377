import type { Store } from './store.js'

/**
 * Changes what lies in `machines` under an id, whoever else writes there: read, and written where nobody has written between,
 * as often as need be. `to` gets null where nothing lies, and gives null to leave it as it is. Returns what lies there then.
 */
export async function changeMachine<V extends object>(
  store: Store,
  id: string,
  to: (kept: V | null) => V | null,
): Promise<V | null> {
  for (;;) {
    const known = await store.get('machines', id)
    const kept = known && (known.value as V)
    const next = to(kept)
    if (next === null) return kept
    const value = { ...next } as Record<string, unknown>
    const written = known
      ? await store.update('machines', id, { version: known.version }, { version: known.version + 1, value })
      : (await store.insert('machines', [{ _id: id, version: 1, value }])) === 1
    if (written) return next
  }
}
