import { Api } from 'grammy'
import type { ApiMethods, Opts } from 'grammy/types'
import type { Transport } from './transport.js'

/** One call of the Bot API, never repeated. Rejects with grammY's GrammyError (an answer) or HttpError (none). */
export type Call = <M extends keyof ApiMethods>(
  method: M,
  payload: Opts<M>,
  signal: AbortSignal,
) => Promise<ReturnType<ApiMethods[M]>>

export function createCall(options: { token: string; apiRoot: string; transport: Transport }): Call {
  const { token, apiRoot, transport } = options
  const client: object = { apiRoot, fetch: transport.fetch }
  const api = new Api(token, client)
  // grammY's types name the AbortSignal of an old package; its methods without parameters take the signal alone.
  const methods = api.raw as unknown as Record<string, (...given: unknown[]) => Promise<never>>
  return (method, payload, signal) =>
    method === 'getMe' ? methods[method]!(signal) : methods[method]!(payload, signal)
}
