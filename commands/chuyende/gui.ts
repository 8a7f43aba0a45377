import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { momentArgs } from '../../src/domain/calendar/moment-args.js'
import { readDeadline } from '../../src/domain/calendar/read-deadline.js'
import { splitTopicKey } from '../../src/domain/topic/topic-key.js'
import type { Member } from '../../src/domain/people/member.js'
import type { Message } from '../../src/chat.js'
import type { Topic } from '../../src/domain/topic/topic.js'
import { shortDate } from '../../src/domain/calendar/vi-date.js'
import { attached, keptFile } from '../../src/duties/files/attachment.js'
import { withoutFile } from '../../src/duties/files/without-file.js'
import { secretaryOf } from '../../src/duties/secretary.js'
import { weights } from '../../src/domain/weight.js'
import { toldChoices } from '../../src/duties/told-choices.js'
import { heldLines } from '../../src/duties/held-lines.js'
import { groupDraft, namesIn, privateDraft, topicName } from '../../src/duties/topics/draft-words.js'
import { askedMembers, authorOf, sendDraft, topicByKey } from '../../src/duties/topics/drafts.js'
import { hasChannel } from '../../src/domain/people/member.js'
import { hasRight } from '../../src/domain/people/rights.js'
import { form, type Ctx, type Question } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'
import type { T } from '../../src/words.js'
import { mayPrepare, ownTopic } from './which-topic.js'

/** A topic that has a text to send. */
const readyTopic: Question = {
  ...ownTopic,
  async read(ctx, text) {
    const reading = await ownTopic.read(ctx, text, {})
    if ('value' in reading) await readyByKey(ctx, reading.value)
    return reading
  },
  async given(ctx, given) {
    const key = (await ownTopic.given!(ctx, given)) ?? null
    if (key !== null) await readyByKey(ctx, key)
    return key
  },
}

/** Kept as the instant (ms): what was typed is relative to the day on which it was said. */
const deadline: Question = {
  words: 'chuyende-ask-deadline',
  read(ctx, text) {
    const reading = readDeadline(text, ctx.at)
    return 'at' in reading ? { value: String(reading.at) } : { again: `chuyende-deadline-${reading.problem}` }
  },
  choices: (ctx) =>
    [3, 5, 7].map((days) => {
      const date = shortDate(addDays(localDate(ctx.at), days))
      return { label: ctx.t('chuyende-deadline-choice', { date }), value: `17:00 ${date}` }
    }),
}

/** The prepared text goes out as the next edition, to the group and to every member, once its sender has seen it. */
export const gui = form({
  may: 'member',
  where: 'private',
  ask: { topic: readyTopic, deadline },
  inline(_ctx, line) {
    const { key, rest } = splitTopicKey(line)
    const when = rest.trim()
    return { ...(key === null ? {} : { topic: key }), ...(when === '' ? {} : { deadline: when }) }
  },
  async preview(ctx, { topic: key, deadline: at }) {
    const { t } = ctx
    const topic = await readyByKey(ctx, key)
    const next = upcoming(topic, Number(at))
    const { reached, byPhone } = await readers(ctx)
    const lacking = await lackFile(ctx, topic.file)
    const message = privateDraft(t, next, await authorOf(ctx, topic), ctx.now)
    const group = groupDraft(t, next, ctx.now)
    return {
      title: t('chuyende-preview-title', { topic: topicName(t, topic) }),
      text: [
        t('chuyende-preview', {
          count: String(reached.length),
          group: hasGroup(ctx),
          ...momentArgs(Number(at), ctx.now),
        }),
        ...heldLines(ctx),
        ...(byPhone === '' ? [] : [t('chuyende-sent-phone', { names: byPhone })]),
        ...(lacking === '' ? [] : [t('chuyende-no-file', { names: lacking })]),
        ...(topic.sent === topic.text && topic.sentFile === topic.file ? [t('chuyende-preview-same')] : []),
        ...(ctx.branch.groups.length > 0 ? [`— ${t('chuyende-preview-group')} —\n${group.title}\n${group.text}`] : []),
        `— ${t('chuyende-preview-members')} —\n${message.title}\n${message.text}`,
      ].join('\n\n'),
      ...(await attached(ctx, topic.file)),
    }
  },
  async run(ctx, { topic: key, deadline: at }) {
    const { t } = ctx
    const topic = await readyByKey(ctx, key)
    if (Number(at) <= ctx.at) throw new Refusal('chuyende-deadline-past')
    const sent = await sendDraft(ctx, { ...topic, deadline: Number(at) })
    const { reached, toPhone, byPhone } = await readers(ctx)
    const lacking = await lackFile(ctx, sent.sentFile)
    ctx.reply({
      text: [
        t('chuyende-sent', {
          topic: topicName(t, sent),
          edition: String(sent.edition),
          count: String(reached.length),
          group: hasGroup(ctx),
          ...momentArgs(Number(at), ctx.now),
        }),
        ...heldLines(ctx),
        ...(byPhone === '' ? [] : [t('chuyende-sent-phone', { names: byPhone })]),
        ...(lacking === '' ? [] : [t('chuyende-no-file', { names: lacking })]),
      ].join('\n'),
      ...phoneChoices(t, ctx.actor, sent, toPhone),
    })
    await tellSecretary(ctx, sent, { toPhone, byPhone, lacking })
  },
})

