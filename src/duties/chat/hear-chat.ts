import { addressKey, type Update } from '../../chat.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx } from '../../engine/command.js'
import { doorOf, keep } from '../account/door.js'
import { chatOf, moved } from './bind.js'

/** The button under the bot's first words in a group. */
const press = 'gannhom'

/** What happens in a group that is no branch's (yet), and to the bot in any group. Talk there is nobody's business. */
export async function hearChat(ctx: Ctx, update: Update): Promise<string> {
  switch (update.kind) {
    case 'standing':
      return setStanding(ctx, update)
    case 'moved':
      await moved(ctx, { kind: 'moved', from: update.chat, to: { ...update.chat, id: update.to } })
      return 'moved'
    case 'choice':
      return update.data === press ? claim(ctx, update) : 'silence'
    default:
      // A group that has just moved may be heard before its branch knows the new id; any other group's words are let go.
      keep(ctx, await doorOf(ctx, update.chat), update)
      return 'silence'
  }
}

async function setStanding(ctx: Ctx, update: Update & { kind: 'standing' }): Promise<string> {
  const chat = await chatOf(ctx, update.chat)
  if (update.standing === 'out') {
    if (chat.branch === null) return 'left'
    ctx.save('chats', { ...chat, branch: null, goesTo: ctx.lane })
    ctx.post(branchLane(chat.branch), { kind: 'unbound', address: update.chat })
    return 'left its branch'
  }
  if (chat.branch !== null || update.standing === 'admin') return 'standing as before'
  const t = ctx.words('vi')
  ctx.reply({ text: t('nhom-hello'), choices: [{ label: t('nhom-bind'), does: press }] }, { silent: true })
  return 'greeted'
}

/** Whoever pressed is asked for by his own branches: only they know what he may do. */
async function claim(ctx: Ctx, update: Update): Promise<string> {
  const account = await ctx.get('accounts', addressKey(update.from))
  for (const { branch } of account?.branches ?? []) {
    ctx.post(branchLane(branch), { kind: 'claim', chat: update.chat, by: update.from })
  }
  return 'claimed'
}
