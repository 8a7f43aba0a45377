import { setTimeout as sleep } from 'node:timers/promises'
import { openDesk } from '../../cli/desk.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'
import { connectedBranch } from '../../support/connected-branch.js'
import { freePort, ready, startService } from '../../support/service.js'
import { platformContract, type Abilities, type Done, type Driver, type Person, type Shown } from '../contract.js'
import { createDevices } from '../devices.js'
import { numberedLabels, numberOf } from '../numbered-labels.js'

const abilities: Abilities = {
  edit: false,
  files: true,
  takesFiles: true,
  corrections: false,
  echo: true,
  longestSaying: 2000,
}
platformContract('Zalo OA', abilities, openZaloOa)

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-tests'

type ZaloPerson = ReturnType<ZaloOaServer['person']>

/** The OpenAPI over HTTP, from the emulator; what is said comes through the signed webhook into the product's web server. */
async function openZaloOa(): Promise<Driver> {
  const zalo = await startZaloOa({ ...app, refresh })
  const desk = await openDesk()
  const devices = createDevices((name) => zalo.person(name))
  const device = devices.of

  await connectedBranch(desk, { channel: 'zalo-oa', account: (member) => device(member).id })
  const port = await freePort()
  const service = startService({
    PORT: String(port),
    DATA_DIR: desk.config.dataDir,
    PUBLIC_URL: 'https://bot.chibo.example',
    ZALO_OA_APP_ID: app.appId,
    ZALO_OA_APP_SECRET: app.appSecret,
    ZALO_OA_SECRET_KEY: app.secretKey,
    ZALO_OA_REFRESH_TOKEN: refresh,
    ZALO_OA_API_ROOT: zalo.url,
    ZALO_OA_OAUTH_ROOT: zalo.url,
  })
  await ready(service)
  zalo.receiver(`http://127.0.0.1:${port}/webhooks/zalo-oa`)
  for (const one of devices.all()) await joins(one)

  /** Ready is earlier than listening: what is answered 503 until then is brought again, as the platform does. */
  async function joins(one: ZaloPerson): Promise<void> {
    let status = await one.follows()
    const { body } = zalo.deliveries.at(-1)!
    for (const end = performance.now() + 30_000; status === 503 && performance.now() < end; await sleep(100)) {
      status = await zalo.again(body)
    }
    taken(status)
  }

  function taken(status: number | null): void {
    if (status !== 200) throw new Error(`the webhook answered ${status}\n${service.log()}`)
  }
  const nothing = (): Promise<never> => Promise.reject(new Error('Zalo OA cannot do this'))

  async function done(bringing: Promise<number | null>): Promise<Done> {
    taken(await bringing)
    const { body } = zalo.deliveries.at(-1)!
    return { again: async () => taken(await zalo.again(body)), edit: nothing }
  }

  /** A document comes as a message of its own, behind its words: they are read as one. */
  function shownTo(name: string): Shown[] {
    const all: Shown[] = []
    for (const { messageId, text, attachment } of device(name).sees()) {
      const { payload } = (attachment ?? {}) as { payload?: { token?: string } }
      const { name: file, size } = zalo.uploads.get(payload?.token ?? '') ?? {}
      const files = file === undefined ? [] : [{ name: file, size: size! }]
      const before = all.at(-1)
      if (files.length > 0 && text === '' && before) before.files.push(...files)
      else all.push({ id: messageId, text, labels: numberedLabels(text).map(({ label }) => label), files })
    }
    return all
  }

  const person = (name: string): Person => ({
    says: (text) => done(device(name).says(text)),
    presses: (shown, label) => done(device(name).says(numberOf(shown.text, label))),
    sees: () => Promise.resolve(shownTo(name)),
    /** A document bears no words here: they are said before it. */
    async sendsFile(file, caption) {
      taken(await device(name).says(caption))
      const url = zalo.host(file)
      const payload = { url, size: String(file.bytes.length), name: file.name, checksum: 'c0ffee', type: 'pdf' }
      return done(device(name).sends('user_send_file', [{ type: 'file', payload }]))
    },
  })

  const stranger = { sender: { id: '8000000000000000001' }, recipient: { id: zalo.oa.oa_id } }
  const odd = (event: object) => async (): Promise<void> => taken(await zalo.deliver(event))

  return {
    now: () => Promise.resolve(zalo.now()),
    person,
    async echo(to) {
      const { messageId, text } = device(to).sees().at(-1)!
      const ends = { sender: { id: zalo.oa.oa_id, admin_id: '1' }, recipient: { id: device(to).id } }
      taken(await zalo.deliver({ event_name: 'oa_send_text', ...ends, message: { msg_id: messageId, text } }))
      taken(await zalo.deliver({ event_name: 'user_received_message', ...ends, message: { msg_id: messageId } }))
    },
    oddities: {
      'a sticker': odd({ event_name: 'user_send_sticker', ...stranger, message: { msg_id: 'odd-1' } }),
      'a place': odd({ event_name: 'user_send_location', ...stranger, message: { msg_id: 'odd-2', attachments: [{ type: 'location', payload: { coordinates: { latitude: '21.0', longitude: '105.8' } } }] } }), // prettier-ignore
      'an event nobody knows': odd({ event_name: 'brand_new_thing', it: 'is' }),
      'a message without a sender': odd({ event_name: 'user_send_text', message: { msg_id: 'odd-3', text: 'x' } }),
      'a group dissolved': odd({ event_name: 'disperse_group', recipient: { group_id: 'g' } }),
      'no event': odd({ hello: 'world' }),
    },
    log: () => service.log(),
    async stop() {
      await service.stop()
      await zalo.close()
      await desk.clear()
    },
  }
}