const hasGroup = ({ branch }: Ctx): 'yes' | 'no' => (branch.groups.length > 0 ? 'yes' : 'no')

/** Whom the draft reaches as a message, and the names of those who have to be told by phone. */
async function readers(ctx: Ctx): Promise<{ reached: Member[]; toPhone: Member[]; byPhone: string }> {
  const asked = await askedMembers(ctx)
  const toPhone = asked.filter((member) => !hasChannel(member))
  return { reached: asked.filter(hasChannel), toPhone, byPhone: namesIn(toPhone, await ctx.members()) }
}

/** Buttons of one message; the list has the others. */
const mostCalls = 3

/** Who is to be told by phone is noted at once, or on the list of deliveries, by whoever may. */
const phoneChoices = (t: T, reader: Member | null, { key }: Topic, toPhone: Member[]): Pick<Message, 'choices'> =>
  toPhone.length === 0 || !reader || !hasRight(reader, 'recorder')
    ? {}
    : {
        choices: [
          ...toldChoices(t, toPhone, key, mostCalls),
          { label: t('chuyende-button-deliveries'), does: `thongbao ${key}` },
        ],
      }

/** Names of those whom the words reach and the file does not. */
async function lackFile(ctx: Ctx, file: string | null): Promise<string> {
  if ((await keptFile(ctx, file)) === null) return ''
  return namesIn(await withoutFile(ctx, await askedMembers(ctx)), await ctx.members())
}

/** It is for him to see that it reaches them by another way; whoever has sent the draft has read it already. */
async function tellSecretary(
  ctx: Ctx,
  topic: Topic,
  { toPhone, byPhone, lacking }: { toPhone: Member[]; byPhone: string; lacking: string },
): Promise<void> {
  if ((byPhone === '' && lacking === '') || ctx.actor!.roles.includes('secretary')) return
  ctx.say(
    (await secretaryOf(ctx)).filter(({ _id }) => _id !== ctx.actor!._id),
    (t, reader) => ({
      title: t('chuyende-draft-title', { topic: topicName(t, topic) }),
      text: [
        ...(byPhone === '' ? [] : [t('chuyende-sent-phone', { names: byPhone })]),
        ...(lacking === '' ? [] : [t('chuyende-no-file', { names: lacking })]),
      ].join('\n'),
      ...phoneChoices(t, reader, topic, toPhone),
    }),
    { class: 'committee', weight: weights.notice },
  )
}

const upcoming = (topic: Topic, deadline: number): Topic => ({
  ...topic,
  sent: topic.text,
  sentFile: topic.file,
  edition: topic.edition + 1,
  deadline,
})

async function readyByKey(ctx: Ctx, key: string): Promise<Topic> {
  const topic = await topicByKey(ctx, key)
  if (!topic || !mayPrepare(ctx, topic)) throw new Refusal('engine-no-right')
  if (topic.text === '' && topic.file === null) throw new Refusal('chuyende-no-text', { key })
  return topic
}
