import { inviteMember } from '../../src/duties/branch/invite.js'
import { toldApart } from '../../src/domain/people/names.js'
import type { Member } from '../../src/domain/people/member.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { namedAmong } from './which-member.js'

/** Who had moved away is a member again, under his old key and without his old roles; his accounts come by a new invite. */
export const trolai = form({
  may: 'secretary',
  where: 'private',
  also: ['tro lai', 'chuyen ve', 'back'],
  ask: {
    member: {
      words: 'thanhvien-ask-who-is-back',
      args: async (ctx) => ({ names: toldApart(await movedAway(ctx)) }),
      read: async (ctx, text) => namedAmong(await movedAway(ctx), text),
    },
  },
  async inline(ctx, line) {
    if ((await movedAway(ctx)).length === 0) throw new Refusal('thanhvien-nobody-moved')
    return line === '' ? {} : { member: line }
  },
  yes: 'engine-save',
  async preview(ctx, { member: key }) {
    const { t } = ctx
    const { name } = await movedMember(ctx, key)
    return { title: t('thanhvien-trolai-title'), text: t('thanhvien-trolai-preview', { name }) }
  },
  async run(ctx, { member: key }) {
    const member = await movedMember(ctx, key)
    const status = member.officialDue === null ? 'official' : 'probationary'
    const back = ctx.save('members', { ...member, status, roles: [], tempExempt: null })
    ctx.reply({ text: ctx.t('thanhvien-trolai-saved', { name: back.name }) })
    await inviteMember(ctx, back)
  },
})

const movedAway = async (ctx: Ctx): Promise<Member[]> =>
  (await ctx.find('members', { lane: ctx.lane })).filter(({ status }) => status === 'moved')

async function movedMember(ctx: Ctx, key: string): Promise<Member> {
  const member = (await movedAway(ctx)).find((one) => one.key === key)
  if (!member) throw new Refusal('thanhvien-nobody', { typed: key })
  return member
}
