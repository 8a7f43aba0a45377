import { isIP } from 'node:net'
import { z } from 'zod'
import { isSafeUrl, optional } from './config/field.js'
import { readTelegram, telegramVariables, type TelegramConfig } from './config/telegram.js'
import { readZaloBot, zaloBotVariables, type ZaloBotConfig } from './config/zalo-bot.js'
import { readZaloOa, zaloOaVariables, type ZaloOaConfig } from './config/zalo-oa.js'
import { ConfigError } from './errors.js'
import type { Locale } from './words.js'

/** Everything the environment may set. Read here and nowhere else. */
export interface Config {
  port: number
  host: string
  publicUrl: string | null
  trustProxy: boolean | number | string
  dataDir: string
  mongodbUri: string | null
  logLevel: string
  webChat: boolean
  telegram: TelegramConfig | null
  zaloBot: ZaloBotConfig | null
  zaloOa: ZaloOaConfig | null
  metricsToken: string | null
  failpoint: string | undefined
  /** Language of the command line. */
  lang: Locale
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Messages are keys of the locales. */
const environment = z.object({
  PORT: optional(
    z.string().regex(/^\d+$/u, 'config-port').transform(Number).pipe(z.number().max(65535, 'config-port')),
  ),
  HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]+$/u, 'config-host')),
  PUBLIC_URL: optional(z.string().refine(isSafeUrl, 'config-public-url')),
  TRUST_PROXY: optional(z.string().refine(isTrustProxy, 'config-trust-proxy')),
  DATA_DIR: optional(z.string()),
  MONGODB_URI: optional(z.string().regex(/^mongodb(\+srv)?:\/\//u, 'config-mongodb-uri')),
  LOG_LEVEL: optional(z.enum(levels, 'config-one-of')),
  WEB_CHAT: optional(z.enum(['on', 'off'], 'config-one-of')),
  ...telegramVariables,
  ...zaloBotVariables,
  ...zaloOaVariables,
  METRICS_TOKEN: optional(z.string().regex(/^[!-~]{16,}$/u, 'config-metrics-token')),
  FAILPOINT: optional(z.string().regex(/^[a-z:-]+:[1-9]\d*$/u, 'config-failpoint')),
})

/** What `.env` in the working folder sets, where the environment itself does not. A file that is not there is none. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new ConfigError('config-env-file')
  }
}

/** Reads and checks the environment. Throws ConfigError that names every wrong variable and says what to do, never its value. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => ({
      key: issue.message,
      args: { name: String(issue.path[0]), values: issue.code === 'invalid_value' ? issue.values.join(', ') : '' },
    }))
    throw new ConfigError('config-variables', {}, { details })
  }
  const set = parsed.data
  const telegram = readTelegram(set, set.PUBLIC_URL)
  const zaloBot = readZaloBot(set, set.PUBLIC_URL)
  const zaloOa = readZaloOa(set, set.PUBLIC_URL)
  const name = [telegram && 'TELEGRAM_BOT_TOKEN', zaloBot && 'ZALO_BOT_TOKEN', zaloOa && 'ZALO_OA_APP_ID'].find(Boolean)
  const webChat = !name
  if (webChat) refuseAlone(set)
  else if (set.WEB_CHAT === 'on') throw new ConfigError('config-web-chat-beside', { name })
  return {
    port: set.PORT ?? 3000,
    // The simulator listens on this machine only, whatever HOST says.
    host: webChat ? '127.0.0.1' : (set.HOST ?? '127.0.0.1'),
    publicUrl: set.PUBLIC_URL ?? null,
    trustProxy: readTrustProxy(set.TRUST_PROXY),
    dataDir: set.DATA_DIR ?? 'var',
    mongodbUri: set.MONGODB_URI ?? null,
    logLevel: set.LOG_LEVEL ?? 'info',
    webChat,
    telegram,
    zaloBot,
    zaloOa,
    metricsToken: set.METRICS_TOKEN ?? null,
    failpoint: set.FAILPOINT,
    lang: readLang(env),
  }
}

/** Vietnamese where the terminal speaks it, else English. Apart from the rest: what is wrong with that has to be said in some language. */
export const readLang = (env: NodeJS.ProcessEnv = process.env): Locale =>
  (env['LC_ALL'] || env['LANG'] || '').startsWith('vi') ? 'vi' : 'en'

type Environment = z.output<typeof environment>

/** The local page is the only channel. */
function refuseAlone(set: Environment): void {
  if (set.WEB_CHAT === 'off') throw new ConfigError('config-web-chat-off')
  if (set.PUBLIC_URL !== undefined) throw new ConfigError('config-web-chat-public')
}

/** What express would not understand it refuses with the value in its words: it must not come that far. */
function isTrustProxy(text: string): boolean {
  return /^(true|false|\d{1,3})$/u.test(text) || text.split(',').every((one) => isProxy(one.trim()))
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [, address, bits] = /^([^/]+)(?:\/(\d{1,3}))?$/u.exec(text) ?? []
  const family = isIP(address ?? '')
  return family !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128)))
}

function readTrustProxy(text: string | undefined): Config['trustProxy'] {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  return /^\d+$/u.test(text) ? Number(text) : text
}
