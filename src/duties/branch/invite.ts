import type { Attachment, Choice } from '../../chat.js'
import { dateWords } from '../../domain/calendar/date-words.js'
import { addDays, instant, localDate } from '../../domain/calendar/local-time.js'
import { drawCode, hashCode } from '../../domain/joining/code.js'
import type { Member } from '../../domain/people/member.js'
import { linkQr } from '../../documents/link-qr.js'
import type { Ctx } from '../../engine/command.js'
import { zaloNames } from '../zalo-names.js'
import { madeFile } from '../files/made-file.js'

/** Long enough to pass it on by hand, short enough that a lost one is worth nothing. */
const INVITE_DAYS = 7

/**
 * A new code for one member; an earlier one that nobody has used is worth nothing from now on. The secretary is told
 * how to pass on what follows: the invitation, fit to be forwarded, shown or printed. The code is shown this once; the
 * store has only its hash.
 */
export async function inviteMember(ctx: Ctx, member: Member, choices: Choice[] = []): Promise<void> {
  for (const old of await ctx.find('invites', { lane: ctx.lane, member: member._id })) {
    if (old.used === null) ctx.save('invites', { ...old, gone: true })
  }
  const code = drawCode('invite')
  const lastDay = addDays(localDate(ctx.at), INVITE_DAYS)
  ctx.save('invites', {
    _id: hashCode(code),
    branch: ctx.branch._id,
    member: member._id,
    until: instant(addDays(lastDay, 1), '00:00') - 1,
    drawnBy: null,
    used: null,
  })
  const { t } = ctx
  const { name } = member
  const link = ctx.inviteLink(code)
  const square = link !== null && ctx.carriesFiles(ctx.source!.account.channel)
  const picture = square ? 'yes' : 'no'
  const until = dateWords[ctx.actor!.locale].short(lastDay)
  // What he may choose stands here: the letter is passed on as it is.
  ctx.reply({ text: t('thanhvien-invite-pass-on', { name, picture }), ...(choices.length > 0 && { choices }) })
  ctx.reply({
    title: t('thanhvien-invite-title', { name }),
    text: letter(ctx, { code, link, picture, branch: ctx.branch.name, until }),
    ...(square && { attachment: await pictureOf(ctx, link, member.key) }),
  })
}

/** Names every channel in use: whoever has the letter knows which of them he has. */
function letter(
  ctx: Ctx,
  { code, link, ...args }: { code: string; link: string | null; picture: 'yes' | 'no'; branch: string; until: string },
): string {
  const { t } = ctx
  const zalo = zaloNames(ctx).map((self) => t('thanhvien-invite-zalo', { self, code }))
  if (zalo.length === 0)
    return link ? t('thanhvien-invite-link', { ...args, code, link }) : t('thanhvien-invite', { ...args, code })
  const ways = [...(link ? [t('thanhvien-invite-telegram', { ...args, link })] : []), ...zalo]
  return t('thanhvien-invite-ways', { ...args, ways: ways.join('\n'), count: ways.length })
}

/** The link as a picture: a phone opens it off another screen or off paper. */
const pictureOf = async (ctx: Ctx, link: string, key: string): Promise<Attachment> =>
  madeFile(ctx, { name: `moi-${key}.png`, mime: 'image/png', bytes: await linkQr(link) })
