import { deliveryList, type ListedPerson } from '../src/domain/delivery-list.js'
import { dateWords } from '../src/domain/calendar/date-words.js'
import { findByName, toldApart } from '../src/domain/people/names.js'
import { command, form, type Ctx } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'
import type { T } from '../src/words.js'
import { localeOf } from './lichhop/questions.js'
import { sendAgain, inDoubt } from './thongbao/send-again.js'
import { latestSubject, nameOf, subjectOf, type Subject } from './thongbao/subject.js'
import { isCourtesy, notUnderstood, shownSubs } from './trogiup/not-understood.js'

/** Buttons of one screen; the next ones come when these are done. */
const mostCalls = 6

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
    const _id = `${subject.key}:${member.key}`
    const known = await ctx.get('calls', _id)
    if (known && !known.gone) {
      ctx.reply({ text: ctx.t('thongbao-told-already', { name: member.name }) })
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
    ctx.reply({ text: ctx.t('thongbao-told', { name: member.name }) })
  },
})

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

/** What came of the latest notice, or of the one named: who has it, who is to be called. */
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
        const paths = ['thongbao', 'thongbao 2027-02', ...shownSubs(ctx, { name: 'thongbao', sub })]
        throw new Refusal('everyday-not-understood', notUnderstood(text, paths))
      },
      given: async (ctx) => (await latestSubject(ctx)).name,
    },
  },
  run: async (ctx, { subject }) => show(ctx, await subjectOf(ctx, subject)),
})

async function show(ctx: Ctx, subject: Subject): Promise<void> {
  const { t } = ctx
  const [rows, members] = await Promise.all([ctx.rows(subject.key), ctx.members()])
  const calls = await ctx.find('calls', { lane: ctx.lane, subject: subject.key })
  const list = deliveryList({ key: subject.key, rows, members, calls })
  const open = list.callList.filter(({ told }) => !told)
  const told = list.callList.filter((call) => call.told)
  const group = states.find((state) => list[state].some(isGroup))
  const sent = list.sent.filter((one) => !isGroup(one)).length
  const lines = [
    ...(group === undefined ? [] : [t(`thongbao-group-${group}`)]),
    t('thongbao-sent', { count: sent }),
    ...people(t, 'thongbao-waiting', list.waiting),
    ...people(t, 'thongbao-in-doubt', list.inDoubt),
    ...(open.length > 0 ? [t('thongbao-to-call', { names: open.map(({ member }) => member.name).join(', ') })] : []),
    ...(told.length > 0 ? [t('thongbao-called', { names: told.map(({ member }) => member.name).join(', ') })] : []),
  ]
  const doubtful = inDoubt(rows).length
  ctx.reply(
    {
      title:
        subject.date === null
          ? t('thongbao-title-topic', { title: subject.title })
          : t('thongbao-title', { date: dateWords[localeOf(ctx)].short(subject.date) }),
      text: lines.join('\n'),
      choices: [
        ...open.slice(0, mostCalls).map(({ member }) => ({
          label: t('notice-told', { name: member.name }),
          does: `thongbao dabao ${member.key} ${subject.name}`,
        })),
        ...(doubtful > 0
          ? [
              {
                label: t('thongbao-button-again', { count: String(doubtful) }),
                does: `thongbao guilai ${subject.name}`,
              },
            ]
          : []),
      ],
    },
    { class: 'committee', concerns: [ctx.actor!._id] },
  )
}

const states = ['sent', 'waiting', 'inDoubt', 'failed'] as const
const isGroup = ({ recipient }: ListedPerson): boolean => recipient === 'group'

/** Whoever has left the branch since has no name any more. */
function people(t: T, key: string, some: ListedPerson[]): string[] {
  const names = some.filter((one) => !isGroup(one)).map(({ name, recipient }) => name ?? recipient)
  return names.length === 0 ? [] : [t(key, { names: names.join(', ') })]
}
