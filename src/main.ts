import { setTimeout as sleep } from 'node:timers/promises'
import { assemble } from './assemble.js'
import { createChannels } from './channels.js'
import type { Channel, Platform, Update } from './chat.js'
import { commands } from '../commands/index.js'
import { createCarefully } from './carefully.js'
import { createClock } from './clock.js'
import { createJumpWatch } from './clock-jump.js'
import { readConfig, type Config } from './config.js'
import { createCourier } from './delivery/courier.js'
import { readQuota } from './delivery/quota.js'
import { createFetcher } from './delivery/fetcher.js'
import { seedDemo } from './demo.js'
import { examineFile } from './documents/examine-file.js'
import { createAdvance, readOffset } from './duties/advance.js'
import { raiseSchema } from './duties/schema/raise-schema.js'
import { ConfigError } from './errors.js'
import { createFailpoint } from './failpoint.js'
import { hearChannel } from './hear-channels.js'
import { createHourlySweep } from './hourly-sweep.js'
import { createLog, type Log } from './log.js'
import { createNudge } from './nudge.js'
import { offerSetup } from './offer-setup.js'
import { openPatiently } from './open-patiently.js'
import { stopSignal } from './stop-signal.js'
import { createOwnership } from './store/owner/owner.js'
import { keepLinkKeys, sealLink } from './store/reading-links.js'
import { inviteLinkOf, rememberSelf } from './store/selves.js'
import type { Store } from './store/store.js'
import { createWall } from './store/wall.js'
import { createMetrics } from './web/metrics.js'
import { createReadingPage } from './web/pages/reading/reading-page.js'
import { createSimulator } from './web/pages/simulator.js'
import { createWebServer } from './web/server.js'
import { createWords } from './words.js'

const TICK_MS = 15_000
const FIRST_TICK_MS = 2000
/** The worker looks into the store this often, beside being nudged. */
const LOOK_MS = 200
/** Where all slots of a platform are taken, the next one is not waited for longer than need be. */
const SLOT_MS = 50
/** What is still running then is left to the next start: a kill is safe at every point. */
const GRACE_MS = 18_000
const LAST_WORDS_MS = 1000

/** Runs the service until SIGTERM or SIGINT; resolves when everything is drained. */
export async function run(config: Config = readConfig()): Promise<void> {
  const log = createLog(config.logLevel)
  const store = await openPatiently(config, log)
  try {
    await serve(config, store, log)
  } finally {
    // Left open, it would keep a process alive whose start was refused.
    await store.close()
  }
  log.info('stopped')
}

