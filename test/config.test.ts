import { describe, expect, test } from '@jest/globals'
import express from 'express'
import { readConfig, readLang } from '../src/config.js'
import { locales, type Locale } from '../src/words.js'
import { configText } from './support/config-text.js'

/** What the operator reads of the refusal; fails where the environment is accepted. */
function refusal(env: Record<string, string>, locale: Locale = 'en'): string {
  try {
    readConfig(env)
  } catch (error) {
    return configText(error, locale)
  }
  throw new Error(`accepted: ${JSON.stringify(env)}`)
}

const defaults = {
  port: 3000,
  host: '127.0.0.1',
  publicUrl: null,
  trustProxy: false,
  dataDir: 'var',
  mongodbUri: null,
  logLevel: 'info',
  webChat: true,
  telegram: null,
  zaloBot: null,
  zaloOa: null,
  metricsToken: null,
  failpoint: undefined,
  lang: 'en',
}

const zaloToken = '1234567890123456789:of-no-bot-at-all_for-tests'

const names = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'DATA_DIR',
  'MONGODB_URI',
  'LOG_LEVEL',
  'WEB_CHAT',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_MODE',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_BOT_API_ROOT',
  'ZALO_BOT_MODE',
  'ZALO_BOT_WEBHOOK_SECRET',
  'ZALO_BOT_MONTHLY_QUOTA',
  'ZALO_OA_APP_ID',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
  'ZALO_OA_API_ROOT',
  'ZALO_OA_OAUTH_ROOT',
  'ZALO_OA_VERIFIER',
  'METRICS_TOKEN',
  'FAILPOINT',
]

const token = '1234567890:of-no-bot-at-all_for-tests-only-00'

test('nothing has to be set', () => {
  expect(readConfig({})).toEqual(defaults)
})

test('an empty variable counts as not set', () => {
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults)
})

test('what is set is taken', () => {
  const config = readConfig({
    PORT: '8080',
    TRUST_PROXY: '1',
    DATA_DIR: '/srv/chibot',
    MONGODB_URI: 'mongodb://db.example/chibot',
    LOG_LEVEL: 'debug',
    WEB_CHAT: 'on',
    METRICS_TOKEN: '0123456789abcdef',
    FAILPOINT: 'send:after:2',
    LANG: 'vi_VN.UTF-8',
  })
  expect(config).toEqual({
    ...defaults,
    port: 8080,
    trustProxy: 1,
    dataDir: '/srv/chibot',
    mongodbUri: 'mongodb://db.example/chibot',
    logLevel: 'debug',
    metricsToken: '0123456789abcdef',
    failpoint: 'send:after:2',
    lang: 'vi',
  })
})

const wrong: [name: string, values: string[]][] = [
  ['PORT', ['abc', '-1', '65536', '3000.5', '0x1F90', '8e3', ' ', '4711 ', '٣٠٠٠']],
  ['HOST', ['my host', 'http://example.vn', 'a/b', 'máy-chủ']],
  ['PUBLIC_URL', ['http://chibo.vn', 'chibo.vn', 'ftp://chibo.vn', 'https://[1', 'x']],
  [
    'TRUST_PROXY',
    ['yes', 'bad', 'cafe', '10.0.0.0/33', '10.0.0.300', '::1/129', '10.0.0.1,', '-1', '127.0.0.1;8.8.8.8'],
  ],
  ['MONGODB_URI', ['localhost:27017', 'mongo://root:hunter22@db', 'https://db.example']],
  ['LOG_LEVEL', ['verbose', 'INFO', '30']],
  ['WEB_CHAT', ['yes', 'ON', '1']],
  [
    'TELEGRAM_BOT_TOKEN',
    [
      'of-no-bot-at-all_for-tests-only-00',
      '1234567890:short',
      `bot${token}`,
      ` ${token}`,
      `${token}/getMe`,
      `"${token}"`,
    ],
  ],
  [
    'TELEGRAM_API_ROOT',
    [
      'api.telegram.org',
      'http://api.telegram.org',
      'ftp://127.0.0.1',
      'https://root:pass@api.example',
      'https://a.example/?x',
    ],
  ],
  ['TELEGRAM_MODE', ['longpoll', 'Webhook', 'off']],
  ['TELEGRAM_WEBHOOK_SECRET', ['with blank', 'mật-khẩu', 'a+b/c==', 's'.repeat(257), 'ends-with-a-line\n']],
  [
    'ZALO_BOT_TOKEN',
    ['of-no-bot-at-all_for-tests', '1234567890123456789:short', ` ${zaloToken}`, `${zaloToken}/getMe`],
  ],
  ['ZALO_BOT_API_ROOT', ['bot-api.example', 'http://bot-api.example', 'https://a.example/?x']],
  ['ZALO_BOT_MODE', ['longpoll', 'off']],
  ['ZALO_BOT_WEBHOOK_SECRET', ['seven77', 'with a blank', 's'.repeat(257)]],
  ['ZALO_BOT_MONTHLY_QUOTA', ['0', '-3000', 'three thousand', '3000.5']],
  ['ZALO_OA_APP_ID', ['my-app', '12 34 56', '123']],
  ['ZALO_OA_APP_SECRET', ['short', 'with blanks in it', 'mật-khẩu-dài']],
  ['ZALO_OA_SECRET_KEY', ['short', 'with blanks in it']],
  ['ZALO_OA_REFRESH_TOKEN', ['short', 'with blanks in it']],
  ['ZALO_OA_API_ROOT', ['http://openapi.example']],
  ['ZALO_OA_OAUTH_ROOT', ['http://oauth.example']],
  ['ZALO_OA_VERIFIER', ['../etc/passwd', 'a.html', 'abc']],
  ['METRICS_TOKEN', ['short-secret', 'a secret with blanks', 'mật-khẩu-dài-hơn-mười-sáu', 'ends-with-a-line-\n']],
  ['FAILPOINT', ['commit:after', 'commit:after:0', 'commit:after:x', ':1', 'Commit:1']],
]
const cases = wrong.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))

