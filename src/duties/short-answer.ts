import type { Choice } from '../chat.js'
import { localDate } from '../domain/calendar/local-time.js'
import { fold } from '../domain/fold.js'
import { meetingStart } from '../domain/meeting/meeting-plan.js'
import { readRsvp } from '../domain/meeting/rsvp.js'
import { isExempt } from '../domain/people/exempt.js'
import type { Member } from '../domain/people/member.js'
import { commentKind } from '../domain/topic/comment-kind.js'
import type { Ctx } from '../engine/command.js'
import { answerOf } from './meetings/attendance.js'
import { upcoming } from './meetings/meetings.js'
import { noticeChoices, whenWhere } from './meetings/notice-text.js'
import { commentsNow } from './topics/draft-progress.js'
import { draftArgs, draftChoices } from './topics/draft-words.js'
import { openTopics } from './topics/drafts.js'

const longest = 60
const thanks =
  /^(?:(?:da|vang|ok|xin|toi|em|tran trong|rat|chan thanh) )*(?:cam on|thanks|thank you)(?: (?:dong chi|cac dong chi|he thong|bot|nhieu|nhe|a))*$/u

/** "Rõ", "Đã nhận", "OK", "Nhất trí", "Bận họp", "Cảm ơn": an answer, though words alone do not say to what. */
export function isShortAnswer(text: string): boolean {
  if (text.length > longest) return false
  const words = fold(text.replace(/[\p{P}\p{S}]+/gu, ' '))
  return commentKind(text) === 'agreement' || readRsvp(text).going !== 'unclear' || thanks.test(words)
}

/** Thanks for a short answer, and the choice of what it may have been meant for; nothing is recorded by a guess. */
export async function answerShort(ctx: Ctx, actor: Member): Promise<void> {
  const asked = await askedOf(ctx, actor)
  if (asked.length === 0) ctx.reply({ text: ctx.t('everyday-received') })
  else saysWhatFor(ctx, asked)
}

export const askedOf = async (ctx: Ctx, actor: Member): Promise<Asked[]> => [
  ...(await askedToMeet(ctx, actor)),
  ...(await askedToComment(ctx, actor)),
]

export function saysWhatFor(ctx: Ctx, asked: readonly Asked[]): void {
  ctx.reply({
    text: [ctx.t('everyday-received-which'), ...asked.map(({ line }) => line)].join('\n'),
    choices: asked.flatMap(({ choices }) => choices),
  })
}

interface Asked {
  line: string
  choices: Choice[]
}

/** The next meeting he was invited to and has not answered. */
async function askedToMeet(ctx: Ctx, actor: Member): Promise<Asked[]> {
  const ahead = (await upcoming(ctx)).filter((meeting) => meetingStart(meeting) > ctx.at)
  for (const meeting of ahead) {
    const invited = meeting.noticeKey !== null && !isExempt(actor, meeting.date)
    if (!invited || (await answerOf(ctx, meeting, actor))) continue
    const line = ctx.t('everyday-received-meeting', whenWhere(actor.locale, meeting))
    return [{ line, choices: noticeChoices(ctx.t, meeting, false) }]
  }
  return []
}

/** The first draft he was asked about and has not commented on. */
async function askedToComment(ctx: Ctx, actor: Member): Promise<Asked[]> {
  if (isExempt(actor, localDate(ctx.at))) return []
  for (const topic of await openTopics(ctx)) {
    if (topic.author === actor._id) continue
    if ((await commentsNow(ctx, topic)).some(({ member }) => member === actor._id)) continue
    const line = ctx.t('everyday-received-draft', draftArgs(ctx.t, topic, ctx.now))
    return [{ line, choices: draftChoices(ctx.t, topic) }]
  }
  return []
}
