import { roles } from '../domain/people/member.js'
import { locales } from '../words.js'
import { declare, owned, timed, type Declaration, type TimedName } from './schema/declaration.js'
import { finalStates } from './delivery.js'
import {
  flag,
  json,
  list,
  maybeJson,
  maybeNumber,
  maybePart,
  maybeText,
  number,
  oneOf,
  part,
  text,
} from './schema/field.js'
import type { CollectionName, DocumentName } from './store.js'

const address = { channel: oneOf('web', 'telegram', 'zalo-bot', 'zalo-oa'), id: text }
const locale = oneOf(...locales)

const documents: Record<DocumentName, Declaration> = {
  accounts: owned<'accounts'>(
    {
      address: part(address),
      goesTo: text,
      branches: list({ branch: text, member: text }),
      agreed: maybePart({ version: text, at: number, how: oneOf('button', 'paper') }),
      blocked: flag,
      answeredAt: maybeNumber,
    },
    [['lane']],
  ),
  chats: owned<'chats'>({ address: part(address), goesTo: text, branch: maybeText }, [['lane']]),
  branches: timed<'branches'>(
    {
      code: text,
      name: text,
      superior: text,
      place: text,
      locale,
      meeting: part({ rule: json, time: text, place: text, conflict: text, minutes: number }),
      notice: part({ daysBefore: number, hour: text, earlierWorkingDay: flag, evenUnconfirmed: flag }),
      quiet: json,
      holidays: json,
      rulePack: text,
      rules: text,
      group: maybePart(address),
      plannedUntil: text,
      topics: number,
    },
    [['lane'], ['code']],
  ),
  members: owned<'members'>(
    {
      branch: text,
      key: text,
      name: text,
      sortName: text,
      roles: { ...list(String), enum: roles },
      status: oneOf('official', 'probationary', 'temporary', 'exempt', 'moved'),
      cell: text,
      place: number,
      tempExempt: maybePart({ from: text, to: text }),
      officialDue: maybeText,
      locale,
      simple: flag,
      accounts: list(address),
      proxyBy: maybeText,
    },
    [['lane', 'place']],
  ),
  meetings: timed<'meetings'>(
    {
      branch: text,
      key: text,
      kind: oneOf('regular', 'extra'),
      month: text,
      date: text,
      time: text,
      place: text,
      minutes: number,
      state: oneOf('planned', 'confirmed', 'cancelled'),
      ruleDate: maybeText,
      conflict: maybePart({ kind: text, name: maybeText }),
      fixed: flag,
      agenda: list(String),
      done: json,
      noticeKey: maybeText,
    },
    [['lane', 'date']],
  ),
  answers: timed<'answers'>(
    { branch: text, meeting: text, member: text, going: flag, reason: text, at: number, enteredBy: maybeText },
    [['lane', 'meeting']],
  ),
  turns: timed<'turns'>(
    {
      branch: text,
      month: text,
      member: text,
      how: oneOf('rota', 'swap', 'substitute', 'override'),
      why: part({ key: text, args: json }),
      notes: maybePart({ domestic: text, international: text, local: text }),
      done: json,
      history: list({ at: number, actor: text, what: text }),
    },
    [['lane', 'month']],
  ),
  skips: owned<'skips'>({ branch: text, month: text, member: text, reason: text }, [['lane', 'member']]),
  swaps: timed<'swaps'>(
    {
      branch: text,
      key: text,
      from: text,
      to: text,
      monthFrom: text,
      monthTo: maybeText,
      state: oneOf('offered', 'accepted', 'declined', 'withdrawn', 'expired'),
    },
    [['lane', 'state']],
  ),
  topics: timed<'topics'>(
    {
      branch: text,
      key: text,
      number: number,
      title: text,
      quarter: text,
      author: maybeText,
      reviewer: maybeText,
      text: text,
      sent: text,
      edition: number,
      state: oneOf('planned', 'open', 'closed'),
      openedAt: maybeNumber,
      deadline: maybeNumber,
      comments: number,
      nudged: { ...list(String), enum: ['half', 'late'] },
      draftKey: maybeText,
      progressRow: maybeText,
    },
    [
      ['lane', 'number'],
      ['lane', 'state'],
    ],
  ),
  comments: timed<'comments'>(
    {
      branch: text,
      topic: text,
      number: number,
      edition: number,
      member: text,
      parts: list({ text, at: number, id: text }),
      kind: oneOf('substantive', 'agreement'),
      from: oneOf('private', 'group', 'proxy'),
      enteredBy: maybeText,
      late: flag,
      withdrawn: flag,
      earlier: list({ text, until: number }),
    },
    [
      ['lane', 'topic', 'number'],
      ['lane', 'member'],
    ],
  ),
  dialogues: timed<'dialogues'>(
    { branch: text, account: text, form: text, answers: json, asking: text, soft: flag, tag: text },
    [['lane']],
  ),
  doors: owned<'doors'>(
    {
      wrong: maybePart({ count: number, since: number }),
      kept: json,
      keptUntil: number,
      here: maybeText,
      hereUntil: number,
      locale,
    },
    [['lane']],
  ),
  invites: owned<'invites'>({ branch: text, member: text, until: number, used: maybePart(address) }, [
    ['lane', 'member'],
  ]),
  setups: owned<'setups'>({ branch: text, until: number, used: maybePart(address) }, [['lane']]),
  calls: owned<'calls'>({ branch: text, subject: text, member: text, toldBy: text, at: number }, [['lane', 'subject']]),
}

