import { localDate } from '../../src/domain/calendar/local-time.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { command } from '../../src/engine/command.js'
import { bangiao } from './bangiao.js'
import { chuyendi } from './chuyendi.js'
import { dongian } from './dongian.js'
import { ma } from './ma.js'
import { mien } from './mien.js'
import { nhap } from './nhap.js'
import { reachOf } from './reach.js'
import { roleWords } from './role-question.js'
import { ten } from './ten.js'
import { them } from './them.js'
import { tinhtrang } from './tinhtrang.js'
import { trolai } from './trolai.js'
import { vaitro } from './vaitro.js'

/** Who belongs to the branch, in which roles, and whom the bot may speak to. */
export default command({
  name: 'thanhvien',
  also: ['thanh vien', 'dang vien', 'members'],
  may: 'secretary',
  where: 'private',
  sub: { them, nhap, ma, vaitro, tinhtrang, ten, mien, chuyendi, trolai, dongian, bangiao },
  async run(ctx) {
    const { t } = ctx
    const members = await ctx.members()
    const lines = []
    const today = localDate(ctx.at)
    for (const member of members) {
      const { tempExempt } = member
      const away = tempExempt !== null && tempExempt.to >= today ? tempExempt : null
      lines.push(
        t('thanhvien-line', {
          key: member.key,
          name: member.name,
          role: roleWords(t, member.roles),
          status: away && member.status !== 'exempt' ? 'away' : member.status,
          from: away ? shortDate(away.from) : '',
          to: away ? shortDate(away.to) : '',
          reach: t(`thanhvien-reach-${await reachOf(ctx, member)}`),
        }),
      )
    }
    ctx.reply({
      title: t('thanhvien-title', { name: ctx.branch.name || t('thanhvien-unnamed'), count: members.length }),
      text: `${lines.join('\n')}\n\n${t('thanhvien-how')}`,
      choices: [
        { label: t('thanhvien-button-add'), does: 'thanhvien them' },
        { label: t('thanhvien-button-code'), does: 'thanhvien ma' },
      ],
    })
  },
})
