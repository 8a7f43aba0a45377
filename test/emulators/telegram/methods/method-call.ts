import type { Params } from '../http/params.js'
import type { createRateLimits } from './rate-limits.js'
import type { BotState, Room } from '../world/state.js'
import type { World } from '../world/world.js'

/** One call of a method, as its handler sees it. */
export interface MethodCall {
  world: World
  bot: BotState
  params: Params
  limits: ReturnType<typeof createRateLimits>
  /** The caller has hung up. */
  gone: AbortSignal
  /** Words that go with a success. */
  note(description: string): void
  /** Starts deliveries to a webhook. */
  setWebhook(url: string, secret: string, maxConnections: number): void
}

/** Returns the result, or throws an ApiError. */
export type Method = (call: MethodCall) => unknown

/** Counts messages against the limits; called when nothing else can refuse them any more. */
export const admit = ({ limits, bot }: MethodCall, room: Room, count = 1): void =>
  limits.admit(bot.user.id, room, count)
