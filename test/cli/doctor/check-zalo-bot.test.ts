import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { checkZaloBot } from '../../../src/cli/doctor/check-zalo-bot.js'
import { startZaloBot, type ZaloBotServer } from '../../emulators/zalo-bot/start-zalo-bot.js'

const token = '1234567890123456789:doctor-doctor'
const webhook = { mode: 'webhook' as const, publicUrl: 'https://chibot.example.vn', secret: 'S3cret_of-the-tests' }

let zalo: ZaloBotServer
beforeEach(async () => {
  zalo = await startZaloBot({ token })
})
afterEach(() => zalo.close())

const found = async (more: object = {}): Promise<string[]> => {
  const usual = { token, apiRoot: zalo.url, updates: { mode: 'polling' as const }, monthlyQuota: 3000 }
  return (await checkZaloBot({ zaloBot: { ...usual, ...more } })).map(({ what }) => what)
}
const sets = () =>
  fetch(`${zalo.url}/bot${token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://chibot.example.vn/old', secret_token: webhook.secret }),
  })

test('a token nobody knows, a webhook left set, a webhook nobody reaches; else nothing', async () => {
  zalo.proxy('https://chibot.example.vn', 'http://127.0.0.1:1')
  expect(await checkZaloBot({ zaloBot: null })).toEqual([])
  expect(await found()).toEqual([])
  expect(await found({ token: '1234567890123456789:another-one' })).toEqual(['zalo-bot-token'])
  expect(await found({ apiRoot: 'http://127.0.0.1:1' })).toEqual(['zalo-bot-silent'])
  await sets()
  expect(await found()).toEqual(['zalo-bot-webhook'])
  expect(await found({ updates: webhook })).toEqual(['zalo-bot-unreached'])
  const wall = createServer((_request, response) => void response.writeHead(403).end('blocked')).listen(0, '127.0.0.1')
  await once(wall, 'listening')
  zalo.proxy('https://chibot.example.vn', `http://127.0.0.1:${(wall.address() as AddressInfo).port}`)
  expect(await found({ updates: webhook })).toEqual(['zalo-bot-blocked'])
  wall.closeAllConnections()
  wall.close()
})
