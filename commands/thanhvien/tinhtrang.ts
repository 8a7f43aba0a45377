import { shortDate } from '../../src/domain/calendar/vi-date.js'
import type { Member } from '../../src/domain/people/member.js'
import { form, type Answers, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { dueQuestion, statusOf, statusQuestion } from './status-question.js'
import { nameAndWhat } from './name-and-what.js'
import { memberOf, whichMember } from './which-member.js'

/** Official after his probation, probationary, or here for a time: `/thanhvien tinhtrang Bảo: chính thức`. */
export const tinhtrang = form({
  may: 'secretary',
  where: 'private',
  also: ['tinh trang', 'status'],
  ask: { member: whichMember('thanhvien-ask-whose-status'), status: statusQuestion, due: dueQuestion },
  inline(_ctx, line) {
    const { name: member, what: status } = nameAndWhat(line)
    return { ...(member === '' ? {} : { member }), ...(status === '' ? {} : { status }) }
  },
  yes: 'engine-save',
  async preview(ctx, answers) {
    const { t } = ctx
    const { before, after } = await wanted(ctx, answers)
    const [was, now] = [t(`thanhvien-status-${before.status}`), t(`thanhvien-status-${after.status}`)]
    const lines = [before.name, t('thanhvien-was-now', { was, now })]
    if (after.officialDue !== null) lines.push(t('thanhvien-preview-due', { date: shortDate(after.officialDue) }))
    return { title: t('thanhvien-tinhtrang-title'), text: lines.join('\n') }
  },
  async run(ctx, answers) {
    const { name, status } = ctx.save('members', (await wanted(ctx, answers)).after)
    ctx.reply({ text: ctx.t('thanhvien-tinhtrang-saved', { name, now: ctx.t(`thanhvien-status-${status}`) }) })
  },
})

async function wanted(ctx: Ctx, answers: Answers): Promise<{ before: Member; after: Member }> {
  const before = await memberOf(ctx, answers['member']!)
  const { name } = before
  const status = statusOf(answers['status']!)!
  const officialDue = answers['due'] === '' ? null : answers['due']!
  if (before.status === 'exempt') throw new Refusal('thanhvien-status-of-exempt', { name })
  if (status === 'probationary' && before.roles.length > 0)
    throw new Refusal('thanhvien-office-needs-official', { name })
  if (status === before.status && officialDue === before.officialDue)
    throw new Refusal('thanhvien-same-status', { name })
  return { before, after: { ...before, status, officialDue } }
}
