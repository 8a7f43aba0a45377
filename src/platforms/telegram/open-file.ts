import { GrammyError } from 'grammy'
import type { FileRef } from '../../chat.js'
import { RetryLater, Undeliverable } from '../../errors.js'
import type { Call } from './call.js'
import { classify } from './classify.js'
import type { Transport } from './transport.js'

/** Bots may fetch no more. */
const largest = 20 * 1024 * 1024
const AGAIN_MS = 5000

/** The bytes of a file somebody sent. The link to them bears the token: it is used at once and never kept. */
export function createOpenFile({
  call,
  transport,
  link,
}: {
  call: Call
  transport: Transport
  link: (path: string) => string
}) {
  async function pathOf(file: FileRef, signal: AbortSignal): Promise<string> {
    if (file.size !== null && file.size > largest) throw new Undeliverable('too-long')
    const { file_path: path } = await call('getFile', { file_id: file.id }, signal)
    if (path === undefined) throw new RetryLater(AGAIN_MS)
    return path
  }

  return async function* open(file: FileRef, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
    try {
      const answer = await transport.open(link(await pathOf(file, signal)), { method: 'GET', headers: {}, signal })
      if (answer.statusCode !== 200) answer.destroy()
      if (answer.statusCode === 404) throw new Undeliverable('gone')
      if (answer.statusCode !== 200) throw new RetryLater(AGAIN_MS)
      let size = 0
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > largest) throw new Undeliverable('too-long')
        yield chunk
      }
    } catch (error) {
      throw failureOf(error)
    }
  }
}

/** Asking twice does no harm here, so what is in doubt is asked again; a file Telegram does not give is gone. */
function failureOf(error: unknown): RetryLater | Undeliverable {
  const failure = classify(error)
  if (failure instanceof RetryLater) return failure
  if (!(failure instanceof Undeliverable)) return new RetryLater(AGAIN_MS)
  return error instanceof GrammyError && failure.reason === 'refused' ? new Undeliverable('gone') : failure
}
