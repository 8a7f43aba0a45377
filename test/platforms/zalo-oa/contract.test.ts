import { setTimeout as sleep } from 'node:timers/promises'
import { openDesk } from '../../cli/desk.js'
import { envOf } from '../../emulators/zalo-oa/env-of.js'
import { startZaloOa } from '../../emulators/zalo-oa/start-zalo-oa.js'
import type { Post } from '../../emulators/zalo-oa/world.js'
import { connectedBranch } from '../../support/connected-branch.js'
import { m4aFile } from '../../support/sample-files.js'
import { freePort, ready, startService } from '../../support/service.js'
import { platformContract } from '../contract.js'
import type { Abilities, Done, Driver, Person, Shown } from '../contract/driver.js'
import { createDevices } from '../devices.js'
import { numberedLabels, numberOf } from '../numbered-labels.js'

const abilities: Abilities = {
  edit: false,
  filesOut: 'file',
  picturesOut: 'file',
  // The platform takes no sound from us.
  recordingsOut: 'link',
  documentsIn: 'file',
  mediaIn: 'file',
  stickersIn: 'shown',
  corrections: false,
  echo: true,
  groupAnswers: 'named',
  window: true,
  longestSaying: 2000,
}
platformContract('Zalo OA', abilities, openZaloOa)

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const refresh = 'refresh-first-of-tests'

