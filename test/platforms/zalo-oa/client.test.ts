import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Refused } from '../../../src/platforms/zalo/call-error.js'
import { createHttp } from '../../../src/platforms/zalo/http.js'
import { createZaloOaClient } from '../../../src/platforms/zalo-oa/client.js'
import { rawClient } from '../../emulators/zalo-oa/raw-client.js'
import { startZaloOa, type ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'
import type { Post } from '../../emulators/zalo-oa/world.js'

const app = { appId: '1234567890123456789', appSecret: 'app-secret-of-tests', secretKey: 'oa-secret-key-of-tests' }
const jpg = { name: 'trang 1.jpg', mime: 'image/jpeg', bytes: Buffer.from('một trang') }
const gif = { name: 'cờ.gif', mime: 'image/gif', bytes: Buffer.from('GIF89a') }
const pdf = { name: 'dự thảo.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }

let zalo: ZaloOaServer
let client: ReturnType<typeof createZaloOaClient>
let lan: ReturnType<ZaloOaServer['person']>
let group: string
let signal: AbortSignal

beforeEach(async () => {
  zalo = await startZaloOa({ ...app, refresh: 'refresh-first-of-tests' })
  const raw = rawClient(zalo, app)
  await raw.enters()
  const tokens = { access: () => Promise.resolve(raw.access()) }
  client = createZaloOaClient({ apiRoot: zalo.url, http: createHttp(), tokens })
  lan = zalo.person('Lan')
  await lan.follows()
  group = zalo.group(lan.id)
  signal = AbortSignal.timeout(10_000)
})
afterEach(() => zalo.close())

const last = (): Post => zalo.posts.at(-1)!
const media = (media_type: string, attachment_id: string) => ({
  type: 'template',
  payload: { template_type: 'media', elements: [{ media_type, attachment_id }] },
})

/** What is sent, and what the platform has of it. */
const sendings: [string, () => Promise<{ message_id: string }>, () => object][] = [
  ['a text', () => client.sendText(lan.id, 'chào', signal), () => ({ to: lan.id, text: 'chào', attachment: null })],
  [
    'a quote',
    () => client.sendQuote(lan.id, 'đúng vậy', 'm1', signal),
    () => ({ to: lan.id, text: 'đúng vậy', quote: 'm1' }),
  ],
  [
    'buttons',
    () => client.sendButtons(lan.id, 'Dự họp?', [{ title: 'Dự', payload: '1' }, { title: 'Vắng', payload: '2' }], signal), // prettier-ignore
    () => ({
      text: 'Dự họp?',
      attachment: {
        payload: {
          buttons: [
            { title: 'Dự', type: 'oa.query.show', payload: '1' },
            { title: 'Vắng', type: 'oa.query.show', payload: '2' },
          ],
        },
      },
    }),
  ],
  [
    'a picture with words',
    async () => client.sendImage(lan.id, 'trang 1', await client.uploadImage(jpg, signal), signal),
    () => ({ to: lan.id, text: 'trang 1', attachment: media('image', upload(jpg.name)) }),
  ],
  [
    'a file',
    async () => client.sendFile(lan.id, await client.uploadFile(pdf, signal), signal),
    () => ({ to: lan.id, text: '', attachment: { type: 'file', payload: { token: upload(pdf.name) } } }),
  ],
  [
    'a text to a group',
    () => client.sendGroupText(group, `[@${lan.id}] chào`, signal),
    () => ({ to: group, text: '@Lan chào' }),
  ],
  [
    'a picture to a group, without words',
    async () => client.sendGroupImage(group, '', await client.uploadImage(jpg, signal), signal),
    () => ({ to: group, text: '', attachment: media('image', upload(jpg.name)) }),
  ],
  [
    'a file to a group',
    async () => client.sendGroupFile(group, await client.uploadFile(pdf, signal), signal),
    () => ({ to: group, attachment: { type: 'file', payload: { token: upload(pdf.name) } } }),
  ],
]
const upload = (name: string): string => [...zalo.uploads].find(([, one]) => one.name === name)![0]

test.each(sendings)('%s', async (_what, send, has) => {
  const { message_id: messageId } = await send()
  expect(last()).toMatchObject({ messageId, ...has() })
  expect(zalo.posts).toHaveLength(1)
})

test.each([
  ['uploadImage', 'image', jpg],
  ['uploadGif', 'gif', gif],
  ['uploadFile', 'file', pdf],
] as const)('%s: whole, under its name', async (call, kind, file) => {
  const id = await client[call](file, signal)
  expect(zalo.uploads.get(id)).toMatchObject({ kind, name: file.name, size: file.bytes.length })
})

test('a name without an ending, of which nothing comes, is refused', async () => {
  await expect(client.uploadFile({ ...pdf, name: 'dự thảo' }, signal)).rejects.toThrow(Refused)
})

test('people, one by one and by the page, and what may be sent them', async () => {
  const hoa = zalo.person('Hoa')
  await hoa.follows()
  expect(await client.getUser(lan.id, signal)).toMatchObject({ user_id: lan.id, display_name: 'Lan', user_is_follower: true }) // prettier-ignore
  expect(await client.getUsers(1, 1, signal)).toMatchObject({ total: 2, users: [{ user_id: hoa.id }] })
  await expect(client.getUsers(0, 51, signal)).rejects.toMatchObject({ code: -201 })
  expect(await client.getQuota(lan.id, signal)).toMatchObject({ last_interaction: expect.stringMatching(/^\d{13}$/u), cs_reply: { total: 8 } }) // prettier-ignore
  expect(await client.getOa(signal)).toMatchObject({ oa_id: zalo.oa.oa_id, name: zalo.oa.name })
})

test('a group of what was bought, once', async () => {
  const asset = zalo.asset()
  expect(await client.getGroupQuota('gmf10', 'sub_quota', signal)).toEqual([{ asset_id: asset }])
  const made = await client.createGroup({ name: 'Chi bộ', assetId: asset, members: [lan.id] }, signal)
  await client.sendGroupText(made.group_id, 'chào', signal)
  expect(last()).toMatchObject({ to: made.group_id, text: 'chào' })
  expect(await client.getGroupQuota('gmf10', 'sub_quota', signal)).toEqual([])
  const again = client.createGroup({ name: 'Chi bộ', assetId: asset, members: [lan.id] }, signal)
  await expect(again).rejects.toMatchObject({ code: -241 })
})
