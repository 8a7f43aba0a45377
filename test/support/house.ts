import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import { assemble, type House as Assembled } from '../../src/assemble.js'
import type { Channel, FileRef, Platform } from '../../src/chat.js'
import type { Clock } from '../../src/clock.js'
import { createCourier } from '../../src/delivery/courier.js'
import { createFetcher } from '../../src/delivery/fetcher.js'
import { examineFile } from '../../src/documents/examine-file.js'
import { instant } from '../../src/domain/calendar/local-time.js'
import { createAdvance } from '../../src/duties/advance.js'
import { readRoster } from '../../src/duties/branch/read-roster.js'
import { noFailpoint } from '../../src/failpoint.js'
import { createWebChat } from '../../src/platforms/web-chat.js'
import { keepLinkKeys, sealLink } from '../../src/store/reading-links.js'
import { inviteLinkOf } from '../../src/store/selves.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { WebMessage } from '../../src/store/delivery.js'
import type { Store } from '../../src/store/store.js'
import { createWall } from '../../src/store/wall.js'
import { demoFile } from './demo-file.js'
import { isCalled } from './is-called.js'
import { standingClock } from './standing-clock.js'
import { words } from './words.js'

/** The whole product but the web server, in one process, on a store in memory: real parts, driven as members drive it. */
export interface TestHouse {
  store: Store
  clock: Clock
  assembled: Assembled
  /** Says it in the speaker's private chat, and waits until everything that follows has happened. */
  say(member: string, text: string, replyTo?: string): Promise<void>
  sayInGroup(member: string, text: string, replyTo?: string): Promise<void>
  /** Sends a file in his private chat, with these words as its caption. The page itself can send none: it comes as from another channel. */
  sendFile(
    member: string,
    file: Partial<FileRef> & { bytes: Uint8Array; album?: string },
    caption: string,
    replyTo?: string,
  ): Promise<void>
  /** Presses the choice with this label under the newest message of that chat that bears it. */
  press(member: string, label: string, where?: 'private' | 'group'): Promise<void>
  /** Presses with data of the caller's own making, under the newest message of the private chat. */
  forge(member: string, data: string): Promise<void>
  /** What stands in a private chat (or `group`), oldest first; the bot's messages only. Off the page by its address key. */
  sees(chat: string): Promise<WebMessage[]>
  /** The newest message of the bot in that chat. */
  last(chat: string): Promise<WebMessage>
  advance(to: 'next' | 'day' | 'month'): Promise<void>
  /** Moves the clock, without stopping at what falls due on the way; then everything due is done. */
  jump(date: string, time: string): Promise<void>
  settle(): Promise<void>
  import(roster: unknown): Promise<void>
  close(): Promise<void>
}

