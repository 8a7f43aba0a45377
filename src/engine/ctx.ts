import { createHash } from 'node:crypto'
import { addressKey, type Address, type Channel } from '../chat.js'
import type { Clock } from '../clock.js'
import type { Branch } from '../domain/branch.js'
import { calendarOf, type Calendar } from '../domain/calendar/calendar.js'
import { day } from '../domain/calendar/local-time.js'
import type { Dialogue } from '../domain/people/contact.js'
import { isOpen } from '../domain/people/is-open.js'
import { hasChannel, openAccounts, type Member } from '../domain/people/member.js'
import { sortMembers } from '../domain/people/names.js'
import { quietUntil } from '../domain/calendar/quiet-hours.js'
import { branchOfLane } from '../domain/record.js'
import { mayRead } from '../domain/people/rights.js'
import { weights } from '../domain/weight.js'
import { holidaysOf } from '../rules/holidays.js'
import { newDelivery, rowsOf } from '../store/deliveries.js'
import type { Entry } from '../store/entry.js'
import { newFetch, type Sender } from '../store/files/fetch.js'
import { linkDays } from '../store/reading-links.js'
import type { Store } from '../store/store.js'
import { createWindows } from '../store/windows.js'
import type { Locale, T, Words } from '../words.js'
import { createBuffer, type Buffer } from './buffer.js'
import { withFitButtons } from './buttons.js'
import { memberOf } from './member-of.js'
import { withLink } from './with-link.js'
import { withNumberLine } from './with-number-line.js'
import type { Build, Ctx, Expectation, Recipients, SayOptions } from './command.js'

/** Among these somebody's newest message is sought: a notice to a large branch, and what followed it. */
const RECENT_ROWS = 1000

export interface Source extends Sender {
  pressed: boolean
}

/** The context of one decision, and the buffer behind it that commands do not see. */
export interface Decision {
  ctx: Ctx
  buffer: Buffer
  /** Whether what was said in the group is answered in private. */
  wentAside(): boolean
}

export interface Surroundings {
  store: Store
  words: Words
  clock: Clock
  /** A link that opens the bot with a code; null while no channel that has such links is on. */
  inviteLink(code: string): string | null
  /** Who the bot is on a channel, as people find it there; null where it is not in use, or not known. */
  selfOn?(channel: Channel): string | null
  /** Where one member reads what this row says, until then; null where the service has no address. */
  readingLink(row: string, until: number): string | null
  /** A file goes out on this channel, as itself or by such a link. */
  carriesFiles(channel: Channel): boolean
}

/** Runs a command line as the actor of a context. */
export type Perform = (ctx: Ctx, line: string) => Promise<void>

