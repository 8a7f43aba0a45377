import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createZaloBotClient, type ZaloBotClient } from '../../../src/platforms/zalo-bot/client.js'
import { createHttp } from '../../../src/platforms/zalo/http.js'
import { startZaloBot, type ZaloBotServer } from '../../emulators/zalo-bot/start-zalo-bot.js'

/** The calls nothing of the product makes yet. */

const token = '1234567890123456789:of-the-client'
let zalo: ZaloBotServer
let client: ZaloBotClient
let known: string

beforeAll(async () => {
  zalo = await startZaloBot({ token })
  client = createZaloBotClient({ token, apiRoot: zalo.url, http: createHttp() })
  const lan = zalo.person('Lan')
  lan.knows()
  known = lan.id
})
afterAll(() => zalo.close())

const limit = (): AbortSignal => AbortSignal.timeout(5000)

test.each([
  ['sendSticker', (to: string) => client.sendSticker(to, 'ff4e', limit()), { message_id: /^[0-9a-f]{20}$/u }, 1],
  ['sendChatAction', (to: string) => client.sendChatAction(to, limit()), null, 0],
])('%s: what comes of it, and its no to a chat nobody knows', async (method, ask, result, posts) => {
  const before = zalo.posts.length
  const came = await ask(known)
  if (result === null) expect(came).toBeUndefined()
  else expect(came).toEqual({ message_id: expect.stringMatching(result.message_id) })
  expect(zalo.calls.at(-1)).toMatchObject({ method, given: { chat_id: known }, status: 200 })
  expect(zalo.posts.length - before).toBe(posts)
  for (const under200 of [false, true]) {
    zalo.switches.under200 = under200
    await expect(ask('nobody')).rejects.toMatchObject({ method, code: 400, said: 'chat_id is invalid' })
  }
  zalo.switches.under200 = false
})
