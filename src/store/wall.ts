import type { Clock } from '../clock.js'
import type { WebMessage } from './delivery.js'
import type { Store } from './store.js'

/** A message to be put up: its place is drawn beforehand. */
type NewWebMessage = Pick<
  WebMessage,
  'chat' | 'author' | 'name' | 'title' | 'text' | 'choices' | 'attachment' | 'replyTo'
> & {
  id: string
  place: number
}

/** The messages of the web page, in the order of their last change. */
export interface WebWall {
  place(): number
  /** Durable when it resolves; an id that is there already is left alone. */
  put(message: NewWebMessage): Promise<void>
  /** False when there is no such message. What stands there already is not written again. */
  edit(id: string, to: Pick<WebMessage, 'title' | 'text' | 'choices'>): Promise<boolean>
  get(id: string): Promise<WebMessage | null>
  /** Those of one chat that changed after `afterN`, oldest change first. */
  list(chat: string, afterN: number, limit: number): Promise<WebMessage[]>
}

export function createWall(store: Store, clock: Pick<Clock, 'now'>, order: () => number): WebWall {
  return {
    place: order,
    async put({ id, place, ...message }) {
      await store.insert('webMessages', [
        { _id: id, ...message, n: place, first: place, at: clock.now(), edited: false },
      ])
    },
    async edit(id, to) {
      for (;;) {
        const found = await store.get('webMessages', id)
        if (!found) return false
        if (isSame(found, to)) return true
        if (await store.update('webMessages', id, { n: found.n }, { ...to, n: order(), edited: true })) return true
      }
    },
    get: (id) => store.get('webMessages', id),
    list: (chat, afterN, limit) =>
      store.find('webMessages', { chat, n: { gt: afterN } }, { sort: { field: 'n' }, limit }),
  }
}

function isSame(found: WebMessage, to: Pick<WebMessage, 'title' | 'text' | 'choices'>): boolean {
  const choices = (of: WebMessage['choices']): string => JSON.stringify(of.map(({ label, does }) => [label, does]))
  return found.title === to.title && found.text === to.text && choices(found.choices) === choices(to.choices)
}
