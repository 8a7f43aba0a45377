import { hasChannel, type Member } from '../src/domain/people/member.js'
import { findByName, toldApart } from '../src/domain/people/names.js'
import { fold } from '../src/domain/fold.js'
import { hasRight } from '../src/domain/people/rights.js'
import { readRsvp } from '../src/domain/meeting/rsvp.js'
import { dateWords } from '../src/domain/calendar/date-words.js'
import { attendanceOf, answerOf } from '../src/duties/meetings/attendance.js'
import { attendanceLines } from '../src/duties/meetings/attendance-text.js'
import { upcoming } from '../src/duties/meetings/meetings.js'
import { unreachedBy } from '../src/duties/meetings/unreached.js'
import { noticeChoices, whenWhere } from '../src/duties/meetings/notice-text.js'
import { command, form, type Ctx, type Question } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'
import { isKey } from './lichhop/questions.js'
import {
  answerMeeting,
  answerPrivately,
  giveReason,
  longestReason,
  meetingToAnswer,
  nextToAnswer,
} from './duhop/answer.js'

/** `im`: words in the group that answer nothing, and are answered with nothing. */
const words = ['co', 'vang', 'xem', 'im'] as const
type Word = (typeof words)[number]

const meeting: Question = {
  words: 'lichhop-which',
  read: async (ctx, text) => ({ value: (await meetingToAnswer(ctx, text)).key }),
  given: async (ctx) => (await nextToAnswer(ctx)).key,
}
const reason: Question = {
  words: 'duhop-why',
  read: (_ctx, text) => ({ value: text }),
  given: () => '',
}

const lydo = form({
  hidden: true,
  may: 'member',
  ask: {
    meeting,
    reason: {
      words: 'duhop-why',
      read: (_ctx, text) => (text.length > longestReason ? { again: 'duhop-reason-long' } : { value: text.trim() }),
    },
  },
  inline(_ctx, line) {
    const { key, rest } = splitKey(line)
    return { ...(key === null ? {} : { meeting: key }), ...(rest === '' ? {} : { reason: rest }) }
  },
  run: async (ctx, { meeting, reason }) => giveReason(ctx, await meetingToAnswer(ctx, meeting), reason),
})

/** Those whom no channel reaches, or whose channels did not take the notice: everybody else answers for himself. */
async function unreached(ctx: Ctx): Promise<Member[]> {
  const announced = (await upcoming(ctx)).find(({ noticeKey }) => noticeKey !== null)
  const { toCall } = announced ? await unreachedBy(ctx, announced, { told: true }) : { toCall: [] }
  const refused = new Set(toCall.map(({ _id }) => _id))
  return (await ctx.members()).filter((member) => !hasChannel(member) || refused.has(member._id))
}

/** For a member whom no channel reaches, by whoever keeps the papers: `/duhop ho Sơn vắng đi cơ sở`. */
const ho = form({
  also: ['thay', 'ghi ho', 'for'],
  may: 'recorder',
  where: 'private',
  ask: {
    member: {
      words: 'duhop-for-whom',
      async read(ctx, text) {
        const found = findByName(await ctx.members(), text)
        if ('none' in found) return { again: 'duhop-nobody', args: { typed: text.slice(0, 40) } }
        if ('several' in found) return { again: 'duhop-several', args: { names: toldApart(found.several) } }
        return (await unreached(ctx)).some(({ _id }) => _id === found.member._id)
          ? { value: found.member.key }
          : { again: 'duhop-answers-himself', args: { name: found.member.name } }
      },
      async choices(ctx) {
        const silent = await unreached(ctx)
        return silent.slice(0, 6).map(({ key, name }) => ({ label: name, value: key }))
      },
    },
    what: {
      words: 'duhop-which',
      read: (_ctx, text) => readWord(text, ['co', 'vang']),
      choices: ({ t }) => [
        { label: t('notice-going'), value: 'co' },
        { label: t('notice-away'), value: 'vang' },
      ],
    },
    meeting,
    reason,
  },
  inline(_ctx, line) {
    const said = line.split(/\s+/u)
    const at = said.findIndex((word, index) => index > 0 && ['co', 'vang', 'du', 'xin'].includes(fold(word)))
    if (line === '') return {}
    if (at < 0) return { member: line }
    return { ...whatAndWhy(said.slice(at).join(' ')), member: said.slice(0, at).join(' ') }
  },
  async run(ctx, { member: key, what, meeting, reason }) {
    const member = (await ctx.members()).find((one) => one.key === key)
    if (!member) throw new Refusal('duhop-nobody', { typed: key })
    await answerMeeting(ctx, await meetingToAnswer(ctx, meeting), { member, going: what === 'co', reason })
  },
})