export async function openHouse(
  options: {
    at?: [date: string, time: string]
    roster?: unknown
    buttons?: boolean
    links?: string
    /** Another channel beside the page: its chats stand on the same wall, under its own addresses. */
    beside?: Channel
    /** What the bot is called on channels that are in use beside the page. */
    selves?: Partial<Record<Channel, string>>
  } = {},
): Promise<TestHouse> {
  const store = await openSqlite({ path: ':memory:' })
  const clock = standingClock(instant(...(options.at ?? ['2026-12-15', '08:00'])))
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' })
  const { links, selves = {} } = options
  const keys = await keepLinkKeys(store, clock.real())
  const readingLink = (row: string, until: number): string | null =>
    links === undefined ? null : `${links}/doc/${sealLink(keys, { row, until })}`
  const carriesFiles = (channel: Channel): boolean => links !== undefined || platforms.get(channel)!.can.files
  const nothing = (): void => undefined
  const assembled = assemble({
    store,
    clock,
    words,
    log,
    failpoint: noFailpoint,
    nudge: nothing,
    inviteLink: (code) => inviteLinkOf({ _id: '', version: 1, value: { name: selves.telegram ?? '' } }, code),
    selfOn: (channel) => selves[channel] ?? null,
    readingLink,
    carriesFiles,
  })
  const wall = createWall(store, clock, assembled.order)
  const web = createWebChat({ wall, log })
  const sent = new Map<string, Uint8Array>()
  const open = (file: FileRef) => Readable.from([sent.get(file.id)!])
  const platforms = new Map<Channel, Platform>([
    ['web', { ...web, open, ...(options.buttons === false && asNumbers(web)) }],
  ])
  const { beside } = options
  if (beside) platforms.set(beside, { ...web, name: beside, can: { ...web.can, files: beside !== 'zalo-bot' } })
  const courier = createCourier({
    store,
    clock,
    log,
    journal: assembled.journal,
    platforms,
    life: assembled.life,
    left: () => Infinity,
    failpoint: noFailpoint,
  })
  const folder = mkdtempSync(join(tmpdir(), 'chibot-house-'))
  const fetcher = createFetcher({
    store,
    clock,
    log,
    journal: assembled.journal,
    platforms,
    life: assembled.life,
    left: () => Infinity,
    folder,
    examine: examineFile,
    failpoint: noFailpoint,
  })
  void web.listen((update) => assembled.accept(update), new AbortController().signal)

  async function settle(): Promise<void> {
    for (;;) {
      const worked = [
        await assembled.planner.tick(),
        await assembled.rounds.round(),
        await courier.pump(),
        await fetcher.pump(),
      ]
      if (
        worked.every((did) => did === 0 || did === false) &&
        (await courier.idle()) &&
        (await fetcher.idle()) &&
        (await store.count('journal', { open: 1 })) === 0
      )
        return
      // The store answers without waiting: the disk needs its turn.
      if (!(await fetcher.idle())) await turn()
    }
  }

  async function heard(
    member: string,
    group: boolean,
    what: { text: string; replyTo?: string } | { data: string; messageId: string },
  ): Promise<void> {
    const as = { channel: 'web' as const, id: member }
    const chat = group ? { channel: 'web' as const, id: 'group' } : as
    const said = { id: randomUUID(), as, name: member, chat, group, at: clock.now() }
    await web.hear('text' in what ? { ...said, kind: 'text', ...what } : { ...said, kind: 'choice', ...what })
    await settle()
  }

  const sees = async (chat: string): Promise<WebMessage[]> => {
    const all = await store.find(
      'webMessages',
      { chat: chat.includes(':') ? chat : `web:${chat}`, n: { gt: 0 } },
      { sort: { field: 'n' }, limit: 10_000 },
    )
    return all.filter((message) => message.author === 'bot').sort((a, b) => a.first - b.first)
  }
  const last = async (chat: string): Promise<WebMessage> => {
    const found = (await sees(chat)).at(-1)
    if (!found) throw new Error(`${chat} has seen nothing`)
    return found
  }

  /** The worker runs beside the clock, as it does in the service. */
  async function advance(to: 'next' | 'day' | 'month'): Promise<void> {
    let running = true
    const worker = (async () => {
      // The store answers without waiting: timers need their turn.
      for (; running; await turn()) await settle()
    })()
    await createAdvance({ store, clock, nudge: () => undefined })(to, () => undefined)
    running = false
    await worker
  }

  const house: TestHouse = {
    store,
    clock,
    assembled,
    settle,
    sees,
    last,
    advance,
    say: (member, text, replyTo) => heard(member, false, { text, ...(replyTo === undefined ? {} : { replyTo }) }),
    sayInGroup: (member, text, replyTo) => heard(member, true, { text, ...(replyTo === undefined ? {} : { replyTo }) }),
    async sendFile(member, { bytes, album, ...given }, caption, replyTo) {
      const id = randomUUID()
      sent.set(id, bytes)
      const from = { channel: 'web' as const, id: member }
      const said = { id: `web:${id}`, at: Math.floor(clock.now() / 1000) * 1000, from, name: member, chat: from }
      const unnamed = { kind: 'document' as const, name: null, mime: null, size: bytes.length }
      const file = { ...unnamed, ...given, channel: 'web' as const, id }
      const more = { ...(album !== undefined && { album }), ...(replyTo !== undefined && { replyTo }) }
      await assembled.accept({
        ...said,
        ...more,
        group: false,
        kind: 'file',
        file,
        text: caption,
        messageId: `in:${id}`,
      })
      await settle()
    },
    async press(member, label, where = 'private') {
      const messages = await sees(where === 'group' ? 'group' : member)
      const message = messages.reverse().find((one) => one.choices.some((choice) => isCalled(choice, label)))
      if (!message) throw new Error(`${member} sees no button «${label}»`)
      const data = message.choices.find((choice) => isCalled(choice, label))!.does
      await heard(member, where === 'group', { data, messageId: message._id })
    },
    async forge(member, data) {
      await heard(member, false, { data, messageId: (await sees(member)).at(-1)?._id ?? 'none' })
    },
    async jump(date, time) {
      clock.setOffset(instant(date, time) - clock.real())
      await settle()
    },
    async import(roster) {
      const reading = readRoster(roster)
      if ('problems' in reading) throw new Error(reading.problems.join('; '))
      const lane = `branch:${reading.roster.branch}`
      await assembled.journal.accept([
        { _id: `cli:${randomUUID()}`, lane, at: clock.now(), payload: { kind: 'import', roster: reading.roster } },
      ])
      await settle()
    },
    async close() {
      await courier.stop()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
  await house.import(options.roster ?? demoFile())
  return house
}

/** The page as a channel that has no buttons: choices are numbered lines. */
const asNumbers = (web: Platform): Pick<Platform, 'can' | 'parts'> => ({
  can: { ...web.can, buttons: false },
  parts({ choices = [], ...message }, firstNumber) {
    const lines = choices.map(({ label }, index) => `${firstNumber + index}. ${label}`)
    return web.parts({ ...message, text: [message.text, ...lines].join('\n') }, 1)
  },
})
