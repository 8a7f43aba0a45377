import { collectionNames, declarations } from '../collections.js'
import type { Entry, Save } from '../entry.js'
import { SCHEMA } from '../journal.js'
import type { CollectionName, Collections } from '../store.js'

type Doc = Record<string, unknown>

/**
 * From what was written under the number before to this one. Pure. Documents are replaced whole, so anything about them may
 * change here. Entries and rows are updated field by field and keep the number they were born with: there a lift only adds
 * what is missing. A field that may be null needs none: where something older lacks it, it is null.
 */
type Lift = (doc: Doc) => Doc

const without = (field: string, doc: Doc): Doc =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => name !== field))

const lifts: Partial<Record<CollectionName, Partial<Record<number, Lift>>>> = {
  journal: {
    // Decisions came to ask for files, and to say that what they answer is secret.
    2: (entry) =>
      entry['decision'] ? { ...entry, decision: { fetches: [], secret: false, ...(entry['decision'] as Doc) } } : entry,
  },
  // A branch came to have a group on each channel.
  branches: { 4: (branch) => without('group', { ...branch, groups: branch['group'] ? [branch['group']] : [] }) },
  // Their lines of progress are said anew once.
  topics: { 4: (topic) => without('progressRow', { ...topic, progressRows: [] }) },
  // Rows came to say why each address before the one in hand was passed over.
  deliveries: { 4: (row) => ({ ...row, refused: [] }) },
}

/** Documents of lanes bear their number in the store, and there alone: everybody else knows one schema. */
const hidden = new Set(collectionNames.filter((name) => declarations[name].numbered === 'hidden'))
const numbered = new Set(collectionNames.filter((name) => declarations[name].numbered !== 'never'))
const nullable = new Map(
  collectionNames.map((name) => {
    const { paths } = declarations[name].schema
    return [name, Object.keys(paths).filter((field) => paths[field]!.options['default'] === null)]
  }),
)

/** What lies in the store, as this version knows it. */
export function lifted<C extends CollectionName>(collection: C, stored: object): Collections[C] {
  const doc = stored as Doc
  if (!numbered.has(collection)) return doc as never
  const now = doc['schema'] === SCHEMA ? doc : raised(collection, doc)
  if (collection === 'journal') return withDecision(now as unknown as Entry) as never
  if (!hidden.has(collection)) return now as never
  const { schema: _, ...rest } = now
  return rest as never
}

/** What bears no number is older than the numbers that documents bear. */
function raised(collection: CollectionName, doc: Doc): Doc {
  let now = doc
  for (let number = Number(doc['schema'] ?? 1) + 1; number <= SCHEMA; number++) {
    now = lifts[collection]?.[number]?.(now) ?? now
  }
  const missing = nullable.get(collection)!.filter((field) => !Object.hasOwn(now, field))
  return { ...now, ...Object.fromEntries(missing.map((field) => [field, null])), schema: SCHEMA }
}

/** A decision that is still to be applied may have been made by an older version: what it saves and says is lifted too. */
function withDecision(entry: Entry): Entry {
  const { decision } = entry
  if (decision === null || entry.open === 0) return entry
  const saves = decision.saves.map(({ collection, doc }) => ({ collection, doc: lifted(collection as never, doc) }))
  const says = decision.says.map((row) => lifted('deliveries', row))
  const fetches = decision.fetches.map((fetch) => lifted('fetches', fetch))
  return { ...entry, decision: { ...decision, saves, says, fetches } }
}

/** What is to be written, with the number it is born with; in a decision, what it saves too. */
export function born(collection: CollectionName, doc: object): object {
  if (hidden.has(collection)) return { ...doc, schema: SCHEMA }
  const { decision } = doc as Partial<Entry>
  if (collection !== 'journal' || !decision) return doc
  // Once applied a decision keeps of its documents who they are, and no more.
  const whole = ({ doc }: Save): boolean => 'lane' in doc
  const saves = decision.saves.map((save) => (whole(save) ? { ...save, doc: { ...save.doc, schema: SCHEMA } } : save))
  return { ...doc, decision: { ...decision, saves } }
}
