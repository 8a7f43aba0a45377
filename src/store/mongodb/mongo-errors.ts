import { mongo, Error as MongooseError } from 'mongoose'
import { StoreUnavailable } from '../../errors.js'

const duplicateKey = 11000

/**
 * Server codes that speak of the server's state and not of what was asked: unreachable or unknown host, not or no
 * longer primary, shutting down, interrupted, a limit of time, a write concern not met in time.
 */
const unavailable = [6, 7, 24, 50, 64, 89, 91, 100, 133, 189, 202, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436]

const passing = ['RetryableWriteError', 'TransientTransactionError', 'RetryableError', 'SystemOverloadedError']

const notThere = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoClientClosedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoExpiredSessionError,
  mongo.MongoWriteConcernError,
  mongo.MongoOperationTimeoutError,
  MongooseError.MongooseServerSelectionError,
]

/** The driver wraps whatever stops a bulk write, a lost connection too, in an error that looks like a server's. */
const unwrapped = (error: unknown): unknown =>
  error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error ? error.errorResponse : error

function isUnavailable(thrown: unknown): boolean {
  const error = unwrapped(thrown)
  if (notThere.some((type) => error instanceof type)) return true
  if (!(error instanceof mongo.MongoError)) return false
  if (error instanceof mongo.MongoBulkWriteError && error.result.getWriteConcernError()) return true
  return unavailable.includes(Number(error.code)) || passing.some((label) => error.hasErrorLabel(label))
}

/** Every call to the server goes through here. */
export async function answered<R>(call: Promise<R>): Promise<R> {
  try {
    return await call
  } catch (error) {
    throw asUnavailable(error)
  }
}

/** What a call that failed is for the port: the store is away, or the error itself. */
export const asUnavailable = (error: unknown): unknown =>
  isUnavailable(error) ? new StoreUnavailable({ cause: error }) : error

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === duplicateKey

/**
 * How many an unordered insert put in, when all that stood in its way were ids that exist; null for anything else.
 * An error that names no document says nothing about any: what was to be inserted may be nowhere.
 */
export function insertedBeside(error: unknown): number | null {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) return null
  const failures = [error.writeErrors].flat()
  const exist = failures.length > 0 && failures.every(({ code }) => code === duplicateKey)
  return exist ? error.insertedCount : null
}
