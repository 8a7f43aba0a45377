import { pino, type Logger } from 'pino'

export type Log = Logger

/** Texts, tokens and phone numbers never reach a log line; these paths are the belt beside that habit. */
const redact = ['text', 'payload', 'token', 'message', '*.text', '*.payload', '*.token', '*.phone', 'url', '*.url']

export function createLog(level: string, name = 'chibot'): Log {
  return pino({
    name,
    level,
    redact: { paths: redact, censor: '[removed]' },
    serializers: { err: errorWithoutTexts },
  })
}

/** An error's message may quote what a member typed; its class, code and stack frames do not. */
function errorWithoutTexts(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { type: typeof error }
  const { name, code, stack } = error as { name?: string; code?: unknown; stack?: string }
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  return { type: error.constructor.name || name, code, stack: frames.join('\n') }
}
