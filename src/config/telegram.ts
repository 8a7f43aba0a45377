import { z } from 'zod'
import { apiRoot, optional, updateMode } from './field.js'
import { readUpdates, type Updates } from './updates.js'

export interface TelegramConfig {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  updates: Updates
}

export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d{5,20}:[A-Za-z0-9_-]{20,}$/u, 'config-telegram-token')),
  TELEGRAM_API_ROOT: apiRoot,
  TELEGRAM_MODE: updateMode,
  TELEGRAM_WEBHOOK_SECRET: optional(z.string().regex(/^[A-Za-z0-9_-]{1,256}$/u, 'config-telegram-secret')),
}

/** Null without a token: the rest means nothing then. */
export function readTelegram(
  set: z.output<z.ZodObject<typeof telegramVariables>>,
  publicUrl: string | undefined,
): TelegramConfig | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: asked, TELEGRAM_WEBHOOK_SECRET: secret } = set
  if (token === undefined) return null
  const root = set.TELEGRAM_API_ROOT ?? 'https://api.telegram.org'
  return { token, apiRoot: root, updates: readUpdates('TELEGRAM', 'Telegram', { asked, publicUrl, secret }) }
}
