import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refused, Unanswered } from '../zalo/call-error.js'
import type { Http } from '../zalo/http.js'
import type { Tokens } from './tokens.js'

const id = z.union([z.string(), z.number()]).transform(String)
const envelope = z.object({
  error: z.union([z.number(), z.string()]).transform(Number),
  message: z.string().nullish(),
  data: z.unknown().optional(),
})

const sent = z.object({ message_id: id })
const uploaded = z.object({ attachment_id: z.string().nullish(), token: z.string().nullish() })
const oa = z.object({ oa_id: id, name: z.string().nullish() })
const user = z.object({
  user_id: id,
  display_name: z.string().nullish(),
  user_is_follower: z.union([z.boolean(), z.string()]).nullish(),
  user_last_interaction_date: z.string().nullish(),
})
const users = z.object({ total: z.number().nullish(), users: z.array(z.object({ user_id: id })).nullish() })
const quota = z.object({
  last_interaction: z.union([z.string(), z.number()]).nullish(),
  cs_reply: z.object({ remain: z.number().nullish(), total: z.number().nullish() }).nullish(),
})
const group = z.object({ group_id: id, group_link: z.string().nullish() })
const asset = z.object({ asset_id: id })
const assets = z.union([z.array(asset), asset.transform((one) => [one])])

/** The token is bad, or has ended; other codes of the same cause were seen. */
const tokenCodes = [-216, -220, 216, 401, -401]

interface OaMessage {
  text?: string
  quote_message_id?: string
  attachment?: unknown
}

export interface OaButton {
  title: string
  payload: string
}

/** A group which the OA itself makes: one of what it bought, with one of its administrators among the members. */
interface NewGroup {
  name: string
  assetId: string
  members: string[]
}

/**
 * The OpenAPI of a Zalo Official Account, call by call. Rejects with Refused (`error` is not 0, under whatever status),
 * NotConnected or Unanswered; RetryLater where there is no good token. No error bears a token.
 */
