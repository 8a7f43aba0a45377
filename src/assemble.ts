import { hostname } from 'node:os'
import { randomUUID } from 'node:crypto'
import { commands } from '../commands/index.js'
import type { Channel } from './chat.js'
import { createOrder, type Clock } from './clock.js'
import { hearAccount } from './duties/account/hear-account.js'
import { correctComment } from './duties/topics/correct-comment.js'
import { hearChat } from './duties/chat/hear-chat.js'
import { looseFile } from './duties/loose-file.js'
import { answerUnknown, mayBeComment } from './duties/unknown-words.js'
import { duties, jobs } from './duties/index.js'
import { createPlanner, type Planner } from './duties/planner.js'
import { createAccept, type Accept } from './engine/accept.js'
import { createDecider } from './engine/decide.js'
import { createLanes, type Lanes } from './engine/lanes.js'
import { createRounds, type Rounds } from './engine/rounds.js'
import type { Failpoint } from './failpoint.js'
import type { Log } from './log.js'
import type { Decision, Entry } from './store/entry.js'
import { createJournal, type Journal } from './store/journal.js'
import type { Store } from './store/store.js'
import type { Words } from './words.js'

/** The part of the house that decides: the same for the service and for the command line. */
export interface House {
  life: string
  order: () => number
  journal: Journal
  accept: Accept
  lanes: Lanes
  rounds: Rounds
  planner: Planner
}

export function assemble(options: {
  store: Store
  clock: Clock
  words: Words
  log: Log
  failpoint: Failpoint
  nudge: () => void
  inviteLink?: (code: string) => string | null
  selfOn?: (channel: Channel) => string | null
  readingLink?: (row: string, until: number) => string | null
  carriesFiles?: (channel: Channel) => boolean
  decided?: (entry: Entry, decision: Decision, ms: number) => void
}): House {
  const { store, clock, words, log, failpoint, nudge } = options
  const life = `${hostname()}:${process.pid}:${randomUUID()}`
  const order = createOrder(clock)
  const journal = createJournal(store, clock, order)
  const decider = createDecider(
    {
      store,
      words,
      clock,
      inviteLink: options.inviteLink ?? (() => null),
      selfOn: options.selfOn ?? (() => null),
      readingLink: options.readingLink ?? (() => null),
      carriesFiles: options.carriesFiles ?? (() => true),
    },
    {
      commands,
      duties,
      jobs,
      stray: { words: answerUnknown, mayBeComment, file: looseFile },
      edited: correctComment,
      account: hearAccount,
      chat: hearChat,
    },
  )
  const decided = options.decided ? { decided: options.decided } : {}
  const lanes = createLanes({ store, journal, clock, order, life, log, decider, failpoint, ...decided })
  return {
    life,
    order,
    journal,
    accept: createAccept({ store, journal, failpoint, nudge }),
    lanes,
    rounds: createRounds({ store, lanes, clock, log }),
    planner: createPlanner({ store, journal, clock }),
  }
}
