import type { Machine } from './delivery.js'
import type { Store } from './store.js'

/** Who the bot is on a channel, for whoever makes links without being connected to it. */
export async function rememberSelf(store: Store, channel: string, name: string): Promise<void> {
  const _id = `self:${channel}`
  await store.insert('machines', [{ _id, version: 1, value: { name } }])
  await store.update('machines', _id, {}, { value: { name } })
}

/** Opens the bot with a code in hand; null where it is not known on a channel that has such links. */
export function inviteLinkOf(self: Machine | null, code: string): string | null {
  const name = self?.value['name']
  return typeof name === 'string' && name !== '' ? `https://t.me/${name}?start=${code.replaceAll('-', '')}` : null
}
