import { addressKey } from '../src/chat.js'
import { hasRight } from '../src/domain/people/rights.js'
import { command } from '../src/engine/command.js'
import { roleWords } from './thanhvien/role-question.js'

/** What a member may set for himself, and what is stored about him. */
export default command({
  name: 'rieng',
  also: ['ca nhan', 'cai dat rieng', 'settings', 'me'],
  may: 'member',
  where: 'private',
  async run(ctx) {
    const { t } = ctx
    const actor = ctx.actor!
    const comments = await ctx.find('comments', { lane: ctx.lane, member: actor._id }, { limit: 1000 })
    const accounts = []
    for (const address of actor.accounts) {
      const agreed = (await ctx.get('accounts', addressKey(address)))?.agreed
      accounts.push(
        t('rieng-account', {
          channel: t('kenh-name', { channel: address.channel }),
          agreed: agreed ? 'yes' : 'no',
          version: agreed?.version ?? '',
        }),
      )
    }
    ctx.reply({
      title: t('rieng-title'),
      text: t('rieng-text', {
        name: actor.name,
        role: roleWords(t, actor.roles),
        cell: actor.cell,
        accounts: accounts.join('; '),
        comments: String(comments.length),
        language: t('rieng-language'),
        simple: actor.simple ? 'yes' : 'no',
      }),
      choices: [
        { label: t('rieng-button-language'), does: `ngonngu ${actor.locale === 'vi' ? 'en' : 'vi'}` },
        { label: t('rieng-button-simple', { on: actor.simple ? 'yes' : 'no' }), does: 'dongian' },
        ...(hasRight(actor, 'secretary') ? [{ label: t('caidat-back'), does: 'caidat' }] : []),
      ],
    })
  },
})
