import { addressKey, answered, type Update } from '../chat.js'
import { inCharge } from '../domain/people/in-charge.js'
import { Refusal } from '../errors.js'
import { findByMessage } from '../store/deliveries.js'
import type { Decision, Entry, Payload } from '../store/entry.js'
import type { DocumentName } from '../store/store.js'
import type { T } from '../words.js'
import type { Command, Ctx, Duty, Jobs } from './command.js'
import { NOT_AGREED, sayWhereToAgree, speaksBeforeConsent } from './before-consent.js'
import { byLabel } from './by-label.js'
import { byNumber } from './by-number.js'
import { createCtx, type Decision as Deciding, type Source, type Surroundings } from './ctx.js'
import { runForm } from './dialogue.js'
import { interpret, type Stray } from './interpret.js'
import type { Decider } from './lanes.js'
import { matchCommand } from './match-command.js'
import { silenced, stamped, type Written } from './secret.js'

const FIRST_RETRY_MS = 15 * 60_000
const LONGEST_RETRY_MS = 24 * 60 * 60_000
/** A decision is one document; beyond this it would come near to what a store takes in one. */
const LARGEST_DECISION = 4 * 1024 * 1024

export interface Parts {
  commands: readonly Command[]
  duties: readonly Duty[]
  jobs: Jobs
  stray: Stray
  /** An earlier message that somebody has changed. */
  edited(ctx: Ctx, update: Written): Promise<string>
  /** What is said and done in the lane of an account, and in that of a group. Returns what it was understood as. */
  account(ctx: Ctx, update: Update): Promise<string>
  chat(ctx: Ctx, update: Update): Promise<string>
}

