import type { BotCommand } from 'grammy/types'
import { scopeKey } from '../methods/commands.js'
import { day } from '../world/posting.js'
import { isAdminOf } from '../world/standing.js'
import type { BotState, Room } from '../world/state.js'
import type { UpdateKind } from '../updates/update-queue.js'
import type { World } from '../world/world.js'
import type { Place } from './place.js'

export interface TelegramBot extends Place {
  readonly state: BotState
  readonly id: number
  readonly token: string
  readonly username: string
  /** Turned off by BotFather: the bot sees all of a group. */
  setPrivacy(isOn: boolean): void
  /** Hands the bot an update as it stands, for instance a fixture. */
  receives(kind: UpdateKind, payload: unknown): void
  /** Updates that are not confirmed yet. */
  pending(): number
  /** Whether somebody waits for its updates right now. */
  isPolled(): boolean
  /** The menu a person sees in a room, by the platform's order of scopes. */
  menu(room: Room, user: { id: number; language_code?: string }): BotCommand[]
}

export function createBot(world: World, state: BotState): TelegramBot {
  return {
    state,
    id: state.user.id,
    token: state.token,
    username: state.user.username,
    spotFor: (person) => ({ room: world.privateRoom(state, person), thread: null }),
    setPrivacy(isOn) {
      state.user.can_read_all_group_messages = !isOn
    },
    receives(kind, payload) {
      state.updates.push(kind, payload, `given:${world.serial()}`, day)
      world.changed()
    },
    pending: () => state.updates.pending().length,
    isPolled: () => state.updates.isPolled(),
    menu(room, { id, language_code }) {
      const chat = { chat_id: room.id }
      const isAdmin = room.kind !== 'private' && isAdminOf(room, world.people.get(id)?.user ?? state.user)
      const scopes =
        room.kind === 'private'
          ? [{ type: 'chat', ...chat }, { type: 'all_private_chats' }, { type: 'default' }]
          : [
              { type: 'chat_member', ...chat, user_id: id },
              ...(isAdmin ? [{ type: 'chat_administrators', ...chat }] : []),
              { type: 'chat', ...chat },
              ...(isAdmin ? [{ type: 'all_chat_administrators' }] : []),
              { type: 'all_group_chats' },
              { type: 'default' },
            ]
      const keys = scopes.flatMap((scope) => [scopeKey(scope, language_code ?? ''), scopeKey(scope, '')])
      return keys.map((key) => state.commands.get(key)).find((list) => list && list.length > 0) ?? []
    },
  }
}
