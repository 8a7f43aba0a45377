import { isDeepStrictEqual } from 'node:util'
import type { Branch } from '../../src/domain/branch.js'
import { replanMeetings } from '../../src/duties/meetings/plan-months.js'
import { form, type Answers, type Ctx, type Form, type Question, type SubForm } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { effectLines, movedLines, regularAhead } from './effects.js'

/** Something a branch may set for itself. Its label is `caidat-<name>` (with `.usage`), its question `caidat-<name>-ask`. */
export interface Setting {
  name: string
  also?: string[]
  ask: Record<string, Question>
  inline?: NonNullable<Form['inline']>
  change(branch: Branch, answers: Answers): Branch
  /** The value of a branch in words; with answers, only what they are about. */
  words(ctx: Ctx, branch: Branch, answers?: Answers): string
  /** Dates of meetings or times of notices depend on it. */
  timing: boolean
}

/** Asks, shows what would change, saves, and tells what moved. */
export function settingForm(setting: Setting): SubForm {
  const label = `caidat-${setting.name}`

  /** Refused where nothing would change: a second press, or a value that stands already. */
  function changed(ctx: Ctx, answers: Answers): Branch {
    const after = setting.change(ctx.branch, answers)
    if (isDeepStrictEqual(after, ctx.branch)) {
      throw new Refusal('caidat-same', { label: ctx.t(label), what: setting.words(ctx, ctx.branch, answers) })
    }
    return after
  }

  return form<string>({
    may: 'secretary',
    where: 'private',
    also: setting.also ?? [],
    ask: setting.ask,
    ...(setting.inline ? { inline: setting.inline } : {}),
    yes: 'engine-save',
    async preview(ctx, answers) {
      const { t } = ctx
      const after = changed(ctx, answers)
      const lines = [
        t('caidat-was', { what: setting.words(ctx, ctx.branch, answers) }),
        t('caidat-now', { what: setting.words(ctx, after, answers) }),
        ...(setting.timing ? await effectLines(ctx, after) : []),
        '',
        t('caidat-confirm', { yes: t('engine-save'), no: t('engine-leave') }),
      ]
      return { title: t('caidat-preview', { label: t(label) }), text: lines.join('\n') }
    },
    async run(ctx, answers) {
      const { t } = ctx
      const before = await regularAhead(ctx)
      ctx.save('branches', changed(ctx, answers))
      if (setting.timing) await replanMeetings(ctx)
      const lines = [
        t('caidat-saved', { label: t(label), what: setting.words(ctx, ctx.branch, answers) }),
        ...movedLines(ctx, before, await regularAhead(ctx)),
      ]
      ctx.reply({ text: lines.join('\n'), choices: [{ label: t('caidat-back'), does: 'caidat' }] })
    },
  })
}
