import type { Store } from '../store.js'

export type Filling = 'restore' | 'move'

/** Marks a store that is being filled: whatever breaks off in between, nobody works on it until it is whole. */
export async function markUnfinished(store: Store, by: Filling | null): Promise<void> {
  const known = await store.get('machines', 'unfinished')
  const value = { by }
  if (!known) await store.insert('machines', [{ _id: 'unfinished', version: 1, value }])
  else await store.update('machines', 'unfinished', { version: known.version }, { version: known.version + 1, value })
}

/** What was filling it when it was broken off, or is still doing so; null for a store that is whole. */
export async function unfinishedBy(store: Store): Promise<Filling | null> {
  return ((await store.get('machines', 'unfinished'))?.value['by'] ?? null) as Filling | null
}

/** Nothing was ever said or done in it. */
export async function isEmpty(store: Store): Promise<boolean> {
  const counts = await Promise.all((['journal', 'branches', 'accounts'] as const).map((name) => store.count(name, {})))
  return counts.every((count) => count === 0)
}
