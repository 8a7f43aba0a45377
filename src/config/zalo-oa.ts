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

const secret = optional(
  z.string().regex(/^[!-~]{8,}$/u, 'is at least 8 characters without blanks, as the console shows it'),
)

export const zaloOaVariables = {
  ZALO_OA_APP_ID: optional(z.string().regex(/^\d{5,25}$/u, 'is the number of the app at developers.zalo.me')),
  ZALO_OA_APP_SECRET: secret,
  ZALO_OA_SECRET_KEY: secret,
  ZALO_OA_REFRESH_TOKEN: secret,
  ZALO_OA_API_ROOT: apiRoot,
  ZALO_OA_OAUTH_ROOT: apiRoot,
  ZALO_OA_VERIFIER: optional(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{4,200}$/u, 'is the code in the name of the file Zalo gave you: zalo_verifier<code>.html'),
  ),
}

/** Null without an app id: the rest means nothing then. */
export function readZaloOa(
  set: z.output<z.ZodObject<typeof zaloOaVariables>>,
  publicUrl: string | undefined,
): ZaloOaConfig | null {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: secretKey } = set
  if (appId === undefined) return null
  if (appSecret === undefined) {
    throw new ConfigError(
      'ZALO_OA_APP_SECRET is missing: without it the access token cannot be renewed. Copy it from the settings of the app at developers.zalo.me.',
    )
  }
  if (secretKey === undefined) {
    throw new ConfigError(
      'ZALO_OA_SECRET_KEY is missing: without it anybody could send what looks like messages of your members. Copy the OA Secret Key from the webhook page of the app at developers.zalo.me.',
    )
  }
  if (publicUrl === undefined) {
    throw new ConfigError(
      'ZALO_OA_APP_ID needs PUBLIC_URL: a Zalo Official Account tells what is said only to an address it can reach. Set PUBLIC_URL, or remove ZALO_OA_APP_ID.',
    )
  }
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
