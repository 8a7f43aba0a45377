import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { codeOf, rawClient, startReceiver, type Answer, type Receiver } from './zalo-oa/raw-client.js'
import { startZaloOa, type ZaloOaServer } from './zalo-oa/start-zalo-oa.js'

/**
 * The platform's page, read line by line with plain requests. No client of others drives it: the `zalo-sdk` of the npm
 * registry speaks to an older interface under an address it does not let go of.
 */

const app = { appId: '1234567890123456789', appSecret: 'app-secret', secretKey: 'oa-secret-key' }
const callback = 'https://chibot.example.vn/oa'
const [minute, hour, day] = [60_000, 60 * 60_000, 24 * 60 * 60_000]

let zalo: ZaloOaServer
let client: ReturnType<typeof rawClient>
let receiver: Receiver

beforeEach(async () => {
  zalo = await startZaloOa({ ...app, refresh: 'first', callback })
  receiver = await startReceiver()
  zalo.receiver(receiver.url)
  client = rawClient(zalo, app)
  await client.enters('first')
})
afterEach(async () => {
  await zalo.close()
  receiver.close()
})

const token: (typeof client)['token'] = (...given) => client.token(...given)
const ask: (typeof client)['ask'] = (...given) => client.ask(...given)
const post: (typeof client)['post'] = (...given) => client.post(...given)
const get: (typeof client)['get'] = (...given) => client.get(...given)
const cs: (typeof client)['cs'] = (...given) => client.cs(...given)

describe('tokens', () => {
  test('a refresh token is good once and for three months; an access token for 25 hours', async () => {
    const given = await token({ grant_type: 'refresh_token', refresh_token: 'first' })
    expect(given).toMatchObject({ error: -14014, error_name: expect.any(String), ref_doc: expect.any(String) })
    zalo.advance(25 * hour + minute)
    expect(codeOf(await ask('/v2.0/oa/getoa'))).toBe(-220)
    const next = zalo.consent()
    const pair = await token({ grant_type: 'refresh_token', refresh_token: next })
    expect(pair).toMatchObject({ expires_in: '90000' })
    zalo.advance(91 * day)
    expect(codeOf(await token({ grant_type: 'refresh_token', refresh_token: pair['refresh_token'] as string }))).toBe(
      -118,
    )
  })

  test('a code of consent: once, for ten minutes, with the verifier it was asked for with', async () => {
    const verifier = 'a'.repeat(43)
    const code_challenge = createHash('sha256').update(verifier).digest('base64url')
    const consent = async (more: object = {}): Promise<URL> => {
      const asked = { app_id: app.appId, redirect_uri: callback, code_challenge, state: 'x', ...more }
      const answer = await fetch(`${zalo.url}/v4/oa/permission?${new URLSearchParams(asked).toString()}`, {
        redirect: 'manual',
      })
      return answer.status === 302
        ? new URL(answer.headers.get('location')!)
        : Promise.reject(new Error(await answer.text()))
    }
    const exchange = (back: URL, code_verifier = verifier) =>
      token({ grant_type: 'authorization_code', code: back.searchParams.get('code')!, code_verifier })

    const back = await consent()
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ oa_id: zalo.oa.oa_id, state: 'x' })
    expect(await exchange(back)).toMatchObject({ access_token: expect.any(String), expires_in: '90000' })
    expect(codeOf(await exchange(back))).toBe(-14014)
    expect(codeOf(await exchange(await consent(), 'b'.repeat(43)))).toBe(-14014)
    const late = await consent()
    zalo.advance(10 * minute + 1000)
    expect(codeOf(await exchange(late))).toBe(-14014)
    await expect(consent({ redirect_uri: 'https://other.vn' })).rejects.toThrow('-14003')
    await expect(consent({ app_id: '1' })).rejects.toThrow('-14002')
  })

  test('the secret goes in a header, the token in `access_token` and not as a bearer', async () => {
    expect(codeOf(await token({ grant_type: 'refresh_token', refresh_token: 'x' }, 'wrong'))).toBe(-14004)
    const bearer = await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers: { authorization: `Bearer ${client.access()}` } })
    expect(codeOf((await bearer.json()) as Answer)).toBe(-216)
    const answer = await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers: { access_token: client.access() } })
    expect([answer.headers.get('x-ratelimit-limit'), Number(answer.headers.get('x-ratelimit-remain'))]).toEqual(['4000', expect.any(Number)]) // prettier-ignore
  })
})

