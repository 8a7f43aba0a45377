import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { rawClient, startReceiver, type Receiver } from './zalo-oa/raw-client.js'
import { startZaloOa, type ZaloOaServer } from './zalo-oa/start-zalo-oa.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret', secretKey: 'oa-secret-key' }
const [minute, hour, day] = [60_000, 60 * 60_000, 24 * 60 * 60_000]

let zalo: ZaloOaServer
let client: ReturnType<typeof rawClient>
let receiver: Receiver

beforeEach(async () => {
  zalo = await startZaloOa({ ...app, refresh: 'first' })
  receiver = await startReceiver()
  zalo.receiver(receiver.url)
  client = rawClient(zalo, app)
  await client.enters('first')
})
afterEach(async () => {
  await zalo.close()
  receiver.close()
})

describe('the webhook', () => {
  test('the signature of the documents, with and without its prefix', async () => {
    expect(createHash('sha256').update('XBODY1234567890Y').digest('hex')).toBe(
      '2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9',
    )
    const lan = zalo.person('Lan')
    await lan.says('có')
    await lan.says('không', {}, { prefix: false })
    for (const [at, before] of ['mac=', ''].entries()) {
      const { headers, text, body } = receiver.came[at]!
      const mac = createHash('sha256').update(`${app.appId}${text}${String(body['timestamp'])}${app.secretKey}`)
      expect(headers['x-zevent-signature']).toBe(before + mac.digest('hex'))
      expect(body).toMatchObject({ timestamp: expect.any(String), sender: { id: expect.any(String) } })
    }
  })

  test('the ladder: after 30 s, 5, 15, 30 minutes and an hour, numbered, the same bytes; then it is off', async () => {
    receiver.status = 500
    const lan = zalo.person('Lan')
    expect(await lan.says('có ai không')).toBe(500)
    const steps = [30_000, 5 * minute, 15 * minute, 30 * minute, hour]
    for (const [at, step] of steps.entries()) {
      zalo.advance(step - 1000)
      await zalo.caughtUp()
      expect(receiver.came).toHaveLength(at + 1)
      zalo.advance(1000)
      await zalo.caughtUp()
      expect(receiver.came).toHaveLength(at + 2)
      expect(receiver.came.at(-1)).toMatchObject({
        text: receiver.came[0]!.text,
        headers: { num_retry: String(at + 1) },
      })
    }
    expect(receiver.came[0]!.headers).not.toHaveProperty('num_retry')
    expect(zalo.isOn()).toBe(false)
    expect(await lan.says('nghe không')).toBeNull()
    zalo.switchOn()
    receiver.status = 200
    expect(await lan.says('nghe rồi')).toBe(200)
  })

  test('what is answered in the end is brought no more; a jump of the clock makes up for what fell due', async () => {
    receiver.status = 503
    const lan = zalo.person('Lan')
    await lan.says('một')
    zalo.advance(6 * minute)
    await zalo.caughtUp()
    expect(receiver.came.map(({ headers }) => headers['num_retry'])).toEqual([undefined, '1', '2'])
    receiver.status = 200
    zalo.advance(day)
    await zalo.caughtUp()
    zalo.advance(day)
    await zalo.caughtUp()
    expect(receiver.came).toHaveLength(4)
    expect(zalo.isOn()).toBe(true)
  })

  test('what was sent comes back, and that it has arrived and been read', async () => {
    zalo.switches.receipts = true
    const lan = zalo.person('Lan')
    await lan.says('chào')
    const { data } = await client.cs(lan.id, { text: 'Kính gửi' })
    await zalo.until(() => receiver.came.length === 3)
    const msg_id = data!['message_id']
    const ends = { sender: { id: zalo.oa.oa_id, admin_id: expect.any(String) }, recipient: { id: lan.id } }
    expect(receiver.came.slice(1).map(({ body }) => body)).toMatchObject([
      { event_name: 'oa_send_text', ...ends, message: { msg_id, text: 'Kính gửi' } },
      { event_name: 'user_received_message', ...ends, message: { msg_id, delivery_time: expect.any(String) } },
    ])
    await lan.reads(lan.sees()[0]!)
    expect(receiver.came.at(-1)!.body).toMatchObject({ event_name: 'user_seen_message', sender: { id: lan.id }, message: { msg_id } }) // prettier-ignore
  })

  test('twice and late when asked to; pictures, recordings, stickers, contact data', async () => {
    const lan = zalo.person('Lan')
    zalo.switches.twice = true
    await lan.says('hai lần')
    expect(receiver.came[1]!.text).toBe(receiver.came[0]!.text)
    zalo.switches.twice = false
    zalo.advance(hour)
    await zalo.again(receiver.came[0]!.text, 5)
    expect(receiver.came[2]).toMatchObject({ text: receiver.came[0]!.text, headers: { num_retry: '5' } })
    zalo.switches.pictureType = 'IMAGE'
    await lan.sendsPhoto('https://z/a.jpg', 'trang 1')
    await lan.sendsVoice('https://z/a.m4a')
    await lan.sendsSticker()
    await lan.submitsInfo({ name: 'Lan', phone: '84900000000' })
    expect(receiver.came.slice(3).map(({ body }) => body)).toMatchObject([
      { event_name: 'user_send_image', message: { text: 'trang 1', attachments: [{ type: 'IMAGE', payload: { url: 'https://z/a.jpg' } }] } }, // prettier-ignore
      { event_name: 'user_send_audio', message: { attachments: [{ type: 'audio' }] } },
      { event_name: 'user_send_sticker', message: { attachments: [{ type: 'sticker' }] } },
      { event_name: 'user_submit_info', info: { name: 'Lan' } },
    ])
  })
})
