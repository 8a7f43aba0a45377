import { shortName } from '../../domain/people/names.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { recorderOf } from '../recorder.js'
import { draftArgs } from './draft-words.js'

/** Of what is asked and answered about the typing of a comment: what is new takes the place of what still waits. */
export const typingKey = ({ _id }: Pick<Comment, '_id'>): string => `typing:${_id}`

/** How answers and buttons name a comment: `cd1:4`. */
export const commentName = ({ key }: Pick<Topic, 'key'>, { number }: Pick<Comment, 'number'>): string =>
  `${key}:${number}`

/** Whoever keeps the papers learns that there is something to be typed. `wrong`: what the member said of the last attempt. */
export async function askToType(ctx: Ctx, topic: Topic, comment: Comment, wrong: string | null = null): Promise<void> {
  const [typist, members] = [await recorderOf(ctx), await ctx.members()]
  if (!typist) return
  const member = members.find(({ _id }) => _id === comment.member)
  const name = member ? shortName(member, members) : ''
  ctx.cancel(typingKey(comment))
  ctx.say(
    typist,
    (t) => {
      const args = { ...draftArgs(t, topic, ctx.now), number: String(comment.number), name }
      return {
        text: [t(wrong === null ? 'gopy-type-wanted' : 'gopy-type-again', args), ...(wrong ? [wrong] : [])].join(
          '\n\n',
        ),
        choices: [{ label: t('gopy-button-type'), does: `gopy golai ${commentName(topic, comment)}` }],
      }
    },
    { key: typingKey(comment), class: 'person', concerns: [typist._id] },
  )
}
