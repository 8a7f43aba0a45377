import { fold } from '../../src/domain/fold.js'
import { roles, type Role } from '../../src/domain/people/member.js'
import type { Question } from '../../src/engine/command.js'
import type { T } from '../../src/words.js'

export const noRole = 'none'
const typed = new Map<string, Role | typeof noRole>([
  ['bi thu', 'secretary'], ['pho bi thu', 'deputy'], ['chi uy', 'committee'], ['chi uy vien', 'committee'],
  ['thu ky', 'minuteTaker'], ['to truong', 'cellLeader'], ['to truong to dang', 'cellLeader'],
  ['dang vien', noRole], ['khong', noRole], ['khong co', noRole], ['member', noRole],
  ...roles.map((role): [string, Role] => [fold(role), role]),
]) // prettier-ignore

/** One role, or none; who has several is given them one after another. */
export const roleQuestion: Question = {
  words: 'thanhvien-ask-role',
  read(_ctx, text) {
    const role = typed.get(fold(text)) ?? (text === noRole ? noRole : undefined)
    // There is one secretary: the office is handed over, never given a second time.
    if (role === 'secretary') return { again: 'thanhvien-secretary-by-handover' }
    return role ? { value: role } : { again: 'thanhvien-role-unclear', args: { typed: text.trim().slice(0, 60) } }
  },
  choices: ({ t }) =>
    [noRole, ...roles.filter((role) => role !== 'secretary')].map((role) => ({
      label: t(`thanhvien-role-${role}`),
      value: role,
    })),
}

export const rolesOf = (answer: string): Role[] => roles.filter((role) => role === answer)

export const roleWords = (t: T, held: readonly Role[]): string =>
  held.length === 0 ? t('thanhvien-role-none') : held.map((role) => t(`thanhvien-role-${role}`)).join(', ')
