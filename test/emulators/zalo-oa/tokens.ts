import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { ApiFailure } from './failure.js'
import { newId, type World } from './world.js'

const codeMs = 10 * 60_000

/** What an administrator gets who opens the link of consent and agrees: back to the app, with a code. */
export function consent(world: World, asked: URLSearchParams): string {
  if (asked.get('app_id') !== world.appId) throw new ApiFailure(-14002, 'Application is inactive')
  const challenge = asked.get('code_challenge')
  // Both are saved on the developer's page; a pair made anew for each request is none of it.
  if (asked.get('redirect_uri') !== world.callback || (world.challenge !== null && challenge !== world.challenge))
    throw new ApiFailure(-14003, 'redirect_uri or code_challenge is invalid')
  const code = newId()
  world.codes.set(code, { until: world.now() + codeMs, challenge })
  const back = new URL(world.callback)
  back.searchParams.set('oa_id', world.oa.oa_id)
  back.searchParams.set('code', code)
  const state = asked.get('state')
  if (state !== null) back.searchParams.set('state', state)
  return back.href
}

/** A code is good once and for ten minutes, a refresh token once and for three months. */
export function token(world: World, request: IncomingMessage, body: Buffer): object {
  const form = new URLSearchParams(body.toString())
  const secret = request.headers['secret_key']
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  if (!isForm || secret !== world.appSecret || form.get('app_id') !== world.appId)
    throw new ApiFailure(-14004, 'invalid app')
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return byCode(world, form.get('code') ?? '', form.get('code_verifier'))
    case 'refresh_token':
      return byRefresh(world, form.get('refresh_token') ?? '')
    default:
      throw new ApiFailure(-14012, 'invalid grant type')
  }
}

/** Which code the platform answers to a bad one is not known: -14014 is this emulator's choice. */
function byCode(world: World, code: string, verifier: string | null): object {
  const found = world.codes.get(code)
  world.codes.delete(code)
  const challenge = verifier === null ? null : createHash('sha256').update(verifier).digest('base64url')
  if (!found || found.until < world.now() || (found.challenge !== null && found.challenge !== challenge))
    throw new ApiFailure(-14014, 'code is invalid')
  return world.grant()
}

/** Whoever shows a spent one has to ask an administrator. */
function byRefresh(world: World, shown: string): object {
  if (shown !== world.refresh.token) throw new ApiFailure(-14014, 'Refresh token is invalid')
  if (world.refresh.until < world.now()) throw new ApiFailure(-118, 'Refresh token has expired')
  world.spent.push(shown)
  return world.grant()
}
