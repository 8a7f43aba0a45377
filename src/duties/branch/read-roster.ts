import { z } from 'zod'
import { cleanName } from '../../domain/fold.js'
import { isDate } from '../../domain/calendar/local-time.js'
import type { Role } from '../../domain/people/member.js'
import type { Roster } from '../../domain/people/roster.js'

/** The words people write in such files, and the house's own: one mapping. */
const roleWords: Record<string, Role> = {
  bi_thu: 'secretary', secretary: 'secretary',
  pho_bi_thu: 'deputy', deputy: 'deputy',
  chi_uy_vien: 'committee', committee: 'committee',
  thu_ky: 'minuteTaker', minuteTaker: 'minuteTaker',
  to_truong: 'cellLeader', cellLeader: 'cellLeader',
} // prettier-ignore

const date = z.string().refine(isDate, 'a date is written 2027-08-31')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time is written 14:00')
const id = z.string().regex(/^[A-Za-z0-9-]{1,24}$/u, 'letters without marks, digits and hyphens, 24 at most')
const name = z
  .string()
  .transform((text) => cleanName(text))
  .pipe(z.string().min(1, 'a name is missing'))
const title = z
  .string()
  .transform((text) => cleanName(text, 300))
  .pipe(z.string().min(1, 'a title is missing'))
const address = z.object({
  channel: z.enum(['web', 'telegram', 'zalo-bot', 'zalo-oa']),
  id: z.union([z.string().min(1).max(64), z.int()]).transform(String),
})

const rule = z.union([
  z.strictObject({ day: z.int().min(1).max(31) }),
  z.strictObject({ weekday: z.literal([1, 2, 3, 4, 5, 6, 7]), nth: z.literal([1, 2, 3, 4, 5, -1]) }),
  z.strictObject({ lunarDay: z.int().min(1).max(30) }),
])

const member = z.object({
  id,
  name,
  roles: z.array(z.enum(Object.keys(roleWords) as [string, ...string[]])).default([]),
  status: z.enum(['official', 'probationary', 'temporary', 'exempt', 'moved']).default('official'),
  group: z.union([z.string(), z.int()]).transform(String).default(''),
  tempExempt: z
    .object({ from: date, to: date })
    .refine(({ from, to }) => from <= to, 'the first day comes after the last')
    .optional(),
  officialDue: date.optional(),
  locale: z.enum(['vi', 'en']).default('vi'),
  simpleMode: z.boolean().default(false),
  proxyBy: id.optional(),
  accounts: z.array(address.extend({ agreed: z.boolean().default(false) })).default([]),
})

const file = z.object({
  branch: id,
  name,
  code: id.optional(),
  superior: z.string().default(''),
  place: z.string().default(''),
  locale: z.enum(['vi', 'en']).default('vi'),
  meeting: z.object({
    rule,
    time,
    place: z.string().default(''),
    conflict: z.enum(['keep', 'next-working', 'previous-working', 'ask']).default('next-working'),
    minutes: z.int().min(15).max(600).default(90),
  }),
  noticeDaysBefore: z.int().min(1).max(14).default(3),
  noticeHour: time.default('08:00'),
  noticeEarlierWorkingDay: z.boolean().default(true),
  rulePack: z.string().default('HD42-2025'),
  members: z.array(member).min(1, 'a branch has members').max(2000),
  chats: z.array(address).default([]),
  topics: z
    .array(z.object({ id, title, quarter: z.string().default(''), author: id.optional(), reviewer: id.optional() }))
    .default([]),
})

/** What stands in the way of a file, one line a problem: where it is and what to do. */
export type RosterReading = { roster: Roster } | { problems: string[] }

/** Reads a branch's file (already parsed JSON). Nothing is kept of a file with a problem. */
export function readRoster(json: unknown): RosterReading {
  const parsed = file.safeParse(json)
  if (!parsed.success) {
    return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`) }
  }
  const given = parsed.data
  const problems = contradictions(given)
  if (problems.length > 0) return { problems }
  const roster: Roster = {
    branch: given.branch,
    name: given.name,
    code: given.code ?? given.branch,
    superior: given.superior,
    place: given.place,
    locale: given.locale,
    meeting: given.meeting,
    noticeDaysBefore: given.noticeDaysBefore,
    noticeHour: given.noticeHour,
    earlierWorkingDay: given.noticeEarlierWorkingDay,
    rulePack: given.rulePack,
    chats: given.chats,
    members: given.members.map((one) => ({
      key: one.id,
      name: one.name,
      roles: [...new Set(one.roles.map((word) => roleWords[word]!))],
      status: one.status,
      cell: one.group,
      tempExempt: one.tempExempt ? { from: one.tempExempt.from, to: one.tempExempt.to } : null,
      officialDue: one.officialDue ?? null,
      locale: one.locale,
      simple: one.simpleMode,
      proxyBy: one.proxyBy ?? null,
      accounts: one.accounts,
    })),
    topics: given.topics.map(({ id: key, title, quarter, author, reviewer }) => ({
      key,
      title,
      quarter,
      author: author ?? null,
      reviewer: reviewer ?? null,
    })),
  }
  return { roster }
}

/** Things each right by itself that cannot be true together. */
function contradictions(given: z.infer<typeof file>): string[] {
  const problems: string[] = []
  const byId = new Map<string, string>()
  const byAccount = new Map<string, string>()
  for (const one of given.members) {
    const other = byId.get(one.id)
    if (other !== undefined)
      problems.push(
        `members: the id ${one.id} is given to both ${other} and ${one.name}; give each member an id of his own`,
      )
    byId.set(one.id, one.name)
    for (const { channel, id: account } of one.accounts) {
      const holder = byAccount.get(`${channel}:${account}`)
      if (holder !== undefined)
        problems.push(`members: the account ${channel}:${account} is given to both ${holder} and ${one.name}`)
      byAccount.set(`${channel}:${account}`, one.name)
    }
  }
  for (const [index, { id: key }] of given.topics.entries()) {
    if (given.topics.findIndex((topic) => topic.id === key) !== index) {
      problems.push(`topics: the id ${key} is given twice; give each topic an id of its own`)
    }
  }
  const secretaries = given.members.filter((one) => one.roles.some((word) => roleWords[word] === 'secretary'))
  if (secretaries.length !== 1) {
    const names = secretaries.map((one) => one.name).join(', ') || 'nobody'
    problems.push(`members: exactly one member is the secretary (bi_thu); here: ${names}`)
  }
  const people = given.members.flatMap((one) =>
    one.proxyBy === undefined ? [] : [{ at: `members.${one.id}.proxyBy`, id: one.proxyBy }],
  )
  const authors = given.topics.flatMap((topic) =>
    [topic.author, topic.reviewer].flatMap((who) => (who === undefined ? [] : [{ at: `topics.${topic.id}`, id: who }])),
  )
  for (const { at, id: who } of [...people, ...authors]) {
    if (!byId.has(who)) problems.push(`${at}: there is no member with the id ${who}`)
  }
  return problems
}