/** Who comes: `/duhop` shows it, `/duhop co` and `/duhop vang bận công tác` answer, and so does a reply to the notice. */
export default command({
  name: 'duhop',
  also: ['rsvp'],
  may: 'member',
  sub: { ho, lydo },
  ask: {
    what: {
      words: 'duhop-which',
      given: () => 'xem',
      read: (_ctx, text) => readWord(text, words),
      choices: ({ t }) => [
        { label: t('notice-going'), value: 'co' },
        { label: t('notice-away'), value: 'vang' },
      ],
    },
    meeting,
    reason,
  },
  inline(ctx, line) {
    const { key, rest } = splitKey(line)
    if (rest === '') return key === null ? {} : { meeting: key }
    if (key === null || !line.startsWith(key)) return whatAndWhy(line)
    // Behind a key stands what somebody replied to a notice, where an unmarked "vang" may be "vâng".
    const said = freely(rest)
    return { meeting: key, ...(said.what === '' && ctx.source!.group ? { what: 'im' } : said) }
  },
  async run(ctx, { what, meeting: key, reason }) {
    if (what === 'im') return
    const meeting = await meetingToAnswer(ctx, key)
    if (what === 'xem') await show(ctx, meeting)
    else await answerMeeting(ctx, meeting, { member: ctx.actor!, going: what === 'co', reason })
  },
})

async function show(ctx: Ctx, meeting: Awaited<ReturnType<typeof meetingToAnswer>>): Promise<void> {
  const attendance = await attendanceOf(ctx, meeting)
  if (ctx.source!.group) {
    ctx.say('here', (t) => ({ text: attendanceLines(t, attendance, false).join('\n') }))
    return
  }
  const { actor } = ctx
  const own = await answerOf(ctx, meeting, actor!)
  const committee = hasRight(actor!, 'committee')
  answerPrivately(ctx, (t) => {
    const when = whenWhere(actor!.locale, meeting)
    const said = own === null ? t('duhop-own-none') : t(own.going ? 'duhop-own-going' : 'duhop-own-away')
    return {
      title: t('duhop-title', { date: dateWords[actor!.locale].short(meeting.date) }),
      text: [t('duhop-when', when), said, ...attendanceLines(t, attendance, committee)].join('\n'),
      choices: noticeChoices(t, meeting, false),
    }
  })
}

/** The key stands first in a reply to a notice, and second in its buttons: `2027-02 xin vắng`, `vang 2027-02`. */
function splitKey(line: string): { key: string | null; rest: string } {
  const [first = '', ...others] = line.split(/\s+/u)
  if (isKey(first)) return { key: first, rest: others.join(' ') }
  const [second = '', ...more] = others
  return isKey(second) ? { key: second, rest: [first, ...more].join(' ') } : { key: null, rest: line }
}

function whatAndWhy(said: string): { what: string; reason?: string; meeting?: string } {
  const { key, rest } = splitKey(said)
  const meeting = key === null ? {} : { meeting: key }
  const [first = '', ...others] = rest.split(/\s+/u)
  const word = words.find((known) => known === first)
  if (word) return { ...meeting, what: word, ...(others.length > 0 ? { reason: others.join(' ') } : {}) }
  return { ...meeting, ...freely(rest) }
}

function freely(said: string): { what: string; reason?: string } {
  const { going, reason } = readRsvp(said)
  if (going === 'unclear') return { what: said === 'xem' ? said : '' }
  return { what: going ? 'co' : 'vang', ...(reason === '' ? {} : { reason }) }
}

function readWord(text: string, allowed: readonly Word[]): { value: string } | { again: string } {
  const word = allowed.find((known) => known === text)
  if (word) return { value: word }
  const { going } = readRsvp(text)
  return going === 'unclear' ? { again: 'duhop-unclear' } : { value: going ? 'co' : 'vang' }
}
