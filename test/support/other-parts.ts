import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Choice, Update } from '../../src/chat.js'
import { duties, jobs } from '../../src/duties/index.js'
import { createDecider, type Parts } from '../../src/engine/decide.js'
import type { Stray } from '../../src/engine/interpret.js'
import { createLanes } from '../../src/engine/lanes.js'
import { noFailpoint } from '../../src/failpoint.js'
import type { Store } from '../../src/store/store.js'
import type { TestHouse } from './house.js'
import { words } from './words.js'

const lane = 'branch:CB-PTH'

/** Nothing is made of what nobody asked for. */
export const noStray: Stray = {
  words: () => Promise.resolve(),
  mayBeComment: () => Promise.resolve(false),
  file: () => Promise.resolve(null),
}

/** The engine of a house with commands and duties of the test's own, on the same store; one lane, one try at a time. */
export function withParts(house: TestHouse, parts: Partial<Parts>, store: Store = house.store) {
  const { clock, assembled } = house
  const decider = createDecider(
    { store, words, clock, inviteLink: () => null, readingLink: () => null, carriesFiles: () => true },
    {
      commands: [],
      duties,
      jobs,
      stray: noStray,
      edited: () => Promise.resolve(''),
      account: () => Promise.resolve(''),
      chat: () => Promise.resolve(''),
      ...parts,
    },
  )
  const lanes = createLanes({
    store,
    journal: assembled.journal,
    clock,
    order: assembled.order,
    life: randomUUID(),
    log: pino({ level: 'silent' }),
    decider,
    failpoint: noFailpoint,
  })
  return {
    /** Puts it into the journal under this id; nothing is decided yet. */
    async hear(id: string, member: string, text: string): Promise<void> {
      await assembled.accept(said(house, member, { id, text }))
    },
    /** One turn of the branch's lane; true when it threw. */
    async fails(): Promise<boolean> {
      return lanes.work(lane).then(
        () => false,
        () => true,
      )
    },
    work: () => lanes.work(lane),
    /** Turns until nothing is open, however often it throws on the way; how often that was. */
    async workOff(): Promise<number> {
      for (let thrown = 0; ;) {
        const did = await lanes.work(lane).catch(() => 'threw' as const)
        if (did === 'threw') thrown++
        else if (!did) return thrown
      }
    },
  }
}

/** What somebody says as the port hands it over. */
export function said(
  { clock }: Pick<TestHouse, 'clock'>,
  who: string,
  what: { id: string; text: string; group?: boolean; replyTo?: string; mention?: boolean },
): Update & { kind: 'text' } {
  const { id, text, group = false, replyTo, mention } = what
  return {
    ...from(clock.now(), who, group, id),
    kind: 'text',
    text,
    messageId: `in:${id}`,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(mention === undefined ? {} : { mention }),
  }
}

export function pressed(
  { clock }: Pick<TestHouse, 'clock'>,
  who: string,
  what: { id: string; does: Choice['does']; messageId: string; group?: boolean },
): Update {
  const { id, does, messageId, group = false } = what
  return { ...from(clock.now(), who, group, id), kind: 'choice', data: does, messageId }
}

const from = (now: number, who: string, group: boolean, id: string) => ({
  id,
  at: Math.floor(now / 1000) * 1000,
  from: { channel: 'web' as const, id: who },
  name: who,
  chat: { channel: 'web' as const, id: group ? 'group' : who },
  group,
})