/** Every collection, declared once; both stores build, check and ask by it. */
export const declarations: Record<CollectionName, Declaration> = {
  ...documents,
  journal: declare<'journal'>(
    {
      _id: text,
      lane: text,
      at: number,
      order: number,
      open: oneOf(0, 1, 2),
      retryAt: maybeNumber,
      payload: maybeJson,
      decision: maybeJson,
      thrown: number,
      acceptedAt: number,
      doneAt: maybeNumber,
      blankedAt: maybeNumber,
      failed: flag,
      schema: number,
    },
    [
      ['open', 'lane', 'at', 'order'],
      ['open', 'retryAt'],
      ['open', 'acceptedAt'],
      ['open', 'failed', 'blankedAt', 'doneAt'],
      ['failed', 'acceptedAt'],
      ['lane', 'order'],
    ],
  ),
  lanes: declare<'lanes'>(
    {
      _id: text,
      current: maybeText,
      life: maybeText,
      tries: number,
      seq: number,
      lastOrder: number,
      stopped: maybeText,
      since: maybeNumber,
    },
    [['stopped'], ['current']],
  ),
  deliveries: declare<'deliveries'>(
    {
      _id: text,
      lane: text,
      recipient: text,
      addresses: list(address),
      turn: number,
      line: text,
      queue: oneOf('answer', 'bulk'),
      order: number,
      n: number,
      message: maybeJson,
      about: maybeText,
      key: maybeText,
      replaces: maybeText,
      withoutEdit: oneOf('new', 'cancel'),
      repeat: oneOf('never', 'harmless'),
      weight: number,
      silent: flag,
      state: oneOf('waiting', 'sending', ...finalStates),
      reason: maybeText,
      cancelled: flag,
      notBefore: maybeNumber,
      held: oneOf(0, 1),
      usefulUntil: maybeNumber,
      retryAt: maybeNumber,
      failingSince: maybeNumber,
      attempt: number,
      life: maybeText,
      claimedAt: maybeNumber,
      sentIds: list(String),
      sentAt: maybeNumber,
      blankedAt: maybeNumber,
      news: oneOf(0, 1),
      schema: number,
    },
    [
      ['state', 'held', 'queue', 'order', 'n'],
      ['state', 'held', 'notBefore'],
      ['state', 'usefulUntil'],
      ['state', 'claimedAt'],
      ['state', 'retryAt'],
      ['line', 'state', 'order', 'n'],
      ['key', 'order'],
      ['news', 'lane'],
      ['lane', 'order'],
      ['sentAt'],
      ['state', 'blankedAt', 'sentAt', 'order'],
    ],
  ),
  refs: declare<'refs'>({ _id: text, delivery: text }, []),
  webMessages: declare<'webMessages'>(
    {
      _id: text,
      chat: text,
      n: number,
      first: number,
      author: text,
      name: text,
      title: maybeText,
      text: text,
      choices: list({ label: text, does: text }),
      replyTo: maybeText,
      at: number,
      edited: flag,
    },
    [['chat', 'n']],
  ),
  machines: declare<'machines'>({ _id: text, version: number, value: json }, []),
}

export const collectionNames = Object.keys(declarations) as CollectionName[]
const documentNames = Object.keys(documents) as DocumentName[]
export const timedNames = documentNames.filter(
  (name) => documents[name].schema.path('nextAt') !== undefined,
) as TimedName[]

const scalars: Record<string, 'string' | 'number' | 'boolean'> = {
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
}

/** What `typeof` says of a field's values; undefined for objects, lists and fields that are not declared. */
export function scalarType(collection: CollectionName, field: string): 'string' | 'number' | 'boolean' | undefined {
  const { paths } = declarations[collection].schema
  return Object.hasOwn(paths, field) ? scalars[paths[field]!.instance] : undefined
}
