import { isDeepStrictEqual } from 'node:util'
import { addressKey } from '../../chat.js'
import type { Branch } from '../../domain/branch.js'
import type { Member } from '../../domain/people/member.js'
import { sortNameOf } from '../../domain/people/names.js'
import { defaultQuietHours } from '../../domain/calendar/quiet-hours.js'
import type { Roster, RosterMember } from '../../domain/people/roster.js'
import type { Ctx, Job } from '../../engine/command.js'
import { packHash } from '../../rules/holidays.js'
import { plannedTopic } from '../../domain/topic/planned-topic.js'
import { draftToNewcomer } from '../topics/drafts.js'
import { noticeToNewcomer } from '../meetings/meeting-notice.js'
import { planMonths } from '../meetings/plan-months.js'

/**
 * Founds the branch of a file, or brings its members and topics up to date: what is as the file says is left alone,
 * so importing twice changes nothing. Settings of a branch that exists are its own: `/caidat` changes them.
 */
export const importBranch: Job<'import'> = async (ctx, { roster }) => {
  const existing = await ctx.get('branches', roster.branch)
  if (!existing) ctx.save('branches', founded(roster))
  const behind = roster.partial ? (await ctx.find('members', { lane: ctx.lane })).length : 0
  for (const [row, one] of roster.members.entries()) {
    const known = await ctx.get('members', `${roster.branch}:${one.key}`)
    const place = roster.partial && known ? known.place : behind + row
    await bringMember(ctx, roster, one, place, existing !== null)
  }
  for (const topic of roster.topics) await bringTopic(ctx, roster, topic)
  if (!existing) await planMonths(ctx)
  for (const address of roster.chats) {
    if (existing?.groups.some((group) => addressKey(group) === addressKey(address))) continue
    ctx.post(`chat:${addressKey(address)}`, { kind: 'bind', branch: roster.branch, address })
  }
}

const founded = (roster: Roster): Omit<Branch, 'lane' | 'version' | 'by' | 'gone'> => ({
  _id: roster.branch,
  code: roster.code,
  name: roster.name,
  superior: roster.superior,
  place: roster.place,
  locale: roster.locale,
  meeting: roster.meeting,
  notice: {
    daysBefore: roster.noticeDaysBefore,
    hour: roster.noticeHour,
    earlierWorkingDay: roster.earlierWorkingDay,
    evenUnconfirmed: true,
  },
  quiet: defaultQuietHours,
  holidays: [],
  rulePack: roster.rulePack,
  rules: packHash(),
  groups: [],
  plannedUntil: '',
  topics: 0,
  nextAt: null,
})

async function bringMember(ctx: Ctx, roster: Roster, one: RosterMember, place: number, late: boolean): Promise<void> {
  const _id = `${roster.branch}:${one.key}`
  const known = await ctx.get('members', _id)
  const { accounts, proxyBy, locale, simple, tempExempt, ...fields } = one
  // Set in the chat as often as in a file: what the file does not speak of stays as it is.
  const own = known ? { locale: known.locale, simple: known.simple } : { locale, simple }
  const wanted = {
    ...fields,
    ...own,
    tempExempt: tempExempt ?? known?.tempExempt ?? null,
    place,
    proxyBy: proxyBy === null ? null : `${roster.branch}:${proxyBy}`,
  }
  if (!known || !isDeepStrictEqual({ ...known, ...wanted }, known)) {
    const base: Pick<Member, '_id' | 'branch' | 'sortName' | 'accounts'> = {
      _id,
      branch: roster.branch,
      sortName: sortNameOf(one.name),
      accounts: [],
    }
    const renamed = known && known.name !== one.name ? { sortName: base.sortName } : {}
    const member = ctx.save('members', { ...base, ...known, ...wanted, ...renamed })
    if (!known && late && accounts.length === 0) {
      await noticeToNewcomer(ctx, member)
      await draftToNewcomer(ctx, member)
    }
  }
  for (const [at, { agreed, ...address }] of accounts.entries()) {
    const linked = known?.accounts.some((own) => addressKey(own) === addressKey(address)) === true
    if (linked && (!agreed || (await hasAgreed(ctx, addressKey(address))))) continue
    const before = accounts.slice(at + 1).map(({ channel, id }) => ({ channel, id }))
    const link = { kind: 'link', branch: roster.branch, member: _id, address, agreed, before } as const
    ctx.post(`account:${addressKey(address)}`, link)
  }
}

/** Another lane's document: a hint, confirmed there by the post. */
const hasAgreed = async (ctx: Ctx, account: string): Promise<boolean> =>
  ((await ctx.get('accounts', account))?.agreed ?? null) !== null

async function bringTopic(ctx: Ctx, roster: Roster, topic: Roster['topics'][number]): Promise<void> {
  const { branch } = roster
  const { key, title, quarter } = topic
  if (await ctx.get('topics', `${branch}:${key}`)) return
  const id = (member: string | null): string | null => member && `${branch}:${member}`
  const people = { author: id(topic.author), reviewer: id(topic.reviewer) }
  const number = ctx.branch.topics + 1
  ctx.save('branches', { ...ctx.branch, topics: number })
  ctx.save('topics', plannedTopic({ branch, key, number, title, quarter, ...people }))
}
