import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { allTopics, topicByKey } from '../../src/duties/topics/drafts.js'
import { meetingByKey, upcoming } from '../../src/duties/meetings/meetings.js'
import type { Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { splitKey } from '../lichhop/questions.js'

/** One thing that was sent to everyone: the notice of a meeting, or the draft of a topic. */
export interface Subject {
  /** `2027-02`, `cd1` */
  name: string
  /** Of its delivery rows. */
  key: string
  title: string
  /** Of the meeting; null for a draft. */
  date: string | null
}

/** How long ago a meeting may have been, or a draft been sent, to be the latest one. */
const recentDays = 60

/** `2027-02`, `x1`, `cd1`, "tháng 2/2027": the name of something that may have been sent; null where no word is one. */
export function nameOf(typed: string): string | null {
  const [first = ''] = typed.trim().toLowerCase().split(/\s+/u)
  return splitKey(typed.trim())?.key ?? (/^cd\d{1,4}$/u.test(first) ? first : null)
}

export async function subjectOf(ctx: Ctx, typed: string): Promise<Subject> {
  const name = nameOf(typed) ?? typed.trim().toLowerCase()
  const meeting = await meetingByKey(ctx, name)
  if (meeting?.noticeKey != null) return { name, key: meeting.noticeKey, title: '', date: meeting.date }
  const topic = meeting ? null : await topicByKey(ctx, name)
  if (topic?.draftKey != null) return { name, key: topic.draftKey, title: topic.title, date: null }
  throw new Refusal('thongbao-unknown', { typed: typed.slice(0, 40) })
}

/** What was told to everyone last: a meeting, or a draft. Whoever is told of it later does not make it newer. */
export async function latestSubject(ctx: Ctx): Promise<Subject> {
  const from = addDays(localDate(ctx.at), -recentDays)
  const meetings = await upcoming(ctx, { from, cancelled: true, limit: 200 })
  const topics = (await allTopics(ctx)).filter(({ openedAt }) => openedAt !== null && localDate(openedAt) >= from)
  const subjects = [
    ...meetings.map(({ key: name, noticeKey: key, date }) => ({ name, key, title: '', date })),
    ...topics.map(({ key: name, draftKey: key, title }) => ({ name, key, title, date: null })),
  ]
  let latest: { subject: Subject; order: number } | null = null
  for (const { key, ...rest } of subjects) {
    if (key === null) continue
    const rows = await ctx.rows(key)
    const order = Math.min(...rows.map((row) => row.order))
    if (rows.length > 0 && order > (latest?.order ?? 0)) latest = { subject: { ...rest, key }, order }
  }
  if (!latest) throw new Refusal('thongbao-none')
  return latest.subject
}
