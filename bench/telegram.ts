import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TelegramPerson } from '../test/emulators/telegram/people/person.js'
import { openLargeBranch, type LargeBranch } from '../test/telegram/large-branch.js'
import { median, ms, quantile, type Figures } from './figures.js'
import type { Place } from './places.js'
import { progress } from './progress.js'
import { startService } from './service.js'
import { filesOnTelegram } from './telegram-files.js'

const STARTS = 5
const MEMBERS = 900
const ASKING = 20
const PATIENCE_MS = 300_000

/** The built product on Telegram's emulator, which keeps Telegram's limits. */
export async function onTelegram(place: Place): Promise<Figures> {
  return [...(await ofStarts(place)), ...(await ofNotice(place)), ...(await filesOnTelegram(place))]
}

/**
 * From the spawn to the answer to a command that had been waiting. Each time another member's: what the life before sent
 * to a chat in the last minute counts as sent at the start, so the same one would wait a second for his next answer.
 */
async function ofStarts(place: Place): Promise<Figures> {
  progress(`${place.name}: ${STARTS} starts on Telegram`)
  const branch = await openLargeBranch(11, place.env())
  const took: number[] = []
  const resident: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const sent = branch.tg.sent().length
    branch.people[round]!.says(branch.bot, '/trogiup')
    const answered = branch.tg.until(() => branch.tg.sent().length > sent, PATIENCE_MS).then(() => performance.now())
    const service = await startService(branch.env)
    took.push((await answered) - service.began)
    resident.push(service.residentMb())
    await service.stop()
  }
  await branch.tg.stop()
  return [
    [`Telegram: start to first answer, median of ${STARTS}`, ms(median(took))],
    ['  resident memory then, median', `${median(resident).toFixed(0)} MB`],
  ]
}

/** A notice to many, and commands of some while it goes out: half of them have it, half wait for it. */
async function ofNotice(place: Place): Promise<Figures> {
  progress(`${place.name}: a notice to ${MEMBERS} members on Telegram`)
  const branch = await openLargeBranch(MEMBERS, place.env())
  const { tg, people, notices, refused } = branch
  const service = await startService(branch.env)
  const send = await branch.prepareNotice(() => '')
  tg.limit(true)
  await send()
  await tg.until(() => notices().length >= 100, PATIENCE_MS)
  const took: number[] = []
  for (let n = 0; n < ASKING; n++) {
    const reached = new Set(notices().map(({ room }) => room.id))
    const person = people.findLast((one) => reached.has(one.id) === (n % 2 === 0) && !branch.hasMenu(one))
    if (person) took.push(await answerMs(branch, person))
    await sleep(300)
  }
  const asked = notices().length
  await tg.until(() => notices().length >= MEMBERS, PATIENCE_MS)
  const times = notices().map(({ at }) => at)
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000
  const resident = service.residentMb()
  await service.stop()
  await tg.stop()
  const readers = new Set(notices().map(({ room }) => room.id))
  return [
    [
      `Telegram: messages a second, notice to ${MEMBERS} and ${took.length} answers`,
      ((MEMBERS + took.length) / seconds).toFixed(1),
    ],
    ['  told to slow down (429)', String(refused())],
    ['  who has it twice, who misses it', `${notices().length - readers.size}, ${MEMBERS - readers.size}`],
    [`  a command meanwhile, p50 of ${took.length} (${asked} had gone out at the last)`, ms(median(took))],
    ['  a command meanwhile, longest', ms(quantile(took, 1))],
    ['  resident memory after it', `${resident.toFixed(0)} MB`],
  ]
}

async function answerMs({ tg, bot, hasMenu }: LargeBranch, person: TelegramPerson): Promise<number> {
  const began = performance.now()
  person.says(bot, '/trogiup')
  await tg.until(() => hasMenu(person), PATIENCE_MS)
  return performance.now() - began
}
