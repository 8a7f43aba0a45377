import { inviteMember } from '../../src/duties/branch/invite.js'
import { form } from '../../src/engine/command.js'
import { memberOf, whichMember } from './which-member.js'

/** A new invite code for a member; the earlier one is worth nothing from then on. */
export const ma = form({
  may: 'secretary',
  where: 'private',
  also: ['ma moi', 'moi', 'code', 'invite'],
  ask: { member: whichMember('thanhvien-ask-whose-code') },
  async run(ctx, { member }) {
    await inviteMember(ctx, await memberOf(ctx, member))
  },
})