export function createZaloOaClient({
  apiRoot,
  http,
  tokens,
}: {
  apiRoot: string
  http: Http
  tokens: Pick<Tokens, 'access'>
}) {
  interface Call {
    method: 'GET' | 'POST'
    path: string
    json?: unknown
    /** Of a GET: one parameter that holds everything. */
    data?: unknown
    file?: { name: string; mime: string; bytes: Buffer }
    signal: AbortSignal
  }

  async function once(given: Call, token: string): Promise<unknown> {
    const { method, path, json, data, file, signal } = given
    const query = data === undefined ? '' : `?data=${encodeURIComponent(JSON.stringify(data))}`
    const form = file && multipart(file)
    const { status, body } = await http.call(`${apiRoot}${path}${query}`, {
      method,
      signal,
      headers: {
        access_token: token,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(form && { 'content-type': form.type }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && { body: form.body }),
    })
    const said = envelope.safeParse(body)
    if (!said.success) throw new Unanswered(status, 'ANOTHER_SHAPE')
    const { error, message, data: result } = said.data
    if (error !== 0) throw new Refused(path, error, (message ?? 'no message').replaceAll(token, '…').slice(0, 200))
    return result
  }

  /** A token the platform calls bad is renewed once, and the call made once more: it was refused, so nothing was done. */
  async function call(given: Call): Promise<unknown> {
    const token = await tokens.access()
    try {
      return await once(given, token)
    } catch (error) {
      if (!(error instanceof Refused && tokenCodes.includes(error.code))) throw error
      return once(given, await tokens.access(token))
    }
  }

  async function read<S extends z.ZodType>(shape: S, given: Call): Promise<z.output<S>> {
    const found = shape.safeParse(await call(given))
    if (!found.success) throw new Unanswered(200, 'ANOTHER_SHAPE')
    return found.data
  }

  const post = (path: string, json: unknown, signal: AbortSignal): Call => ({ method: 'POST', path, json, signal })
  const consult = (userId: string, message: OaMessage, signal: AbortSignal) =>
    read(sent, post('/v3.0/oa/message/cs', { recipient: { user_id: userId }, message }, signal))
  const toGroup = (groupId: string, message: OaMessage, signal: AbortSignal) =>
    read(sent, post('/v3.0/oa/group/message', { recipient: { group_id: groupId }, message }, signal))

  async function upload(kind: 'image' | 'gif' | 'file', file: NonNullable<Call['file']>, signal: AbortSignal) {
    const found = await read(uploaded, { method: 'POST', path: `/v2.0/oa/upload/${kind}`, file, signal })
    const name = found.attachment_id ?? found.token
    // A name without an ending is answered with nothing.
    if (!name) throw new Refused(`upload/${kind}`, -201, 'nothing came of the upload')
    return name
  }

  return {
    getOa: (signal: AbortSignal) => read(oa, { method: 'GET', path: '/v2.0/oa/getoa', signal }),

    sendText: (userId: string, text: string, signal: AbortSignal) => consult(userId, { text }, signal),
    sendQuote: (userId: string, text: string, quoted: string, signal: AbortSignal) =>
      consult(userId, { text, quote_message_id: quoted }, signal),
    /** Up to five; a press comes back as a text that is the payload. */
    sendButtons: (userId: string, text: string, buttons: OaButton[], signal: AbortSignal) =>
      consult(
        userId,
        { text, attachment: { type: 'template', payload: { buttons: buttons.map((one) => ({ ...one, type: 'oa.query.show' })) } } }, // prettier-ignore
        signal,
      ),
    sendImage: (userId: string, text: string, attachmentId: string, signal: AbortSignal) =>
      consult(userId, { ...(text !== '' && { text }), attachment: imageOf(attachmentId) }, signal),
    sendFile: (userId: string, token: string, signal: AbortSignal) =>
      consult(userId, { attachment: fileOf(token) }, signal),

    sendGroupText: (groupId: string, text: string, signal: AbortSignal) => toGroup(groupId, { text }, signal),
    sendGroupImage: (groupId: string, text: string, attachmentId: string, signal: AbortSignal) =>
      toGroup(groupId, { ...(text !== '' && { text }), attachment: imageOf(attachmentId) }, signal),
    sendGroupFile: (groupId: string, token: string, signal: AbortSignal) =>
      toGroup(groupId, { attachment: fileOf(token) }, signal),
    createGroup: ({ name, assetId, members }: NewGroup, signal: AbortSignal) =>
      read(
        group,
        post('/v3.0/oa/group/creategroupwithoa', { group_name: name, asset_id: assetId, member_user_ids: members }, signal), // prettier-ignore
      ),
    /** What was bought for groups and is not used yet. */
    getGroupQuota: (productType: string, quotaType: string, signal: AbortSignal) =>
      read(assets, post('/v3.0/oa/quota/group', { quota_owner: 'OA', product_type: productType, quota_type: quotaType }, signal)), // prettier-ignore

    uploadImage: (file: NonNullable<Call['file']>, signal: AbortSignal) => upload('image', file, signal),
    uploadGif: (file: NonNullable<Call['file']>, signal: AbortSignal) => upload('gif', file, signal),
    uploadFile: (file: NonNullable<Call['file']>, signal: AbortSignal) => upload('file', file, signal),

    getUser: (userId: string, signal: AbortSignal) =>
      read(user, { method: 'GET', path: '/v3.0/oa/user/detail', data: { user_id: userId }, signal }),
    getUsers: (offset: number, count: number, signal: AbortSignal) =>
      read(users, { method: 'GET', path: '/v3.0/oa/user/getlist', data: { offset, count }, signal }),
    getQuota: (userId: string, signal: AbortSignal) =>
      read(quota, post('/v3.0/oa/quota/message', { user_id: userId }, signal)),
  }
}

const fileOf = (token: string): object => ({ type: 'file', payload: { token } })
const imageOf = (attachmentId: string) => ({
  type: 'template',
  payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: attachmentId }] },
})

/** One part, named `file`. */
function multipart({ name, mime, bytes }: { name: string; mime: string; bytes: Buffer }) {
  const boundary = `chibot-${randomUUID()}`
  const safe = name.replace(/["\r\n\\]/gu, '_')
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${safe}"\r\ncontent-type: ${mime}\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
