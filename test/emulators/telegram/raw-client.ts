import { expect } from '@jest/globals'
import type { Message, Update } from 'grammy/types'
import type { Telegram } from './start-telegram.js'

export interface RawAnswer<T> {
  ok: boolean
  result: T
  error_code?: number
  description?: string
  parameters?: object
}

/** Calls methods with nothing in between, to see the very answers. */
export function createRawClient(tg: Telegram, token: string) {
  async function ask<T = Message>(method: string, params: object = {}): Promise<RawAnswer<T>> {
    const response = await fetch(`${tg.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    const answer = (await response.json()) as RawAnswer<T>
    expect(response.status).toBe(answer.error_code ?? 200)
    return answer
  }

  return {
    ask,

    refusal: async (method: string, params: object): Promise<string | undefined> =>
      (await ask(method, params)).description,

    updates: async (params: object = {}): Promise<Update[]> => (await ask<Update[]>('getUpdates', params)).result,

    /** What waits for the bot, confirmed by this. */
    async fetched(): Promise<Update[]> {
      const { result } = await ask<Update[]>('getUpdates')
      const last = result.at(-1)
      if (last) await ask('getUpdates', { offset: last.update_id + 1 })
      return result
    },
  }
}
