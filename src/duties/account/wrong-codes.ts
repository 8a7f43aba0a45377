import type { Door } from '../../domain/joining/invite.js'
import type { Ctx, Draft } from '../../engine/command.js'

const HOUR_MS = 60 * 60_000

/** Codes within the hour that were none, or another's. */
export const wrongCodes = (ctx: Ctx, { wrong }: Draft<Door>): number =>
  wrong !== null && wrong.since > ctx.at - HOUR_MS ? wrong.count : 0

export function countWrong(ctx: Ctx, door: Draft<Door>): Door {
  const count = wrongCodes(ctx, door)
  return ctx.save('doors', {
    ...door,
    wrong: { count: count + 1, since: count === 0 ? ctx.at : door.wrong!.since },
  })
}
