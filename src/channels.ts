import { createHash } from 'node:crypto'
import type { Router } from 'express'
import type { Channel, Platform } from './chat.js'
import type { Clock } from './clock.js'
import type { Config } from './config.js'
import type { Command } from './engine/command.js'
import type { Failpoint } from './failpoint.js'
import type { Log } from './log.js'
import { createTelegram } from './platforms/telegram.js'
import type { Menu } from './platforms/telegram/menus.js'
import { createWebChat, type WebChat } from './platforms/web-chat.js'
import { createZaloBot } from './platforms/zalo-bot.js'
import { createZaloOa } from './platforms/zalo-oa.js'
import { createLastWebhook } from './store/last-webhook.js'
import { createOwnMenus, type OwnMenus } from './own-menus.js'
import { createStanding, type Standing } from './store/standing.js'
import type { Store } from './store/store.js'
import { createTokenVault } from './store/token-vault.js'
import { createTurnedAway } from './store/turned-away.js'
import { createWindows } from './store/windows.js'
import type { WebWall } from './store/wall.js'
import { locales, type Words } from './words.js'

export interface Channels {
  platforms: Platform[]
  /** What receives webhooks. */
  routers: Router[]
  /** The channel of the simulator; null beside any real one. */
  webChat: WebChat | null
  /** Messages a plan allows in a month. */
  quotas: ReadonlyMap<Channel, number>
  /** Menus of those who may do more than every member; null where no channel has any. */
  ownMenus: OwnMenus | null
  /** Asks its platform for updates, and must do so on one instance alone. */
  polls(platform: Platform): boolean
  standingOf(platform: Platform): Standing
}

/** The channels the configuration names. */
export function createChannels(given: {
  config: Config
  commands: readonly Command[]
  words: Words
  store: Store
  failpoint: Failpoint
  wall: WebWall
  clock: Clock
  log: Log
  ending: AbortSignal
  read: (sha256: string) => AsyncIterable<Uint8Array>
}): Channels {
  const { config, commands, words, wall, clock, log, ending, read, store, failpoint } = given
  const webChat = config.webChat ? createWebChat({ wall, log }) : null
  const zaloBot = config.zaloBot
    ? createZaloBot({
        ...config.zaloBot,
        lastWebhook: createLastWebhook(store, 'zalo-bot'),
        now: () => clock.now(),
        ending,
        turnedAway: createTurnedAway(store, 'zalo-bot', clock, log),
        log,
      })
    : null
  const zaloOa = config.zaloOa
    ? createZaloOa({
        ...config.zaloOa,
        vault: createTokenVault(store, config.zaloOa.refreshToken, () => clock.mono()),
        windows: createWindows(store, 'zalo-oa'),
        read,
        now: () => clock.now(),
        real: () => clock.real(),
        failpoint,
        turnedAway: createTurnedAway(store, 'zalo-oa', clock, log),
        log,
      })
    : null
  const telegram = config.telegram
    ? createTelegram({ ...config.telegram, menus: menusOf(commands, words), read, now: () => clock.now(), log })
    : null
  return {
    platforms: [webChat, telegram, zaloBot, zaloOa].filter((platform) => platform !== null),
    routers: [telegram?.webhook, zaloBot?.webhook, zaloOa?.webhook].filter((router) => router != null),
    webChat,
    ownMenus:
      telegram && config.telegram
        ? createOwnMenus({
            store,
            clock,
            commands,
            words,
            log,
            bot: botIdOf(config.telegram.token),
            set: (chat, list) => telegram.setMenu(chat, list),
          })
        : null,
    quotas: new Map(config.zaloBot ? [['zalo-bot', config.zaloBot.monthlyQuota]] : []),
    polls: (platform) =>
      (platform === telegram && telegram.webhook === null) || (platform === zaloBot && zaloBot.webhook === null),
    standingOf({ name }) {
      const settings = { telegram: config.telegram, 'zalo-bot': config.zaloBot, 'zalo-oa': config.zaloOa, web: null }
      const print = createHash('sha256').update(JSON.stringify(settings[name])).digest('hex')
      const alone = Object.values(settings).filter((set) => set !== null).length < 2
      return createStanding(store, name, { print, alone })
    },
  }
}

/** Another bot knows nothing of the menus that were set for this one. */
const botIdOf = (token: string): string => token.split(':')[0]!

/** What makes sense where everybody reads it. */
const inGroups = ['lichhop', 'thoisu', 'chuyende', 'gopy', 'trogiup']

/** What every member may use; whoever may more has a menu of his own. A menu is decoration: rights are checked where they are decided. */
export function menusOf(commands: readonly Command[], words: Words): Menu[] {
  return locales.flatMap((locale) => {
    const t = words.in(locale)
    const lang = locale === 'vi' ? null : locale
    const listed = (names: (command: Command) => boolean) =>
      commands.filter(names).map(({ name }) => ({ name, description: t(name) }))
    return [
      { scope: 'private' as const, lang, commands: listed(({ may }) => may === 'member') },
      { scope: 'group' as const, lang, commands: listed(({ name }) => inGroups.includes(name)) },
    ]
  })
}
