import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Log } from '../../log.js'
import type { Call } from './call.js'
import { aboutFailure } from './classify.js'

export interface MenuLine {
  name: string
  description: string
}

/** One list of commands, in the order of the menu. */
export interface Menu {
  scope: 'private' | 'group'
  /** Two letters; null: for every language that has no list of its own. */
  lang: string | null
  commands: MenuLine[]
}

const scopes: Record<Menu['scope'], BotCommandScope> = {
  private: { type: 'all_private_chats' },
  group: { type: 'all_group_chats' },
}

const longestMenu = 100
const longestDescription = 256

/** Convenience only, rights are ours: a menu that cannot be set is told to the log, and the service goes on. */
export async function setMenus(call: Call, menus: readonly Menu[], log: Log, signal: AbortSignal): Promise<void> {
  await Promise.all(menus.map((menu) => setMenu(call, menu, log, signal)))
}

/** The list of one private chat, before those for all; null: it has none of its own any more. */
export async function setMenuOf(
  call: Call,
  chat: string,
  commands: readonly MenuLine[] | null,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const scope: BotCommandScope = { type: 'chat', chat_id: Number(chat) }
  if (commands === null) await call('deleteMyCommands', { scope }, signal)
  else
    await call('setMyCommands', { commands: fitting(commands, { scope: scope.type, lang: null }, log), scope }, signal)
}

function fitting(commands: readonly MenuLine[], of: Pick<Menu, 'lang'> & { scope: string }, log: Log): BotCommand[] {
  const fit = commands.filter(({ name, description }) => /^[a-z0-9_]{1,32}$/u.test(name) && description !== '')
  if (fit.length < commands.length) log.error(of, 'a menu has names that Telegram does not take')
  return fit.slice(0, longestMenu).map(({ name, description }) => ({
    command: name,
    description: description.slice(0, longestDescription),
  }))
}

async function setMenu(call: Call, { scope, lang, commands }: Menu, log: Log, signal: AbortSignal): Promise<void> {
  const list = fitting(commands, { scope, lang }, log)
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
