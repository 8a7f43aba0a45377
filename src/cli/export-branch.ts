import { addressKey } from '../chat.js'
import type { Config } from '../config.js'
import type { Branch } from '../domain/branch.js'
import type { KeptFile } from '../domain/files/kept-file.js'
import type { Delivery } from '../store/delivery.js'
import type { Entry } from '../store/entry.js'
import type { DocumentName, Documents, Store } from '../store/store.js'
import { exitCodes } from './exit-codes.js'
import { readAll } from './read-all.js'
import type { Terminal } from './terminal.js'
import { withOldStore } from './with-store.js'

/** Documents whose ids begin with the branch's. */
const byId = ['members', 'meetings', 'answers', 'turns', 'skips', 'swaps', 'topics', 'comments', 'dialogues'] as const

/** Prints everything of a branch as JSON, comments verbatim. Returns the exit code. */
export async function exportBranch(given: {
  config: Config
  terminal: Terminal
  branch: string
  pageSize?: number
}): Promise<number> {
  const { config, terminal, branch: id, pageSize } = given
  return withOldStore(config, async (store, clock) => {
    const branch = await findBranch(store, id)
    if (!branch) {
      const known = (await store.find('branches', {})).map(({ _id }) => _id).join(', ')
      terminal.complain(terminal.t('cli-export-unknown', { branch: id, known: known === '' ? '–' : known }))
      return exitCodes.failed
    }
    const exported = { exportedAt: clock.real(), ...(await everythingOf(store, branch, pageSize)) }
    terminal.print(JSON.stringify(exported, null, 2))
    return exitCodes.ok
  })
}

const findBranch = async (store: Store, id: string): Promise<Branch | null> =>
  (await store.get('branches', id)) ?? (await store.find('branches', { code: id }, { limit: 1 }))[0] ?? null

async function everythingOf(store: Store, branch: Branch, pageSize?: number): Promise<Record<string, unknown>> {
  const { _id, lane } = branch
  // ';' comes right after ':', so this is every id that begins with `<branch>:`.
  const ids = { field: '_id', from: `${_id}:`, below: `${_id};` } as const
  const documents: Partial<{ [C in DocumentName]: Documents[C][] }> = {}
  for (const name of byId) documents[name] = (await readAll(store, name, ids, pageSize)) as never
  const calls = await readAll(store, 'calls', { where: { lane }, field: 'subject', from: '' }, pageSize)
  const deliveries = await readAll(store, 'deliveries', { where: { lane }, field: 'order', from: 0 }, pageSize)
  const journal = await readAll(store, 'journal', { where: { lane }, field: 'order', from: 0 }, pageSize)
  return {
    branch,
    ...documents,
    files: (await readAll(store, 'files', ids, pageSize)).map(fileLine),
    accounts: await consents(store, documents.members!),
    calls,
    deliveries: deliveries.map(deliveryLine),
    journal: journal.map(auditLine),
  }
}

/** What each account agreed to; what it has to do with other branches is not this one's. */
async function consents(store: Store, members: Documents['members'][]): Promise<object[]> {
  const addresses = members.flatMap(({ accounts }) => accounts)
  const accounts = await Promise.all(addresses.map((address) => store.get('accounts', addressKey(address))))
  return accounts.filter((account) => account !== null).map(({ _id, agreed, blocked }) => ({ _id, agreed, blocked }))
}

/** A file as the branch keeps it, by the hash of its bytes, without what its platform calls it. */
const fileLine = (kept: KeptFile): object => {
  const { known: _, ...file } = kept
  return file
}

/** A message as it was said, without what its buttons carry and what only the courier needs. */
const deliveryLine = (row: Delivery): object => {
  const {
    _id,
    recipient,
    addresses,
    queue,
    order,
    n,
    message,
    about,
    key,
    state,
    reason,
    cancelled,
    notBefore,
    usefulUntil,
    sentIds,
    sentAt,
  } = row
  const { title = null, text = null } = message ?? {}
  return {
    _id,
    recipient,
    addresses,
    queue,
    order,
    n,
    title,
    text,
    about,
    key,
    state,
    reason,
    cancelled,
    notBefore,
    usefulUntil,
    sentIds,
    sentAt,
  }
}

/** Who, what, when, from where, and what was decided. */
const auditLine = ({ _id, at, acceptedAt, doneAt, open, failed, payload, decision }: Entry): object => ({
  _id,
  kind: payload?.kind ?? null,
  from: payload?.kind === 'update' ? addressKey(payload.update.from) : null,
  chat: payload?.kind === 'update' ? addressKey(payload.update.chat) : null,
  at,
  acceptedAt,
  doneAt,
  open: open !== 0,
  failed,
  actor: decision?.actor ?? null,
  did: decision?.did ?? null,
  failure: decision?.failure ?? null,
  saved: decision?.saves.map(({ collection, doc }) => `${collection}/${doc._id}@${doc.version}`) ?? [],
  said: decision?.says.map((row) => row._id) ?? [],
  cancelled: decision?.cancels ?? [],
  posted: decision?.posts.map((post) => post._id) ?? [],
})
