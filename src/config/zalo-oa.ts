import { z } from 'zod'
import { ConfigError } from '../errors.js'
import { apiRoot, optional } from './field.js'

export interface ZaloOaConfig {
  appId: string
  /** Shown when tokens are renewed. */
  appSecret: string
  /** Of the webhook page: what webhooks are signed with. */
  secretKey: string
  /** Only the first one: what the platform renews is kept in the store. Null: the store has one. */
  refreshToken: string | null
  /** Without a slash at their ends. */
  apiRoot: string
  oauthRoot: string
  /** Code of the file that proves to Zalo whose domain it is: `/zalo_verifier<code>.html`. */
  verifier: string | null
}

const secret = optional(z.string().regex(/^[!-~]{8,}$/u, 'config-zalo-oa-secret'))

export const zaloOaVariables = {
  ZALO_OA_APP_ID: optional(z.string().regex(/^\d{5,25}$/u, 'config-zalo-oa-app-id')),
  ZALO_OA_APP_SECRET: secret,
  ZALO_OA_SECRET_KEY: secret,
  ZALO_OA_REFRESH_TOKEN: secret,
  ZALO_OA_API_ROOT: apiRoot,
  ZALO_OA_OAUTH_ROOT: apiRoot,
  ZALO_OA_VERIFIER: optional(z.string().regex(/^[A-Za-z0-9_-]{4,200}$/u, 'config-zalo-oa-verifier')),
}

/** Null without an app id: the rest means nothing then. */
export function readZaloOa(
  set: z.output<z.ZodObject<typeof zaloOaVariables>>,
  publicUrl: string | undefined,
): ZaloOaConfig | null {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: secretKey } = set
  if (appId === undefined) return null
  if (appSecret === undefined) throw new ConfigError('config-zalo-oa-no-app-secret')
  if (secretKey === undefined) throw new ConfigError('config-zalo-oa-no-secret-key')
  if (publicUrl === undefined) throw new ConfigError('config-zalo-oa-no-address')
  return {
    appId,
    appSecret,
    secretKey,
    refreshToken: set.ZALO_OA_REFRESH_TOKEN ?? null,
    apiRoot: set.ZALO_OA_API_ROOT ?? 'https://openapi.zalo.me',
    oauthRoot: set.ZALO_OA_OAUTH_ROOT ?? 'https://oauth.zaloapp.com',
    verifier: set.ZALO_OA_VERIFIER ?? null,
  }
}
