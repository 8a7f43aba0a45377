import { readTopicKey, topicCode } from '../../src/domain/topic/topic-key.js'
import { hasRight } from '../../src/domain/people/rights.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { attached } from '../../src/duties/files/attachment.js'
import { draftArgs, draftBy, draftChoices, sentText, topicName } from '../../src/duties/topics/draft-words.js'
import { allTopics, authorOf, openTopics, topicByKey } from '../../src/duties/topics/drafts.js'
import { command, type Ctx, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import { botep } from './botep.js'
import { gui } from './gui.js'
import { noitiep } from './noitiep.js'
import { soan } from './soan.js'
import { tep } from './tep.js'
import { them } from './them.js'
import { mayPrepare } from './which-topic.js'
import { xong } from './xong.js'

const longestEcho = 40

const anyTopic: Question = {
  words: 'chuyende-ask-topic',
  async read(ctx, text) {
    const key = readTopicKey(text)
    if (key !== null && (await topicByKey(ctx, key))) return { value: key }
    if (key === null)
      throw new Refusal('chuyende-unknown', { typed: text.replace(/\s+/gu, ' ').trim().slice(0, longestEcho) })
    const codes = (await allTopics(ctx)).map((topic) => topicCode(topic.key))
    return {
      again: codes.length > 0 ? 'chuyende-no-such-topic' : 'chuyende-none-yet',
      args: { codes: codes.join(', ') },
    }
  },
  // Without a code the whole list is shown.
  given: () => '',
}

export default command({
  name: 'chuyende',
  also: ['chuyen de', 'topics'],
  may: 'member',
  ask: { topic: anyTopic },
  async run(ctx, { topic: key }) {
    const topic = key === '' ? null : await topicByKey(ctx, key)
    return topic ? showTopic(ctx, topic) : showList(ctx)
  },
  sub: { soan, gui, them, noitiep, tep, botep, xong },
})

async function showList(ctx: Ctx): Promise<void> {
  const { t } = ctx
  const topics = await allTopics(ctx)
  const lines = await Promise.all(topics.map(async (topic) => topicLine(ctx, topic, await authorOf(ctx, topic))))
  const open = await openTopics(ctx)
  ctx.reply({
    title: t('chuyende-list-title'),
    text: lines.length > 0 ? lines.join('\n') : t('chuyende-none-yet'),
    choices: open
      .slice(0, 3)
      .map(({ key }) => ({ label: t('chuyende-button-show', { code: topicCode(key) }), does: `chuyende ${key}` })),
  })
}

function topicLine(ctx: Ctx, topic: Topic, author: Member | null): string {
  const { t } = ctx
  return [
    `${topicCode(topic.key)}: ${topic.title}`,
    `   ${[
      ...(topic.quarter === '' ? [] : [topicName(t, topic)]),
      ...(author ? [t('chuyende-by', { author: author.name })] : []),
      t(`chuyende-state-${topic.state}`, draftArgs(t, topic, ctx.now)),
    ].join('; ')}`,
  ].join('\n')
}

/** The draft that is out, word for word. In the group only what the group was told. */
async function showTopic(ctx: Ctx, topic: Topic): Promise<void> {
  const { t } = ctx
  const author = await authorOf(ctx, topic)
  const head = topicLine(ctx, topic, author)
  const out = topic.edition > 0
  if (ctx.source!.group) {
    ctx.reply({ text: [head, ...(out ? [t('chuyende-see-private', { key: topic.key })] : [])].join('\n') })
    return
  }
  const open = (await openTopics(ctx)).some(({ _id }) => _id === topic._id)
  ctx.reply({
    text: [head, '', ...(out ? [draftBy(t, topic, author), '', ...sentText(t, topic)] : [t('chuyende-not-sent')])].join(
      '\n',
    ),
    ...(await attached(ctx, topic.sentFile)),
    ...(open ? { choices: draftChoices(t, topic) } : {}),
  })
  if (mayPrepare(ctx, topic) || hasRight(ctx.actor!, 'committee')) await showPrepared(ctx, topic)
}

/** What is being prepared is for those who prepare and approve it. */
async function showPrepared(ctx: Ctx, topic: Topic): Promise<void> {
  const { t } = ctx
  const newText = topic.text !== '' && topic.text !== topic.sent
  const newFile = topic.file !== null && topic.file !== topic.sentFile
  const prepared = newText || newFile
  const write = { label: t('chuyende-button-write'), does: `chuyende soan ${topic.key}` }
  const send = { label: t('chuyende-button-send'), does: `chuyende gui ${topic.key}` }
  const choices = mayPrepare(ctx, topic) ? { choices: prepared ? [write, send] : [write] } : {}
  const concerns = topic.author === null ? [] : [topic.author]
  ctx.reply(
    {
      text: prepared ? [t('chuyende-prepared'), topic.text].join('\n\n').trim() : t('chuyende-nothing-prepared'),
      ...(newFile ? await attached(ctx, topic.file) : {}),
      ...choices,
    },
    { class: 'committee', concerns },
  )
}