test.each(cases)('%s=%j is refused by name, and the value is not repeated', (name, value) => {
  for (const locale of locales) {
    const message = refusal({ [name]: value }, locale)
    const [above, line, advice, ...more] = message.split('\n')
    expect(above).toContain('.env')
    expect(line!.startsWith(`${name} `)).toBe(true)
    expect(line!.length).toBeGreaterThan(name.length + 10)
    expect(advice).toMatch(/^→ .*\.env\.example/u)
    expect(more).toEqual([])
    // Shorter ones are part of some word.
    if (value.trim().length > 3) expect(message).not.toContain(value.trim())
  }
})

test('all that is wrong is said at once', () => {
  const message = refusal(Object.fromEntries(wrong.map(([name, [value]]) => [name, value!])))
  expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual(['The', ...wrong.map(([name]) => name), '→'])
})

describe('the local page', () => {
  test('listens on this computer only, whatever HOST says', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'chibot.example.vn']) {
      expect(readConfig({ HOST }).host).toBe('127.0.0.1')
    }
  })

  test('cannot be switched off while it is the only channel', () => {
    const message = refusal({ WEB_CHAT: 'off' })
    expect(message).toMatch(/^WEB_CHAT.*\n→ Remove WEB_CHAT/u)
  })

  test.each(['https://chibot.example.vn', 'http://localhost:3000', 'http://127.0.0.1:3000'])(
    'is not offered beside PUBLIC_URL=%s',
    (url) => {
      const message = refusal({ PUBLIC_URL: url })
      expect(message).toMatch(/^PUBLIC_URL.*\n→ Remove PUBLIC_URL/u)
      expect(message).not.toContain(url)
    },
  )
})

describe('Telegram', () => {
  const publicUrl = 'https://chibot.example.vn'
  const polling = { token, apiRoot: 'https://api.telegram.org', updates: { mode: 'polling' } }
  const webhook = { ...polling, updates: { mode: 'webhook', publicUrl, secret: 'S3cret_-' } }
  const withUrl = { TELEGRAM_BOT_TOKEN: token, PUBLIC_URL: publicUrl, TELEGRAM_WEBHOOK_SECRET: 'S3cret_-' }

  test('a token is enough: it polls, and the local page is off', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token })).toEqual({ ...defaults, webChat: false, telegram: polling })
  })

  test('with PUBLIC_URL there is a webhook, unless polling is asked for', () => {
    expect(readConfig(withUrl)).toEqual({ ...defaults, publicUrl, webChat: false, telegram: webhook })
    expect(readConfig({ ...withUrl, TELEGRAM_MODE: 'webhook' }).telegram).toEqual(webhook)
    expect(readConfig({ ...withUrl, TELEGRAM_MODE: 'auto' }).telegram).toEqual(webhook)
    expect(readConfig({ ...withUrl, TELEGRAM_MODE: 'polling' }).telegram).toEqual(polling)
  })

  test('the service listens where HOST says', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token, HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  })

  test.each([
    ['https://api.example.vn/', 'https://api.example.vn'],
    ['https://api.example.vn/telegram//', 'https://api.example.vn/telegram'],
    ['http://127.0.0.1:8081', 'http://127.0.0.1:8081'],
    ['http://[::1]:8081', 'http://[::1]:8081'],
  ])('a Bot API server of one’s own: %s', (TELEGRAM_API_ROOT, apiRoot) => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT }).telegram!.apiRoot).toBe(apiRoot)
  })

  test('a webhook without an address is refused', () => {
    const message = refusal({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 'S3cret' })
    expect(message).toMatch(/^TELEGRAM_MODE=webhook needs PUBLIC_URL.*\n→ Set PUBLIC_URL/u)
    expect(message).not.toContain(token)
  })

  test('a webhook without a secret is refused: none is made up', () => {
    const message = refusal({ TELEGRAM_BOT_TOKEN: token, PUBLIC_URL: publicUrl })
    expect(message).toMatch(/^TELEGRAM_WEBHOOK_SECRET is missing/u)
    expect(message).toContain('openssl rand -hex 32')
    expect(message).not.toContain(token)
  })

  test('the local page is not offered beside it', () => {
    expect(refusal({ TELEGRAM_BOT_TOKEN: token, WEB_CHAT: 'on' })).toMatch(/^WEB_CHAT=on .*\n→ Remove WEB_CHAT/u)
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token, WEB_CHAT: 'off' }).webChat).toBe(false)
  })

  test('without a token the rest of its settings means nothing', () => {
    expect(readConfig({ TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 'S3cret' })).toEqual(defaults)
  })
})