describe('messages', () => {
  test('free for two days, paid for seven, then refused; a word opens the window again', async () => {
    const lan = zalo.person('Lan')
    await lan.says('chào')
    expect((await cs(lan.id, { text: 'x' })).data).toMatchObject({ message_id: expect.any(String), user_id: lan.id, quota: { quota_type: 'reply' } }) // prettier-ignore
    zalo.monthly(1)
    lan.wasSilentFor(3 * day)
    expect((await cs(lan.id, { text: 'x' })).data).toMatchObject({ quota: { quota_type: 'paid' } })
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-211)
    lan.wasSilentFor(7 * day + minute)
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-230)
    // Neither is named among what opens it.
    await lan.reacts('m', '/-heart')
    await lan.submitsInfo({ name: 'Lan' })
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-230)
    await lan.says('tôi đây')
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(0)
    lan.wasSilentFor(8 * day)
    await lan.unfollows()
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-213)
    await lan.follows()
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(0)
    lan.leavesSilently()
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-213)
  })

  test.each([
    ['2,000 characters', { text: 'x'.repeat(2000) }, 0],
    ['2,001', { text: 'x'.repeat(2001) }, -210],
    ['nothing', {}, -201],
    ['a number', { text: 5 }, -201],
    ['words with a file', { text: 'x', attachment: { type: 'file', payload: { token: 't' } } }, -201],
    ['a file nobody has uploaded', { attachment: { type: 'file', payload: { token: 't' } } }, -100],
    ['five buttons', { text: 'x', attachment: { type: 'template', payload: { buttons: Array(5).fill({}) } } }, 0],
    ['six buttons', { text: 'x', attachment: { type: 'template', payload: { buttons: Array(6).fill({}) } } }, -201],
  ])('%s', async (_what, message, code) => {
    const lan = zalo.person('Lan')
    await lan.says('chào')
    expect(codeOf(await cs(lan.id, message))).toBe(code)
  })

  test('what was shut down is shut down; of templates only those approved go', async () => {
    const lan = zalo.person('Lan')
    await lan.says('chào')
    for (const gone of ['/v3.0/oa/message/transaction', '/v3.0/oa/message/promotion', '/v2.0/oa/message'])
      expect(codeOf(await post(gone, { recipient: { user_id: lan.id }, message: { text: 'x' } }))).toBe(-240)
    expect(
      codeOf(await post('/v2.0/oa/message', { sender_action: { react_icon: '/-ok', react_message_id: 'm' } })),
    ).toBe(0)
    const template = { user_id: lan.id, template_id: '7', template_data: { name: 'Lan' } }
    expect(codeOf(await post('/v3.0/oa/message/template', template))).toBe(-201)
    zalo.templates.add('7')
    expect(codeOf(await post('/v3.0/oa/message/template', template))).toBe(0)
    expect(codeOf(await post('/v3.0/oa/nothing', {}))).toBe(-212)
  })

  test.each([
    ['image', 'a.png', 1024, 0],
    ['image', 'a.png', 1024 * 1024 + 1, -210],
    ['image', 'a.gif', 10, -233],
    ['gif', 'a.gif', 10, 0],
    ['file', 'a.docx', 10, 0],
    ['file', 'a.xlsx', 10, -233],
    ['file', 'a.pdf', 5 * 1024 * 1024 + 1, -210],
  ])('an upload of %s: %s with %i bytes', async (kind, name, size, code) => {
    expect(codeOf(await client.upload(kind, name, size))).toBe(code)
  })

  test('an upload without an ending is answered with nothing; one is good for seven days', async () => {
    const lan = zalo.person('Lan')
    await lan.says('chào')
    expect((await client.upload('file', 'dự thảo', 10)).data).toEqual({})
    const { data } = await client.upload('file', 'a.pdf', 10)
    const file = { attachment: { type: 'file', payload: { token: data!['token'] } } }
    expect(codeOf(await cs(lan.id, file))).toBe(0)
    zalo.advance(8 * day)
    await lan.says('còn đây')
    await client.enters()
    expect(codeOf(await cs(lan.id, file))).toBe(-100)
  })

  test('people and what may still be sent them', async () => {
    const lan = zalo.person('Lan')
    await lan.follows()
    expect((await get('/v3.0/oa/user/detail', { user_id: lan.id })).data).toMatchObject({ user_id: lan.id, user_is_follower: true }) // prettier-ignore
    expect((await get('/v3.0/oa/user/getlist', { offset: 0, count: 50 })).data).toMatchObject({ total: 1 })
    expect(codeOf(await get('/v3.0/oa/user/getlist', { offset: 0, count: 51 }))).toBe(-201)
    expect(codeOf(await get('/v3.0/oa/user/getlist', { offset: 9952, count: 50 }))).toBe(-201)
    expect((await post('/v3.0/oa/quota/message', { user_id: lan.id })).data).toMatchObject({ last_interaction: expect.stringMatching(/^\d{13}$/u) }) // prettier-ignore
  })

  test('whatever it is told to refuse; an answer lost on the way is of something done', async () => {
    const lan = zalo.person('Lan')
    await lan.says('chào')
    const path = '/v3.0/oa/message/cs'
    zalo.strike(path, { kind: 'error', error: -32 }, { kind: 'drop' })
    expect(codeOf(await cs(lan.id, { text: 'x' }))).toBe(-32)
    await expect(cs(lan.id, { text: 'y' })).rejects.toThrow()
    expect(lan.sees().map(({ text }) => text)).toEqual(['y'])
  })
})

