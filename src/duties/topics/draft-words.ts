import type { Message } from '../../chat.js'
import type { Tally } from '../../domain/topic/draft-tally.js'
import type { Member } from '../../domain/people/member.js'
import { momentArgs } from '../../domain/calendar/moment-args.js'
import { shortName } from '../../domain/people/names.js'
import { topicCode } from '../../domain/topic/topic-key.js'
import type { Topic } from '../../domain/topic/topic.js'
import type { Args, T } from '../../words.js'

/** What a reply to a message about a draft means. */
export const aboutDraft = ({ key }: Pick<Topic, 'key'>): string => `gopy ${key}`

/** "chuyên đề quý I"; a topic of no quarter goes by its code. */
export const topicName = (t: T, { quarter, key }: Pick<Topic, 'quarter' | 'key'>): string =>
  quarter === '' ? t('gopy-topic-by-code', { code: topicCode(key) }) : t('gopy-topic-of-quarter', { quarter })

/** Variables of every text about a draft that is out: its name, its edition and its deadline. */
export const draftArgs = (t: T, topic: Topic, now: number): Args => ({
  topic: topicName(t, topic),
  code: topicCode(topic.key),
  key: topic.key,
  edition: String(topic.edition),
  ...momentArgs(topic.deadline ?? now, now),
})

/** Numbers as texts: no language puts its own signs into them. */
export const tallyArgs = (tally: Tally): Args => ({
  answered: String(tally.answered.length),
  base: String(tally.base.length),
  substantive: String(tally.substantive.length),
  agreed: String(tally.agreed.length),
  proxies: String(tally.proxies),
  late: String(tally.late),
  untyped: String(tally.untyped),
})

/** What came of an edition in numbers. */
export const summaryLines = (t: T, topic: Topic, tally: Tally, now: number): string[] => {
  const args = { ...draftArgs(t, topic, now), ...tallyArgs(tally) }
  return [t('gopy-summary', args), ...(tally.untyped > 0 ? [t('gopy-summary-untyped', args)] : [])]
}

/** "Hương, Sơn, Đức". */
export const namesIn = (members: readonly Member[], all: readonly Member[]): string =>
  members.map((member) => shortName(member, all)).join(', ')

/** The group learns that there is a draft and until when; the text goes to the members. */
export function groupDraft(t: T, topic: Topic, now: number): Message {
  return {
    title: t('chuyende-draft-title', { topic: topicName(t, topic) }),
    text: [topic.title, t('chuyende-draft-group', draftArgs(t, topic, now))].join('\n'),
    choices: [{ label: t('gopy-button'), does: `gopy ${topic.key}` }],
  }
}

/** The draft as a member gets it: what it is, its text, what is asked of him. */
export function privateDraft(t: T, topic: Topic, author: Member | null, now: number): Message {
  return {
    title: t('chuyende-draft-title', { topic: topicName(t, topic) }),
    text: [
      `${topicCode(topic.key)}: ${topic.title}`,
      draftBy(t, topic, author),
      '',
      ...sentText(t, topic),
      '',
      t('chuyende-draft-ask', draftArgs(t, topic, now)),
    ].join('\n'),
    choices: draftChoices(t, topic),
  }
}

/** What went out, word for word, and that there is a file with it. */
export const sentText = (t: T, { sent, sentFile }: Pick<Topic, 'sent' | 'sentFile'>): string[] => [
  ...(sent === '' ? [] : [sent]),
  ...(sentFile === null ? [] : [t('chuyende-draft-in-file')]),
]

export const draftBy = (t: T, { edition }: Pick<Topic, 'edition'>, author: Member | null): string =>
  author
    ? t('chuyende-draft-by', { author: author.name, edition: String(edition) })
    : t('chuyende-draft-edition', { edition: String(edition) })

export const draftChoices = (t: T, { key }: Pick<Topic, 'key'>): NonNullable<Message['choices']> => [
  { label: t('gopy-button'), does: `gopy ${key}` },
  { label: t('gopy-button-agree'), does: `gopy nhattri ${key}` },
]
