import { cleanName } from '../../src/domain/fold.js'
import { sortNameOf } from '../../src/domain/people/names.js'
import { form } from '../../src/engine/command.js'
import { memberOf, whichMember } from './which-member.js'

/** Corrects a name: `/thanhvien ten m02 Trần Thị Thu Hương`; without a key, the actor's own. */
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
  inline(_ctx, line) {
    const [, key, name = ''] = /^(m\d{2,})?\s*(.*)$/su.exec(line) ?? []
    return { ...(key ? { member: key } : {}), ...(name === '' ? {} : { name }) }
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