describe('groups', () => {
  test('made of what was bought, once; its members come and go; a mention is a name', async () => {
    const [lan, hoa] = [zalo.person('Lan'), zalo.person('Hoa')]
    for (const one of [lan, hoa]) await one.follows()
    const asset_id = zalo.asset()
    const quota = await post('/v3.0/oa/quota/group', {
      quota_owner: 'OA',
      product_type: 'gmf10',
      quota_type: 'sub_quota',
    })
    expect(quota.data).toMatchObject([{ asset_id }])
    const make = () =>
      post('/v3.0/oa/group/creategroupwithoa', { group_name: 'Chi bộ', asset_id, member_user_ids: [lan.id] })
    const group_id = (await make()).data!['group_id'] as string
    expect(codeOf(await make())).toBe(-241)

    const change = (name: string) => post(`/v3.0/oa/group/${name}`, { group_id, member_user_ids: [hoa.id] })
    const count = async (list: string) => (await get(`/v3.0/oa/group/${list}`, { group_id })).data!['total']
    await change('invite')
    expect([await count('listpendinginvite'), await count('listmember')]).toEqual([1, 1])
    await change('acceptpendinginvite')
    expect([await count('listpendinginvite'), await count('listmember')]).toEqual([0, 2])
    await change('addadmins')
    await change('removemembers')
    expect(await count('listmember')).toBe(1)

    const say = (text: string) => post('/v3.0/oa/group/message', { recipient: { group_id }, message: { text } })
    expect((await say(`Mời [@${lan.id}] và [@${group_id}]`)).data).toMatchObject({ group_id })
    expect(zalo.posts.at(-1)!.text).toBe('Mời @Lan và @Tất cả')
    expect((await get('/v3.0/oa/group/getgroup', { group_id })).data).toMatchObject({ asset_info: { asset_id } })
    zalo.advance(31 * day)
    await client.enters()
    expect(codeOf(await say('x'))).toBe(-237)
    expect(codeOf(await post('/v3.0/oa/group/updateasset', { group_id, asset_id: zalo.asset() }))).toBe(0)
    expect(codeOf(await say('x'))).toBe(0)
    await post('/v3.0/oa/group/delete', { group_id })
    expect(codeOf(await say('x'))).toBe(-403)
    zalo.noGroups()
    expect(codeOf(await make())).toBe(-224)
  })

  test.each(['recipient.id', 'recipient.group_id', 'message.conversation_id'] as const)(
    'every word said in one comes, its id under %s',
    async (under) => {
      const lan = zalo.person('Lan')
      const group = zalo.group(lan.id)
      zalo.switches.groupUnder = under
      await lan.saysIn(group, 'Chiều nay họp nhé')
      const [first, second] = under.split('.') as [string, string]
      expect(receiver.came[0]!.body).toMatchObject({ event_name: 'user_send_group_text', [first]: { [second]: group } })
    },
  )
})
