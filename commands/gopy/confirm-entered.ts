import { hasChannel } from '../../src/domain/people/member.js'
import { shortName } from '../../src/domain/people/names.js'
import { filesOf } from '../../src/domain/topic/comment-files.js'
import { commentText, isBlank } from '../../src/domain/topic/comment-text.js'
import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import { aboutDraft, draftArgs } from '../../src/duties/topics/draft-words.js'
import type { Ctx } from '../../src/engine/command.js'
import { join } from './joined.js'

/**
 * Tells whoever entered it for somebody under which number it is kept; in pictures or recordings it may go on, and the
 * confirmation grows with it. The member hears of it once.
 */
export async function confirmEntered(ctx: Ctx, topic: Topic, comment: Comment): Promise<void> {
  const { t } = ctx
  const members = await ctx.members()
  const member = members.find(({ _id }) => _id === comment.member)
  const files = filesOf(comment).length
  const args = {
    ...draftArgs(t, topic, ctx.now),
    number: String(comment.number),
    name: member ? shortName(member, members) : '',
    files: String(files),
  }
  const isNew = comment.told === null
  // Whose words somebody enters is no matter of the group's.
  ctx.aside()
  const [row] = ctx.reply(
    {
      text: [
        t(files > 0 ? 'gopy-kept-files-for' : 'gopy-kept-for', args),
        ...(comment.late ? [t('gopy-kept-late-for', args)] : []),
        ...(files > 0 ? [t('gopy-go-on-for')] : []),
      ].join('\n'),
      ...(files > 0 && { choices: [{ label: t('gopy-button-done'), does: 'gopy xong' }] }),
    },
    isNew ? {} : { replaces: comment.told!, withoutEdit: 'new' },
  )
  if (isNew) ctx.save('comments', { ...comment, told: row! })
  if (comment.tag !== null && [null, 'gopy noitiep'].includes(await ctx.asking())) join(ctx, comment.tag)
  if (!isNew || !member || comment.enteredBy === null || !hasChannel(member)) return
  const by = shortName(ctx.actor!, members)
  const text = commentText(comment)
  ctx.say(
    member,
    (its) => {
      const said = its(files > 0 ? 'gopy-entered-files' : 'gopy-entered-for-you', { ...args, by })
      return { text: isBlank(text) ? said : `${said}\n\n${text}` }
    },
    { about: aboutDraft(topic), class: 'person', concerns: [member._id] },
  )
}
