import { z } from 'zod'
import { apiRoot, optional, updateMode } from './field.js'
import { readUpdates, type Updates } from './updates.js'

export interface ZaloBotConfig {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  updates: Updates
  /** Messages the plan lets the bot send in a month. */
  monthlyQuota: number
}

export const zaloBotVariables = {
  ZALO_BOT_TOKEN: optional(z.string().regex(/^\d{5,25}:[A-Za-z0-9_-]{8,}$/u, 'config-zalo-bot-token')),
  ZALO_BOT_API_ROOT: apiRoot,
  ZALO_BOT_MODE: updateMode,
  ZALO_BOT_WEBHOOK_SECRET: optional(z.string().regex(/^[A-Za-z0-9_-]{8,256}$/u, 'config-zalo-bot-secret')),
  ZALO_BOT_MONTHLY_QUOTA: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/u, 'config-zalo-bot-quota')
      .transform(Number),
  ),
}

/** Null without a token: the rest means nothing then. */
export function readZaloBot(
  set: z.output<z.ZodObject<typeof zaloBotVariables>>,
  publicUrl: string | undefined,
): ZaloBotConfig | null {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_MODE: asked, ZALO_BOT_WEBHOOK_SECRET: secret } = set
  if (token === undefined) return null
  return {
    token,
    apiRoot: set.ZALO_BOT_API_ROOT ?? 'https://bot-api.zaloplatforms.com',
    updates: readUpdates('ZALO_BOT', 'Zalo', { asked, publicUrl, secret }),
    monthlyQuota: set.ZALO_BOT_MONTHLY_QUOTA ?? 3000,
  }
}
