import type { Store } from './store.js'

/** When each account of a channel spoke last: machinery that only a channel with a window of answers needs. */
export function createWindows(store: Store, channel: string) {
  const idOf = (account: string): string => `heard:${channel}:${account}`

  return {
    /** Domain ms; null: never. */
    async lastInbound(account: string): Promise<number | null> {
      return ((await store.get('machines', idOf(account)))?.value['at'] as number | undefined) ?? null
    },
    /** A later moment wins. */
    async note(account: string, at: number): Promise<void> {
      const _id = idOf(account)
      if ((await store.insert('machines', [{ _id, version: 1, value: { at } }])) === 1) return
      for (;;) {
        const known = await store.get('machines', _id)
        if (!known || (known.value['at'] as number) >= at) return
        const { version } = known
        if (await store.update('machines', _id, { version }, { version: version + 1, value: { at } })) return
      }
    },
  }
}
