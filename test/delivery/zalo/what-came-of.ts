import { MINUTE, SECOND } from '../stage.js'
import type { ZaloStage } from './zalo-stage.js'
import type { Address } from '../../../src/chat.js'

const KEY = 'notice:tb:2027-02:1'
/** Longer than a closed channel is waited for. */
const LONG = [10, 10, 11]

/**
 * What the product does about one answer of a platform, in words, from what it was seen to do: to `both`, who has another
 * channel behind the first, and to `only`, who has none. `strikes`: the platform answers so many of the next calls so.
 */
export async function whatCameOf(
  stage: ZaloStage,
  strikes: (count: number) => void,
  { both, only, calls }: { both: Address[]; only: Address; calls: () => number },
): Promise<string> {
  const say = (recipient: string, addresses: Address[]) =>
    stage.say({ recipient: `tb:${recipient}`, addresses, key: KEY, weight: 5 })
  const reasonToCall = async (): Promise<string> => {
    const { callList, failed, waiting } = await stage.list(KEY)
    const called = callList.map(({ member }) => member.key)
    const { reason } = [...failed, ...waiting].find(({ recipient }) => recipient === 'tb:only')!
    return called.includes('only') && !called.includes('both') ? `call list (${reason})` : 'NOT ON THE CALL LIST'
  }
  const told = async (): Promise<string> => {
    const all = await stage.news()
    return all.length === 0 ? '' : `; told: ${all.map(({ what, code }) => `${what} ${code ?? ''}`.trim()).join(', ')}`
  }

  const before = renewals(stage)
  strikes(1)
  const first = await say('both', both)
  await stage.settle()
  const row = await stage.row(first._id)

  if (row.state === 'unknown') {
    stage.time.pass(2 * 60 * MINUTE)
    await stage.settle()
    const { inDoubt } = await stage.list(KEY)
    return `in doubt, called ${calls()} time, listed ${inDoubt.length}${await told()}`
  }
  if (row.state === 'sent' && row.turn === 0) return `token renewed ${renewals(stage) - before} time, sent at once`
  if (row.state === 'sent') {
    const asked = calls()
    strikes(1)
    await say('only', [only])
    await stage.settle()
    const again = calls() === asked ? ', not asked again' : ''
    return `next channel (${row.refused.join()}), ${await reasonToCall()}${again}${await told()}`
  }
  const wait = row.retryAt! - stage.time.real()
  if ((await told()) === '') {
    stage.time.pass(wait - SECOND)
    await stage.settle()
    const early = (await stage.row(first._id)).state
    stage.time.pass(SECOND)
    await stage.settle()
    const { state, turn } = await stage.row(first._id)
    return `${early} for ${wait / SECOND} s, then ${state} on channel ${turn + 1}`
  }
  strikes(100)
  const second = await say('only', [only])
  for (const minutes of LONG) {
    stage.time.pass(minutes * MINUTE)
    await stage.settle()
  }
  const moved = await stage.row(first._id)
  const { state } = await stage.row(second._id)
  return `closed, asked every ${wait / SECOND} s; after 30 min next channel (${moved.refused.join()}), ${state}, ${await reasonToCall()}${await told()}`
}

const renewals = ({ oa }: ZaloStage): number => oa.calls.filter(({ path }) => path === '/v4/oa/access_token').length
