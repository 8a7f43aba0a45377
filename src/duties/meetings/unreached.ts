import type { Choice } from '../../chat.js'
import { meetingStart } from '../../domain/meeting/meeting-plan.js'
import type { Meeting } from '../../domain/meeting/meeting.js'
import type { Member } from '../../domain/people/member.js'
import { weights } from '../../domain/weight.js'
import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'
import { deliveriesOf } from '../deliveries-of.js'
import { secretaryOf } from '../secretary.js'
import { toldChoices } from '../told-choices.js'
import { reminderKey } from './meeting-notice.js'

/** Who has not got the notice of a meeting and has not been phoned, and who may not have got it. */
interface Unreached {
  toCall: Member[]
  inDoubt: string[]
}

/** Buttons of one message; `/thongbao` has the others. */
const mostCalls = 4

/** `told`: with those who have been phoned. */
export async function unreachedBy(ctx: Ctx, { noticeKey }: Meeting, { told } = { told: false }): Promise<Unreached> {
  if (noticeKey === null) return { toCall: [], inDoubt: [] }
  const { callList, inDoubt } = await deliveriesOf(ctx, noticeKey)
  return {
    toCall: callList.filter((call) => told || !call.told).map(({ member }) => member),
    inDoubt: inDoubt.flatMap(({ name }) => name ?? []),
  }
}

export const unreachedLines = (t: T, { toCall, inDoubt }: Unreached): string[] => [
  ...(toCall.length > 0 ? [t('thongbao-to-call', { names: toCall.map(({ name }) => name).join(', ') })] : []),
  ...(inDoubt.length > 0 ? [t('thongbao-in-doubt', { names: inDoubt.join(', ') })] : []),
]

/** For those to be phoned. */
export const unreachedChoices = (t: T, { key }: Meeting, { toCall }: Unreached): Choice[] =>
  toldChoices(t, toCall, key, mostCalls)

/** The last hour in which a call still helps; nothing where everybody has been reached. */
export async function tellUnreached(ctx: Ctx, meeting: Meeting): Promise<void> {
  const unreached = await unreachedBy(ctx, meeting)
  if (unreached.toCall.length + unreached.inDoubt.length === 0) return
  ctx.say(
    await secretaryOf(ctx),
    (t) => ({
      title: t('notice-unreached-title'),
      text: unreachedLines(t, unreached).join('\n'),
      choices: unreachedChoices(t, meeting, unreached),
    }),
    {
      key: reminderKey(meeting),
      usefulUntil: meetingStart(meeting),
      quiet: 'night',
      class: 'committee',
      weight: weights.charge,
    },
  )
}
