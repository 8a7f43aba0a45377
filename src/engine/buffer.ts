import type { Delivery } from '../store/delivery.js'
import type { Decision, Mark, Post, Save } from '../store/entry.js'
import type { Fetch } from '../store/files/fetch.js'
import type { Condition, DocumentName, Documents, FindOptions, Store, Value, Where } from '../store/store.js'
import type { Draft } from './command.js'

/** What a decision has gathered so far, and reads that see it. */
export interface Buffer {
  get<C extends DocumentName>(collection: C, id: string): Promise<Documents[C] | null>
  find<C extends DocumentName>(collection: C, where: Where, options?: FindOptions): Promise<Documents[C][]>
  save<C extends DocumentName>(collection: C, doc: Draft<Documents[C]>): Documents[C]
  readonly says: Delivery[]
  readonly cancels: string[]
  readonly marks: Mark[]
  readonly fetches: Fetch[]
  readonly posts: Post[]
  close(rest: Pick<Decision, 'order' | 'at' | 'actor' | 'did' | 'failure' | 'secret'>): Promise<Decision>
}

export function createBuffer(store: Store, entry: string, lane: string): Buffer {
  const saved = new Map<string, { collection: DocumentName; doc: Documents[DocumentName] }>()
  const says: Delivery[] = []
  const cancels: string[] = []
  const marks: Mark[] = []
  const fetches: Fetch[] = []
  const posts: Post[] = []

  function own<C extends DocumentName>(collection: C): Documents[C][] {
    return [...saved.values()].filter((save) => save.collection === collection).map((save) => save.doc as Documents[C])
  }

  return {
    says,
    cancels,
    marks,
    fetches,
    posts,
    async get(collection, id) {
      return own(collection).find((doc) => doc._id === id) ?? (await store.get(collection, id))
    },
    async find(collection, where, options = {}) {
      const mine = own(collection)
      const stored = (await store.find(collection, where, options)) as Documents[typeof collection][]
      const kept = stored.filter((doc) => !mine.some((saved) => saved._id === doc._id))
      const found = [...kept, ...mine.filter((doc) => matches(doc, where))].filter((doc) => !doc.gone)
      if (mine.length > 0 && options.sort) found.sort(by(options.sort.field, options.sort.descending === true))
      return found.slice(0, options.limit)
    },
    save(collection, draft) {
      const key = `${collection}/${draft._id}`
      const before = saved.get(key)?.doc
      const timed = draft as { nextAt?: number | null }
      const doc = {
        ...draft,
        ...(typeof timed.nextAt === 'number' ? { nextAt: Math.ceil(timed.nextAt / 1000) * 1000 } : {}),
        lane,
        by: entry,
        gone: draft.gone ?? false,
        version: before?.version ?? (draft.version ?? 0) + 1,
      } as Documents[typeof collection]
      saved.set(key, { collection, doc })
      return doc
    },
    async close(rest) {
      for (const { collection, doc } of saved.values()) {
        // A document taken for new that exists would stop the lane when applied; failing this entry is the smaller harm.
        if (doc.version === 1 && (await store.get(collection, doc._id)) !== null) {
          throw new Error(`${collection}/${doc._id} exists: read it before saving it`)
        }
      }
      const saves = [...saved.values()].map(({ collection, doc }): Save => ({ collection, doc: { ...doc } }))
      return { ...rest, saves, says, cancels, marks, fetches, posts }
    },
  }
}

function matches(doc: object, where: Where): boolean {
  return Object.entries(where).every(([field, condition]) =>
    meets((doc as Record<string, Value | undefined>)[field] ?? null, condition),
  )
}

function meets(value: Value, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition
  if ('in' in condition) return condition.in.includes(value)
  if (value === null) return false
  const { gt, gte, lt, lte } = condition
  return (
    (gt == null || value > gt) &&
    (gte == null || value >= gte) &&
    (lt == null || value < lt) &&
    (lte == null || value <= lte)
  )
}

const by = (field: string, descending: boolean) => (a: object, b: object) => {
  const [left, right] = [a, b].map((doc) => (doc as Record<string, string | number>)[field]!) as [
    string | number,
    string | number,
  ]
  const rising = left < right ? -1 : left > right ? 1 : 0
  return descending ? -rising : rising
}
