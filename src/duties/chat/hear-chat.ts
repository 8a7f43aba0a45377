import { addressKey, type Address, type Update } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import { day } from '../../domain/calendar/local-time.js'
import { fold } from '../../domain/fold.js'
import type { Chat } from '../../domain/people/contact.js'
import { hasRight } from '../../domain/people/rights.js'
import { branchLane } from '../../domain/record.js'
import { withoutCourtesy } from '../../domain/without-courtesy.js'
import { afterMention } from '../../engine/after-mention.js'
import type { Ctx, Draft } from '../../engine/command.js'
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
      return update.data === press || update.data.startsWith(`${press} `)
        ? claim(ctx, update, update.data.slice(press.length + 1))
        : 'silence'
    default: {
      const did = await hearWords(ctx, update)
      // A group that has just moved may be heard before its branch knows the new id; any other group's words are let go.
      if (did === 'silence') keep(ctx, await doorOf(ctx, update.chat), update)
      return did
    }
  }
}

/**
 * Zalo tells nobody that the bot has come into a group: the first thing seen of one is what somebody says to the bot.
 * Whoever could give the group to his branch is offered to, once a day; whoever asks for it has pressed. To all others
 * this is no place where anything is said.
 */
async function hearWords(ctx: Ctx, update: Update & { kind: 'text' | 'file' }): Promise<string> {
  const chat = await chatOf(ctx, update.chat)
  if (chat.branch !== null || update.edited === true || update.forwarded === true) return 'silence'
  if ((await claimable(ctx, update.from)).length === 0) return 'silence'
  if (asksToBind(ctx, update)) return claim(ctx, update, '')
  // Telegram says so, and a group of it that has just moved may only wait for its branch to know the new id.
  if (update.chat.channel === 'telegram') return 'silence'
  if (chat.greetedAt != null && ctx.at - chat.greetedAt < day) return 'silence'
  return greet(ctx, chat)
}

function asksToBind(ctx: Ctx, { text, mention }: { text: string; mention?: boolean }): boolean {
  const labels = [ctx.words('vi'), ctx.words('en')].map((t) => fold(bindChoice(t).label))
  const asks = (words: string): boolean => {
    const said = fold(withoutCourtesy(words)).replace(/^\//u, '')
    return said === press || said === 'gan nhom' || labels.includes(said)
  }
  return asks(mention === true ? afterMention(text, asks) : text)
}

function greet(ctx: Ctx, chat: Draft<Chat>): string {
  const t = ctx.words('vi')
  ctx.save('chats', { ...chat, greetedAt: ctx.at })
  ctx.reply({ text: t('nhom-hello'), choices: [bindChoice(t)] }, { silent: true })
  return 'greeted'
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
  return greet(ctx, chat)
}

/**
 * Whoever pressed is asked for by his own branch: only it knows what he may do. Where he could give the group to more
 * than one, he says to which.
 */
async function claim(ctx: Ctx, update: Update, named: string): Promise<string> {
  const own = await claimable(ctx, update.from)
  const meant = named === '' ? own : own.filter(({ _id }) => _id === named)
  if (meant.length > 1) {
    const choices = meant.map(({ _id, name }) => ({ label: name, does: `${press} ${_id}` }))
    ctx.reply({ text: ctx.words('vi')('nhom-which-branch', { name: update.name }), choices })
    return 'branch asked'
  }
  const [branch] = meant
  if (!branch) return 'silence'
  if (((await ctx.get('accounts', addressKey(update.from)))?.agreed ?? null) === null) {
    ctx.reply({ text: ctx.words('vi')('engine-agree-first') }, { silent: true })
    return 'not agreed'
  }
  ctx.post(branchLane(branch._id), { kind: 'claim', chat: update.chat, by: update.from })
  return 'claimed'
}

/** Branches to which he could give a group: other lanes' documents, so each has the last word on itself. */
async function claimable(ctx: Ctx, account: Address): Promise<Branch[]> {
  const branches = []
  for (const link of (await ctx.get('accounts', addressKey(account)))?.branches ?? []) {
    const [branch, member] = [await ctx.get('branches', link.branch), await ctx.get('members', link.member)]
    if (branch && branch.plannedUntil !== '' && member && hasRight(member, 'secretary')) branches.push(branch)
  }
  return branches
}
