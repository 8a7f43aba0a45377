import type { Choice } from '../../chat.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { shortName } from '../../domain/people/names.js'
import type { Turn } from '../../domain/rota/turn.js'
import { weights } from '../../domain/weight.js'
import type { Ctx } from '../../engine/command.js'
import type { Locale, T } from '../../words.js'
import { secretaryOf } from '../secretary.js'
import { turnMonth } from './turn-month.js'

/** Rows that tell somebody of his turn bear this key. */
export const turnKey = (turn: Pick<Turn, '_id'>): string => `turn:${turn._id}`

/** Why a turn is somebody's, in words; the months in its variables are written as people write them. */
export function whyWords(t: T, locale: Locale, { key, args }: { key: string; args: Record<string, string> }): string {
  const { month } = args
  return t(key, month === undefined ? args : { ...args, month: dateWords[locale].month(month) })
}

const turnChoices = (t: T, month: string): Choice[] => [
  { label: t('thoisu-button-known'), does: `thoisu ro ${month}` },
  { label: t('thoisu-button-notes'), does: `thoisu nop ${month}` },
  { label: t('thoisu-button-swap'), does: `thoisu doi ${month}` },
]

/**
 * Tells a presenter of his turn, with the outline in three fields. Whom no channel reaches is on the call list:
 * the row is there all the same, and the secretary is asked to phone him.
 */
export async function tellPresenter(
  ctx: Ctx,
  turn: Turn,
  member: Member,
  { late = false, changed = false } = {},
): Promise<void> {
  const { date, start } = await turnMonth(ctx, turn.month)
  const members = await ctx.members()
  const name = shortName(member, members)
  const calls = !hasChannel(member)
  ctx.say(
    member,
    (t) => {
      const words = dateWords[member.locale]
      const month = words.month(turn.month)
      const lines = [
        ...(late ? [t('thoisu-late')] : []),
        ...(changed ? [whyWords(t, member.locale, turn.why)] : []),
        t('thoisu-card', { name, month, date: words.long(date) }),
        t('thoisu-outline'),
        t(turn.notes ? 'thoisu-card-notes-in' : 'thoisu-card-how'),
      ]
      return { title: t('thoisu-card-title', { month }), text: lines.join('\n'), choices: turnChoices(t, turn.month) }
    },
    // The card below is the news of it.
    {
      key: turnKey(turn),
      about: `thoisu traloi ${turn.month}`,
      usefulUntil: start,
      silent: calls,
      weight: weights.meeting,
    },
  )
  if (!calls) return
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => {
      const words = dateWords[reader?.locale ?? ctx.branch.locale]
      const args = { name: member.name, month: words.month(turn.month), date: words.long(date) }
      const choices = [
        { label: t('thoisu-button-phoned'), does: `thoisu ro ${turn.month}` },
        { label: t('thoisu-button-notes-for'), does: `thoisu nop ${turn.month}` },
      ]
      return { text: `${t('thoisu-call', args)}\n${t('thoisu-outline')}`, choices }
    },
    { key: turnKey(turn), usefulUntil: start, weight: weights.meeting },
  )
}

export async function tellNobodyFree(ctx: Ctx, month: string): Promise<void> {
  ctx.say(await secretaryOf(ctx), (t, reader) => {
    const words = dateWords[reader?.locale ?? ctx.branch.locale]
    const choices = [{ label: t('thoisu-button-assign'), does: `thoisu phancong ${month}` }]
    return { text: t('thoisu-nobody-free', { month: words.month(month) }), choices }
  })
}
