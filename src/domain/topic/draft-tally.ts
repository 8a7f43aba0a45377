import { isExempt } from '../people/exempt.js'
import { awaits } from './comment-files.js'
import type { Member } from '../people/member.js'
import type { Comment, Topic } from './topic.js'

/** Who has said what on the present edition of a draft. Late comments are kept, not counted. */
export interface Tally {
  /** Members who are asked: all but the exempt. */
  base: Member[]
  /** Of the base, those with a comment, however short. */
  answered: Member[]
  silent: Member[]
  /** Of the silent, those who are asked again: not the author about a draft of his own, nor the chair, who sends it out. */
  awaited: Member[]
  /** With a comment of substance; author and chair are left out, who speak because of their task. */
  substantive: Member[]
  /** With words of agreement and nothing else. */
  agreed: Member[]
  /** Comments entered for somebody else. */
  proxies: number
  /** Comments in pictures and recordings whose words are not the member's yet. */
  untyped: number
  late: number
}

/** `date` (ISO) decides who is exempt for a time. */
export function draftTally(given: {
  topic: Pick<Topic, 'edition' | 'author'>
  members: readonly Member[]
  comments: readonly Comment[]
  date: string
}): Tally {
  const { topic, members, comments, date } = given
  const present = presentComments(topic, comments)
  const counted = present.filter((comment) => !comment.late)
  const said = new Set(counted.map((comment) => comment.member))
  const saying = (kind: Comment['kind']) =>
    new Set(counted.filter((one) => one.kind === kind).map(({ member }) => member))
  const [withSubstance, agreeing] = [saying('substantive'), saying('agreement')]

  const base = members.filter((member) => !isExempt(member, date))
  const answered = base.filter((member) => said.has(member._id))
  const silent = base.filter((member) => !said.has(member._id))
  const isFree = (member: Member): boolean => !isAuthor(topic, member) && !isChair(member)
  return {
    base,
    answered,
    silent,
    awaited: silent.filter(isFree),
    substantive: answered.filter((member) => withSubstance.has(member._id) && isFree(member)),
    agreed: answered.filter(({ _id }) => agreeing.has(_id) && !withSubstance.has(_id)),
    untyped: counted.filter((comment) => awaits(comment) !== null).length,
    proxies: counted.filter(({ from }) => from === 'proxy').length,
    late: present.length - counted.length,
  }
}

/** Comments on the edition now in hand, by number. */
export const presentComments = (topic: Pick<Topic, 'edition'>, comments: readonly Comment[]): Comment[] =>
  comments
    .filter(({ edition, withdrawn }) => edition === topic.edition && !withdrawn)
    .sort((a, b) => a.number - b.number)

export const isAuthor = (topic: Pick<Topic, 'author'>, member: Pick<Member, '_id'>): boolean =>
  topic.author === member._id

/** The secretary chairs the meeting: his word on a draft stands apart. */
export const isChair = (member: Pick<Member, 'roles'>): boolean => member.roles.includes('secretary')
