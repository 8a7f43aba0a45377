import { hasChannel, type Member } from './member.js'

/** Who decides and gets the news: the secretary; where no channel reaches him, the deputy. */
export function inCharge(members: readonly Member[]): Member[] {
  const secretaries = members.filter(({ roles }) => roles.includes('secretary'))
  const deputies = members.filter(({ roles }) => roles.includes('deputy'))
  const reachable = [secretaries, deputies].map((some) => some.filter(hasChannel))
  return reachable.find((some) => some.length > 0) ?? secretaries
}
