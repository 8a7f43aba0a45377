import { Mongoose, type Model } from 'mongoose'
import { collectionNames, declarations, scalarType } from '../collections.js'
import { plainJson } from './json.js'
import { born } from './lift.js'
import type { CollectionName, Value, Write } from '../store.js'

type Doc = Record<string, unknown>
export type Update = Extract<Write, { update: CollectionName }>

/** Models without a connection: they only check. */
const mongoose = new Mongoose()
const models = new Map(collectionNames.map((name) => [name, modelOf(name)]))

function modelOf(name: CollectionName): Model<Doc> {
  const { schema } = declarations[name]
  const model = mongoose.model<Doc>(name, schema as never)
  // mongoose itself reads the schema from a document; where a field bears that name, its getter would stand before it.
  Object.defineProperty(model.prototype, 'schema', { value: schema })
  return model
}

async function through(collection: CollectionName, doc: object, paths?: string[]): Promise<Doc> {
  const plain = plainJson(doc, collection) as Doc
  const { schema } = declarations[collection]
  for (const field of Object.keys(plain)) {
    if (!Object.hasOwn(schema.paths, field)) throw new Error(`${collection} has no field ${JSON.stringify(field)}`)
  }
  const Model = models.get(collection)!
  const model = new Model(plain)
  await model.validate(paths)
  return model.toObject()
}

/** An id is a text; an object from outside in its place would be a filter. */
export function checkId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw new Error('store: an _id is a text, and not an empty one')
  return id
}

/** The document as both stores write it. Throws where a field is unknown, missing or of another type. */
export async function checked<D extends { _id: string }>(collection: CollectionName, doc: D): Promise<D> {
  const done = (await through(collection, born(collection, doc))) as D
  checkId(done._id)
  return done
}

/** The same for the fields an update sets. */
async function checkedSet(collection: CollectionName, set: object): Promise<Doc> {
  const fields = Object.keys(set)
  if (fields.length === 0 || fields.includes('_id'))
    throw new Error(`${collection}: an update sets fields, and never _id`)
  const done = await through(collection, collection === 'journal' ? born(collection, set) : set, fields)
  return Object.fromEntries(fields.map((field) => [field, done[field] ?? null]))
}

/** Objects and lists are compared with null only. */
function checkExpect(collection: CollectionName, expect: Record<string, Value | Value[]>): void {
  for (const [field, expected] of Object.entries(expect)) {
    const known = Object.hasOwn(declarations[collection].schema.paths, field)
    const fits = (value: unknown) => value === null || typeof value === scalarType(collection, field)
    if (!known || ![expected].flat().every(fits))
      throw new Error(`${collection}: ${field} cannot be compared with that`)
  }
}

export async function checkedAll<D extends { _id: string }>(collection: CollectionName, docs: D[]): Promise<D[]> {
  const done: D[] = []
  for (const doc of docs) done.push(await checked(collection, doc))
  return done
}

export async function checkedUpdate({ update, id, expect, set }: Update): Promise<Update> {
  checkExpect(update, expect)
  return { update, id: checkId(id), expect, set: await checkedSet(update, set) }
}

/** Every write before the first is performed: a bad one spoils no half of a batch. */
export async function checkedBatch(writes: Write[]): Promise<Write[]> {
  const ready: Write[] = []
  for (const write of writes) {
    if ('insert' in write) ready.push({ ...write, docs: await checkedAll(write.insert, write.docs) })
    else if ('replace' in write) ready.push({ ...write, doc: await checked(write.replace, write.doc) })
    else ready.push(await checkedUpdate(write))
  }
  return ready
}
