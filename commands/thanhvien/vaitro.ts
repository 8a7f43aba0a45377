import type { Role } from '../../src/domain/people/member.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { roleQuestion, rolesOf, roleWords } from './role-question.js'
import { nameAndWhat } from './name-and-what.js'
import { memberOf, whichMember } from './which-member.js'

/** Gives a member one more role, or takes all of them: `/thanhvien vaitro Lan: thư ký`. */
export const vaitro = form({
  may: 'secretary',
  where: 'private',
  also: ['vai tro', 'chuc vu', 'role'],
  ask: { member: whichMember('thanhvien-ask-whose-role'), role: roleQuestion },
  inline(_ctx, line) {
    const { name: member, what: role } = nameAndWhat(line)
    return { ...(member === '' ? {} : { member }), ...(role === '' ? {} : { role }) }
  },
  yes: 'engine-save',
  async preview(ctx, { member: key, role }) {
    const { t } = ctx
    const member = await memberOf(ctx, key)
    const text = t('thanhvien-vaitro-preview', {
      name: member.name,
      was: roleWords(t, member.roles),
      now: roleWords(t, await wanted(ctx, key, role)),
    })
    return { title: t('thanhvien-vaitro-title'), text }
  },
  async run(ctx, { member: key, role }) {
    const member = await memberOf(ctx, key)
    const roles = await wanted(ctx, key, role)
    ctx.save('members', { ...member, roles })
    ctx.reply({ text: ctx.t('thanhvien-vaitro-saved', { name: member.name, now: roleWords(ctx.t, roles) }) })
  },
})

async function wanted(ctx: Ctx, key: string, role: string): Promise<Role[]> {
  const member = await memberOf(ctx, key)
  const given = rolesOf(role)
  const now = given.length === 0 ? [] : [...new Set([...member.roles, ...given])]
  if (now.length === member.roles.length) throw new Refusal('thanhvien-same-role', { name: member.name })
  if (now.length > 0 && member.status === 'probationary')
    throw new Refusal('thanhvien-probationary-office', { name: member.name })
  // Nobody takes the office from the one who holds it: he hands it over.
  if (member.roles.includes('secretary') && !now.includes('secretary')) throw new Refusal('thanhvien-last-secretary')
  return now
}
