import { dateWords } from '../src/domain/calendar/date-words.js'
import { isCourtesy } from '../src/domain/courtesy.js'
import { findByName, toldApart } from '../src/domain/people/names.js'
import { topicCode } from '../src/domain/topic/topic-key.js'
import { command, form, type Ctx } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'
import { sendAgain } from './thongbao/send-again.js'
import { showDeliveries } from './thongbao/show-deliveries.js'
import { localeOf } from './lichhop/questions.js'
import { latestSubject, nameOf, subjectOf, type Subject } from './thongbao/subject.js'
import { notUnderstood, shownSubs } from './trogiup/not-understood.js'

/** Somebody was told by phone: kept beside the delivery list, once. */
const dabao = form({
  also: ['da bao', 'told'],
  may: 'recorder',
  where: 'private',
  ask: {
    member: {
      words: 'thongbao-whom',
      async read(ctx, text) {
        const found = findByName(await ctx.members(), text)
        if ('none' in found) return { again: 'duhop-nobody', args: { typed: text.slice(0, 40) } }
        if ('several' in found) return { again: 'duhop-several', args: { names: toldApart(found.several) } }
        return { value: found.member.key }
      },
    },
    subject: {
      words: 'thongbao-which',
      read: async (ctx, text) => ({ value: (await subjectOf(ctx, text)).name }),
      given: async (ctx) => (await latestSubject(ctx)).name,
    },
  },
  inline(_ctx, line) {
    const said = line.split(/\s+/u)
    const last = said.at(-1) ?? ''
    if (line === '') return {}
    return said.length > 1 && /^(?:\d{4}-\d{2}|x\d+|cd\d+)$/u.test(last)
      ? { member: said.slice(0, -1).join(' '), subject: last }
      : { member: line }
  },
  async run(ctx, { member: key, subject: name }) {
    const subject = await subjectOf(ctx, name)
    const member = (await ctx.members()).find((one) => one.key === key)
    if (!member) throw new Refusal('duhop-nobody', { typed: key })
    const args = { name: member.name, what: whatOf(ctx, subject) }
    const _id = `${subject.key}:${member.key}`
    const known = await ctx.get('calls', _id)
    if (known && !known.gone) {
      ctx.reply({ text: ctx.t('thongbao-told-already', args) })
      return
    }
    ctx.save('calls', {
      ...known,
      _id,
      branch: ctx.branch._id,
      subject: subject.key,
      member: member._id,
      toldBy: ctx.actor!._id,
      at: ctx.at,
      gone: false,
    })
    ctx.reply({ text: ctx.t('thongbao-told', args) })
  },
})

const whatOf = (ctx: Ctx, { name, date }: Subject): string =>
  date === null
    ? ctx.t('thongbao-about-draft', { code: topicCode(name) })
    : ctx.t('thongbao-about-meeting', { date: dateWords[localeOf(ctx)].short(date) })

/** What is in doubt goes once more, as a new message: `thongbao guilai 2027-02`, or the rows by name. */
const guilai = form({
  also: ['gui lai', 'resend'],
  hidden: true,
  may: 'recorder',
  where: 'private',
  ask: { rows: { words: 'thongbao-which', read: (_ctx, text) => ({ value: text.trim() }) } },
  async run(ctx, { rows }) {
    const sent = await sendAgain(ctx, rows.split(/\s+/u))
    ctx.reply({
      text: sent > 0 ? ctx.t('thongbao-sent-again', { count: String(sent) }) : ctx.t('thongbao-nothing-in-doubt'),
    })
  },
})

const sub = { dabao, guilai }

/** What came of the latest notice or draft, or of the one named: who has it, who is to be called. */
export default command({
  name: 'thongbao',
  also: ['thong bao', 'danh sach gui', 'deliveries'],
  may: 'recorder',
  where: 'private',
  sub,
  ask: {
    subject: {
      words: 'thongbao-which',
      async read(ctx, text) {
        if (isCourtesy(text)) return { value: (await latestSubject(ctx)).name }
        if (nameOf(text) !== null) return { value: (await subjectOf(ctx, text)).name }
        const paths = ['thongbao', 'thongbao 2027-02', 'thongbao cd1', ...shownSubs(ctx, { name: 'thongbao', sub })]
        throw new Refusal('everyday-not-understood', notUnderstood(text, paths))
      },
      given: async (ctx) => (await latestSubject(ctx)).name,
    },
  },
  run: async (ctx, { subject }) => showDeliveries(ctx, await subjectOf(ctx, subject)),
})
