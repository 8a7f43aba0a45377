import { awaits, filesOf } from '../../src/domain/topic/comment-files.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { commentName } from '../../src/duties/topics/ask-to-type.js'
import { draftArgs } from '../../src/duties/topics/draft-words.js'
import { shortName } from '../../src/domain/people/names.js'
import type { Ctx } from '../../src/engine/command.js'
import { confirmEntered } from './confirm-entered.js'
import { join } from './joined.js'

/**
 * Tells the actor under which number his words are kept, or what he has photographed or spoken. In the group that is one
 * line; in private he may go on, and the confirmation grows with the comment.
 */
export async function confirmComment(ctx: Ctx, topic: Topic, comment: Comment): Promise<void> {
  if (comment.enteredBy !== null) return confirmEntered(ctx, topic, comment)
  const { t } = ctx
  const name = shortName(ctx.actor!, await ctx.members())
  const files = filesOf(comment).length
  const args = {
    ...draftArgs(t, topic, ctx.now),
    number: String(comment.number),
    name,
    parts: String(comment.parts.length),
    files: String(files),
  }
  const late = comment.late ? [t('gopy-kept-late', args)] : []
  const typing = awaits(comment) === null ? [] : [t('gopy-kept-typing', args)]
  if (ctx.source!.group) {
    ctx.reply({ text: [t('gopy-kept-group', args), ...typing].join('\n') })
    if (comment.late) ctx.say(ctx.actor!, () => ({ text: late.join('\n') }), { queue: 'answer' })
    return
  }
  const kept = files > 0 ? 'gopy-kept-files' : comment.parts.length > 1 ? 'gopy-kept-joined' : 'gopy-kept'
  const [row] = ctx.reply(
    {
      text: [t(kept, args), ...typing, ...late, t(comment.late ? 'gopy-go-on' : 'gopy-go-on-or-change', args)].join(
        '\n',
      ),
      choices: [{ label: t('gopy-button-done'), does: 'gopy xong' }],
    },
    comment.told === null ? {} : { replaces: comment.told, withoutEdit: 'new' },
  )
  if (comment.told === null) ctx.save('comments', { ...comment, told: row! })
  // What he is asked about another matter by now stays open.
  if ([null, 'gopy noitiep'].includes(await ctx.asking())) join(ctx, comment.tag ?? commentName(topic, comment))
}
