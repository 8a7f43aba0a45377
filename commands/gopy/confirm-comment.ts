import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { shortName } from '../../src/domain/people/names.js'
import type { Ctx } from '../../src/engine/command.js'

/** So long what a member sends next in private joins the same comment. */
const joinMinutes = 3

/**
 * Tells the actor under which number his words are kept. In the group that is one line; in private he may go on:
 * `joining` is the row of the confirmation that grows with the comment.
 */
export async function confirmComment(
  ctx: Ctx,
  topic: Topic,
  comment: Comment,
  joining: string | null = null,
): Promise<void> {
  const { t } = ctx
  const name = shortName(ctx.actor!, await ctx.members())
  const args = {
    ...draftArgs(t, topic, ctx.now),
    number: String(comment.number),
    name,
    parts: String(comment.parts.length),
  }
  const late = comment.late ? [t('gopy-kept-late', args)] : []
  if (ctx.source!.group) {
    ctx.reply({ text: t('gopy-kept-group', args) })
    if (comment.late) ctx.say(ctx.actor!, () => ({ text: late.join('\n') }), { queue: 'answer' })
    return
  }
  const [row] = ctx.reply(
    {
      text: [
        t(comment.parts.length > 1 ? 'gopy-kept-joined' : 'gopy-kept', args),
        ...late,
        t(comment.late ? 'gopy-go-on' : 'gopy-go-on-or-change', args),
      ].join('\n'),
      choices: [{ label: t('gopy-button-done'), does: 'gopy xong' }],
    },
    joining === null ? {} : { replaces: joining, withoutEdit: 'new' },
  )
  const answers = { comment: `${topic.key}:${comment.number}`, row: joining ?? row! }
  ctx.expect({ form: 'gopy noitiep', answers, asking: 'text', minutes: joinMinutes })
}
