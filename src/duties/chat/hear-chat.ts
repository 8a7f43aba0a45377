import { addressKey, type Update } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import type { Account } from '../../domain/people/contact.js'
import { hasRight } from '../../domain/people/rights.js'
import { branchLane } from '../../domain/record.js'
import type { Ctx } from '../../engine/command.js'
import { doorOf, keep } from '../account/door.js'
import { bindChoice, chatOf, moved, press } from './bind.js'

/** What happens in a group that is no branch's (yet), and to the bot in any group. Talk there is nobody's business. */
export async function hearChat(ctx: Ctx, update: Update): Promise<string> {
  switch (update.kind) {
    case 'standing':
      return setStanding(ctx, update)
    case 'moved':
      await moved(ctx, { kind: 'moved', from: update.chat, to: { ...update.chat, id: update.to } })
      return 'moved'
    case 'choice':
      return update.data === press || update.data.startsWith(`${press} `) ? claim(ctx, update) : 'silence'
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
  ctx.reply({ text: t('nhom-hello'), choices: [bindChoice(t)] }, { silent: true })
  return 'greeted'
}

/**
 * Whoever pressed is asked for by his own branch: only it knows what he may do. Where he could give the group to more
 * than one, he says to which.
 */
async function claim(ctx: Ctx, update: Update & { kind: 'choice' }): Promise<string> {
  const account = await ctx.get('accounts', addressKey(update.from))
  const own = await claimable(ctx, account?.branches ?? [])
  const named = update.data.slice(press.length + 1)
  const meant = named === '' ? own : own.filter(({ _id }) => _id === named)
  if (meant.length > 1) {
    const choices = meant.map(({ _id, name }) => ({ label: name, does: `${press} ${_id}` }))
    ctx.reply({ text: ctx.words('vi')('nhom-which-branch', { name: update.name }), choices })
    return 'branch asked'
  }
  const [branch] = meant
  if (!branch) return 'silence'
  ctx.post(branchLane(branch._id), { kind: 'claim', chat: update.chat, by: update.from })
  return 'claimed'
}

/** Branches to which he could give a group: other lanes' documents, so each has the last word on itself. */
async function claimable(ctx: Ctx, links: Account['branches']): Promise<Branch[]> {
  const branches = []
  for (const link of links) {
    const [branch, member] = [await ctx.get('branches', link.branch), await ctx.get('members', link.member)]
    if (branch && branch.plannedUntil !== '' && member && hasRight(member, 'secretary')) branches.push(branch)
  }
  return branches
}
