import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Update } from '../../src/chat.js'
import { createAccept } from '../../src/engine/accept.js'
import { StoreUnavailable } from '../../src/errors.js'
import { noFailpoint } from '../../src/failpoint.js'
import type { Store } from '../../src/store/store.js'
import { demoFile } from '../support/demo-file.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { pressed, said } from '../support/other-parts.js'

const stranger =
  'Xin chào. Đây là hệ thống phục vụ sinh hoạt nội bộ, chỉ trả lời người đã được mời. Nếu đã được cấp mã, đề nghị nhắn mã. Trân trọng.'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const entries = () => house.store.count('journal', { open: { in: [0, 1, 2] } })
const laneOf = async (id: string) => (await house.store.get('journal', id))?.lane
const accept = (update: Update) => house.assembled.accept(update)

describe('what is said twice under one id', () => {
  test('is one entry and one answer, repeated at once', async () => {
    const update = said(house, 'm05', { id: 'web:1', text: '/codu' })
    await Promise.all([accept(update), accept(update)])
    await house.settle()
    expect(await house.sees('m05')).toHaveLength(1)
    expect((await house.store.get('answers', 'CB-PTH:2027-01:m05'))!.version).toBe(1)
  })

  test('is one entry and one answer, repeated after it was done', async () => {
    const update = said(house, 'm05', { id: 'web:1', text: '/vangmat bận họp' })
    await accept(update)
    await house.settle()
    const before = await entries()
    await accept({ ...update, kind: 'text', text: 'something else' })
    await house.settle()
    expect(await entries()).toBe(before)
    expect(await house.sees('m05')).toHaveLength(1)
    expect((await house.store.get('answers', 'CB-PTH:2027-01:m05'))!.reason).toBe('bận họp')
  })
})

describe('in the group', () => {
  test('talk that is not meant for us is not even kept', async () => {
    const before = await entries()
    await house.sayInGroup('m05', 'Chào các đồng chí, mai họp mấy giờ nhỉ?')
    await house.sayInGroup('m05', 'lịch họp')
    await accept(said(house, 'm05', { id: 'web:1', text: 'Nhất trí', group: true, replyTo: 'in:of-a-comrade' }))
    await house.settle()
    expect(await entries()).toBe(before)
    expect(await house.sees('group')).toEqual([])
  })

  test('a command, a mention and a reply to our message are heard', async () => {
    await house.sayInGroup('m05', ' /lichhop')
    const answer = await house.last('group')
    await accept(said(house, 'm05', { id: 'web:mention', text: '@chibot lịch họp', group: true, mention: true }))
    await accept(said(house, 'm05', { id: 'web:reply', text: 'cảm ơn', group: true, replyTo: answer._id }))
    await house.settle()
    expect((await house.store.get('journal', 'web:mention'))!.decision!.did).toBe('lichhop')
    expect((await house.store.get('journal', 'web:reply'))!.decision!.did).toBe('not understood')
    expect((await house.sees('group')).map(({ text }) => text)).toEqual([answer.text, answer.text])
  })

  test('whoever is no member hears nothing, nor does the group', async () => {
    await house.sayInGroup('stranger', '/lichhop')
    await house.sayInGroup('m05', '/lichhop')
    const message = await house.last('group')
    await accept(pressed(house, 'stranger', { id: 'web:p', does: 'codu', messageId: message._id, group: true }))
    await house.settle()
    expect(await house.sees('stranger')).toEqual([])
    expect(await house.sees('group')).toHaveLength(1)
    expect((await house.store.get('journal', 'web:p'))!.decision).toMatchObject({ saves: [], says: [], posts: [] })
  })
})

describe('a stranger', () => {
  test('gets one neutral line a day, whatever he says', async () => {
    await house.say('stranger', '/start')
    await house.say('stranger', '/lichhop')
    await house.forge('stranger', 'lichhop xacnhan 2027-01')
    expect((await house.sees('stranger')).map(({ text }) => text)).toEqual([stranger])
    await house.jump('2026-12-16', '07:59')
    await house.say('stranger', 'Chi bộ nào đây?')
    expect(await house.sees('stranger')).toHaveLength(1)
    await house.jump('2026-12-16', '08:00')
    await house.say('stranger', 'Chi bộ nào đây?')
    expect((await house.sees('stranger')).map(({ text }) => text)).toEqual([stranger, stranger])
  })

  test('touches nothing of the branch', async () => {
    await house.say('stranger', '/gopy cd1 Tôi có ý kiến')
    const decided = await house.store.find('journal', { lane: 'account:web:stranger' }, { sort: { field: 'order' } })
    expect(decided).toHaveLength(1)
    expect(decided[0]!.decision!.saves.map(({ collection }) => collection)).toEqual(['accounts'])
    expect(decided[0]!.decision!.posts).toEqual([])
  })

  test('is what somebody is who has left: his own lane answers him, the branch does not', async () => {
    const roster = demoFile()
    roster.members = roster.members.map((one) => (one.id === 'm05' ? { ...one, status: 'moved' } : one))
    await house.import(roster)
    await house.say('m05', '/lichhop')
    await house.say('m05', '/chuyende')
    await house.sayInGroup('m05', '/lichhop')
    expect((await house.sees('m05')).map(({ text }) => text)).toEqual([stranger])
    expect(await house.sees('group')).toEqual([])
  })
})

describe('an account of two branches', () => {
  beforeEach(async () => {
    await house.say('m05', '/lichhop')
    const other = demoFile()
    const mine = other.members.filter(({ id }) => id === 'm01' || id === 'm05')
    await house.import({ ...other, branch: 'CB-2', name: 'Chi bộ 2', chats: [], topics: [], members: mine })
    expect((await house.store.get('accounts', 'web:m05'))!.branches).toHaveLength(2)
  })

  test('answers in the lane of the message it answers', async () => {
    const { _id } = await house.last('m05')
    await accept(said(house, 'm05', { id: 'web:reply', text: 'lịch họp', replyTo: _id }))
    await accept(pressed(house, 'm05', { id: 'web:press', does: 'lichhop', messageId: _id }))
    expect([await laneOf('web:reply'), await laneOf('web:press')]).toEqual(['branch:CB-PTH', 'branch:CB-PTH'])
  })

  test('goes to its own lane with everything else, and with messages nobody knows', async () => {
    await accept(said(house, 'm05', { id: 'web:plain', text: 'lịch họp' }))
    await accept(pressed(house, 'm05', { id: 'web:lost', does: 'lichhop', messageId: 'nowhere' }))
    expect([await laneOf('web:plain'), await laneOf('web:lost')]).toEqual(['account:web:m05', 'account:web:m05'])
  })
})

test('a store that does not answer within a second is told to whoever brought the update', async () => {
  const { store, assembled } = house
  const stuck: Store = { ...store, get: () => new Promise(() => undefined) }
  const slow = createAccept({
    store: stuck,
    journal: assembled.journal,
    failpoint: noFailpoint,
    nudge: () => undefined,
  })
  await expect(slow(said(house, 'm05', { id: 'web:1', text: '/codu' }))).rejects.toThrow(StoreUnavailable)
  expect(await house.store.get('journal', 'web:1')).toBeNull()
})
