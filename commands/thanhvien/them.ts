import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { cleanName } from '../../src/domain/fold.js'
import { sortNameOf } from '../../src/domain/people/names.js'
import { inviteMember } from '../../src/duties/branch/invite.js'
import { draftToNewcomer } from '../../src/duties/topics/drafts.js'
import { noticeToNewcomer } from '../../src/duties/meetings/meeting-notice.js'
import { form, type Answers, type Ctx, type Reading } from '../../src/engine/command.js'
import { nameAndWhat } from './name-and-what.js'
import { noRole, roleQuestion, rolesOf, roleWords } from './role-question.js'
import { dueQuestion, newcomerStatusQuestion, statusOf } from './status-question.js'

/** Adds a member and gives his invite: `/thanhvien them Trần Thị Lan`, or with what he is: `Trần Thị Lan: thư ký`, `: dự bị`. */
export const them = form({
  may: 'secretary',
  where: 'private',
  also: ['them moi', 'add'],
  ask: {
    name: {
      words: 'thanhvien-ask-name',
      read(_ctx, text) {
        const name = cleanName(text)
        return /\p{L}/u.test(name) && !/\d{3}/u.test(name) ? { value: name } : { again: 'thanhvien-name-unclear' }
      },
    },
    role: { ...roleQuestion, read: readRole },
    status: newcomerStatusQuestion,
    due: dueQuestion,
  },
  inline(_ctx, line) {
    const { name, what } = nameAndWhat(line)
    const status = statusOf(what)
    return {
      ...(name === '' ? {} : { name }),
      ...(status ? { role: noRole, status } : what === '' ? {} : { role: what }),
    }
  },
  yes: 'engine-save',
  async preview(ctx, { name, role, status, due }) {
    const { t } = ctx
    const same = (await ctx.members()).some((one) => one.name === name)
    const lines = [t('thanhvien-preview-line', { name, role: roleWords(t, rolesOf(role)), status })]
    if (due !== '') lines.push(t('thanhvien-preview-due', { date: shortDate(due) }))
    if (same) lines.push(t('thanhvien-same-name'))
    return { title: t('thanhvien-them-preview'), text: lines.join('\n') }
  },
  async run(ctx, { name, role, status, due }) {
    const key = await nextKey(ctx)
    const member = ctx.save('members', {
      _id: `${ctx.branch._id}:${key}`,
      branch: ctx.branch._id,
      key,
      name,
      sortName: sortNameOf(name),
      roles: rolesOf(role),
      status: statusOf(status)!,
      cell: '1',
      place: Number(key.slice(1)) - 1,
      tempExempt: null,
      officialDue: due === '' ? null : due,
      locale: ctx.branch.locale,
      simple: false,
      accounts: [],
      proxyBy: null,
    })
    await noticeToNewcomer(ctx, member)
    await draftToNewcomer(ctx, member)
    await inviteMember(ctx, member, [{ label: ctx.t('thanhvien-button-next'), does: 'thanhvien them' }])
  },
})

/** What follows the comma may be meant as a second member. */
async function readRole(ctx: Ctx, text: string, given: Answers): Promise<Reading> {
  const reading = await roleQuestion.read(ctx, text, given)
  if (!('again' in reading) || reading.again !== 'thanhvien-role-unclear') return reading
  return { ...reading, again: 'thanhvien-role-one-by-one' }
}

/** Keys of those who have left are not given again: the record names them. */
async function nextKey(ctx: Ctx): Promise<string> {
  const all = await ctx.find('members', { lane: ctx.lane })
  const highest = Math.max(0, ...all.map(({ key }) => Number(/^m(\d+)$/u.exec(key)?.[1] ?? 0)))
  return `m${String(highest + 1).padStart(2, '0')}`
}
