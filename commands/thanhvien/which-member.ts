import { findByName, toldApart } from '../../src/domain/people/names.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Ctx, Question, Reading } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

/** A member by key or name; of two of one name, both are shown with their keys. */
export const whichMember = (words: string): Question => ({
  words,
  read: async (ctx, text) => namedAmong(await ctx.members(), text),
})

export function namedAmong(members: readonly Member[], text: string): Reading {
  const found = findByName(members, text)
  if ('none' in found) return { again: 'thanhvien-nobody', args: { typed: text.trim().slice(0, 40) } }
  if ('several' in found) return { again: 'thanhvien-several', args: { names: toldApart(found.several) } }
  return { value: found.member.key }
}

export async function memberOf(ctx: Ctx, key: string): Promise<Member> {
  const member = await ctx.get('members', `${ctx.branch._id}:${key}`)
  if (!member || member.gone || member.status === 'moved') throw new Refusal('thanhvien-nobody', { typed: key })
  return member
}

/** A branch is never left without somebody who may run it. */
export async function refuseLastSecretary(ctx: Ctx, without: Member): Promise<void> {
  const others = (await ctx.members()).filter(({ _id }) => _id !== without._id)
  if (without.roles.includes('secretary') && !others.some(({ roles }) => roles.includes('secretary')))
    throw new Refusal('thanhvien-last-secretary')
}
