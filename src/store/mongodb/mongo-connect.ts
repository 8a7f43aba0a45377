import { createConnection, mongo } from 'mongoose'
import { ConfigError } from '../../errors.js'
import { answered } from './mongo-errors.js'

/** No call outlives these (`timeoutMS` has no effect in the driver in use). */
const limits = {
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  socketTimeoutMS: 10_000,
  waitQueueTimeoutMS: 2_000,
  maxPoolSize: 20,
}

const options = {
  ...limits,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  retryWrites: true,
  ignoreUndefined: true,
}

/** AuthenticationFailed, and Atlas's word for it. */
const refused = [18, 8000]

export async function connectMongo(uri: string): Promise<{ client: mongo.MongoClient; database: mongo.Db }> {
  const namesDatabase = /^mongodb(\+srv)?:\/\/[^/?]+\/[^/?]/.test(uri)
  const connection = createConnection()
  try {
    await answered(connection.openUri(uri, namesDatabase ? options : { ...options, dbName: 'chibot' }))
  } catch (error) {
    await connection.destroy()
    throw configErrorOf(error) ?? error
  }
  const client = connection.getClient()
  return { client, database: client.db(connection.name) }
}

/** The URI bears a password: neither it nor the driver's words about it are passed on. */
function configErrorOf(error: unknown): ConfigError | null {
  if (error instanceof mongo.MongoServerError && refused.includes(Number(error.code))) {
    return new ConfigError('config-mongodb-refused')
  }
  // The parser of addresses throws a class of its own under that name.
  if (error instanceof mongo.MongoAPIError || (error as Error).name === 'MongoParseError') {
    return new ConfigError('config-mongodb-address')
  }
  return null
}
