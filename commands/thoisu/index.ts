import { shortName } from '../../src/domain/people/names.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { comingTurns, type PlannedTurn } from '../../src/duties/rotation/presenter.js'
import { whyWords } from '../../src/duties/rotation/turn-card.js'
import { command, type Ctx, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { bo, duyetbo, giulai } from './bo.js'
import { doi } from './doi.js'
import { inMonth, localeOf } from './month-question.js'
import { nop } from './nop.js'
import { nhan, rut, tuchoi } from './offer-answers.js'
import { phancong } from './phancong.js'
import { ro } from './ro.js'
import { thay } from './thay.js'
import { traloi } from './traloi.js'

const longestEcho = 40

/** Words behind the command that name nothing it does: said so, instead of being passed over. */
const nothingElse: Question = {
  words: 'thoisu-title',
  read(_ctx, text) {
    throw new Refusal('thoisu-unknown', { typed: text.replace(/\s+/gu, ' ').slice(0, longestEcho) })
  },
  given: () => '',
}

/** Who presents current affairs: twelve months ahead, and why the next one is chosen. */
export default command({
  name: 'thoisu',
  also: ['thoi su', 'presenter', 'current affairs'],
  may: 'member',
  ask: { nothingElse },
  sub: { doi, thay, nop, bo, phancong, ro, nhan, tuchoi, rut, duyetbo, giulai, traloi },
  async run(ctx) {
    const turns = await comingTurns(ctx)
    if (ctx.source!.group) return void ctx.reply({ text: short(ctx, turns) })
    const lines = [...turns.map((turn) => line(ctx, turn)), '', ...(await explanation(ctx, turns))]
    const own = turns.find(({ turn, member }) => turn && member?._id === ctx.actor!._id)
    ctx.reply({
      title: ctx.t('thoisu-title'),
      text: lines.join('\n').trim(),
      choices: own ? ownChoices(ctx, own.month) : [],
    })
  },
})

function short(ctx: Ctx, turns: readonly PlannedTurn[]): string {
  const next = turns.find(({ cancelled }) => !cancelled)
  if (!next?.member) return ctx.t('thoisu-short-nobody')
  return ctx.t('thoisu-short', { month: inMonth(ctx, next.month), name: next.member.name })
}

function line(ctx: Ctx, { month, cancelled, member, turn }: PlannedTurn): string {
  const args = { month: inMonth(ctx, month), name: member?.name ?? '' }
  if (cancelled) return ctx.t('thoisu-line-cancelled', args)
  if (!member) return ctx.t('thoisu-line-nobody', args)
  return ctx.t('thoisu-line', { ...args, how: turn?.how ?? 'forecast' })
}

/** Why the next month not settled yet goes to whom it goes. Who was passed over, and why, is for the committee. */
async function explanation(ctx: Ctx, turns: readonly PlannedTurn[]): Promise<string[]> {
  const next = turns.find(({ choice }) => choice !== null)
  if (!next) return []
  const { member, why, passedOver } = next.choice!
  const members = await ctx.members()
  const passed = passedOver
    .map((one) => `${shortName(one.member, members)} (${ctx.t(`thoisu-passed-${one.why}`)})`)
    .join(', ')
  return [
    ctx.t('thoisu-next', {
      month: inMonth(ctx, next.month),
      name: member.name,
      why: whyWords(ctx.t, localeOf(ctx), why),
    }),
    ...(passed !== '' && hasRight(ctx.actor!, 'committee') ? [ctx.t('thoisu-passed', { names: passed })] : []),
  ]
}

const ownChoices = (ctx: Ctx, month: string) => [
  { label: ctx.t('thoisu-button-notes'), does: `thoisu nop ${month}` },
  { label: ctx.t('thoisu-button-swap'), does: `thoisu doi ${month}` },
  { label: ctx.t('thoisu-button-ask-skip'), does: `thoisu bo ${month}` },
]
