import { mongo } from 'mongoose'
import { StoreUnavailable } from '../errors.js'
import { checked, checkedAll, checkedBatch, checkedUpdate, checkId, type Update } from './schema/checked.js'
import { collectionNames, declarations } from './collections.js'
import { createGridFiles } from './mongodb/grid-files.js'
import { connectMongo } from './mongodb/mongo-connect.js'
import { answered, insertedBeside, isDuplicate } from './mongodb/mongo-errors.js'
import { filterFor, filterOf, hintFor, keyOf } from './mongodb/mongo-filter.js'
import { lifted } from './schema/lift.js'
import { safe } from './mongodb/safe.js'
import { planQuery } from './query.js'
import { judgeReplace, type Versioned } from './replaced.js'
import type { CollectionName, Replaced, Store, Write } from './store.js'

type Row = { _id: string; [field: string]: unknown }

/** A server, a replica set or a sharded cluster. The database is the one the URI names, else `chibot`. */
export async function openMongo({ uri }: { uri: string }): Promise<Store> {
  const { client, database } = await connectMongo(uri)
  const of = (collection: CollectionName) => database.collection<Row>(collection, safe)

  // One after another: all at once they wait for a connection longer than anything may on a slow machine.
  const ensureIndexes = async (): Promise<void> => {
    for (const name of collectionNames) {
      const indexes = declarations[name].indexes.map((fields) => ({ key: keyOf(fields, 1), name: fields.join('_') }))
      if (indexes.length > 0) await of(name).createIndexes(indexes)
    }
  }
  await answered(ensureIndexes()).catch(async (error: unknown) => {
    await client.close()
    throw error
  })

  const insert = async (collection: CollectionName, docs: { _id: string }[]): Promise<number> => {
    if (docs.length === 0) return 0
    try {
      return (await of(collection).insertMany(docs, { ordered: false })).insertedCount
    } catch (error) {
      const inserted = insertedBeside(error)
      if (inserted !== null) return inserted
      throw error
    }
  }

  const write = async (collection: CollectionName, doc: Versioned): Promise<boolean> => {
    if (doc.version > 1) {
      return (
        (await of(collection).replaceOne({ _id: doc._id, version: doc.version - 1 }, doc as never)).matchedCount === 1
      )
    }
    try {
      return (await of(collection).insertOne(doc as never)).acknowledged
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  const replace = async (collection: CollectionName, doc: Versioned): Promise<Replaced> => {
    // What a write met and a majority does not yet have is read as if it were not there: ask again before judging.
    for (let round = 0; round < 5; round++) {
      if (await write(collection, doc)) return 'replaced'
      const stored = (await of(collection).findOne({ _id: doc._id })) as Versioned | null
      if ((stored?.version ?? 0) !== doc.version - 1) return judgeReplace(stored, doc)
    }
    throw new StoreUnavailable()
  }

  const update = async ({ update: collection, id, expect, set }: Update): Promise<boolean> => {
    const conditions = Object.entries(expect).map(([field, value]) => [field, filterOf(value)] as const)
    const filter = { ...Object.fromEntries(conditions), _id: id }
    return (await of(collection).updateOne(filter, { $set: set })).matchedCount === 1
  }

  /** False for a mismatch: nothing after it may be written. */
  const perform = async (write: Write): Promise<boolean> => {
    if ('insert' in write) await insert(write.insert, write.docs)
    else if ('update' in write) await update(write)
    else return (await replace(write.replace, write.doc)) !== 'mismatch'
    return true
  }

  return {
    kind: 'mongo',
    files: createGridFiles(
      client.db(database.databaseName, { ...safe, readConcern: new mongo.ReadConcern('majority') }),
    ),
    get: async (collection, id) => {
      const found = await answered(of(collection).findOne({ _id: checkId(id) }))
      return found && lifted(collection, found)
    },
    find: async (collection, where, options) => {
      const query = planQuery(collection, where, options)
      const found = of(collection)
        .find(filterFor(query), { hint: hintFor(query) })
        .sort(keyOf(query.order, query.descending ? -1 : 1))
        .limit(query.limit)
      return (await answered(found.toArray())).map((doc) => lifted(collection, doc))
    },
    count: async (collection, where) => {
      const query = planQuery(collection, where)
      return answered(of(collection).countDocuments(filterFor(query), { hint: hintFor(query) }))
    },
    insert: async (collection, docs) => {
      const ready = await checkedAll(collection, docs)
      return answered(insert(collection, ready))
    },
    replace: async (collection, doc) => {
      const ready = await checked(collection, doc)
      return answered(replace(collection, ready))
    },
    update: async (collection, id, expect, set) => {
      const ready = await checkedUpdate({ update: collection, id, expect, set } as Update)
      return answered(update(ready))
    },
    batch: async (writes) => {
      const ready = await checkedBatch(writes)
      for (const [index, write] of ready.entries()) {
        if (!(await answered(perform(write)))) return { mismatch: index }
      }
      return { mismatch: null }
    },
    ping: async () => {
      await answered(database.command({ ping: 1 }))
    },
    close: async () => {
      await client.close()
    },
  }
}
