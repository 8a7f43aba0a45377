import type { MessageEntity } from 'grammy/types'

/** What our bot is known by. */
export interface Bot {
  id: number
  username: string
}

/**
 * Whom the words of a group are for. A command loses the name of the bot it was addressed to, whether typed as
 * `/lich@bot` or as `/lich @bot`; every other word stays as typed. Null: a command for another bot.
 */
export function addressed(
  text: string,
  entities: MessageEntity[],
  bot: Bot,
): { text: string; mention: boolean } | null {
  const name = bot.username.toLowerCase()
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  const rest = command ? text.slice(command.length) : text
  const [slash = '', to] = command ? text.slice(0, command.length).split('@') : []
  if (to !== undefined && to.toLowerCase() !== name) return null
  const named = entities.some((entity) => namesBot(text, entity, bot))
  const first = /^\s+@(\w+)(?=\s|$)/u.exec(rest)
  const apart = command !== undefined && first?.[1]?.toLowerCase() === name
  return { text: slash + (apart ? rest.slice(first[0].length) : rest), mention: to !== undefined || named }
}

function namesBot(text: string, entity: MessageEntity, bot: Bot): boolean {
  if (entity.type === 'text_mention') return entity.user.id === bot.id
  if (entity.type !== 'mention') return false
  const name = text.slice(entity.offset + 1, entity.offset + entity.length)
  return name.toLowerCase() === bot.username.toLowerCase()
}
