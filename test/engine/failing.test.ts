import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { command, type Command, type Duty } from '../../src/engine/command.js'
import { Refusal, StoreUnavailable } from '../../src/errors.js'
import type { Store } from '../../src/store/store.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { withParts } from '../support/other-parts.js'

const sorry =
  'Rất tiếc, hệ thống chưa xử lý được tin nhắn vừa rồi; nội dung đã được giữ lại. Đề nghị đồng chí thử lại sau ít phút, hoặc báo bí thư chi bộ.'
const dutyFailed = /^Có một việc tự động của chi bộ chưa thực hiện được/u

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const texts = async (chat: string) => (await house.sees(chat)).map(({ text }) => text)
const entry = async (id: string) => (await house.store.get('journal', id))!

/** Fails as long as it is told to; else says what it was given. */
function fragile(): Command & { broken: boolean; runs: number } {
  const made = command({
    name: 'thu',
    may: 'member',
    ask: { words: { words: 'engine-send', read: (_ctx, text) => ({ value: text }), given: () => '' } },
    run(ctx, { words }) {
      state.runs++
      ctx.save('members', { ...ctx.actor!, name: 'half done' })
      ctx.say('group', () => ({ text: 'half said' }))
      if (state.broken) throw new TypeError(`nobody's business: ${words}`)
      ctx.save('members', { ...ctx.actor! })
      ctx.reply({ text: `done: ${words}` })
      return Promise.resolve()
    },
  })
  const state = Object.assign(made, { broken: true, runs: 0 })
  return state
}

describe('a decision that throws', () => {
  test('is tried five times, then apologised for once; its words are kept and the lane goes on', async () => {
    const thu = fragile()
    const engine = withParts(house, { commands: [thu] })
    await engine.hear('web:bad', 'm05', '/thu điều tôi đã viết')
    for (let tries = 1; tries < 5; tries++) {
      expect(await engine.fails()).toBe(true)
      expect(await entry('web:bad')).toMatchObject({ thrown: tries, open: 1, decision: null })
    }
    expect(await engine.fails()).toBe(false)
    const failed = await entry('web:bad')
    expect(failed).toMatchObject({
      open: 0,
      failed: true,
      decision: { did: 'failed', failure: 'TypeError', saves: [] },
    })
    expect(failed.payload).toMatchObject({ kind: 'update', update: { text: '/thu điều tôi đã viết' } })
    expect(JSON.stringify(failed.decision)).not.toContain('business')

    thu.broken = false
    await engine.hear('web:good', 'm06', '/thu xong')
    expect(await engine.workOff()).toBe(0)
    await house.settle()
    expect(await texts('m05')).toEqual([sorry])
    expect(await texts('m06')).toEqual(['done: xong'])
    expect(await house.store.get('members', 'CB-PTH:m05')).toMatchObject({ name: 'Hoàng Minh Đức' })
    expect(thu.runs).toBe(6)
  })

  test('may succeed at a later try, and then nobody hears of it', async () => {
    const thu = fragile()
    const engine = withParts(house, { commands: [thu] })
    await engine.hear('web:once', 'm05', '/thu ý kiến')
    expect([await engine.fails(), await engine.fails()]).toEqual([true, true])
    thu.broken = false
    expect(await engine.workOff()).toBe(0)
    await house.settle()
    expect(await texts('m05')).toEqual(['done: ý kiến'])
    expect(await entry('web:once')).toMatchObject({ failed: false, thrown: 2 })
  })

  test('holds up its own lane only, and what comes after it is not lost', async () => {
    const thu = fragile()
    const engine = withParts(house, { commands: [thu] })
    await engine.hear('web:bad', 'm05', '/thu')
    await engine.hear('web:next', 'm05', '/thu')
    expect(await engine.workOff()).toBe(8)
    await house.settle()
    expect(await texts('m05')).toEqual([sorry, sorry])
    expect(await house.store.count('journal', { open: 1 })).toBe(0)
  })

  test('of a group apologises there, without a word of what was said', async () => {
    const engine = withParts(house, { commands: [fragile()] })
    await house.assembled.accept({
      id: 'web:g', kind: 'text', text: '/thu', messageId: 'in:g', at: house.clock.now(), name: '', group: true,
      from: { channel: 'web', id: 'm05' }, chat: { channel: 'web', id: 'group' },
    }) // prettier-ignore
    await engine.workOff()
    await house.settle()
    expect(await texts('group')).toEqual([sorry])
  })

  test('a button that says more than a platform carries is such a failure', async () => {
    const long = command({
      name: 'thu',
      may: 'member',
      run(ctx) {
        ctx.reply({ text: 'x', choices: [{ label: 'x', does: `gopy ${'ệ'.repeat(20)}` }] })
        return Promise.resolve()
      },
    })
    const engine = withParts(house, { commands: [long] })
    await engine.hear('web:long', 'm05', '/thu')
    await engine.workOff()
    await house.settle()
    expect(await texts('m05')).toEqual([sorry])
  })

  test('a decision of more than 4 MB is such a failure', async () => {
    const huge = command({
      name: 'thu',
      may: 'member',
      run(ctx) {
        ctx.reply({ text: 'x'.repeat(4 * 1024 * 1024) })
        return Promise.resolve()
      },
    })
    const engine = withParts(house, { commands: [huge] })
    await engine.hear('web:huge', 'm05', '/thu')
    await engine.workOff()
    await house.settle()
    expect(await texts('m05')).toEqual([sorry])
  })
})

