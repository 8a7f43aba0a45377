import type { BotCommandScope } from 'grammy/types'
import type { Log } from '../../log.js'
import type { Call } from './call.js'
import { aboutFailure } from './classify.js'

/** One list of commands, in the order of the menu. */
export interface Menu {
  scope: 'default' | 'private' | 'group' | 'group-admins'
  /** Two letters; null: for every language that has no list of its own. */
  lang: string | null
  commands: { name: string; description: string }[]
}

const scopes: Record<Menu['scope'], BotCommandScope> = {
  default: { type: 'default' },
  private: { type: 'all_private_chats' },
  group: { type: 'all_group_chats' },
  'group-admins': { type: 'all_chat_administrators' },
}

const longestMenu = 100
const longestDescription = 256

/** Convenience only, rights are ours: a menu that cannot be set is told to the log, and the service goes on. */
export async function setMenus(call: Call, menus: readonly Menu[], log: Log, signal: AbortSignal): Promise<void> {
  await Promise.all(menus.map((menu) => setMenu(call, menu, log, signal)))
}

async function setMenu(call: Call, { scope, lang, commands }: Menu, log: Log, signal: AbortSignal): Promise<void> {
  const fit = commands.filter(({ name, description }) => /^[a-z0-9_]{1,32}$/u.test(name) && description !== '')
  if (fit.length < commands.length) log.error({ scope, lang }, 'a menu has names that Telegram does not take')
  const list = fit.slice(0, longestMenu).map(({ name, description }) => ({
    command: name,
    description: description.slice(0, longestDescription),
  }))
  try {
    await call(
      'setMyCommands',
      { commands: list, scope: scopes[scope], ...(lang !== null && { language_code: lang as 'vi' }) },
      signal,
    )
  } catch (error) {
    log.warn({ ...aboutFailure(error), scope, lang }, 'the menu of commands was not set')
  }
}
