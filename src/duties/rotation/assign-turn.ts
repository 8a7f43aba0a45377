import { dateWords } from '../../domain/calendar/date-words.js'
import { isExempt } from '../../domain/people/exempt.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { assigned, happened } from '../../domain/rota/turn-history.js'
import { stepsDoneBy } from '../../domain/rota/turn-times.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { turnId, turnNextAt } from './presenter.js'
import { missingKey } from './presenter-missing.js'
import { secretaryOf } from '../secretary.js'
import { closeOffers } from './swap-offers.js'
import { tellPresenter, turnKey } from './turn-card.js'
import { turnMonth } from './turn-month.js'

export interface Assignment extends Pick<Turn, 'month' | 'how' | 'why'> {
  member: Member
}

/**
 * Gives a month to somebody, whoever had it. He is told now, which stands for the steps already due, and reminded at
 * those to come; the former's waiting reminders are taken back, and offers that concern the month are void.
 */
export async function assignTurn(ctx: Ctx, { month, member, how, why }: Assignment): Promise<Turn> {
  const _id = turnId(ctx, month)
  const meeting = await turnMonth(ctx, month)
  const known = await ctx.get('turns', _id)
  const before = known && !known.gone ? known.member : null
  const actor = ctx.actor?._id ?? 'clock'
  const given = { month, how, member: member._id }
  const history = [...(known?.history ?? []), assigned(ctx.at, actor, given, before)]
  if (isExempt(member, meeting.date)) history.push(happened(ctx.at, actor, 'despite-exempt'))
  const told = Math.max(ctx.at, ctx.now)
  const done = stepsDoneBy({ month, done: {} }, meeting.date, ctx.branch.notice.hour, told)
  const notes = before === member._id ? known!.notes : null
  const nextAt = turnNextAt(ctx, { month, done }, meeting)
  ctx.cancel(turnKey({ _id }))
  ctx.cancel(missingKey({ _id }))
  const turn = ctx.save('turns', {
    ...known,
    _id,
    gone: false,
    branch: ctx.branch._id,
    ...given,
    why,
    notes,
    done,
    history,
    nextAt,
  })
  await closeOffers(ctx, month)
  await tellPresenter(ctx, turn, member, { changed: true })
  if (meeting.announced) {
    const words = dateWords[ctx.branch.locale]
    ctx.say('group', (t) => ({ text: t('thoisu-group-changed', { month: words.month(month), name: member.name }) }), {
      usefulUntil: meeting.start,
    })
  }
  return turn
}

/** A presenter who had a month is told who has it now, and the secretary as well; nobody is told what he did himself. */
export async function tellReplaced(ctx: Ctx, month: string, before: Member | null, after: Member): Promise<void> {
  const told = new Map((await secretaryOf(ctx)).map((member) => [member._id, member]))
  if (before && hasChannel(before)) told.set(before._id, before)
  for (const member of [after, ctx.actor]) if (member) told.delete(member._id)
  ctx.say([...told.values()], (t, reader) => {
    const args = { month: dateWords[reader?.locale ?? ctx.branch.locale].month(month), name: after.name }
    return {
      text:
        reader?._id === before?._id
          ? t('thoisu-replaced', args)
          : t('thoisu-changed', { ...args, was: before?.name ?? '–' }),
    }
  })
}
