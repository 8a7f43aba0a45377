import { hasChannel, openAccounts, type Member } from '../domain/people/member.js'
import { weights } from '../domain/weight.js'
import type { Ctx, Job } from '../engine/command.js'
import type { ChannelPayload } from '../store/entry.js'
import { secretaryOf } from './secretary.js'

/** Codes of a Zalo Official Account by what a person has to mend; what is not here is the app's standing. */
const needs = new Map([
  ...[-216, -220, 216, 401, -401, -118, -14014, -14015].map((code) => [code, 'token'] as const),
  ...[-221, -224].map((code) => [code, 'package'] as const),
  ...[-240].map((code) => [code, 'version'] as const),
])

/** What became of a whole channel, to the secretary, or to the deputy where only he has another one: this one may carry nothing. */
export const tellChannel: Job<'channel'> = async (ctx, news) => {
  const members = await ctx.members()
  if (!members.some(({ accounts }) => accounts.some(({ channel }) => channel === news.channel))) return
  const isElsewhere = (member: Member): boolean => openAccounts(member).some(({ channel }) => channel !== news.channel)
  const inCharge = [...(await secretaryOf(ctx)), ...members.filter(({ roles }) => roles.includes('deputy'))]
  const told = inCharge.find(isElsewhere) ?? inCharge.find(hasChannel)
  if (!told) return
  ctx.say(
    told,
    (t) => ({ title: t('channel-title', { channel: t('kenh-name', { channel: news.channel }) }), text: text(t, news) }),
    { silent: true, class: 'committee', weight: weights.charge },
  )
}

function text(t: Ctx['t'], { channel, what, sent, limit, code }: ChannelPayload): string {
  if (what === 'over' && channel === 'zalo-oa') return t('channel-over-oa', { code: String(code) })
  if (what !== 'closed') return t(`channel-${what}`, { sent: String(sent), limit: String(limit) })
  if (channel === 'zalo-bot') return t('channel-closed-bot', { code: String(code) })
  return t(`channel-closed-${needs.get(code ?? 0) ?? 'app'}`, { code: String(code) })
}
