import { hasRight } from '../src/domain/people/rights.js'
import { command, type Command } from '../src/engine/command.js'

/** Help by role: only what the reader may do. The list of commands is handed in, for it holds this one too. */
export const trogiup = (list: () => readonly Command[]): Command =>
  command({
    name: 'trogiup',
    also: ['tro giup', 'help', 'start', 'bat dau', 'batdau', '?'],
    may: 'member',
    run(ctx) {
      const { actor, t } = ctx
      const lines = list().flatMap((one) => {
        if (!hasRight(actor!, one.may)) return []
        const subs = Object.entries(one.sub).filter(([, sub]) => !sub.hidden && hasRight(actor!, sub.may))
        return [
          `/${one.name} – ${t(one.name)}`,
          ...subs.map(([name]) => `   /${one.name} ${name} – ${t(`${one.name}-${name}`)}`),
        ]
      })
      if (ctx.source!.group) {
        ctx.reply({ text: t('trogiup-group') })
      } else {
        ctx.reply({ title: t('trogiup-title'), text: `${lines.join('\n')}\n\n${t('trogiup-footer')}` })
      }
      return Promise.resolve()
    },
  })