async function serve(config: Config, store: Store, log: Log): Promise<void> {
  const clock = createClock()
  const failpoint = createFailpoint(config.failpoint)
  if (config.failpoint !== undefined)
    log.warn({ failpoint: config.failpoint }, 'FAILPOINT is set: this process will kill itself')
  const words = createWords(new URL('../locales/', import.meta.url))
  const metrics = createMetrics()
  const nudge = createNudge()
  const carefully = createCarefully({ log, nudge })
  const stop = new AbortController()
  const streams = new AbortController()

  await readOffset(store, clock)
  if (!config.webChat && (await store.get('machines', 'simulator')) !== null) throw new ConfigError('config-demo-store')
  /** Name of the bot on each channel; known once its platform has answered. */
  const selves = new Map<Channel, string>()
  const inviteLink = (code: string): string | null =>
    inviteLinkOf({ _id: '', version: 1, value: { name: selves.get('telegram') ?? '' } }, code)
  const { publicUrl } = config
  const linkKeys = publicUrl === null ? [] : await keepLinkKeys(store, clock.real())
  const readingLink = (row: string, until: number): string | null =>
    publicUrl === null ? null : `${publicUrl.replace(/\/+$/u, '')}/doc/${sealLink(linkKeys, { row, until })}`
  const house = assemble({
    store,
    clock,
    words,
    log,
    failpoint,
    nudge,
    inviteLink,
    selfOn: (channel) => selves.get(channel) || null,
    readingLink,
    carriesFiles: (channel) => publicUrl !== null || platforms.get(channel)?.can.files !== false,
    decided(entry, decision, ms) {
      const kind = entry.payload?.kind ?? 'none'
      metrics.entryDecided(kind, ms)
      if (decision.failure !== null) metrics.entryFailed(kind)
      channels.ownMenus?.heed(decision)
    },
  })
  const wall = createWall(store, clock, house.order)
  const channels = createChannels({
    config,
    store,
    failpoint,
    commands,
    words,
    wall,
    clock,
    log,
    ending: stop.signal,
    read: (sha256) => store.files.open(sha256),
  })
  const { webChat } = channels
  const platforms = new Map<Channel, Platform>(channels.platforms.map((platform) => [platform.name, platform]))
  /** Whose webhooks would find nobody yet. */
  const unheard = new Set(channels.platforms.filter((platform) => !channels.polls(platform)))
  const ownership = createOwnership(store, { dataDir: config.dataDir, life: house.life, clock })
  const around = {
    store,
    clock,
    log,
    journal: house.journal,
    platforms,
    life: house.life,
    left: () => ownership.left(),
    failpoint,
  }
  const courier = createCourier({
    ...around,
    quotas: channels.quotas,
    ended: (channel, state) => metrics.delivery(channel, state),
  })
  const fetcher = createFetcher({
    ...around,
    folder: config.dataDir,
    examine: examineFile,
    nudge,
    ended: (channel, came) => metrics.file(channel, came),
  })

  let tickDue = false
  let ticked = clock.mono()
  const wakeUp = (): void => {
    tickDue = true
    nudge()
  }
  const jumped = createJumpWatch(clock)
  const readClock = async (): Promise<void> => {
    if ((await readOffset(store, clock)) || jumped()) wakeUp()
  }
  const tick = async (): Promise<boolean> => {
    await readClock()
    if (!tickDue) return false
    tickDue = false
    const added = await house.planner.tick()
    ticked = clock.mono()
    return added > 0
  }

  const sweep = createHourlySweep({ store, clock })

  const server = createWebServer({
    host: config.host,
    port: config.port,
    trustProxy: config.trustProxy,
    log,
    metrics: metrics.registry,
    metricsToken: config.metricsToken ?? undefined,
    async health() {
      await store.ping()
      const lag = Math.max(0, clock.mono() - ticked - TICK_MS)
      metrics.tickLag(lag)
      metrics.openEntries(await store.count('journal', { open: 1 }))
      for (const [channel, limit] of channels.quotas)
        metrics.quota(channel, (await readQuota(store, clock, channel, limit)).sent, limit)
      return {
        store: true,
        tickLagMs: ownership.held ? lag : null,
        working: ownership.held,
        hearing: unheard.size === 0,
      }
    },
    routers: [
      ...channels.routers,
      ...(publicUrl === null ? [] : [createReadingPage({ store, clock, words })]),
      ...(webChat
        ? [
            createSimulator({
              store,
              clock,
              words,
              wall,
              log,
              hear: (heard) => webChat.hear(heard),
              readClock,
              advance: createAdvance({ store, clock, nudge: wakeUp }),
              signal: streams.signal,
            }),
          ]
        : []),
    ],
  })

  /** Ends the service for what only a person can mend. */
  let giveUp: (error: Error) => void
  const givenUp = new Promise<Error>((resolve) => (giveUp = resolve))
  const receive = async (update: Update): Promise<void> => {
    await house.accept(update)
    metrics.entryAccepted(update.kind)
  }
  const hear = (platform: Platform, signal: AbortSignal): Promise<void> => {
    const asked = (): void => void unheard.delete(platform)
    const about = { platform, standing: channels.standingOf(platform), refuses: metrics.refused }
    return hearChannel({ ...about, receive, signal, log, asked, known: (me) => greet(platform, me) }).catch(giveUp!)
  }
  let offering: Promise<void> = Promise.resolve()
  async function greet(platform: Platform, me: { name: string }): Promise<void> {
    if (platform.name === 'web') return
    selves.set(platform.name, me.name)
    if (platform.name === 'telegram') await rememberSelf(store, platform.name, me.name)
    // One after another: two channels that answer at once must not draw two codes.
    offering = offering.catch(() => undefined).then(() => offerSetup(store, clock, words.in(config.lang), inviteLink))
    await offering
  }

  if (webChat) await seedDemo(store, house.journal, clock, new URL('../data/demo-branch.json', import.meta.url))
  const { port } = await server.listen()
  log.info({ port, store: store.kind }, 'listening')
  if (webChat) process.stdout.write(`\n  Chi Bộ Bot: http://${config.host}:${port}/\n\n`)
  const called = [...platforms.values()].filter((one) => !channels.polls(one)).map((one) => hear(one, stop.signal))

  // By the monotonic clock: a timetable on the wall clock stands still after that was set back, and makes up for every
  // tick of the time it was set ahead.
  const ticking = setInterval(wakeUp, TICK_MS)
  setTimeout(wakeUp, FIRST_TICK_MS).unref()
  const working = work()
  const problem = await Promise.race([stopSignal(log), givenUp])
  const patience = setTimeout(() => {
    log.warn('not everything was drained in time; the next start goes on from the store')
    process.exit(0)
  }, GRACE_MS)
  patience.unref()
  clearInterval(ticking)
  stop.abort()
  streams.abort()
  nudge()
  await server.close()
  await working
  // A channel may have something to write down yet; one that is only just saying hello has not.
  await Promise.race([Promise.all(called), sleep(LAST_WORDS_MS)])
  clearTimeout(patience)
  if (problem) throw problem

  async function work(): Promise<void> {
    while (!stop.signal.aborted) {
      if (await carefully(() => ownership.acquire(stop.signal))) await workWhileOurs()
    }
    await Promise.all([courier.stop(), fetcher.stop(), channels.ownMenus?.settled()])
    await ownership.release()
  }

  /** The tick, the lanes, the courier. */
  async function workWhileOurs(): Promise<void> {
    log.info('this instance works')
    // What another should have done until now is not our lag.
    ticked = clock.mono()
    let recovered = false
    const ours = new AbortController()
    const hearing = [...platforms.values()]
      .filter((platform) => channels.polls(platform))
      .map((platform) => hear(platform, AbortSignal.any([ours.signal, stop.signal])))
    while (ownership.held && !stop.signal.aborted) {
      await carefully(async () => {
        if (!recovered) await raiseSchema({ store, journal: house.journal, clock })
        if (!recovered) await courier.recover()
        recovered = true
        const planned = await tick()
        const decided = await house.rounds.round()
        const sent = await courier.pump()
        const fetched = await fetcher.pump()
        const swept = await sweep()
        channels.ownMenus?.keep()
        if (!planned && !decided && !sent && !fetched && !swept)
          await nudge.wait(courier.waitsForSlot() ? SLOT_MS : LOOK_MS)
      })
    }
    if (!stop.signal.aborted) log.warn('the store is no longer ours')
    ours.abort()
    await Promise.all(hearing)
  }
}