/** The OpenAPI over HTTP, from the emulator; what is said comes through the signed webhook into the product's web server. */
async function openZaloOa(): Promise<Driver> {
  const zalo = await startZaloOa({ ...app, refresh })
  const desk = await openDesk()
  const devices = createDevices((name) => zalo.person(name))
  const device = devices.of

  const group = zalo.group()
  await connectedBranch(desk, {
    channel: 'zalo-oa',
    account: (member) => device(member).id,
    second: { m10: device('m10 again').id },
    group: `g${group}`,
  })
  const port = await freePort()
  const service = startService({
    PORT: String(port),
    DATA_DIR: desk.config.dataDir,
    PUBLIC_URL: 'https://bot.chibo.example',
    ...envOf(app, refresh, zalo.url),
  })
  await ready(service)
  zalo.switches.receipts = true
  zalo.receiver(`http://127.0.0.1:${port}/webhooks/zalo-oa`)
  for (const one of devices.all()) await taken(one.follows())

  /** What is not answered in time, or by a service that has only begun to listen, is brought again, as the platform does. */
  async function taken(bringing: Promise<number | null>): Promise<void> {
    let status = await bringing
    const { body } = zalo.deliveries.at(-1)!
    for (const end = performance.now() + 30_000; (status ?? 503) === 503 && performance.now() < end; await sleep(100)) {
      status = await zalo.again(body)
    }
    if (status !== 200) throw new Error(`the webhook answered ${status}\n${service.log()}`)
  }
  const nothing = (): Promise<never> => Promise.reject(new Error('Zalo OA cannot do this'))

  async function done(bringing: Promise<number | null>): Promise<Done> {
    await taken(bringing)
    const { body } = zalo.deliveries.at(-1)!
    return { again: () => taken(zalo.again(body)), edit: nothing }
  }

  /** A document comes as a message of its own, behind its words: they are read as one. */
  function shown(posts: Post[]): Shown[] {
    const all: Shown[] = []
    for (const { messageId, text, attachment } of posts) {
      const { payload } = (attachment ?? {}) as {
        payload?: { token?: string; elements?: { attachment_id?: string }[] }
      }
      const { name: file, size } = zalo.uploads.get(payload?.token ?? payload?.elements?.[0]?.attachment_id ?? '') ?? {}
      const files = file === undefined ? [] : [{ name: file, size: size! }]
      const before = all.at(-1)
      if (files.length > 0 && text === '' && before) before.files.push(...files)
      else all.push({ id: messageId, text, labels: numberedLabels(text).map(({ label }) => label), files })
    }
    return all
  }

  const person = (name: string): Person => ({
    says: (text) => done(device(name).says(text)),
    presses: ({ text }, label) => done(device(name).says(numberOf(text, label))),
    sees: () => Promise.resolve(shown(device(name).sees())),
    /** A document bears no words here: they are said before it. */
    async sendsFile(file, caption) {
      await taken(device(name).says(caption))
      const url = zalo.host(file)
      const payload = { url, size: String(file.bytes.length), name: file.name, checksum: 'c0ffee', type: 'pdf' }
      return done(device(name).sends('user_send_file', [{ type: 'file', payload }]))
    },
    sendsPicture: (bytes, caption) => done(device(name).sendsPhoto(zalo.host({ bytes, mime: 'image/jpeg' }), caption)),
    sendsVoice: () => done(device(name).sendsVoice(zalo.host({ bytes: m4aFile(), mime: 'audio/mp4' }))),
    sendsSticker: () => done(device(name).sendsSticker()),
  })

  const stranger = { sender: { id: '8000000000000000001' }, recipient: { id: zalo.oa.oa_id } }
  const odd = (event: object) => (): Promise<void> => taken(zalo.deliver(event))

  return {
    now: () => Promise.resolve(zalo.now()),
    person,
    group: {
      talks: async (name, text) => taken(device(name).saysIn(group, text)),
      addresses: (name, line) => taken(device(name).saysIn(group, `[@${zalo.oa.oa_id}] ${line}`)),
      answers: (name, { id }, text) => taken(device(name).saysIn(group, text, { quote_msg_id: id })),
      sees: () => Promise.resolve(shown(zalo.posts.filter(({ to }) => to === group))),
    },
    refusals: [
      {
        how: 'he follows no more',
        reason: /đã chặn/u,
        happens: (name) => taken(device(name).unfollows()),
        ends: (name) => taken(device(name).follows()),
      },
      {
        how: 'he has been silent for eight days',
        reason: /quá 7 ngày chưa nhắn/u,
        happens: (name) => Promise.resolve(device(name).wasSilentFor(8 * 24 * 60 * 60_000)),
        ends: (name) => taken(device(name).says('/lichhop')),
      },
      {
        how: 'he follows no more, and nobody has told us',
        reason: /đã chặn/u,
        happens: (name) => Promise.resolve(device(name).leavesSilently()),
        ends: (name) => taken(device(name).follows()),
      },
    ],
    opens: async (link) =>
      new Uint8Array(await (await fetch(`http://127.0.0.1:${port}${new URL(link).pathname}/file`)).arrayBuffer()),
    async echo(to) {
      const { messageId, text } = device(to).sees().at(-1)!
      const ends = { sender: { id: zalo.oa.oa_id, admin_id: '1' }, recipient: { id: device(to).id } }
      await taken(zalo.deliver({ event_name: 'oa_send_text', ...ends, message: { msg_id: messageId, text } }))
      await taken(zalo.deliver({ event_name: 'user_received_message', ...ends, message: { msg_id: messageId } }))
    },
    oddities: {
      'a sticker': odd({ event_name: 'user_send_sticker', ...stranger, message: { msg_id: 'odd-1' } }),
      'a place': odd({ event_name: 'user_send_location', ...stranger, message: { msg_id: 'odd-2', attachments: [{ type: 'location', payload: { coordinates: { latitude: '21.0', longitude: '105.8' } } }] } }), // prettier-ignore
      'an event nobody knows': odd({ event_name: 'brand_new_thing', it: 'is' }),
      'a message without a sender': odd({ event_name: 'user_send_text', message: { msg_id: 'odd-3', text: 'x' } }),
      'a group dissolved': odd({ event_name: 'disperse_group', recipient: { group_id: 'g' } }),
      'a reaction': odd({ event_name: 'user_reacted_message', ...stranger, message: { msg_id: 'odd-4', react_icon: '/-heart' } }), // prettier-ignore
      'contact data': odd({ event_name: 'user_submit_info', ...stranger, info: { name: 'An', phone: '1' } }),
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
