import { command } from '../src/engine/command.js'
import { answerMeeting, nextToAnswer } from './duhop/answer.js'

/** "Xin vắng bận họp", "xin phép nghỉ": said without a slash, of the next meeting. */
export default command({
  name: 'vangmat',
  also: [
    'vang mat',
    'xin vang',
    'xin vang mat',
    'xin phep vang',
    'xin phep vang mat',
    'xin nghi',
    'xin nghi hop',
    'xin phep nghi',
    'xin phep nghi hop',
    'bao vang',
    'toi xin vang',
    'toi xin phep vang',
    'toi xin phep nghi',
  ],
  may: 'member',
  prose: true,
  ask: {
    reason: {
      words: 'duhop-why',
      read: (_ctx, text) => ({ value: text.replace(/^(?:vì|do|vi)\s+/iu, '') }),
      given: () => '',
    },
  },
  async run(ctx, { reason }) {
    await answerMeeting(ctx, await nextToAnswer(ctx), { member: ctx.actor!, going: false, reason })
  },
})
