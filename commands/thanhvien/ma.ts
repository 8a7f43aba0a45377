import { inviteMember } from '../../src/duties/branch/invite.js'
import { form, type Ctx, type Option } from '../../src/engine/command.js'
import { reachOf } from './reach.js'
import { memberOf, whichMember } from './which-member.js'

/** Buttons of one screen; any other name is typed. */
const mostButtons = 6

/** A new invite code for a member; the earlier one is worth nothing from then on. */
export const ma = form({
  may: 'secretary',
  where: 'private',
  also: ['ma moi', 'moi', 'code', 'invite'],
  ask: { member: { ...whichMember('thanhvien-ask-whose-code'), choices: unconnected } },
  async run(ctx, { member }) {
    await inviteMember(ctx, await memberOf(ctx, member))
  },
})

/** Those it is most likely for. */
async function unconnected(ctx: Ctx): Promise<Option[]> {
  const options: Option[] = []
  for (const member of await ctx.members()) {
    if (options.length < mostButtons && ['invited', 'no'].includes(await reachOf(ctx, member)))
      options.push({ label: member.name, value: member.key })
  }
  return options
}
