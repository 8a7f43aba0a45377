import { form } from '../../src/engine/command.js'
import { memberOf, whichMember } from '../thanhvien/which-member.js'
import { showChannels } from './show-channels.js'

/** Another member's channels, for whoever helps him with them. */
export const cua = form({
  also: ['cua dong chi', 'of'],
  may: 'secretary',
  where: 'private',
  ask: { member: whichMember('kenh-ask-whose') },
  run: async (ctx, { member }) => showChannels(ctx, await memberOf(ctx, member)),
})
