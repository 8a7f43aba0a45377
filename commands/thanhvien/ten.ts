import { cleanName, fold } from '../../src/domain/fold.js'
import { findByName, givenNameOf, sortNameOf } from '../../src/domain/people/names.js'
import type { Member } from '../../src/domain/people/member.js'
import { form } from '../../src/engine/command.js'
import { memberOf, whichMember } from './which-member.js'

/** A name with another before it has no more. */
const mostWords = 16

/** Corrects a name: `/thanhvien ten m02 Trần Thị Thu Hương`, `/thanhvien ten Hương Trần Thị Thu Hương`; of nobody else's, the actor's own. */
export const ten = form({
  may: 'secretary',
  where: 'private',
  also: ['doi ten', 'ho ten', 'name'],
  ask: {
    member: { ...whichMember('thanhvien-ask-whose-name'), given: (ctx) => ctx.actor!.key },
    name: {
      words: 'thanhvien-ask-new-name',
      read(_ctx, text) {
        const name = cleanName(text)
        return /\p{L}/u.test(name) ? { value: name } : { again: 'thanhvien-name-unclear' }
      },
    },
  },
  async inline(ctx, line) {
    const [member, name] = splitWhose(await ctx.members(), line)
    return { ...(member === '' ? {} : { member }), ...(name === '' ? {} : { name }) }
  },
  yes: 'engine-save',
  async preview(ctx, { member, name }) {
    const { t } = ctx
    return {
      title: t('thanhvien-ten-title'),
      text: t('thanhvien-was-now', { was: (await memberOf(ctx, member)).name, now: name }),
    }
  },
  async run(ctx, { member: key, name }) {
    ctx.save('members', { ...(await memberOf(ctx, key)), name, sortName: sortNameOf(name) })
    ctx.reply({ text: ctx.t('thanhvien-ten-saved', { name }) })
  },
})

/**
 * Whose name it is, and the name. Without a key or a colon the first words are somebody only where they end with his
 * given name and the name that follows has it too: the line may as well be the whole of the actor's own.
 */
function splitWhose(members: readonly Member[], line: string): [member: string, name: string] {
  const [, who, named] = /^(m\d{2,}(?=\s|$)|[^:]+:)\s*(.*)$/su.exec(line) ?? []
  if (who !== undefined) return [who.replace(/\s*:$/u, ''), named!]
  const words = line.split(/\s+/u).slice(0, mostWords)
  for (let count = 1; count <= words.length - 2; count++) {
    const first = words.slice(0, count).join(' ')
    const found = findByName(members, first)
    const meant = 'member' in found ? [found.member] : 'several' in found ? found.several : []
    const rest = words.slice(count).map(fold)
    const isHis = (given: string): boolean => fold(words[count - 1]!) === given && rest.includes(given)
    if (meant.length > 0 && meant.every((one) => isHis(fold(givenNameOf(one)))))
      return [first, line.replace(new RegExp(String.raw`^(?:\s*\S+){${count}}\s*`, 'u'), '')]
  }
  return ['', line]
}
