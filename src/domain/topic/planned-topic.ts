import type { Owned } from '../record.js'
import type { Topic } from './topic.js'

/** A topic as it begins: nothing written, nothing sent. */
export const plannedTopic = (
  given: Pick<Topic, 'branch' | 'key' | 'number' | 'title' | 'quarter' | 'author' | 'reviewer'>,
): Omit<Topic, keyof Owned> & { _id: string } => ({
  ...given,
  _id: `${given.branch}:${given.key}`,
  text: '',
  sent: '',
  file: null,
  sentFile: null,
  edition: 0,
  state: 'planned',
  openedAt: null,
  deadline: null,
  comments: 0,
  nudged: [],
  draftKey: null,
  progressRows: [],
  nextAt: null,
})
