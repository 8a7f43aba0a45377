import { drawCode, hashCode } from '../../src/domain/joining/code.js'
import { zaloNames } from '../../src/duties/zalo-names.js'
import { form } from '../../src/engine/command.js'

const MINUTES = 30

/** A code of his own for another channel. Typed there, it links that account and says that he agrees there too. */
export const them = form({
  also: ['noi them', 'noi', 'add'],
  may: 'member',
  where: 'private',
  async run(ctx) {
    const actor = ctx.actor!
    for (const old of await ctx.find('invites', { lane: ctx.lane, member: actor._id })) {
      if (old.used === null && old.drawnBy !== null) ctx.save('invites', { ...old, gone: true })
    }
    const code = drawCode('invite')
    const until = ctx.at + MINUTES * 60_000
    const drawnBy = ctx.source!.account
    ctx.save('invites', { _id: hashCode(code), branch: ctx.branch._id, member: actor._id, until, drawnBy, used: null })
    const { t } = ctx
    const link = ctx.inviteLink(code)
    const lines = [
      t('kenh-code', { code, minutes: String(MINUTES) }),
      ...(link ? [t('kenh-code-link', { link })] : []),
      ...zaloNames(ctx).map((self) => t('kenh-code-zalo', { self })),
    ]
    ctx.reply({ title: t('kenh-code-title'), text: lines.join('\n') })
  },
})
