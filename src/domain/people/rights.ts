import type { Member, Role } from './member.js'

/** Who may do what, in one table. `recorder`: whoever keeps the branch's papers. */
export type Right = 'member' | 'secretary' | 'committee' | 'recorder'

const holders: Record<Exclude<Right, 'member'>, readonly Role[]> = {
  secretary: ['secretary', 'deputy'],
  // A branch without a chi ủy has nobody in that role: secretary and deputy act in its place.
  committee: ['secretary', 'deputy', 'committee'],
  recorder: ['secretary', 'deputy', 'committee', 'minuteTaker'],
}

export function hasRight(member: Member, right: Right): boolean {
  if (member.gone || member.status === 'moved') return false
  return right === 'member' || member.roles.some((role) => holders[right].includes(role))
}

/** Classes of confidentiality: the group, the branch's members, the committee, the persons concerned. */
export type RecordClass = 'group' | 'branch' | 'committee' | 'person'

/** The one decision on what a reader may see. `group`: the text would stand where the whole group reads it. */
export function mayRead(reader: Member | 'group', of: RecordClass, concerns: readonly string[] = []): boolean {
  if (reader === 'group') return of === 'group'
  if (reader.gone || reader.status === 'moved') return false
  switch (of) {
    case 'group':
    case 'branch':
      return true
    case 'committee':
      return hasRight(reader, 'committee') || concerns.includes(reader._id)
    case 'person':
      return concerns.includes(reader._id)
  }
}
