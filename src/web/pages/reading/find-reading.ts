import type { Clock } from '../../../clock.js'
import type { Attachment, Message } from '../../../chat.js'
import type { Member } from '../../../domain/people/member.js'
import { hasRight } from '../../../domain/people/rights.js'
import type { Delivery } from '../../../store/delivery.js'
import { openLink, readLinkKeys } from '../../../store/reading-links.js'
import type { Store } from '../../../store/store.js'

export interface Reading {
  member: Member
  message: Message
  file: Attachment | null
  /** What a comment on it begins with: a command line without its slash. */
  comment: string | null
  until: number
}

/** What a token opens, looked at anew each time. Null says nothing of why: forged, or not his any more, or gone. */
export async function findReading(
  store: Store,
  clock: Pick<Clock, 'now'>,
  token: string,
): Promise<Reading | 'forged' | 'expired' | null> {
  const link = openLink(await readLinkKeys(store), token)
  if (!link) return 'forged'
  if (clock.now() > link.until) return 'expired'
  const row = await store.get('deliveries', link.row)
  const member = row && (await store.get('members', row.recipient))
  if (!row?.message || !member || row.lane !== member.lane || !hasRight(member, 'member')) return null
  const file = row.message.attachment ?? null
  if (!(await topicStands(store, row)) || (file && !(await fileStands(store, row, file)))) return null
  const comment = row.about?.startsWith('gopy ') ? row.about : null
  return { member, message: row.message, file, comment, until: link.until }
}

async function topicStands(store: Store, { key }: Delivery): Promise<boolean> {
  const id = /^draft:(.+):\d+$/u.exec(key ?? '')?.[1]
  return id === undefined || (await store.get('topics', id))?.gone === false
}

/** A file the branch keeps may have been taken away while its bytes, or another's of the same, still lie there. */
async function fileStands(store: Store, { lane }: Delivery, { sha256 }: Attachment): Promise<boolean> {
  const kept = (await store.find('files', { sha256 })).filter((file) => file.lane === lane)
  return (kept.length === 0 || kept.some(({ gone }) => !gone)) && store.files.has(sha256)
}
