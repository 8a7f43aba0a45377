import type { BotCommand, BotCommandScope } from 'grammy/types'
import { roomOf } from './access.js'
import { refusals } from '../http/api-error.js'
import type { Method, MethodCall } from './method-call.js'
import { createParams } from '../http/params.js'

export const scopeKey = (scope: Record<string, unknown>, language: string): string =>
  [scope.type, scope.chat_id ?? '', scope.user_id ?? '', language].join('|')

const plain = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
const ofChat = ['chat', 'chat_administrators', 'chat_member']

/** The list a call means, after checking that there is such a scope. */
function listOf(call: MethodCall): string {
  const scope = (call.params.json('scope') ?? { type: 'default' }) as BotCommandScope
  const language = call.params.text('language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw refusals.badRequest('invalid language code specified')
  if (!plain.includes(scope.type)) {
    if (!ofChat.includes(scope.type))
      throw refusals.badRequest('can\'t parse BotCommandScope: type "' + scope.type + '" is unallowed')
    roomOf({ ...call, params: createParams({ values: { ...scope }, uploads: new Map() }) }, 'read')
    if (scope.type === 'chat_member' && !call.world.people.has(scope.user_id))
      throw refusals.badRequest('user not found')
  }
  return scopeKey({ ...scope }, language)
}

function checkCommand({ command, description }: BotCommand): void {
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw refusals.badRequest('BOT_COMMAND_INVALID')
  if (description.trim() === '' || description.length > 256)
    throw refusals.badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
}

export const setMyCommands: Method = (call) => {
  const commands = call.params.json('commands')
  if (!Array.isArray(commands)) throw refusals.badRequest('parameter "commands" is required')
  const list = (commands as BotCommand[]).map(({ command, description }) => ({
    // Clients show and send them without the slash they may be given with.
    command: String(command).replace(/^\//, ''),
    description: String(description ?? ''),
  }))
  if (list.length > 100) throw refusals.badRequest('BOT_COMMANDS_TOO_MUCH')
  list.forEach(checkCommand)
  call.bot.commands.set(listOf(call), list)
  call.world.changed()
  return true
}

export const getMyCommands: Method = (call) => call.bot.commands.get(listOf(call)) ?? []

export const deleteMyCommands: Method = (call) => {
  call.bot.commands.delete(listOf(call))
  call.world.changed()
  return true
}