describe('Zalo Bot', () => {
  const polling = {
    token: zaloToken,
    apiRoot: 'https://bot-api.zaloplatforms.com',
    updates: { mode: 'polling' },
    monthlyQuota: 3000,
  }

  test('a token is enough: it polls, and the local page is off', () => {
    expect(readConfig({ ZALO_BOT_TOKEN: zaloToken })).toEqual({ ...defaults, webChat: false, zaloBot: polling })
    expect(refusal({ ZALO_BOT_TOKEN: zaloToken, WEB_CHAT: 'on' })).toMatch(/^WEB_CHAT=on beside ZALO_BOT_TOKEN/u)
  })

  test('beside Telegram, each with a mode of its own', () => {
    const config = readConfig({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_MODE: 'polling',
      ZALO_BOT_TOKEN: zaloToken,
      ZALO_BOT_WEBHOOK_SECRET: 'S3cret_-x',
      ZALO_BOT_MONTHLY_QUOTA: '12000',
      PUBLIC_URL: 'https://chibot.example.vn',
    })
    expect(config.telegram!.updates).toEqual({ mode: 'polling' })
    const updates = { mode: 'webhook', publicUrl: 'https://chibot.example.vn', secret: 'S3cret_-x' }
    expect(config.zaloBot).toEqual({ ...polling, updates, monthlyQuota: 12_000 })
  })

  test('a webhook without a secret is refused', () => {
    const message = refusal({ ZALO_BOT_TOKEN: zaloToken, PUBLIC_URL: 'https://chibot.example.vn' })
    expect(message).toMatch(/^ZALO_BOT_WEBHOOK_SECRET is missing/u)
    expect(message).not.toContain(zaloToken)
  })
})

describe('Zalo OA', () => {
  const whole = {
    ZALO_OA_APP_ID: '1234567890123456789',
    ZALO_OA_APP_SECRET: 'app-secret-1',
    ZALO_OA_SECRET_KEY: 'oa-secret-key-1',
    ZALO_OA_REFRESH_TOKEN: 'refresh-token-1',
    PUBLIC_URL: 'https://chibot.example.vn',
  }

  test('is whole with the app, both secrets, a first token and an address', () => {
    const config = readConfig(whole)
    expect(config.webChat).toBe(false)
    expect(config.zaloOa).toEqual({
      appId: '1234567890123456789',
      appSecret: 'app-secret-1',
      secretKey: 'oa-secret-key-1',
      refreshToken: 'refresh-token-1',
      apiRoot: 'https://openapi.zalo.me',
      oauthRoot: 'https://oauth.zaloapp.com',
      verifier: null,
    })
    expect(readConfig({ ...whole, ZALO_OA_REFRESH_TOKEN: '' }).zaloOa!.refreshToken).toBeNull()
  })

  test.each([
    ['ZALO_OA_APP_SECRET', /^ZALO_OA_APP_SECRET is missing.*\n→ Copy it/u],
    ['ZALO_OA_SECRET_KEY', /^ZALO_OA_SECRET_KEY is missing.*\n→ Copy the OA Secret Key/u],
    ['PUBLIC_URL', /^ZALO_OA_APP_ID needs PUBLIC_URL.*\n→ Set PUBLIC_URL/u],
  ])('without %s it is refused', (name, words) => {
    expect(refusal({ ...whole, [name]: '' })).toMatch(words)
  })
})

describe('TRUST_PROXY', () => {
  test.each([
    ['true', true],
    ['false', false],
    ['0', 0],
    ['2', 2],
    ['loopback', 'loopback'],
    ['10.0.0.0/8, ::1', '10.0.0.0/8, ::1'],
    ['loopback,fd00::/8', 'loopback,fd00::/8'],
  ])('%s is understood, by express too', (text, expected) => {
    const { trustProxy } = readConfig({ TRUST_PROXY: text })
    expect(trustProxy).toBe(expected)
    expect(() => express().set('trust proxy', trustProxy)).not.toThrow()
  })
})

test('the language of the command line is that of the terminal', () => {
  expect(readLang({ LC_ALL: 'vi_VN', LANG: 'en_US' })).toBe('vi')
  expect(readLang({ LC_ALL: '', LANG: 'vi' })).toBe('vi')
  expect(readLang({ LC_ALL: 'C', LANG: 'vi' })).toBe('en')
  expect(readLang({})).toBe('en')
})
