import type { Channel } from '../../src/chat.js'
import { dateWords } from '../../src/domain/calendar/date-words.js'
import type { DeliveryList, ListedPerson } from '../../src/domain/delivery-list.js'
import type { Member } from '../../src/domain/people/member.js'
import { deliveriesOf } from '../../src/duties/deliveries-of.js'
import { toldChoices } from '../../src/duties/told-choices.js'
import type { Ctx } from '../../src/engine/command.js'
import type { Delivery } from '../../src/store/delivery.js'
import type { T } from '../../src/words.js'
import { localeOf } from '../lichhop/questions.js'
import { inDoubt } from './send-again.js'
import type { Subject } from './subject.js'

/** Buttons of one screen; the next ones come when these are done. */
const mostCalls = 6

/** Who has it and by which channel, who does not and why, and whom to call. */
export async function showDeliveries(ctx: Ctx, subject: Subject): Promise<void> {
  const { t } = ctx
  const list = await deliveriesOf(ctx, subject.key)
  const open = list.callList.filter(({ told }) => !told).map(({ member }) => member)
  const told = list.callList.filter((call) => call.told).map(({ member }) => member.name)
  const lines = [
    ...groups(t, list),
    t('thongbao-sent', { count: list.sent.filter((one) => !isGroup(one)).length }),
    ...byChannel(t, list.sent),
    ...people(t, 'thongbao-no-file', list.sent.filter(lacksFile(ctx, list.rows))),
    ...people(t, 'thongbao-waiting', list.waiting),
    ...people(t, 'thongbao-in-doubt', list.inDoubt),
    ...(open.length > 0 ? [t('thongbao-to-call', { names: open.map(({ name }) => name).join(', ') })] : []),
    ...reasons(t, list, open),
    ...(told.length > 0 ? [t('thongbao-called', { names: told.join(', ') })] : []),
  ]
  const doubtful = inDoubt(list.rows).length
  ctx.reply(
    {
      title:
        subject.date === null
          ? t('thongbao-title-topic', { title: subject.title })
          : t('thongbao-title', { date: dateWords[localeOf(ctx)].short(subject.date) }),
      text: lines.join('\n'),
      choices: [
        ...toldChoices(t, open, subject.name, mostCalls),
        ...(doubtful > 0
          ? [
              {
                label: t('thongbao-button-again', { count: String(doubtful) }),
                does: `thongbao guilai ${subject.name}`,
              },
            ]
          : []),
      ],
    },
    { class: 'committee', concerns: [ctx.actor!._id] },
  )
}

const states = ['sent', 'waiting', 'inDoubt', 'failed'] as const
const isGroup = ({ recipient }: ListedPerson): boolean => recipient === 'group'
const channelName = (t: T, channel: Channel): string => t('kenh-name', { channel })

/** One line a group; its channel is named where the branch has several. */
function groups(t: T, list: DeliveryList<Member>): string[] {
  const all = states.flatMap((state) => list[state].filter(isGroup).map((group) => ({ state, group })))
  return all.map(({ state, group: { channel, refused } }) => {
    const on = channel ?? refused.at(-1)?.channel
    const several = all.length > 1 && on !== undefined
    const group = several ? t('thongbao-group-on', { channel: channelName(t, on) }) : t('thongbao-group')
    return t(`thongbao-group-${state}`, { group })
  })
}

/** How many by each channel, where there are several. */
function byChannel(t: T, sent: ListedPerson[]): string[] {
  const counts = new Map<Channel, number>()
  for (const { channel } of sent.filter((one) => !isGroup(one)))
    if (channel !== null) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  if (counts.size < 2) return []
  const parts = [...counts].map(([channel, count]) => `${channelName(t, channel)}: ${count}`)
  return [t('thongbao-sent-by', { channels: parts.join('; ') })]
}

/** The words have come, and the file that belongs to them could not. */
const lacksFile =
  (ctx: Ctx, rows: Delivery[]) =>
  ({ recipient, channel }: ListedPerson): boolean => {
    const { attachment } = rows.findLast((row) => row.recipient === recipient && row.state === 'sent')?.message ?? {}
    return attachment?.link === null && channel !== null && !ctx.carriesFiles(channel)
  }

/** Why each of those who have a channel got nothing on it. */
function reasons(t: T, list: DeliveryList<Member>, open: Member[]): string[] {
  return open.flatMap(({ _id, name }) => {
    const { state, refused, channel, reason } = [...list.failed, ...list.waiting].find((one) => one.recipient === _id)!
    // The one in hand, where it is closed.
    const last = channel !== null && reason !== null ? [{ channel, reason }] : []
    const why = [
      ...[...refused, ...last].map((one) => `${channelName(t, one.channel)} – ${t(`thongbao-reason-${one.reason}`)}`),
      ...(state === 'expired' ? [t('thongbao-reason-expired')] : []),
    ]
    return why.length === 0 ? [] : [t('thongbao-why', { name, reasons: why.join('; ') })]
  })
}

/** Whoever has left the branch since has no name any more. */
function people(t: T, key: string, some: ListedPerson[]): string[] {
  const names = some.filter((one) => !isGroup(one)).map(({ name, recipient }) => name ?? recipient)
  return names.length === 0 ? [] : [t(key, { names: names.join(', ') })]
}
