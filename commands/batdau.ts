import { dateWords } from '../src/domain/calendar/date-words.js'
import { firstNotice } from '../src/duties/meetings/first-notice.js'
import { planMonths } from '../src/duties/meetings/plan-months.js'
import { command, type Answers, type Ctx, type Option } from '../src/engine/command.js'
import { Refusal } from '../src/errors.js'
import type { Branch } from '../src/domain/branch.js'
import { giohop, ngayhop, noihop } from './caidat/meeting-settings.js'
import { captren, diadanh, ten } from './caidat/name-settings.js'
import { baotruoc } from './caidat/notice-settings.js'

const usualDays = ['3', '5']
const usualTimes = ['08:00', '14:00', '19:30']

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
    name: { ...ten.ask['name']!, words: 'batdau-ask-name' },
    place: { ...diadanh.ask['place']!, words: 'batdau-ask-place' },
    superior: { ...captren.ask['superior']!, words: 'batdau-ask-superior' },
    rule: {
      ...ngayhop.ask['rule']!,
      words: 'batdau-ask-rule',
      numeric: true,
      choices: ({ t }) =>
        [...usualDays.map((day) => t('batdau-usual-day', { day })), t('batdau-usual-weekday')].map(asTyped),
    },
    time: {
      ...giohop.ask['time']!,
      words: 'batdau-ask-time',
      choices: ({ t }) =>
        usualTimes
          .map((time) => t('batdau-usual-time', { hour: time.slice(0, 2), minute: time.slice(3) }))
          .map(asTyped),
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

/** What the button says is what one may type. */
const asTyped = (label: string): Option => ({ label, value: label })

const nextSteps = ({ t }: Ctx) => [
  { label: t('batdau-button-members'), does: 'thanhvien them' },
  { label: t('batdau-button-calendar'), does: 'lichhop' },
]
