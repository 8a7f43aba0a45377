import { cleanName } from '../src/domain/fold.js'
import { dateWords } from '../src/domain/calendar/date-words.js'
import { firstNotice } from '../src/duties/meetings/first-notice.js'
import { planMonths } from '../src/duties/meetings/plan-months.js'
import { command, type Answers, type Ctx, type Question } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'
import type { Branch } from '../src/domain/branch.js'
import { giohop, ngayhop, noihop } from './caidat/meeting-settings.js'
import { baotruoc } from './caidat/notice-settings.js'

const longestName = 120
const usualRules = ['ngày 3', 'ngày 5', 'thứ Tư tuần đầu']
const usualTimes = ['08h00', '14h00', '19h30']

const named = (words: string, choices?: Question['choices']): Question => ({
  words,
  ...(choices ? { choices } : {}),
  read(_ctx, text) {
    const name = cleanName(text, longestName)
    return name === '' ? { again: 'batdau-empty' } : { value: name }
  },
})

/** The branch with the answers so far: what it will be when they are saved. */
function wanted(branch: Branch, { name = '', place = '', superior = '', ...answers }: Answers): Branch {
  const called = { ...branch, name, place, superior }
  const { rule = '', time = '', where = '', days = '' } = answers
  // The place of the meeting and the place named on documents are two questions of one name.
  return [ngayhop, giohop, noihop, baotruoc].reduce(
    (so, setting) => setting.change(so, { rule, time, place: where, days }),
    called,
  )
}

/** Sets up a branch that has just been founded: seven questions with buttons, a preview, and its year is planned. */
export default command({
  name: 'batdau',
  also: ['bat dau', 'thiet lap chi bo', 'setup'],
  may: 'secretary',
  where: 'private',
  ask: {
    name: named('batdau-ask-name'),
    place: named('batdau-ask-place'),
    superior: named('batdau-ask-superior'),
    rule: {
      ...ngayhop.ask['rule']!,
      words: 'batdau-ask-rule',
      numeric: true,
      choices: () => usualRules.map((rule) => ({ label: rule, value: rule })),
    },
    time: {
      ...giohop.ask['time']!,
      words: 'batdau-ask-time',
      choices: () => usualTimes.map((time) => ({ label: time, value: time })),
    },
    where: { ...noihop.ask['place']!, words: 'batdau-ask-where' },
    days: { ...baotruoc.ask['days']!, words: 'batdau-ask-days' },
  },
  yes: 'engine-save',
  inline(ctx) {
    if (ctx.branch.plannedUntil !== '') throw new Refusal('batdau-done')
    return {}
  },
  preview(ctx, answers) {
    const after = wanted(ctx.branch, answers)
    const { t } = ctx
    const summary = t('batdau-summary', {
      name: after.name,
      place: after.place,
      superior: after.superior,
      rule: ngayhop.words(ctx, after),
      time: giohop.words(ctx, after),
      where: noihop.words(ctx, after),
      days: baotruoc.words(ctx, after),
      secretary: ctx.actor!.name,
    })
    const locale = ctx.actor!.locale
    const { date, message } = firstNotice(ctx, after, locale)
    const first = t('batdau-first-notice', { date: dateWords[locale].short(date) })
    return { title: t('batdau-preview'), text: [summary, '', `— ${first} —`, message.title!, message.text].join('\n') }
  },
  async run(ctx, answers) {
    if (ctx.branch.plannedUntil !== '') throw new Refusal('batdau-done')
    ctx.save('branches', wanted(ctx.branch, answers))
    await planMonths(ctx)
    ctx.reply({
      text: ctx.t('batdau-saved', { name: answers.name }),
      choices: nextSteps(ctx),
    })
  },
})

const nextSteps = ({ t }: Ctx) => [
  { label: t('batdau-button-members'), does: 'thanhvien them' },
  { label: t('batdau-button-calendar'), does: 'lichhop' },
]
