import { addressKey, type Choice } from '../../src/chat.js'
import { answerWindow } from '../../src/domain/answer-window.js'
import { momentArgs } from '../../src/domain/calendar/moment-args.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Ctx } from '../../src/engine/command.js'

/** The channels of a member in their order, with what can be done about them. */
export async function showChannels(ctx: Ctx, member: Member): Promise<void> {
  const { t } = ctx
  const own = member._id === ctx.actor!._id
  const lines: string[] = []
  const choices: Choice[] = []
  // Another member is named in the buttons: who may press them is decided when they are pressed.
  const who = own ? '' : `${member.key} `
  for (const [index, address] of member.accounts.entries()) {
    const account = await ctx.get('accounts', addressKey(address))
    const standing = account?.blocked ? 'blocked' : account?.agreed ? 'good' : 'asked'
    const channel = t('kenh-name', { channel: address.channel })
    lines.push(t('kenh-line', { place: index + 1, channel, standing }))
    if (address.channel === 'zalo-oa') lines.push(windowLine(ctx, await ctx.lastHeard(address)))
    if (index > 0)
      choices.push({ label: t('kenh-button-first', { channel }), does: `kenh uutien ${who}${addressKey(address)}` })
  }
  if (own) choices.push({ label: t('kenh-button-add'), does: 'kenh them' })
  const none = own ? [] : [t('kenh-none')]
  ctx.reply({
    title: own ? t('kenh-title') : t('kenh-title-of', { name: member.name }),
    text: [...(lines.length > 0 ? lines : none), '', t('kenh-how')].join('\n'),
    choices,
  })
}

/** Until when this channel lets us write to him. Of whom nothing was ever heard here the platform may know more than we do. */
function windowLine({ t, now }: Ctx, lastHeard: number | null): string {
  if (lastHeard === null) return t('kenh-window-unknown')
  const window = answerWindow(lastHeard, now)
  return window.state === 'closed'
    ? t('kenh-window-closed')
    : t(`kenh-window-${window.state}`, { ...momentArgs(window.until, now) })
}
