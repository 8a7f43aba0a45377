import { addressKey, type Address, type Choice, type Message } from '../../chat.js'
import type { Chat } from '../../domain/people/contact.js'
import { branchLane } from '../../domain/record.js'
import { doorOf, handOn } from '../account/door.js'
import type { Ctx, Draft, Job } from '../../engine/command.js'
import type { T } from '../../words.js'

/** The button that gives a group to the presser's branch; the branch's id follows where he has several. */
export const press = 'gannhom'
export const bindChoice = (t: T): Choice => ({ label: t('nhom-bind'), does: press })

export async function chatOf(ctx: Ctx, address: Address): Promise<Draft<Chat>> {
  const _id = addressKey(address)
  return (await ctx.get('chats', _id)) ?? { _id, address, goesTo: ctx.lane, branch: null, greetedAt: null }
}

/** In the lane of a group. A group belongs to one branch; another one's claim is not taken. */
export const bind: Job<'bind'> = async (ctx, { branch, address, from, chosen }) => {
  const chat = await chatOf(ctx, address)
  if (chat.branch !== null && chat.branch !== branch) return
  if (chat.branch !== branch) {
    ctx.save('chats', { ...chat, branch, goesTo: branchLane(branch) })
    const door = await doorOf(ctx, address)
    if (from && door.version !== undefined) handOn(ctx, door, branchLane(branch))
  }
  ctx.post(branchLane(branch), { kind: 'bound', address, ...(from ? { from } : {}), ...(chosen ? { chosen } : {}) })
}

/** In the lane of a group: its branch has another one now, or the same one under another id. */
export const unbind: Job<'unbind'> = async (ctx, { branch, address, to }) => {
  const chat = await chatOf(ctx, address)
  const goesTo = to ? `chat:${addressKey(to)}` : ctx.lane
  if (chat.branch !== branch) return
  ctx.save('chats', { ...chat, branch: null, goesTo })
  if (to) return
  const name = (await ctx.get('branches', branch))?.name ?? branch
  ctx.say(address, () => replaced(ctx.words('vi'), name), { queue: 'answer' })
}

/** Whoever reads there would wait for the notices in vain; where it was a mistake, the button undoes it. */
const replaced = (t: T, name: string): Message => ({ text: t('nhom-replaced', { name }), choices: [bindChoice(t)] })

/**
 * In the lane of the old id: the group goes on under the new one, and its branch with it. The old id is let go when the
 * branch knows the new one; until then whatever is sent to it is told where the group went. Seen twice, it changes nothing.
 */
export const moved: Job<'moved'> = async (ctx, { from, to }) => {
  const chat = await chatOf(ctx, from)
  if (chat.branch === null) return
  ctx.post(`chat:${addressKey(to)}`, { kind: 'bind', branch: chat.branch, address: to, from })
}
