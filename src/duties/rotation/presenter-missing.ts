import { dateWords } from '../../domain/calendar/date-words.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import type { Member } from '../../domain/people/member.js'
import type { Turn } from '../../domain/rota/turn.js'
import type { Ctx } from '../../engine/command.js'
import { secretaryOf } from '../secretary.js'
import { turnMonth } from './turn-month.js'

/** Rows that tell of a presenter who cannot come bear this key. */
export const missingKey = ({ _id }: Pick<Turn, '_id'>): string => `missing:${_id}`

/** Whose turn it is has said that he does not come, or after that he does: whether another one presents is for the secretary. */
export async function tellPresenterAway(ctx: Ctx, meeting: Meeting, member: Member, going: boolean): Promise<void> {
  if (meeting.kind !== 'regular') return
  const turn = await ctx.get('turns', `${ctx.branch._id}:${meeting.month}`)
  if (!turn || turn.gone || turn.member !== member._id) return
  await tell(ctx, turn, member, going ? 'thoisu-presenter-back' : 'thoisu-presenter-away')
}

/** Whose turn it is has become exempt, or has left the branch, since it was settled. */
export const tellPresenterGone = (ctx: Ctx, turn: Turn, member: Member): Promise<void> =>
  tell(
    ctx,
    turn,
    member,
    member.gone || member.status === 'moved' ? 'thoisu-presenter-left' : 'thoisu-presenter-exempt',
  )

type News = 'thoisu-presenter-away' | 'thoisu-presenter-back' | 'thoisu-presenter-exempt' | 'thoisu-presenter-left'

async function tell(ctx: Ctx, turn: Turn, member: Member, words: News): Promise<void> {
  const { start, date } = await turnMonth(ctx, turn.month)
  // Of several that still wait, the last one is true.
  ctx.cancel(missingKey(turn))
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => {
      const calendar = dateWords[reader?.locale ?? ctx.branch.locale]
      const text = t(words, { name: member.name, month: calendar.month(turn.month), date: calendar.long(date) })
      const assign = { label: t('thoisu-button-assign'), does: `thoisu phancong ${turn.month}` }
      return words === 'thoisu-presenter-back' ? { text } : { text, choices: [assign] }
    },
    { key: missingKey(turn), usefulUntil: start, class: 'committee', concerns: [member._id] },
  )
}
