import { filesOf } from '../../domain/topic/comment-files.js'
import { hasChannel, type Member } from '../../domain/people/member.js'
import { shortName } from '../../domain/people/names.js'
import type { Comment, Topic } from '../../domain/topic/topic.js'
import type { Ctx } from '../../engine/command.js'
import { askToType, commentName, typingKey } from './ask-to-type.js'
import { acceptTyped } from './comments.js'
import { draftArgs } from './draft-words.js'

/** What somebody has typed for the member goes to him; it is not his word before he says so. His own needs no asking. */
export async function proposeTyped(
  ctx: Ctx,
  topic: Topic,
  comment: Comment,
  text: string,
): Promise<'own' | 'asked' | 'by phone'> {
  const by = ctx.actor!
  const files = filesOf(comment).length
  ctx.cancel(typingKey(comment))
  if (comment.member === by._id) {
    await acceptTyped(ctx, topic, comment, { text, by: by._id, files })
    return 'own'
  }
  const key = ctx.key()
  ctx.save('comments', { ...comment, proposed: { key, text, by: by._id, files } })
  const members = await ctx.members()
  const member = members.find(({ _id }) => _id === comment.member)
  if (!member || !hasChannel(member)) return 'by phone'
  const name = commentName(topic, comment)
  ctx.say(
    member,
    (t) => ({
      text: [
        t('gopy-typed-ask', {
          ...argsOf(ctx, topic, comment),
          ...draftArgs(t, topic, ctx.now),
          by: shortName(by, members),
        }),
        text,
        t('gopy-typed-right'),
      ].join('\n\n'),
      choices: typedChoices(t, name, key),
    }),
    { key: typingKey(comment), about: `gopy suago ${name} ${key}`, class: 'person', concerns: [member._id] },
  )
  return 'asked'
}

export const typedChoices = (t: Ctx['t'], name: string, key: string) => [
  { label: t('gopy-button-right'), does: `gopy xacnhango ${name} ${key}` },
  { label: t('gopy-button-mend'), does: `gopy suago ${name} ${key}` },
]

/** "Đúng": it is his word from now on, and whoever typed it hears so. */
export async function confirmTyped(ctx: Ctx, topic: Topic, comment: Comment): Promise<void> {
  const { text, by, files } = comment.proposed!
  await acceptTyped(ctx, topic, comment, { text, by, files })
  const members = await ctx.members()
  const member = members.find(({ _id }) => _id === comment.member)
  const typist = members.find(({ _id }) => _id === by)
  if (!typist || typist._id === ctx.actor!._id || !member) return
  tell(ctx, typist, 'gopy-typed-confirmed', { ...argsOf(ctx, topic, comment), name: shortName(member, members) })
}

/** "Sửa lại": what he types himself is his word at once. */
export async function mendTyped(ctx: Ctx, topic: Topic, comment: Comment, text: string): Promise<void> {
  await acceptTyped(ctx, topic, comment, { text, by: ctx.actor!._id, files: filesOf(comment).length })
}

/** It is to be typed again; `wrong` is what he says of it. */
export async function typeAgain(ctx: Ctx, topic: Topic, comment: Comment, wrong: string): Promise<void> {
  const back = ctx.save('comments', { ...comment, proposed: null })
  await askToType(ctx, topic, back, wrong)
}

const argsOf = (ctx: Ctx, topic: Topic, { number }: Comment) => ({
  ...draftArgs(ctx.t, topic, ctx.now),
  number: String(number),
})

function tell(ctx: Ctx, to: Member, words: string, args: Record<string, string | number>): void {
  ctx.say(to, (t) => ({ text: t(words, args) }), { silent: true, class: 'person', concerns: [to._id] })
}
