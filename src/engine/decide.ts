import { addressKey, answered, type Update } from '../chat.js'
import { Refusal } from '../errors.js'
import { findByMessage } from '../store/deliveries.js'
import type { Decision, Entry, Payload } from '../store/entry.js'
import type { DocumentName } from '../store/store.js'
import type { Command, Ctx, Duty, Jobs } from './command.js'
import { createCtx, type Decision as Deciding, type Source, type Surroundings } from './ctx.js'
import { interpret, type Unknown } from './interpret.js'
import type { Decider } from './lanes.js'

const FIRST_RETRY_MS = 15 * 60_000
const LONGEST_RETRY_MS = 24 * 60 * 60_000
/** A decision is one document; beyond this it would come near to what a store takes in one. */
const LARGEST_DECISION = 4 * 1024 * 1024

export interface Parts {
  commands: readonly Command[]
  duties: readonly Duty[]
  jobs: Jobs
  /** Words nobody understands, in private. */
  unknown: Unknown
  /** An earlier message that somebody has changed. */
  edited(ctx: Ctx, update: Update & { kind: 'text' }): Promise<string>
  /** What is said and done in the lane of an account, and in that of a group. Returns what it was understood as. */
  account(ctx: Ctx, update: Update): Promise<string>
  chat(ctx: Ctx, update: Update): Promise<string>
}

/** Turns an entry into a decision by calling the command, duty or job it is for. */
export function createDecider(around: Surroundings, parts: Parts): Decider {
  async function decide(entry: Entry, order: number): Promise<Decision> {
    const { payload } = entry
    if (payload === null) throw new Error('the payload of an open entry is gone')
    const source = 'update' in payload ? sourceOf(payload.update) : null
    const deciding = await createCtx(around, entry, order, source)
    try {
      const did = await run(entry, payload, deciding.ctx)
      return await close(deciding, order, actorOf(deciding.ctx, payload), did, null)
    } catch (error) {
      if (!(error instanceof Refusal) || source === null) throw error
      return refuse(entry, order, source, error, deciding.wentAside())
    }
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
      const message = answered(update)
      const row = message === undefined ? null : await findByMessage(around.store, update.chat, message)
      // A button that arrived although its message is in doubt: it was delivered after all.
      if (row) ctx.mark(row._id, ['unknown'], 'sent')
      if (update.kind === 'text' && update.edited === true) return parts.edited(ctx, update)
      return interpret(ctx, parts.commands, update, row, parts.unknown)
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
    const deciding = await createCtx(around, entry, order, source)
    const { ctx } = deciding
    if (aside) ctx.aside()
    if (!keepsQuestion.has(refusal.key) && !source.pressed) await ctx.leaveDialogue()
    ctx.reply({ text: ctx.t(refusal.key, refusal.args) })
    return close(deciding, order, actorOf(ctx, entry.payload!), `refused: ${refusal.key}`, null)
  }

  async function fail(entry: Entry, order: number, cause: unknown): Promise<Decision> {
    const { payload } = entry
    const source = payload?.kind === 'update' ? sourceOf(payload.update) : null
    const deciding = await createCtx(around, entry, order, source)
    const { ctx } = deciding
    if (source && ctx.actor) ctx.reply({ text: ctx.t('engine-sorry') })
    if (payload?.kind === 'clock' || payload?.kind === 'rules') {
      const wait = Math.min(FIRST_RETRY_MS * 2 ** timesPosted(entry._id), LONGEST_RETRY_MS)
      ctx.post(entry.lane, payload, { _id: `${entry._id}:again`, retryAt: around.clock.real() + wait })
      const secretary = (await ctx.members()).find((member) => member.roles.includes('secretary'))
      if (secretary && timesPosted(entry._id) === 0)
        ctx.say(secretary, (t) => ({ text: t('engine-duty-failed') }), { silent: true })
    }
    return close(deciding, order, source ? addressKey(source.account) : 'clock', 'failed', className(cause))
  }

  async function close(
    deciding: Deciding,
    order: number,
    actor: string,
    did: string,
    failure: string | null,
  ): Promise<Decision> {
    const decision = await deciding.buffer.close({ order, at: around.clock.now(), actor, did, failure })
    if (Buffer.byteLength(JSON.stringify(decision)) > LARGEST_DECISION)
      throw new Error('the decision is larger than 4 MB')
    return decision
  }

  return { decide, fail }
}

/** After these the open question still waits for its answer. */
const keepsQuestion = new Set(['engine-question-over', 'engine-too-long'])

function sourceOf(update: Update): Source {
  const { from, chat, group, kind } = update
  const messageId = 'messageId' in update ? update.messageId : null
  return { account: from, chat, group, messageId, pressed: kind === 'choice' }
}

function actorOf(ctx: Ctx, payload: Payload): string {
  if (payload.kind === 'update') return ctx.actor?._id ?? addressKey(payload.update.from)
  return payload.kind === 'import' ? 'cli' : 'clock'
}

const timesPosted = (entry: string): number => entry.split(':again').length - 1
const className = (cause: unknown): string => (cause instanceof Error ? cause.constructor.name : typeof cause)
