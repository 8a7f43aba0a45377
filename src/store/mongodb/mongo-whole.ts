import { setTimeout as sleep } from 'node:timers/promises'
import { mongo } from 'mongoose'
import { collectionNames } from '../collections.js'
import { NoSnapshot, placeBound, type Loader, type Row, type Snapshot } from '../whole/snapshot.js'
import { connectMongo } from './mongo-connect.js'
import { answered } from './mongo-errors.js'
import { safe } from './safe.js'

/** A moment the server does not have yet, or no longer: an index was just made; longer ago than it keeps (5 minutes). */
const NOT_YET = 246
const NO_LONGER = 239
const TRIES = 30
const AGAIN_MS = 200
/** Rows one write takes away. */
const CHUNK = 1000

/** Rows of every collection as the server had them at one moment. */
export async function openMongoSnapshot(uri: string, alone: boolean): Promise<Snapshot> {
  const { client, database } = await connectMongo(uri)
  try {
    const { setName, msg } = await answered(database.admin().command({ hello: 1 }))
    const snapshots = setName !== undefined || msg === 'isdbgrid'
    if (!snapshots && !alone) throw new NoSnapshot('standalone')
    const { session, counts } = snapshots
      ? await firstReading(client, database)
      : { session: undefined, counts: await countAll(database) }
    return {
      count: (collection) => Promise.resolve(counts.get(collection)!),
      async *rows(collection) {
        const found = database.collection<Row>(collection).find({}, session ? { session } : {})
        try {
          yield* found.sort({ _id: 1 })
        } catch (error) {
          throw codeOf(error) === NO_LONGER
            ? new NoSnapshot('too-long')
            : await answered(Promise.reject(error as Error))
        }
      },
      async close() {
        await session?.endSession()
        await client.close()
      },
    }
  } catch (error) {
    await client.close()
    throw error
  }
}

/** The first reading is what sets the moment; counting reads every collection, so that later ones cannot fail for it. */
async function firstReading(client: mongo.MongoClient, database: mongo.Db) {
  for (let tries = 1; ; tries++) {
    const session = client.startSession({ snapshot: true })
    try {
      return { session, counts: await countAll(database, session) }
    } catch (error) {
      await session.endSession()
      if (codeOf(error) !== NOT_YET || tries === TRIES) throw error
      await sleep(AGAIN_MS)
    }
  }
}

async function countAll(database: mongo.Db, session?: mongo.ClientSession): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const name of collectionNames) {
    counts.set(name, await answered(database.collection(name).countDocuments({}, session ? { session } : {})))
  }
  return counts
}

const codeOf = (error: unknown): unknown => (error instanceof mongo.MongoServerError ? error.code : null)

export async function createMongoLoader(uri: string): Promise<Loader> {
  const { client, database } = await connectMongo(uri)
  return {
    async clear() {
      for (const name of collectionNames) await clearAll(database.collection<Row>(name, safe), name === 'machines')
    },
    async load(collection, rows) {
      await answered(database.collection<Row>(collection, safe).insertMany(rows, { ordered: false }))
    },
    finish: () => Promise.resolve(),
    close: () => client.close(),
  }
}

/** Some at a time: no call may take longer than the limits of a connection. */
async function clearAll(collection: mongo.Collection<Row>, machines: boolean): Promise<void> {
  const filter = machines ? { _id: { $nin: placeBound } } : {}
  for (;;) {
    const found = await answered(collection.find(filter).project<Row>({ _id: 1 }).limit(CHUNK).toArray())
    if (found.length === 0) return
    await answered(collection.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } }))
  }
}
