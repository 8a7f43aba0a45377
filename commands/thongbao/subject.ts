import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { topicByKey } from '../../src/duties/topics/drafts.js'
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

/** How long ago a meeting may have been to be the latest one. */
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

/** The next meeting that has been announced, else the last one that was. */
export async function latestSubject(ctx: Ctx): Promise<Subject> {
  const today = localDate(ctx.at)
  const around = await upcoming(ctx, { from: addDays(today, -recentDays), cancelled: true, limit: 200 })
  const announced = around.filter(({ noticeKey }) => noticeKey !== null)
  const latest = announced.find(({ date }) => date >= today) ?? announced.at(-1)
  if (!latest) throw new Refusal('thongbao-none')
  return { name: latest.key, key: latest.noticeKey!, title: '', date: latest.date }
}
