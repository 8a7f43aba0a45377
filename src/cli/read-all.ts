import type { CollectionName, Collections, Store, Value, Where } from '../store/store.js'

/** The most a store gives in one answer. */
const MOST = 10_000

/**
 * Everything that answers `where`, page by page in the order of `field`, which must not change while it is read. What shares
 * one value of it must fit into one page; where it does not, nothing is cut off silently.
 */
export async function readAll<C extends CollectionName>(
  store: Store,
  collection: C,
  {
    where = {},
    field,
    from,
    below,
  }: { where?: Where; field: keyof Collections[C] & string; from: string | number; below?: string },
  pageSize = MOST,
): Promise<Collections[C][]> {
  const found = new Map<string, Collections[C]>()
  for (let start: Value = from; ;) {
    const range = { gte: start, ...(below === undefined ? {} : { lt: below }) }
    const page = await store.find(collection, { ...where, [field]: range }, { sort: { field }, limit: pageSize })
    for (const doc of page) found.set(doc._id, doc)
    if (page.length < pageSize) return [...found.values()]
    const last = page.at(-1)![field] as string | number
    if (last === start)
      throw new Error(`${collection}: ${pageSize} or more share ${field} ${last}; they cannot be read completely`)
    start = last
  }
}
