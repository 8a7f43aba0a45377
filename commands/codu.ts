import { command } from '../src/engine/command.js'
import { answerMeeting, nextToAnswer } from './duhop/answer.js'

/** "Dự họp", said without a slash, is an answer to the invitation that stands. */
export default command({
  name: 'codu',
  also: [
    'co du',
    'du hop',
    'toi du hop',
    'toi se du hop',
    'se du hop',
    'xin du hop',
    'co du hop',
    'dang ky du hop',
    'co mat',
  ],
  may: 'member',
  prose: true,
  async run(ctx) {
    await answerMeeting(ctx, await nextToAnswer(ctx), { member: ctx.actor!, going: true, reason: '' })
  },
})
