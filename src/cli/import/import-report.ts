import type { Roster } from '../../domain/people/roster.js'
import type { Decision } from '../../store/entry.js'
import type { T } from '../../words.js'

/** What a file comes to, before or after the fact: the decision says it. */
export interface ImportCounts {
  founded: boolean
  members: { created: number; changed: number; same: number }
  topics: { created: number; same: number }
  /** Accounts and groups that are asked to belong to the branch. */
  posts: number
}

export function countImport(roster: Roster, { saves, posts }: Pick<Decision, 'saves' | 'posts'>): ImportCounts {
  const of = (collection: string, fresh: boolean): number =>
    saves.filter((save) => save.collection === collection && (save.doc.version === 1) === fresh).length
  const [created, changed] = [of('members', true), of('members', false)]
  return {
    founded: of('branches', true) > 0,
    members: { created, changed, same: roster.members.length - created - changed },
    topics: { created: of('topics', true), same: roster.topics.length - of('topics', true) },
    posts: posts.length,
  }
}

export const changesNothing = ({ founded, members, topics, posts }: ImportCounts): boolean =>
  !founded && members.created + members.changed + topics.created + posts === 0

export function reportLines(
  t: T,
  { name, branch }: Roster,
  { founded, members, topics }: ImportCounts,
  dryRun: boolean,
): string[] {
  const words = (part: 'members' | 'topics', counts: Record<string, number>): string =>
    t(`cli-import-${part}`, Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)])))
  const what = founded ? 'founded' : 'known'
  return [
    t(dryRun ? `cli-import-would-be-${what}` : `cli-import-${what}`, { name, branch }),
    words('members', members),
    words('topics', topics),
  ]
}
