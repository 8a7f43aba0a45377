import type { Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { localDate, yearOf } from '../../domain/calendar/local-time.js'
import { ConfigError, StoreUnavailable } from '../../errors.js'
import { hasYear } from '../../rules/holidays.js'
import { createOwnership } from '../../store/owner/owner.js'
import type { Store } from '../../store/store.js'
import { checkFetches } from './check-fetches.js'
import { checkNews } from './check-news.js'
import { checkQuota } from './check-quota.js'
import { checkRefused } from './check-refused.js'
import { checkWebhookSecrets } from './check-webhook-secrets.js'
import { checkWork } from './check-work.js'
import { checkZaloBot } from './check-zalo-bot.js'
import { checkZaloOa } from './check-zalo-oa.js'
import { configLines } from '../config-lines.js'
import { exitCodes } from '../exit-codes.js'
import type { Finding } from './finding.js'
import { readAll } from '../read-all.js'
import { resumeLane } from './resume-lane.js'
import { retryEntry } from './retry-entry.js'
import type { Terminal } from '../terminal.js'
import { withOldStore } from '../with-store.js'

/** The Government's notice on next year's holidays comes in autumn. */
const packExpected = 10

export interface Examination {
  readConfig: () => Config
  terminal: Terminal
  /** Id of a failed entry to be done again. */
  retry?: string
  /** A stopped lane to let run again. */
  resume?: string
  /** Nobody is asked. */
  yes?: boolean
}

/** Says what is wrong and what to do about it. Returns the exit code: 0 when nothing is. */
export async function doctor(given: Examination): Promise<number> {
  const { terminal, retry, resume, yes = false } = given
  try {
    const config = given.readConfig()
    return await withOldStore(config, async (store, clock) => {
      if (retry !== undefined) return retryEntry({ store, clock, terminal, entry: retry })
      if (resume !== undefined) return resumeLane({ store, clock, terminal, lane: resume, yes })
      return examine(store, clock, config, terminal)
    })
  } catch (error) {
    if (error instanceof ConfigError) {
      terminal.print(`• ${configLines(terminal.t, error).join('\n  ')}`)
      return exitCodes.failed
    }
    if (error instanceof StoreUnavailable) return tell(terminal, [{ what: 'store', args: {} }])
    throw error
  }
}

async function examine(store: Store, clock: Clock, config: Config, terminal: Terminal): Promise<number> {
  const { t } = terminal
  const schema = (await store.get('machines', 'schema'))?.value['number']
  terminal.print(t('cli-doctor-config-good'))
  terminal.print(t('cli-doctor-store-good', { kind: store.kind, schema: String(schema) }))
  const branches = (await readAll(store, 'branches', { field: '_id', from: '' })).filter(({ gone }) => !gone)
  if (branches.length === 0) terminal.print(t('cli-doctor-no-branch'))
  for (const { _id, name } of branches) terminal.print(t('cli-doctor-branch', { branch: _id, name }))
  const working = !(await isFree(store, clock, config))
  terminal.print(t(working ? 'cli-doctor-working' : 'cli-doctor-idle'))
  return tell(terminal, [
    ...(await checkWork(store, clock, working)),
    ...(await checkNews(store, clock)),
    ...(await checkFetches(store, clock)),
    ...(await checkRefused(store, config)),
    ...(await checkZaloBot(config)),
    ...(await checkWebhookSecrets(store, clock, config)),
    ...(await checkQuota(store, clock, config)),
    ...(await checkZaloOa(store, clock, config)),
    ...checkHolidays(clock.now()),
  ])
}

/** Nobody works on this store now: it could be taken, and is given back at once. */
async function isFree(store: Store, clock: Clock, { dataDir }: Config): Promise<boolean> {
  const ownership = createOwnership(store, { dataDir, life: `doctor:${process.pid}`, clock })
  try {
    return await ownership.tryOnce()
  } finally {
    await ownership.release()
  }
}

function checkHolidays(now: number): Finding[] {
  const today = localDate(now)
  const year = yearOf(today)
  const needed = Number(today.slice(5, 7)) < packExpected ? [year] : [year, year + 1]
  return needed.filter((one) => !hasYear(one)).map((one) => ({ what: 'holidays', args: { year: String(one) } }))
}

function tell({ t, ...terminal }: Terminal, found: Finding[]): number {
  if (found.length === 0) terminal.print(t('cli-doctor-well'))
  for (const { what, args } of found) {
    terminal.print(`• ${t(`cli-doctor-${what}`, args)}`)
    if (what !== 'more') terminal.print(`  ${t('cli-doctor-todo', { what: t(`cli-doctor-${what}.todo`, args) })}`)
  }
  return found.length === 0 ? exitCodes.ok : exitCodes.failed
}
