import { fold } from '../../src/domain/fold.js'
import { findByName, toldApart } from '../../src/domain/people/names.js'
import { readQuarter } from '../../src/domain/calendar/read-quarter.js'
import { plannedTopic } from '../../src/domain/topic/planned-topic.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { hasChannel, type Member } from '../../src/domain/people/member.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import { form, type Ctx, type Question } from '../../src/engine/command.js'

const longestTitle = 200

const title: Question = {
  words: 'chuyende-ask-title',
  read(_ctx, text) {
    const line = text
      .slice(0, 2 * longestTitle)
      .normalize('NFC')
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
    if (line === '') return { again: 'chuyende-title-empty' }
    return line.length > longestTitle
      ? { again: 'chuyende-title-long', args: { limit: String(longestTitle) } }
      : { value: line }
  },
}

const quarter: Question = {
  words: 'chuyende-ask-quarter',
  read(_ctx, text) {
    const value = readQuarter(text)
    return value === null ? { again: 'chuyende-no-such-quarter' } : { value }
  },
  numeric: true,
  choices: (ctx) =>
    ['I', 'II', 'III', 'IV'].map((value) => ({ label: ctx.t('chuyende-quarter', { quarter: value }), value })),
}

/** Empty: nobody yet. */
const author: Question = {
  words: 'chuyende-ask-author',
  async read(ctx, text) {
    if (text.length > 80) return { again: 'chuyende-no-such-member' }
    if (nobody.has(fold(text))) return { value: '' }
    const found = findByName(await ctx.members(), text)
    if ('member' in found) return { value: found.member.key }
    if ('none' in found) return { again: 'chuyende-no-such-member' }
    return { again: 'chuyende-which-member', args: { names: toldApart(found.several) } }
  },
  choices: (ctx) => [{ label: ctx.t('chuyende-button-nobody'), value: '-' }],
}

const nobody = new Set(['-', 'chua', 'chua co', 'chua phan cong', 'khong', 'none', 'nobody'])

/** Another topic for the year's plan. */
export const them = form({
  may: 'secretary',
  where: 'private',
  ask: { title, quarter, author },
  async run(ctx, answers) {
    const branch = (await ctx.get('branches', ctx.branch._id))!
    const last = (await allTopics(ctx)).at(-1)?.number ?? 0
    const number = Math.max(branch.topics, last) + 1
    const key = `cd${number}`
    ctx.save('branches', { ...branch, topics: number })
    const author = (await ctx.members()).find((member) => member.key === answers.author) ?? null
    const { title, quarter } = answers
    const planned = { branch: branch._id, key, number, title, quarter, author: author?._id ?? null, reviewer: null }
    const topic = ctx.save('topics', plannedTopic(planned))
    const told = author && author._id !== ctx.actor!._id ? [tellAuthor(ctx, topic, author)] : []
    ctx.reply({
      text: [ctx.t('chuyende-added', { code: topicCode(key), title, key }), ...told].join('\n'),
      choices: [{ label: ctx.t('chuyende-button-write'), does: `chuyende soan ${key}` }],
    })
  },
})

/** Whoever is to prepare a topic hears of it now; answers what the secretary is told of that. */
function tellAuthor(ctx: Ctx, { key, title, quarter }: Topic, author: Member): string {
  const args = { name: author.name }
  if (!hasChannel(author)) return ctx.t('chuyende-author-phone', args)
  ctx.say([author], (t) => ({
    title: t('chuyende-assigned-title'),
    text: t('chuyende-assigned', { code: topicCode(key), key, title, quarter }),
    choices: [{ label: t('chuyende-button-write'), does: `chuyende soan ${key}` }],
  }))
  return ctx.t('chuyende-author-told', args)
}
