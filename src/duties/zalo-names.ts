import type { Ctx } from '../engine/command.js'

/** What the bot and the page are called on Zalo, where they are in use: no link opens them, people look for the name. */
export const zaloNames = (ctx: Ctx): string[] =>
  (['zalo-bot', 'zalo-oa'] as const).map((channel) => ctx.selfOn(channel)).filter((name) => name !== null)