/** Turns an entry into a decision by calling the command, duty or job it is for. */
export function createDecider(around: Surroundings, parts: Parts): Decider {
  async function decide(taken: Entry, order: number): Promise<Decision> {
    if (taken.payload === null) throw new Error('the payload of an open entry is gone')
    const numbered = await byNumber(around.store, taken.lane, taken.payload)
    const payload = await byLabel(around.store, taken.lane, numbered)
    const entry = { ...taken, payload }
    const source = sourceOf(payload)
    const deciding = await createCtx(around, entry, order, source, perform)
    const { ctx } = deciding
    const secret = stamped(payload)
    try {
      const did = secret ? await hush(ctx, secret) : await run(entry, payload, ctx)
      const unkept = secret !== null || did === NOT_AGREED
      return await close(deciding, order, { actor: actorOf(ctx, payload), did, failure: null, secret: unkept })
    } catch (error) {
      if (!(error instanceof Refusal) || source === null) throw error
      return refuse(entry, order, source, error, deciding.wentAside())
    }
  }

  async function perform(ctx: Ctx, line: string): Promise<void> {
    const match = matchCommand(parts.commands, line)
    if (!match) throw new Error(`no form is named by ${line}`)
    await runForm(ctx, match)
  }

  /** What bears a stamp of secrecy goes no further and is not kept. Whoever we know is told so; to others it was nothing. */
  async function hush(ctx: Ctx, update: Written): Promise<string> {
    if (await speaksBeforeConsent(ctx, update)) return sayWhereToAgree(ctx, parts.commands, update, false)
    const t = update.hidden === true ? null : await wordsFor(ctx, update)
    if (t === null) return heard(ctx, silenced(update))
    ctx.aside()
    ctx.reply({ text: t(update.kind === 'file' ? 'file-secret' : 'file-secret-text') })
    return 'refused: secret'
  }

  async function run(entry: Entry, payload: Payload, ctx: Ctx): Promise<string> {
    switch (payload.kind) {
      case 'update':
        return heard(ctx, payload.update)
      case 'clock':
        return due(ctx, payload.collection as DocumentName, payload.document)
      default:
        await (parts.jobs[payload.kind] as (ctx: Ctx, payload: Payload) => Promise<void>)(ctx, payload)
        return payload.kind
    }
  }

  async function heard(ctx: Ctx, update: Update): Promise<string> {
    if (ctx.lane.startsWith('account:')) return parts.account(ctx, update)
    if (ctx.lane.startsWith('chat:')) return parts.chat(ctx, update)
    if (update.hidden === true) {
      if (update.kind === 'text') ctx.reply({ text: ctx.t('nhom-hidden') }, { silent: true })
      return 'hidden'
    }
    if (ctx.actor) {
      const unagreed = await speaksBeforeConsent(ctx, update)
      const message = answered(update)
      const row = message === undefined ? null : await findByMessage(around.store, update.chat, message)
      // A button that arrived although its message is in doubt: it was delivered after all.
      if (row) ctx.mark(row._id, ['unknown'], 'sent')
      if (unagreed) return sayWhereToAgree(ctx, parts.commands, update, row !== null)
      if ((update.kind === 'text' || update.kind === 'file') && update.edited === true) return parts.edited(ctx, update)
      return interpret(ctx, parts.commands, update, row, parts.stray)
    }
    // Not of this branch (any more): only the account's own lane speaks to him, and a group hears nothing.
    if (!update.group) ctx.post(`account:${addressKey(update.from)}`, { kind: 'stray', branch: ctx.branch._id, update })
    return 'no member'
  }

  async function due(ctx: Ctx, collection: DocumentName, id: string): Promise<string> {
    const duty = parts.duties.find((candidate) => candidate.collection === collection)
    const doc = (await ctx.get(collection, id)) as { gone: boolean; nextAt: number | null } | null
    if (!duty || !doc || doc.gone || doc.nextAt === null || doc.nextAt > ctx.at) return 'not due'
    await duty.run(ctx, doc as never)
    const after = (await ctx.get(collection, id)) as { nextAt: number | null }
    if (after.nextAt !== null && after.nextAt <= ctx.at) throw new Error(`the duty of ${collection} left ${id} due`)
    return collection
  }

  /** Nothing of the decision is kept but the polite no; a question that was open stays open. */
  async function refuse(
    entry: Entry,
    order: number,
    source: Source,
    refusal: Refusal,
    aside: boolean,
  ): Promise<Decision> {
    const deciding = await createCtx(around, entry, order, source, perform)
    const { ctx } = deciding
    if (aside) ctx.aside()
    const payload = entry.payload!
    // A file comes when it comes: what he is asked by then is another matter.
    const keeps = keepsQuestion.has(refusal.key) || source.pressed || payload.kind === 'file'
    if (!keeps) await ctx.leaveDialogue()
    ctx.reply({ text: ctx.t(refusal.key, refusal.args) })
    const did = `refused: ${refusal.key}`
    return close(deciding, order, { actor: actorOf(ctx, payload), did, failure: null, secret: false })
  }

  async function fail(entry: Entry, order: number, cause: unknown): Promise<Decision> {
    const { payload } = entry
    const source = payload && sourceOf(payload)
    const deciding = await createCtx(around, entry, order, source, perform)
    const { ctx } = deciding
    if (source && ctx.actor) ctx.reply({ text: ctx.t('engine-sorry') })
    if (payload?.kind === 'clock' || payload?.kind === 'rules') {
      const wait = Math.min(FIRST_RETRY_MS * 2 ** timesPosted(entry._id), LONGEST_RETRY_MS)
      ctx.post(entry.lane, payload, { _id: `${entry._id}:again`, retryAt: around.clock.real() + wait })
      if (timesPosted(entry._id) === 0)
        ctx.say(inCharge(await ctx.members()), (t) => ({ text: t('engine-duty-failed') }), { silent: true })
    }
    const actor = source ? addressKey(source.account) : 'clock'
    const secret = payload !== null && stamped(payload) !== null
    return close(deciding, order, { actor, did: 'failed', failure: className(cause), secret })
  }

  async function close(
    deciding: Deciding,
    order: number,
    rest: Pick<Decision, 'actor' | 'did' | 'failure' | 'secret'>,
  ): Promise<Decision> {
    const decision = await deciding.buffer.close({ order, at: around.clock.now(), ...rest })
    if (Buffer.byteLength(JSON.stringify(decision)) > LARGEST_DECISION)
      throw new Error('the decision is larger than 4 MB')
    return decision
  }

  return { decide, fail }
}

/** After these the open question still waits for its answer. */
const keepsQuestion = new Set(['engine-question-over', 'engine-too-long', 'file-what-for', 'file-not-here'])

function sourceOf(payload: Payload): Source | null {
  if (payload.kind === 'file') return payload.sender && { ...payload.sender, pressed: false }
  if (!('update' in payload)) return null
  const { update } = payload
  const { from, chat, group, kind } = update
  const messageId = 'messageId' in update ? update.messageId : null
  return { account: from, chat, group, messageId, pressed: kind === 'choice' }
}

function actorOf(ctx: Ctx, payload: Payload): string {
  const source = payload.kind === 'stray' ? null : sourceOf(payload)
  if (source) return ctx.actor?._id ?? addressKey(source.account)
  return payload.kind === 'import' ? 'cli' : 'clock'
}

/** In the language of a member, or of an account that is some branch's; null for strangers, and in groups without a branch. */
async function wordsFor(ctx: Ctx, { from, group }: Update): Promise<T | null> {
  if (ctx.lane.startsWith('branch:')) return ctx.actor && ctx.t
  const key = addressKey(from)
  const account = group ? null : await ctx.get('accounts', key)
  if (!account || account.branches.length === 0) return null
  return ctx.words((await ctx.get('doors', key))?.locale ?? 'vi')
}

const timesPosted = (entry: string): number => entry.split(':again').length - 1
const className = (cause: unknown): string => (cause instanceof Error ? cause.constructor.name : typeof cause)
