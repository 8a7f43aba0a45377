import { dateWords } from '../../domain/calendar/date-words.js'
import { localDate, localTime } from '../../domain/calendar/local-time.js'
import type { Member } from '../../domain/people/member.js'
import { shortName } from '../../domain/people/names.js'
import { branchOfLane } from '../../domain/record.js'
import type { Ctx, Job } from '../../engine/command.js'
import type { Delivery } from '../../store/delivery.js'
import type { T } from '../../words.js'
import { secretaryOf } from '../secretary.js'

/** Beyond this a card is not read; the list of deliveries has them all. */
const mostSubjects = 30

/** The store is an earlier one again: what has been said since is gone, and what may have been sent is on one card. */
export const restored: Job<'restored'> = async (ctx, { taken, rows: ids }) => {
  if (!(await ctx.get('branches', branchOfLane(ctx.lane)))) return
  const members = await ctx.members()
  const rows = (await Promise.all(ids.map((id) => ctx.row(id))))
    .filter((row) => row !== null)
    .sort((a, b) => a.order - b.order || a.n - b.n)
  ctx.say(
    await secretaryOf(ctx),
    (t, reader) => {
      const { long } = dateWords[reader?.locale ?? ctx.branch.locale]
      const since = t('restore-since', { time: localTime(taken), date: long(localDate(taken)) })
      if (rows.length === 0) return { title: t('restore-title'), text: since }
      return {
        title: t('restore-title'),
        text: [since, '', t('restore-in-doubt'), ...subjectLines(ctx, t, members, rows)].join('\n'),
        choices: [{ label: t('everyday-outcome-list'), does: 'thongbao' }],
      }
    },
    { silent: true, class: 'committee' },
  )
}

/** What was said, and to whom: one line a subject, in the order in which it was said. */
function subjectLines(ctx: Ctx, t: T, members: Member[], rows: Delivery[]): string[] {
  const subjects = new Map<string, string[]>()
  for (const row of rows) {
    const what = row.message?.title ?? row.message?.text.split('\n')[0]?.slice(0, 60) ?? ''
    const member = members.find(({ _id }) => _id === row.recipient)
    const who = member ? shortName(member, members) : t('everyday-outcome-group')
    subjects.set(what, [...(subjects.get(what) ?? []), who])
  }
  const lines = [...subjects].map(([what, who]) => `• ${t('restore-row', { what, who: [...new Set(who)].join(', ') })}`)
  const left = lines.length - mostSubjects
  return left <= 0 ? lines : [...lines.slice(0, mostSubjects), t('restore-more', { count: String(left) })]
}
