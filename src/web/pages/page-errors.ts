import type { ErrorRequestHandler } from 'express'
import { ZodError } from 'zod'
import { Refusal, RetryLater, StoreUnavailable } from '../../errors.js'
import type { T, Words } from '../../words.js'
import { HttpError } from '../http-error.js'
import { translator } from './reader.js'

/** Gives what went wrong its status, and the reader's words for what to do. */
export function pageErrors(words: Words): ErrorRequestHandler {
  return (error: unknown, request, _response, next) => {
    next(error instanceof HttpError ? error : httpErrorOf(error, translator(words, request)))
  }
}

function httpErrorOf(error: unknown, t: T): HttpError {
  const options = { cause: error }
  if (error instanceof RetryLater || error instanceof StoreUnavailable) {
    return new HttpError(503, 'not-ready', t('page-refused-not-ready'), options)
  }
  if (error instanceof Refusal) return new HttpError(409, 'refused', t(error.key, error.args), options)
  if (error instanceof ZodError) {
    const fields = [...new Set(error.issues.map((issue) => issue.path.join('.') || 'body'))].join(', ')
    return new HttpError(400, 'bad-request', t('page-refused-request', { fields }), options)
  }
  const { status, type } = error as { status?: number; type?: string }
  if (status === 413) return new HttpError(413, 'too-large', t('page-refused-too-large'), options)
  if (type === 'entity.parse.failed') return new HttpError(400, 'not-json', t('page-refused-not-json'), options)
  return new HttpError(500, 'internal', t('page-refused-internal'), options)
}
