import { createClock, type Clock } from '../../clock.js'
import type { Config } from '../../config.js'
import { createFailpoint } from '../../failpoint.js'
import { collectionNames } from '../../store/collections.js'
import { createLog } from '../../log.js'
import { openStore, openUnchecked } from '../../store/open-store.js'
import type { Store } from '../../store/store.js'
import { createLoader, openSnapshot, type Place } from '../../store/whole/place.js'
import { placeBound } from '../../store/whole/snapshot.js'
import { isEmpty, markUnfinished, unfinishedBy } from '../../store/whole/unfinished.js'
import { exitCodes } from '../exit-codes.js'
import { createBatches } from '../fill-store.js'
import { createProgress } from '../progress.js'
import { takeStore } from '../take-store.js'
import type { Terminal } from '../terminal.js'
import { printsOf, showComparison } from './compare-stores.js'
import { targetOf } from './target-of.js'

interface Move {
  config: Config
  terminal: Terminal
  to: string
}

interface End {
  place: Place
  store: Store
}

/** Copies everything into an empty store and compares; where it came from nothing changes. Returns the exit code. */
export async function moveStore({ config, terminal, to }: Move): Promise<number> {
  const { t } = terminal
  const refuse = (why: string, args = {}): number => {
    terminal.complain(t(`cli-move-${why}`, args))
    return exitCodes.failed
  }
  const place = targetOf(to, config.dataDir)
  if (!place) return refuse('no-target')
  const { mongodbUri, dataDir } = config
  if (place.mongodbUri !== null && place.mongodbUri === mongodbUri) return refuse('target-owned')
  const from: End = {
    place: config,
    store: await openStore({ ...(mongodbUri === null ? {} : { mongodbUri }), dataDir, log: createLog('silent') }),
  }
  const closings = [() => from.store.close()]
  const clock = createClock()
  try {
    if (await isEmpty(from.store)) return refuse('nothing')
    const source = await takeStore({ store: from.store, dataDir, clock, terminal })
    if (!source) return refuse('owned')
    closings.unshift(() => source.release())
    const into: End = { place, store: await openUnchecked(place) }
    closings.unshift(() => into.store.close())
    const target = await takeStore({ store: into.store, dataDir: place.dataDir, clock, terminal })
    if (!target) return refuse('target-owned')
    closings.unshift(() => target.release())
    if (!(await isEmpty(into.store)) && (await unfinishedBy(into.store)) !== 'move') return refuse('not-empty')

    await markUnfinished(into.store, 'move')
    await copy(from, into, { config, terminal, clock })
    const same = showComparison(terminal, await printsOf(from.place, from.store), await printsOf(place, into.store))
    if (!source.held || !target.held) return refuse('lost')
    if (!same) return refuse('differs-all')
    await markUnfinished(into.store, null)
    terminal.print(
      t(place.mongodbUri === null ? 'cli-move-done-sqlite' : 'cli-move-done-mongo', { folder: place.dataDir }),
    )
    return exitCodes.ok
  } finally {
    for (const close of closings) await close()
  }
}

/** Whatever an earlier attempt has left goes first. */
async function copy(
  from: End,
  into: End,
  { config, terminal, clock }: { config: Config; terminal: Terminal; clock: Clock },
): Promise<void> {
  const failpoint = createFailpoint(config.failpoint)
  const snapshot = await openSnapshot(from.place, { alone: true })
  const loader = await createLoader(into.place)
  try {
    const counts = await Promise.all(collectionNames.map((name) => snapshot.count(name)))
    const total = counts.reduce((sum, count) => sum + count, 0)
    const went = createProgress(terminal, () => clock.mono(), total)
    const batches = createBatches(loader, went, failpoint)
    await loader.clear()
    for (const name of collectionNames) {
      for await (const row of snapshot.rows(name)) {
        if (name !== 'machines' || !placeBound.includes(row._id)) await batches.add(name, row)
      }
    }
    await batches.flush()
    await copyFiles(from.store, into.store)
    await loader.finish()
  } finally {
    await loader.close()
    await snapshot.close()
  }
  failpoint('fill:after')
}

async function copyFiles(from: Store, into: Store): Promise<void> {
  for (let after = ''; ;) {
    const page = await from.files.list(after, 100)
    for (const { sha256 } of page) {
      if (!(await into.files.has(sha256))) await into.files.put(from.files.open(sha256))
    }
    if (page.length < 100) return
    after = page.at(-1)!.sha256
  }
}