test('a refusal keeps nothing of the decision but the polite no', async () => {
  const refusing = command({
    name: 'thu',
    may: 'member',
    run(ctx) {
      ctx.save('members', { ...ctx.actor!, name: 'half done' })
      ctx.say('group', () => ({ text: 'half said' }))
      ctx.cancel('notice:something')
      ctx.post('account:web:m06', { kind: 'rules' })
      throw new Refusal('duhop-no-absence')
    },
  })
  const engine = withParts(house, { commands: [refusing] })
  await engine.hear('web:no', 'm05', '/thu')
  expect(await engine.workOff()).toBe(0)
  await house.settle()
  const { decision, failed } = await entry('web:no')
  expect(failed).toBe(false)
  expect(decision).toMatchObject({ did: 'refused: duhop-no-absence', saves: [], cancels: [], posts: [], marks: [] })
  expect(decision!.says.map(({ recipient }) => recipient)).toEqual(['CB-PTH:m05'])
  expect(await texts('group')).toEqual([])
})

describe('a store that does not answer', () => {
  test('is never counted against an entry', async () => {
    const thu = fragile()
    thu.broken = false
    let down = true
    const store: Store = {
      ...house.store,
      get: (collection, id) =>
        down && collection === 'members' ? Promise.reject(new StoreUnavailable()) : house.store.get(collection, id),
    }
    const reading: Command = {
      ...thu,
      async run(ctx, answers) {
        await ctx.get('members', 'CB-PTH:m06')
        await thu.run(ctx, answers)
      },
    }
    const engine = withParts(house, { commands: [reading] }, store)
    await engine.hear('web:wait', 'm05', '/thu ý kiến')
    for (let tries = 0; tries < 12; tries++) expect(await engine.fails()).toBe(true)
    expect(await entry('web:wait')).toMatchObject({ thrown: 0, open: 1, decision: null })
    down = false
    expect(await engine.workOff()).toBe(0)
    await house.settle()
    expect(await texts('m05')).toEqual(['done: ý kiến'])
  })
})

describe('a duty that throws', () => {
  const id = 'CB-PTH:2027-01'
  let broken: boolean
  const duty: Duty<'meetings'> = {
    collection: 'meetings',
    run(ctx, meeting) {
      if (broken) throw new RangeError('no such day')
      ctx.save('meetings', { ...meeting, nextAt: null })
      return Promise.resolve()
    },
  }
  let first: string
  let engine: ReturnType<typeof withParts>

  beforeEach(async () => {
    broken = true
    const meeting = (await house.store.get('meetings', id))!
    first = `clock:meetings:${id}:${meeting.version}`
    engine = withParts(house, { duties: [duty] })
    house.clock.setOffset(meeting.nextAt! - house.clock.real())
    await house.assembled.planner.tick()
  })

  test('is done again later, and the secretary hears of it once', async () => {
    expect(await engine.workOff()).toBe(4)
    expect(await entry(first)).toMatchObject({ failed: true, open: 0 })
    const again = await entry(`${first}:again`)
    expect(again).toMatchObject({ open: 2, retryAt: house.clock.real() + 15 * 60_000, payload: { document: id } })
    await engine.workOff()
    await house.settle()
    expect((await texts('m01')).filter((text) => dutyFailed.test(text))).toHaveLength(1)
    expect((await texts('m02')).filter((text) => dutyFailed.test(text))).toEqual([])
    expect(await texts('group')).toEqual([])
  })

  test('where nothing reaches the secretary, the deputy hears of it', async () => {
    const secretary = (await house.store.get('members', 'CB-PTH:m01'))!
    const closed = { ...secretary, closed: ['web:m01'], version: secretary.version + 1, by: 'test' }
    await house.store.replace('members', closed)
    await engine.workOff()
    await house.settle()
    expect((await texts('m02')).filter((text) => dutyFailed.test(text))).toHaveLength(1)
  })

  test('several ticks meanwhile add nothing', async () => {
    await engine.workOff()
    expect(await house.assembled.planner.tick()).toBe(0)
    expect(await house.store.count('journal', { open: 1 })).toBe(0)
  })

  test('waits twice as long after every further failure, and tells nobody again', async () => {
    await engine.workOff()
    const reopened = await house.store.update('journal', `${first}:again`, { open: 2 }, { open: 1 })
    expect(reopened).toBe(true)
    await engine.workOff()
    expect(await entry(`${first}:again:again`)).toMatchObject({
      open: 2,
      retryAt: house.clock.real() + 30 * 60_000,
    })
    await house.settle()
    expect((await texts('m01')).filter((text) => dutyFailed.test(text))).toHaveLength(1)
  })

  test('is done when it can be', async () => {
    await engine.workOff()
    broken = false
    await house.store.update('journal', `${first}:again`, { open: 2 }, { open: 1 })
    expect(await engine.workOff()).toBe(0)
    expect((await house.store.get('meetings', id))!.nextAt).toBeNull()
    expect(await entry(`${first}:again`)).toMatchObject({ failed: false, decision: { did: 'meetings' } })
  })

  test('what still is due afterwards is a failure too: it would be due for ever', async () => {
    const idle: Duty<'meetings'> = {
      collection: 'meetings',
      run(ctx, meeting) {
        ctx.save('meetings', meeting)
        return Promise.resolve()
      },
    }
    const other = withParts(house, { duties: [idle] })
    expect(await other.workOff()).toBe(4)
    expect((await entry(first)).failed).toBe(true)
  })
})
