import type { Message } from '../src/chat.js'
import { fold } from '../src/domain/fold.js'
import { hasRight } from '../src/domain/people/rights.js'
import { command, type Command, type Ctx } from '../src/engine/command.js'
import { meansOtherBranch } from '../src/duties/account/several-branches.js'
import { shownSubs } from './trogiup/not-understood.js'
import { hasOtherBranch } from './trogiup/other-branch.js'

/** Asks for every form of every command. */
const everything = new Set(['du', 'tat ca', 'day du', 'all'])

/** Help by role: only what the reader may do. The list of commands is handed in, for it holds this one too. */
export const trogiup = (list: () => readonly Command[]): Command =>
  command({
    name: 'trogiup',
    also: ['tro giup', 'help', 'start', '?'],
    may: 'member',
    beside: true,
    reads: (_ctx, rest) => everything.has(fold(rest)) || named(list(), rest) !== undefined,
    ask: {
      about: {
        words: 'trogiup-title',
        // A word that names no command is answered with the list.
        read: (_ctx, text) => ({ value: aboutOf(list(), text) }),
        given: () => '',
      },
    },
    async run(ctx, { about }) {
      const { actor, t } = ctx
      const one = list().find(({ name, may }) => name === about && hasRight(actor!, may))
      if (ctx.source!.group) ctx.reply({ text: t('trogiup-group') })
      else if (actor!.simple && about === '') ctx.reply(inShort(ctx))
      else if (about === 'chibo' && (await hasOtherBranch(ctx)))
        ctx.reply({ title: `/chibo – ${t('trogiup-chibo')}`, text: t('trogiup-chibo-usage') })
      else if (one) ctx.reply({ title: `/${one.name} – ${t(one.name)}`, text: usage(ctx, one).join('\n') })
      else {
        const lines = overview(ctx, list(), about === 'du')
        if (await hasOtherBranch(ctx)) lines.push(`/chibo – ${t('trogiup-chibo')}`)
        ctx.reply({ title: t('trogiup-title'), text: `${lines.join('\n')}\n\n${t('trogiup-footer')}` })
      }
    },
  })

/** For simple mode: sentences, and what he needs most. */
const inShort = ({ t }: Ctx): Message => ({
  text: t('trogiup-simple'),
  choices: ['lichhop', 'thoisu', 'gopy'].map((name) => ({ label: t(`trogiup-simple-${name}`), does: name })),
})

/** `du`, `chibo`, the name of a command; empty for anything else. */
function aboutOf(list: readonly Command[], typed: string): string {
  if (everything.has(fold(typed))) return 'du'
  return meansOtherBranch(typed) ? 'chibo' : (named(list, typed)?.name ?? '')
}

function named(list: readonly Command[], typed: string): Command | undefined {
  const word = fold(typed.slice(0, 40)).replace(/^\//u, '')
  return list.find(({ name, also }) => [name, ...also].includes(word))
}

function overview(ctx: Ctx, list: readonly Command[], whole: boolean): string[] {
  const { actor, t } = ctx
  return list
    .filter(({ may }) => hasRight(actor!, may))
    .flatMap((one) => [
      `/${one.name} – ${t(one.name)}`,
      ...(whole ? shownSubs(ctx, one) : []).map((path) => `   /${path} – ${t(path.replace(' ', '-'))}`),
    ])
}

function usage(ctx: Ctx, one: Command): string[] {
  const { t } = ctx
  return [
    t(`${one.name}.usage`),
    ...shownSubs(ctx, one).flatMap((path) => {
      const key = path.replace(' ', '-')
      return ['', `/${path} – ${t(key)}`, t(`${key}.usage`)]
    }),
  ]
}
