import { form } from '../../src/engine/command.js'
import { simpleQuestion } from '../dongian.js'
import { memberOf, whichMember } from './which-member.js'

/** Simple mode for a member who would not find it himself: `/thanhvien dongian Ân`, and the same again ends it. */
export const dongian = form({
  may: 'secretary',
  where: 'private',
  also: ['don gian', 'simple'],
  ask: {
    member: whichMember('thanhvien-ask-whose-simple'),
    on: {
      ...simpleQuestion,
      given: async (ctx, { member }) => ((await memberOf(ctx, member!)).simple ? 'tat' : 'bat'),
    },
  },
  inline(_ctx, line) {
    const [, member = '', on] = /^(.*?)(?:\s+(bật|bat|tắt|tat|on|off))?$/isu.exec(line.normalize('NFC').trim()) ?? []
    return { ...(member === '' ? {} : { member }), ...(on === undefined ? {} : { on }) }
  },
  async run(ctx, { member: key, on }) {
    const saved = ctx.save('members', { ...(await memberOf(ctx, key)), simple: on === 'bat' })
    ctx.reply({ text: ctx.t('thanhvien-dongian-saved', { name: saved.name, on: saved.simple ? 'yes' : 'no' }) })
    if (saved._id === ctx.actor!._id) return
    ctx.say(saved, (t) => ({ text: t(saved.simple ? 'dongian-on' : 'dongian-off') }), { silent: true })
  },
})
