import type { Duty, Jobs } from '../engine/command.js'
import { dialogueDuty } from './dialogue.js'
import { importBranch } from './branch/import-branch.js'
import { bind, bound, link, linked } from './branch/link-account.js'
import { meetingDuty } from './meetings/meeting.js'
import { planMonthsDuty } from './meetings/plan-months.js'
import { rulesChanged } from './branch/rules-changed.js'
import { swapDuty } from './rotation/swap.js'
import { tellOutcomes } from './tell-outcomes.js'
import { topicDuty } from './topics/topic.js'
import { turnDuty } from './rotation/turn.js'

/** What a document does when its time has come: one duty a collection. */
export const duties: readonly Duty[] = [planMonthsDuty, meetingDuty, turnDuty, swapDuty, topicDuty, dialogueDuty]

/** What is done with posts of other lanes, news of deliveries, and lines of the command line. */
export const jobs: Jobs = {
  rules: rulesChanged,
  outcome: tellOutcomes,
  import: importBranch,
  link,
  linked,
  bind,
  bound,
}
