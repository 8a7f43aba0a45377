import { deliveryList, type DeliveryList } from '../../domain/delivery-list.js'
import type { Member } from '../../domain/people/member.js'
import type { Delivery } from '../../store/delivery.js'
import { rowsOf } from '../../store/deliveries.js'
import type { Store } from '../../store/store.js'
import type { Demo } from './demo-branch.js'

/** What a delivery key stands for: `title` is a topic's, `date` (ISO) a meeting's, `name` what commands call either. */
interface Subject {
  key: string
  name: string
  kind: 'notice' | 'draft'
  title: string | null
  date: string | null
}

/** `recipient` is a member id, as in the other groups; `key` is what commands call him. */
type Called = { recipient: string; key: string; name: string; told: boolean }
type Listed = Subject & Omit<DeliveryList<Member>, 'callList'> & { callList: Called[] }

const shown = 6

/** What came of the latest notices and drafts, newest first. */
export async function deliveryLists(store: Store, demo: Demo): Promise<Listed[]> {
  const subjects = await subjectsOf(store, demo.branch.lane)
  const withRows = await Promise.all(
    subjects.map(async (subject) => ({ subject, rows: await rowsOf(store, subject.key) })),
  )
  const latest = withRows.filter(({ rows }) => rows.length > 0).sort((a, b) => orderOf(b.rows) - orderOf(a.rows))
  return Promise.all(latest.slice(0, shown).map(({ subject, rows }) => listed(store, demo, subject, rows)))
}

async function subjectsOf(store: Store, lane: string): Promise<Subject[]> {
  const meetings = await store.find('meetings', { lane })
  const topics = await store.find('topics', { lane })
  return [
    ...meetings.flatMap(({ noticeKey: key, key: name, date }): Subject[] =>
      key ? [{ key, name, kind: 'notice', title: null, date }] : [],
    ),
    ...topics.flatMap(({ draftKey: key, key: name, title }): Subject[] =>
      key ? [{ key, name, kind: 'draft', title, date: null }] : [],
    ),
  ]
}

async function listed(store: Store, demo: Demo, subject: Subject, rows: Delivery[]): Promise<Listed> {
  const { members, branch } = demo
  const calls = await store.find('calls', { lane: branch.lane, subject: subject.key })
  const { callList, ...groups } = deliveryList({
    key: subject.key,
    rows,
    members,
    calls,
  })
  const called = callList.map(({ member, told }) => ({
    recipient: member._id,
    key: member.key,
    name: member.name,
    told,
  }))
  return { ...subject, ...groups, callList: called }
}

const orderOf = (rows: Delivery[]): number => Math.max(...rows.map((row) => row.order))