/** Reads the branch and the actor once; everything later is read as it is asked for. */
export async function createCtx(
  around: Surroundings,
  entry: Entry,
  order: number,
  source: Source | null,
  perform: Perform = () => Promise.reject(new Error('there are no commands here')),
): Promise<Decision> {
  const { store, words, clock } = around
  const buffer = createBuffer(store, entry._id, entry.lane)
  let branch = entry.lane.startsWith('branch:') ? await store.get('branches', branchOfLane(entry.lane)) : null
  const actor = source && branch ? await memberOf(store, branch, source.account) : null
  let calendar: Calendar = calendarOf(holidaysOf, branch?.holidays ?? [])
  const now = clock.now()
  const localeOf = (reader: Member | null): Locale => reader?.locale ?? branch?.locale ?? 'vi'
  let keys = 0
  let rows = 0
  let here = source && { address: source.chat, group: source.group, reached: true }

  const ctx: Ctx = {
    entry: entry._id,
    lane: entry.lane,
    at: entry.at,
    now,
    get branch() {
      if (!branch) throw new Error(`${entry.lane} has no branch`)
      return branch
    },
    get calendar() {
      return calendar
    },
    actor,
    source,
    t: words.in(localeOf(actor)),
    words: (locale) => words.in(locale),
    get: (collection, id) => buffer.get(collection, id),
    find: (collection, where, options) => buffer.find(collection, where, options),
    async members() {
      const all = await buffer.find('members', { lane: entry.lane })
      return sortMembers(all.filter((member) => member.status !== 'moved'))
    },
    rows: (key) => rowsOf(store, key),
    row: (id) => store.get('deliveries', id),
    lastHeard: ({ channel, id }) => createWindows(store, channel).lastInbound(id),
    async lastSaid() {
      const latest = { sort: { field: 'order', descending: true }, limit: RECENT_ROWS }
      const rows = actor ? await store.find('deliveries', { lane: entry.lane }, latest) : []
      const said = rows.filter((row) => row.recipient === actor!._id && row.state === 'sent' && row.message !== null)
      return said.sort((a, b) => b.order - a.order || b.n - a.n)[0] ?? null
    },
    save(collection, doc) {
      const saved = buffer.save(collection, doc)
      if (collection === 'branches') {
        branch = saved as Branch
        calendar = calendarOf(holidaysOf, branch.holidays)
      }
      return saved
    },
    say,
    aside() {
      if (!here?.group) return
      const account = addressKey(source!.account)
      const reached = !actor || openAccounts(actor).some((own) => addressKey(own) === account)
      say('here', (t) => ({ text: t(reached ? 'engine-see-private' : 'engine-private-closed') }))
      here = { address: source!.account, group: false, reached }
    },
    reply: (message, options) => say('here', () => message, options),
    cancel: (key) => void buffer.cancels.push(key),
    mark: (delivery, from, to) => void buffer.marks.push({ delivery, from, to }),
    post(lane, payload, options = {}) {
      buffer.posts.push({ _id: `${entry._id}:post:${buffer.posts.length}`, lane, at: entry.at, payload, ...options })
    },
    fetch(ref, { purpose, caption }) {
      const n = buffer.fetches.length
      buffer.fetches.push(newFetch({ entry, n, sender: source && senderOf(source), purpose, caption, ref }))
    },
    file: (bytes) => store.files.put([bytes]),
    perform: (line) => perform(ctx, line),
    async asking() {
      const dialogue = await ownDialogue()
      return isOpen(dialogue, entry.at) ? dialogue.form : null
    },
    expect(expectation: Expectation) {
      const tag = ctx.key()
      expectations.push({ ...expectation, tag })
      return tag
    },
    leaveDialogue,
    inviteLink: (code) => around.inviteLink(code),
    selfOn: (channel) => around.selfOn?.(channel) ?? null,
    carriesFiles: (channel) => around.carriesFiles(channel),
    key: () => shortHash(`${entry._id}#${keys++}`),
  }
  const expectations: (Expectation & { tag: string })[] = []

  function say(to: Recipients, build: Build, options: SayOptions = {}): string[] {
    if (typeof to === 'object' && 'channel' in to) return [sayTo(to, build, options)]
    if (to === 'group') return branch?.groups.map((group) => sayToGroup(group, build, options)) ?? []
    if (typeof to === 'object' && 'chat' in to) return [sayToGroup(to.chat, build, options)]
    if (to === 'here' && here!.group) return [sayToGroup(here!.address, build, options, true)]
    const readers = to === 'here' ? [to] : Array.isArray(to) ? to : [to]
    return readers.map((reader) => {
      const member = reader === 'here' ? actor : reader
      if (member) guard(member, options)
      const addresses = reader !== 'here' ? reader.accounts : here!.reached ? [here!.address] : []
      // Where nothing reaches him by now, that it did not is no news.
      const news = reader === 'here' || hasChannel(reader) ? options : { ...options, silent: true }
      const t = words.in(localeOf(member))
      const message = build(t, member)
      const fit = member?.simple ? { ...message, simple: true as const } : message
      const recipient = member?._id ?? addressKey(addresses[0]!)
      return row(recipient, addresses, fit, reader === 'here', news, member && t('engine-by-number'), member && t)
    })
  }

  function sayToGroup(address: Address, build: Build, options: SayOptions, answers = false): string {
    guard('group', options)
    const t = words.in(localeOf(null))
    return row('group', [address], build(t, null), answers, options, t('engine-by-number-group'))
  }

  /** An account's or a group's own lane speaks to it, and to nobody else. */
  function sayTo(address: Address, build: Build, options: SayOptions): string {
    const key = addressKey(address)
    if (entry.lane !== `account:${key}` && entry.lane !== `chat:${key}`)
      throw new Error(`${entry.lane} speaks to ${key}`)
    const line = entry.lane.startsWith('chat:') ? ctx.t('engine-by-number-group') : null
    return row(key, [address], build(ctx.t, null), false, options, line)
  }

  function row(
    recipient: string,
    addresses: Address[],
    message: ReturnType<Build>,
    here: boolean,
    options: SayOptions,
    /** How a choice is taken where it is a line of the text. */
    numberLine: string | null,
    /** Words of the one member it is for. */
    own: T | null = null,
  ): string {
    const { queue = here ? 'answer' : 'bulk', quiet = 'all', about, key, replaces } = options
    const _id = `${entry._id}:${rows}:${recipient}`
    const link = own && around.readingLink(_id, Math.max(now, options.notBefore ?? 0) + linkDays * day)
    const fits = withFitButtons(message)
    const fit = numberLine === null ? fits : withNumberLine(fits, numberLine)
    const delivery = newDelivery({
      _id,
      lane: entry.lane,
      recipient,
      addresses,
      queue,
      order,
      n: rows++,
      message: link && own ? withLink(fit, link, own) : fit,
      about: about ?? null,
      key: key ?? null,
      replaces: replaces ?? null,
      withoutEdit: options.withoutEdit ?? 'new',
      repeat: options.repeat ?? 'never',
      weight: options.weight ?? weights.other,
      silent: options.silent ?? false,
      notBefore: queue === 'bulk' ? awake(options.notBefore, quiet) : (options.notBefore ?? null),
      usefulUntil: options.usefulUntil ?? null,
      now,
    })
    buffer.says.push(delivery)
    return delivery._id
  }

  function awake(notBefore: number | undefined, quiet: NonNullable<SayOptions['quiet']>): number | null {
    const earliest = Math.max(now, notBefore ?? 0)
    if (quiet === 'none' || !branch) return notBefore ?? null
    const until = quietUntil(earliest, branch.quiet, calendar, { ignoreNoon: quiet === 'night' })
    return until > now ? until : null
  }

  const ownDialogue = async (): Promise<Dialogue | null> =>
    source && branch ? buffer.get('dialogues', dialogueId(branch, source.account)) : null

  async function leaveDialogue(): Promise<'question' | 'joining' | null> {
    const dialogue = await ownDialogue()
    if (!dialogue || dialogue.gone) return null
    buffer.save('dialogues', { ...dialogue, gone: true, nextAt: null })
    return dialogue.soft ? 'joining' : 'question'
  }

  /** Soft dialogues are saved last, so that leaving one dialogue and expecting the next are one save. */
  async function settle(): Promise<void> {
    for (const { form, answers, asking, minutes, tag } of expectations) {
      const _id = dialogueId(ctx.branch, source!.account)
      const version = (await buffer.get('dialogues', _id))?.version ?? 0
      buffer.save('dialogues', {
        _id,
        version,
        branch: ctx.branch._id,
        account: addressKey(source!.account),
        form,
        answers,
        asking,
        soft: true,
        tag,
        gone: false,
        nextAt: entry.at + minutes * 60_000,
      })
    }
  }
  const close = buffer.close.bind(buffer)
  buffer.close = async (rest) => {
    await settle()
    return close(rest)
  }
  return { ctx, buffer, wentAside: () => source?.group === true && here?.group === false }
}

function guard(reader: Member | 'group', options: SayOptions): void {
  const of = options.class ?? (reader === 'group' ? 'group' : 'branch')
  if (!mayRead(reader, of, options.concerns))
    throw new Error(`a ${of} text must not go to ${reader === 'group' ? 'the group' : reader._id}`)
}

const senderOf = ({ account, chat, group, messageId }: Source): Sender => ({ account, chat, group, messageId })

export const dialogueId = (branch: Branch, account: Address): string => `${branch._id}:${addressKey(account)}`

/** Eight symbols without look-alikes: 39 bits, enough to be unique inside a branch. */
function shortHash(text: string): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = createHash('sha256').update(text).digest()
  return Array.from(bytes.subarray(0, 8), (byte) => alphabet[byte % alphabet.length]).join('')
}
