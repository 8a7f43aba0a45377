import { isDeepStrictEqual } from 'node:util'
import { isExempt } from '../../src/domain/people/exempt.js'
import { fold } from '../../src/domain/fold.js'
import { localDate } from '../../src/domain/calendar/local-time.js'
import type { Member } from '../../src/domain/people/member.js'
import { findByName, toldApart } from '../../src/domain/people/names.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { parseDate } from '../../src/domain/calendar/when.js'
import { draftToNewcomer } from '../../src/duties/topics/drafts.js'
import { noticeToNewcomer } from '../../src/duties/meetings/meeting-notice.js'
import { form, type Answers, type Ctx, type Reading } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { regularAhead } from './effects.js'
import { isOff } from './readings.js'

const ends = 'thoi'
const longestLine = 200
const typedDate = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`
const withDates = new RegExp(
  String.raw`^(.*?)[\s,]*(?:từ|tu|from)?\s*(${typedDate})(?:\s*(?:-|–|đến|den|to)?\s*(${typedDate}))?\s*$`,
  'isu',
)

/** Takes a member out of meetings and rotation for a time: `/caidat mien Ân 01/08/2027 31/10/2027`, or ends that: `mien Ân thôi`. */
export const mien = form({
  may: 'secretary',
  where: 'private',
  hidden: true,
  also: ['tam mien', 'exempt'],
  ask: {
    member: {
      words: 'caidat-mien-ask',
      args: async (ctx) => ({ list: exemptWords(ctx, await ctx.members()) }),
      async read(ctx, text) {
        const found = findByName(await ctx.members(), text)
        if ('none' in found) return { again: 'caidat-again-member', args: { typed: text.trim().slice(0, 40) } }
        if ('several' in found)
          return {
            again: 'caidat-again-several',
            args: { names: toldApart(found.several) },
          }
        return { value: found.member.key }
      },
    },
    from: {
      words: 'caidat-mien-ask-from',
      read: (ctx, text) => (isOff(text) ? { value: ends } : readDay(ctx, text)),
      async choices(ctx, { member }) {
        return (await memberOf(ctx, member!)).tempExempt ? [{ label: ctx.t('caidat-mien-end'), value: ends }] : []
      },
    },
    to: {
      words: 'caidat-mien-ask-to',
      given: (_ctx, { from }) => (from === ends ? ends : null),
      read(ctx, text, { from }) {
        const reading = readDay(ctx, text)
        if ('again' in reading) return reading
        return reading.value < from! || reading.value < localDate(ctx.at) ? { again: 'caidat-again-to' } : reading
      },
    },
  },
  inline: (_ctx, line) => splitExemption(line),
  yes: 'engine-save',
  async preview(ctx, answers) {
    const { t } = ctx
    const { member, tempExempt } = await wanted(ctx, answers)
    const lines = [
      t('caidat-was', { what: exemptionWords(ctx, member.tempExempt) }),
      t('caidat-now', { what: exemptionWords(ctx, tempExempt) }),
      ...(tempExempt ? [t('caidat-mien-means')] : []),
      '',
      t('caidat-confirm', { yes: t('engine-save'), no: t('engine-leave') }),
    ]
    return { title: t('caidat-preview', { label: t('caidat-mien-of', { name: member.name }) }), text: lines.join('\n') }
  },
  async run(ctx, answers) {
    const { t } = ctx
    const { member, tempExempt } = await wanted(ctx, answers)
    const saved = ctx.save('members', { ...member, tempExempt })
    if (await comesBack(ctx, member, saved)) await noticeToNewcomer(ctx, saved)
    const today = localDate(ctx.at)
    if (isExempt(member, today) && !isExempt(saved, today)) await draftToNewcomer(ctx, saved)
    const text = t('caidat-saved', {
      label: t('caidat-mien-of', { name: member.name }),
      what: exemptionWords(ctx, tempExempt),
    })
    ctx.reply({ text, choices: [{ label: t('caidat-back'), does: 'caidat' }] })
  },
})

/** "Ân 01/08/2027 31/10/2027", "Ân từ 01/08/2027 đến 31/10/2027", "Ân thôi", "Ân": the answers a line holds. */
export function splitExemption(typed: string): Answers {
  // A name and two dates; the pattern must not be let loose on a megabyte.
  const line = typed.slice(0, longestLine).normalize('NFC')
  const dated = withDates.exec(line)
  if (dated) {
    const [, member = '', from = '', to] = dated
    return { ...(member === '' ? {} : { member }), from, ...(to === undefined ? {} : { to }) }
  }
  const words = line.split(/\s+/u).filter((word) => word !== '')
  if (words.length > 1 && isOff(words.at(-1)!)) return { member: words.slice(0, -1).join(' '), from: ends }
  return fold(line) === '' ? {} : { member: line }
}

/** Everybody who is or will be exempt for a time. */
export function exemptWords(ctx: Ctx, members: readonly Member[]): string {
  const today = localDate(ctx.at)
  const exempt = members.filter(({ tempExempt }) => tempExempt !== null && tempExempt.to >= today)
  return exempt.length === 0
    ? ctx.t('caidat-none')
    : exempt
        .map(({ name, tempExempt }) => ctx.t('caidat-mien-one', { name, time: exemptionWords(ctx, tempExempt) }))
        .join(', ')
}

const exemptionWords = (ctx: Ctx, exempt: Member['tempExempt']): string =>
  exempt === null
    ? ctx.t('caidat-mien-no')
    : ctx.t('caidat-mien-time', { from: shortDate(exempt.from), to: shortDate(exempt.to) })

function readDay(ctx: Ctx, text: string): Reading {
  const reading = parseDate(text, localDate(ctx.at))
  if ('date' in reading) return { value: reading.date }
  return { again: reading.error === 'no-such-day' ? 'caidat-again-no-such-day' : 'caidat-again-date' }
}

async function memberOf(ctx: Ctx, key: string): Promise<Member> {
  const member = (await ctx.members()).find((one) => one.key === key)
  if (!member) throw new Refusal('caidat-again-member', { typed: key })
  return member
}

async function wanted(
  ctx: Ctx,
  { member: key, from, to }: Answers,
): Promise<Pick<Member, 'tempExempt'> & { member: Member }> {
  const member = await memberOf(ctx, key!)
  const tempExempt = from === ends ? null : { from: from!, to: to! }
  if (isDeepStrictEqual(tempExempt, member.tempExempt)) {
    throw new Refusal('caidat-same', {
      label: ctx.t('caidat-mien-of', { name: member.name }),
      what: exemptionWords(ctx, tempExempt),
    })
  }
  return { member, tempExempt }
}

/** A notice has left without him for a day on which he is expected after all. */
async function comesBack(ctx: Ctx, before: Member, after: Member): Promise<boolean> {
  const noticed = (await regularAhead(ctx)).filter(({ noticeKey }) => noticeKey !== null)
  return noticed.some(({ date }) => isExempt(before, date) && !isExempt(after, date))
}
