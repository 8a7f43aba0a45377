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
import { regularAhead } from '../caidat/effects.js'
import { isOff } from '../caidat/readings.js'

const ends = 'thoi'
const forGood = 'han'
const forGoodWords = new Set(['han', 'mien han', 'khong thoi han', 'khong ky han', 'vo thoi han', 'for good'])
const longestLine = 200
const typedDate = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`
const withDates = new RegExp(
  String.raw`^(.*?)[\s,]*(?:từ|tu|from)?\s*(${typedDate})(?:\s*(?:-|–|đến|den|to)?\s*(${typedDate}))?\s*$`,
  'isu',
)

/**
 * Takes a member out of meetings and rotation: for a time, be it an exemption or a long absence (`/thanhvien mien Ân
 * 01/08/2027 31/10/2027`), or for good (`mien Ân hẳn`); or ends that (`mien Ân thôi`).
 */
export const mien = form({
  may: 'secretary',
  where: 'private',
  also: ['tam mien', 'mien sinh hoat', 'di vang', 'vang dai ngay', 'exempt', 'away'],
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
      read(ctx, text) {
        if (isOff(text)) return { value: ends }
        return forGoodWords.has(fold(text)) ? { value: forGood } : readDay(ctx, text)
      },
      async choices(ctx, { member: key }) {
        const { status, tempExempt } = await memberOf(ctx, key!)
        return [
          ...(tempExempt || status === 'exempt' ? [{ label: ctx.t('caidat-mien-end'), value: ends }] : []),
          ...(status === 'exempt' ? [] : [{ label: ctx.t('caidat-mien-for-good'), value: forGood }]),
        ]
      },
    },
    to: {
      words: 'caidat-mien-ask-to',
      given: (_ctx, { from }) => (from === ends || from === forGood ? from : null),
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
    const { before, after } = await wanted(ctx, answers)
    const lines = [
      t('caidat-was', { what: exemptionWords(ctx, before) }),
      t('caidat-now', { what: exemptionWords(ctx, after) }),
      ...(answers.from === ends ? [] : [t('caidat-mien-means')]),
      '',
      t('caidat-confirm', { yes: t('engine-save'), no: t('engine-leave') }),
    ]
    return { title: t('caidat-preview', { label: t('caidat-mien-of', { name: before.name }) }), text: lines.join('\n') }
  },
  async run(ctx, answers) {
    const { t } = ctx
    const { before, after } = await wanted(ctx, answers)
    const saved = ctx.save('members', after)
    if (await comesBack(ctx, before, saved)) await noticeToNewcomer(ctx, saved)
    const today = localDate(ctx.at)
    if (isExempt(before, today) && !isExempt(saved, today)) await draftToNewcomer(ctx, saved)
    const text = t('caidat-saved', {
      label: t('caidat-mien-of', { name: saved.name }),
      what: exemptionWords(ctx, saved),
    })
    ctx.reply({ text, choices: [{ label: t('thanhvien-button-list'), does: 'thanhvien' }] })
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
  for (const count of [3, 2, 1]) {
    const said = words.slice(-count).join(' ')
    const from = isOff(said) ? ends : forGoodWords.has(fold(said)) ? forGood : null
    if (from !== null && words.length > count) return { member: words.slice(0, -count).join(' '), from }
  }
  return fold(line) === '' ? {} : { member: line }
}

/** Everybody who is or will be exempt for a time. */
export function exemptWords(ctx: Ctx, members: readonly Member[]): string {
  const today = localDate(ctx.at)
  const exempt = members.filter(({ tempExempt }) => tempExempt !== null && tempExempt.to >= today)
  return exempt.length === 0
    ? ctx.t('caidat-none')
    : exempt
        .map((member) => ctx.t('caidat-mien-one', { name: member.name, time: exemptionWords(ctx, member) }))
        .join(', ')
}

type Exemption = Pick<Member, 'status' | 'tempExempt'>

function exemptionWords({ t }: Ctx, { status, tempExempt }: Exemption): string {
  if (status === 'exempt') return t('caidat-mien-always')
  if (tempExempt === null) return t('caidat-mien-no')
  return t('caidat-mien-time', { from: shortDate(tempExempt.from), to: shortDate(tempExempt.to) })
}

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

async function wanted(ctx: Ctx, { member: key, from, to }: Answers): Promise<{ before: Member; after: Member }> {
  const before = await memberOf(ctx, key!)
  const { status, tempExempt } = exemptionOf(before, from!, to!)
  if (status === before.status && isDeepStrictEqual(tempExempt, before.tempExempt)) {
    throw new Refusal('caidat-same', {
      label: ctx.t('caidat-mien-of', { name: before.name }),
      what: exemptionWords(ctx, before),
    })
  }
  return { before, after: { ...before, status, tempExempt } }
}

/** Whoever is exempt no longer, or only for a time, is what he was before: probationary while that is not over. */
function exemptionOf({ status, officialDue }: Member, from: string, to: string): Exemption {
  if (from === forGood) return { status: 'exempt', tempExempt: null }
  const expected = status !== 'exempt' ? status : officialDue === null ? 'official' : 'probationary'
  return { status: expected, tempExempt: from === ends ? null : { from, to } }
}

/** A notice has left without him for a day on which he is expected after all. */
async function comesBack(ctx: Ctx, before: Member, after: Member): Promise<boolean> {
  const noticed = (await regularAhead(ctx)).filter(({ noticeKey }) => noticeKey !== null)
  return noticed.some(({ date }) => isExempt(before, date) && !isExempt(after, date))
}
