import { fold } from '../../src/domain/fold.js'
import { findByName, toldApart } from '../../src/domain/people/names.js'
import { readQuarter } from '../../src/domain/calendar/read-quarter.js'
import { plannedTopic } from '../../src/domain/topic/planned-topic.js'
import { topicCode } from '../../src/domain/topic/topic-key.js'
import { allTopics } from '../../src/duties/topics/drafts.js'
import { form, type Question } from '../../src/engine/command.js'

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
    const author = answers.author === '' ? null : `${branch._id}:${answers.author}`
    const { title, quarter } = answers
    ctx.save('topics', plannedTopic({ branch: branch._id, key, number, title, quarter, author, reviewer: null }))
    ctx.reply({
      text: ctx.t('chuyende-added', { code: topicCode(key), title, key }),
      choices: [{ label: ctx.t('chuyende-button-write'), does: `chuyende soan ${key}` }],
    })
  },
})
