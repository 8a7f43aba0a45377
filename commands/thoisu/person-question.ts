import { findByName, toldApart } from '../../src/domain/people/names.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Answers, Ctx, Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { heldTurns, inMonth } from './month-question.js'

const mostChoices = 5

/** Who presents instead, in the month answered before; kept as the member's key. `words` say what will come of it. */
export const personQuestion = (words: string): Question => ({
  words,
  args: (ctx, { month }) => ({ month: inMonth(ctx, month!) }),
  async read(ctx, text, { month }) {
    const found = findByName(await ctx.members(), text)
    if ('none' in found) return { again: 'thoisu-person-unknown', args: { typed: text.trim().slice(0, 40) } }
    if ('several' in found)
      return {
        again: 'thoisu-person-several',
        args: { names: toldApart(found.several) },
      }
    const { member } = found
    const present = (await heldTurns(ctx)).find((turn) => turn.month === month)
    if (present?.member._id === member._id) return { again: 'thoisu-person-same', args: { name: member.name } }
    return { value: member.key }
  },
  async choices(ctx, { month }) {
    const turns = await heldTurns(ctx)
    const present = turns.find((turn) => turn.month === month)?.member._id
    const others = new Map(turns.filter(({ member }) => member._id !== present).map((turn) => [turn.member.key, turn]))
    const next = [...others.values()].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(0, mostChoices)
    return next.map(({ member, month: theirs }) => ({
      label: `${member.name} (${inMonth(ctx, theirs)})`,
      value: member.key,
    }))
  },
})

/** The member a key stands for, as he is now. */
export async function personOf(ctx: Ctx, { person }: Answers): Promise<Member> {
  const member = (await ctx.members()).find(({ key }) => key === person)
  if (!member) throw new Refusal('thoisu-person-unknown', { typed: person ?? '' })
  return member
}
