import { defaultQuietHours } from '../../domain/calendar/quiet-hours.js'
import { cleanName } from '../../domain/fold.js'
import { sortNameOf } from '../../domain/people/names.js'
import type { Setup } from '../../domain/joining/invite.js'
import type { Ctx, Job } from '../../engine/command.js'
import type { Payload } from '../../store/entry.js'
import { packHash } from '../../rules/holidays.js'

type Code = Extract<Payload, { kind: 'code' }>

/** In the lane of a branch that does not exist yet: a code with which somebody may found it. */
export const setup: Job<'setup'> = async (ctx, { branch, hash, until }) => {
  if (await ctx.get('setups', hash)) return
  ctx.save('setups', { _id: hash, branch, until, used: null })
}

/**
 * The first to give the set-up code is the secretary of a branch that has everything but its own answers to the
 * questions of `/batdau`: no meeting is planned before those.
 */
export function foundBranch(ctx: Ctx, setup: Setup, { address, name, locale }: Code): void {
  ctx.save('setups', { ...setup, used: address })
  const { branch } = setup
  const founder = `${branch}:m01`
  const called = cleanName(name) || ctx.words(locale)('batdau-founder')
  ctx.save('branches', {
    _id: branch,
    code: branch,
    name: '',
    superior: '',
    place: '',
    locale,
    meeting: { rule: { day: 3 }, time: '14:00', place: '', conflict: 'next-working', minutes: 120 },
    notice: { daysBefore: 3, hour: '08:00', earlierWorkingDay: true, evenUnconfirmed: true },
    quiet: defaultQuietHours,
    holidays: [],
    rulePack: 'HD42-2025',
    rules: packHash(),
    groups: [],
    plannedUntil: '',
    topics: 0,
    nextAt: null,
  })
  ctx.save('members', {
    _id: founder,
    branch,
    key: 'm01',
    name: called,
    sortName: sortNameOf(called),
    roles: ['secretary'],
    status: 'official',
    cell: '1',
    place: 0,
    tempExempt: null,
    officialDue: null,
    locale,
    simple: false,
    accounts: [],
    proxyBy: null,
  })
  ctx.post(`account:${address.channel}:${address.id}`, {
    kind: 'link',
    branch,
    member: founder,
    address,
    agreed: false,
    joined: true,
  })
}
