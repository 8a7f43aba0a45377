import { addressKey } from '../../chat.js'
import type { Roster } from '../../domain/people/roster.js'
import type { Entry } from '../../store/entry.js'
import type { Store } from '../../store/store.js'
import type { T } from '../../words.js'

/** What came of one account or group of an imported file, as a line. `answer` is the post with which it came back to the branch. */
export async function linkOutcome(
  { t, store, roster }: { t: T; store: Store; roster: Roster },
  asked: Entry,
  answer: Entry | undefined,
): Promise<string> {
  const { payload } = asked
  if (payload?.kind !== 'link' && payload?.kind !== 'bind') throw new Error(`${asked._id} asks for no link`)
  const address = addressKey(payload.address)
  if (asked.failed || answer?.failed)
    return t('cli-link-failed', { address, entry: asked.failed ? asked._id : answer!._id })
  if (payload.kind === 'link') {
    const who = roster.members.find(({ key }) => payload.member === `${roster.branch}:${key}`)?.name ?? payload.member
    const account = await store.get('accounts', address)
    return t(account?.agreed ? 'cli-link-done' : 'cli-link-not-agreed', { who, address })
  }
  if (!answer) return t('cli-bind-other-branch', { address })
  const listed = answer.decision!.saves.some(({ collection }) => collection === 'branches')
  return t(listed ? 'cli-bind-done' : 'cli-bind-other-group', { address })
}
