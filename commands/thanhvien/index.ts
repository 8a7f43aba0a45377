import { addressKey } from '../../src/chat.js'
import type { Member } from '../../src/domain/people/member.js'
import { command, type Ctx } from '../../src/engine/command.js'
import { bangiao } from './bangiao.js'
import { chuyendi } from './chuyendi.js'
import { ma } from './ma.js'
import { roleWords } from './role-question.js'
import { ten } from './ten.js'
import { them } from './them.js'
import { vaitro } from './vaitro.js'

/** Who belongs to the branch, in which roles, and whom the bot may speak to. */
export default command({
  name: 'thanhvien',
  also: ['thanh vien', 'dang vien', 'members'],
  may: 'secretary',
  where: 'private',
  sub: { them, ma, vaitro, ten, chuyendi, bangiao },
  async run(ctx) {
    const { t } = ctx
    const members = await ctx.members()
    const lines = []
    for (const member of members) {
      lines.push(
        t('thanhvien-line', {
          key: member.key,
          name: member.name,
          role: roleWords(t, member.roles),
          status: member.status,
          reach: t(`thanhvien-reach-${await reachOf(ctx, member)}`),
        }),
      )
    }
    ctx.reply({
      title: t('thanhvien-title', { name: ctx.branch.name, count: members.length }),
      text: `${lines.join('\n')}\n\n${t('thanhvien-how')}`,
      choices: [
        { label: t('thanhvien-button-add'), does: 'thanhvien them' },
        { label: t('thanhvien-button-code'), does: 'thanhvien ma' },
      ],
    })
  },
})

type Reach = 'yes' | 'asked' | 'blocked' | 'invited' | 'no'

/** Documents of other lanes are hints; a list for the secretary is all they are wanted for. */
async function reachOf(ctx: Ctx, member: Member): Promise<Reach> {
  let reach: Reach = 'no'
  for (const address of member.accounts) {
    const account = await ctx.get('accounts', addressKey(address))
    if (!account) continue
    if (account.agreed && !account.blocked) return 'yes'
    reach = account.blocked ? 'blocked' : 'asked'
  }
  if (reach !== 'no') return reach
  const invites = await ctx.find('invites', { lane: ctx.lane, member: member._id })
  if (invites.some(({ used }) => used !== null)) return 'asked'
  return invites.some(({ used, until }) => used === null && until > ctx.at) ? 'invited' : 'no'
}
