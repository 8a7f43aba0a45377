import type { Duty, Jobs } from '../engine/command.js'
import { dialogueDuty } from './dialogue.js'
import { importBranch } from './branch/import-branch.js'
import { doorDuty } from './account/door.js'
import { link, refused, stray, unlink } from './account/link.js'
import { bound, claim, unbound } from './branch/group.js'
import { agreed, linked, reach } from './branch/linked.js'
import { setup } from './branch/found-branch.js'
import { useCode } from './branch/use-code.js'
import { bind, moved, unbind } from './chat/bind.js'
import { fileCame } from './files/file-came.js'
import { meetingDuty } from './meetings/meeting.js'
import { planMonthsDuty } from './meetings/plan-months.js'
import { restored } from './branch/restored.js'
import { returned } from './branch/returned.js'
import { rulesChanged } from './branch/rules-changed.js'
import { step } from './schema/steps.js'
import { swapDuty } from './rotation/swap.js'
import { tellChannel } from './tell-channel.js'
import { tellOutcomes } from './tell-outcomes.js'
import { topicDuty } from './topics/topic.js'
import { turnDuty } from './rotation/turn.js'

/** What a document does when its time has come: one duty a collection. */
export const duties: readonly Duty[] = [
  planMonthsDuty,
  meetingDuty,
  turnDuty,
  swapDuty,
  topicDuty,
  dialogueDuty,
  doorDuty,
]

/** What is done with posts of other lanes, news of deliveries, and lines of the command line. */
export const jobs: Jobs = {
  rules: rulesChanged,
  outcome: tellOutcomes,
  channel: tellChannel,
  import: importBranch,
  link,
  linked,
  agreed,
  unlink,
  stray,
  reach,
  setup,
  code: useCode,
  refused,
  returned,
  claim,
  bind,
  bound,
  unbind,
  unbound,
  moved,
  file: fileCame,
  step,
  restored,
}
