import { hasChannel, type Member } from '../domain/people/member.js'
import { weights } from '../domain/weight.js'
import { shortName } from '../domain/people/names.js'
import { hasRight } from '../domain/people/rights.js'
import type { Ctx, Job } from '../engine/command.js'
import type { Delivery } from '../store/delivery.js'

/**
 * What could not be delivered, or may not have been, on one card to the secretary; to the deputy where it is the
 * secretary's own. Where both have something in doubt, the secretary: who does not get messages at all is passed over.
 */
export const tellOutcomes: Job<'outcome'> = async (ctx, { rows: ids }) => {
  if (!ctx.lane.startsWith('branch:')) return
  const rows = (await Promise.all(ids.map((id) => ctx.row(id)))).filter((row) => row !== null)
  const members = await ctx.members()
  const failed = new Set(rows.map((row) => row.recipient))
  const unreachable = new Set(rows.filter(({ state }) => state === 'undeliverable').map((row) => row.recipient))
  const isSecretary = ({ roles }: Member): number => Number(roles.includes('secretary'))
  const told = members
    .filter((member) => hasRight(member, 'secretary') && !unreachable.has(member._id) && hasChannel(member))
    .sort((a, b) => Number(failed.has(a._id)) - Number(failed.has(b._id)) || isSecretary(b) - isSecretary(a))[0]
  if (!told) return
  ctx.say(
    told,
    (t) => ({
      title: t('everyday-outcome-title'),
      text: rows.map((row) => line(ctx, members, row, told)).join('\n'),
      choices: [{ label: t('everyday-outcome-list'), does: 'thongbao' }],
    }),
    { silent: true, class: 'committee', weight: weights.charge },
  )
}

function line(ctx: Ctx, members: Member[], row: Delivery, reader: Member): string {
  const t = ctx.words(reader.locale)
  const member = members.find((one) => one._id === row.recipient)
  const who = member ? t('everyday-outcome-member', { name: shortName(member, members) }) : t('everyday-outcome-group')
  const what = row.message?.title ?? row.message?.text.split('\n')[0]?.slice(0, 60) ?? ''
  return t(`everyday-outcome-${row.state}`, { who, what })
}
