import type { Duty, Jobs } from '../engine/command.js'
import { dialogueDuty } from './dialogue.js'
import { importBranch } from './import-branch.js'
import { bind, bound, link, linked } from './link-account.js'
import { meetingDuty } from './meeting.js'
import { planMonthsDuty } from './plan-months.js'
import { rulesChanged } from './rules-changed.js'
import { swapDuty } from './swap.js'
import { tellOutcomes } from './tell-outcomes.js'
import { topicDuty } from './topic.js'
import { turnDuty } from './turn.js'

/** What a document does when its time has come: one duty a collection. */
export const duties: readonly Duty[] = [
  planMonthsDuty,
  meetingDuty,
  turnDuty,
  swapDuty,
  topicDuty,
  dialogueDuty,
]

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
