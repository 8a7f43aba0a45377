import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetryLater, Undeliverable } from '../../src/errors.js'
import { findByMessage } from '../../src/store/deliveries.js'
import {
  MINUTE,
  NINE,
  openStage,
  refuses,
  SECOND,
  textsIn,
  telegram,
  web,
  zalo,
  type Stage,
  type StagePlatform,
} from './stage.js'

let stage: Stage
let wall: StagePlatform
let tg: StagePlatform

beforeEach(async () => {
  stage = await openStage({ web: { edit: true, repeat: true }, telegram: {}, 'zalo-bot': { edit: true } })
  wall = stage.platforms.get('web')!
  tg = stage.platforms.get('telegram')!
  await stage.member('a', web('a'))
  await stage.member('t', telegram('t'), zalo('t'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

test('a message that was sent is edited and keeps its id', async () => {
  const first = await stage.say({ addresses: [web('a')], message: { text: '8/11' } })
  await stage.settle()
  const edit = await stage.say({ addresses: [web('a')], message: { text: '9/11' }, replaces: first._id })
  await stage.settle()
  expect(wall.ledger.map(({ text, messageId, edited }) => [text, messageId, edited])).toEqual([
    ['8/11', 'web-1', false],
    ['9/11', 'web-1', true],
  ])
  expect(await stage.row(edit._id)).toMatchObject({ state: 'sent', sentIds: ['web-1'] })
  expect((await findByMessage(stage.store, web('a'), 'web-1'))?._id).toBe(first._id)
})

test('a message that still waits has its text replaced, and goes once', async () => {
  const first = await stage.say({ addresses: [web('a')], message: { text: '8/11' }, notBefore: NINE + MINUTE })
  const second = await stage.say({ addresses: [web('a')], message: { text: '9/11' }, replaces: first._id })
  const third = await stage.say({ addresses: [web('a')], message: { text: '10/11' }, replaces: second._id })
  await stage.settle()
  expect(await stage.row(second._id)).toMatchObject({ state: 'cancelled', reason: 'merged' })
  expect(await stage.row(third._id)).toMatchObject({ state: 'cancelled', reason: 'merged' })
  stage.time.setOffset(MINUTE)
  await stage.settle()
  expect(textsIn(wall)).toEqual(['10/11'])
})

test('an edit waits while its target is on its way', async () => {
  let answer = (): void => undefined
  wall.script.set('web:a', [{ shown: true, hangs: new Promise<void>((resolve) => (answer = resolve)) }])
  const first = await stage.say({ addresses: [web('a')], message: { text: '8/11' } })
  await stage.settle()
  const edit = await stage.say({
    addresses: [web('a')],
    queue: 'answer',
    message: { text: '9/11' },
    replaces: first._id,
  })
  await stage.settle()
  expect(await stage.state(edit._id)).toBe('waiting')
  answer()
  await stage.settle()
  expect(textsIn(wall)).toEqual(['8/11', '9/11'])
})

test('where there are no edits it is said anew or not at all', async () => {
  const first = await stage.say({ addresses: [telegram('t')], message: { text: '8/11' } })
  await stage.settle()
  const silent = await stage.say({
    addresses: [telegram('t')],
    message: { text: '9/11' },
    replaces: first._id,
    withoutEdit: 'cancel',
  })
  const anew = await stage.say({
    addresses: [telegram('t')],
    message: { text: '10/11' },
    replaces: first._id,
    withoutEdit: 'new',
  })
  await stage.settleFor(2)
  expect(await stage.state(silent._id)).toBe('cancelled')
  expect(await stage.state(anew._id)).toBe('sent')
  expect(textsIn(tg)).toEqual(['8/11', '10/11'])
})

test('an edit goes where its target went', async () => {
  tg.script.set('telegram:t', [refuses(new Undeliverable('refused'))])
  const first = await stage.say({ addresses: [telegram('t'), zalo('t')], recipient: 'tb:t', message: { text: '8/11' } })
  await stage.settle()
  const edit = await stage.say({
    addresses: [telegram('t'), zalo('t')],
    recipient: 'tb:t',
    message: { text: '9/11' },
    replaces: first._id,
  })
  await stage.settleFor(2)
  expect(await stage.row(edit._id)).toMatchObject({ state: 'sent', line: 'bulk|zalo-bot:t' })
  expect(stage.platforms.get('zalo-bot')!.ledger.map((shown) => shown.messageId)).toEqual(['zalo-bot-1', 'zalo-bot-1'])
})

test.each(['new', 'cancel'] as const)('when the target never arrived, %s', async (withoutEdit) => {
  wall.script.set('web:a', [refuses(new Undeliverable('refused'))])
  const first = await stage.say({ addresses: [web('a')], message: { text: '8/11' } })
  await stage.settle()
  const edit = await stage.say({ addresses: [web('a')], message: { text: '9/11' }, replaces: first._id, withoutEdit })
  await stage.settle()
  expect(await stage.state(edit._id)).toBe(withoutEdit === 'new' ? 'sent' : 'cancelled')
})

test('an edit the platform refuses is said anew where that was asked for', async () => {
  const first = await stage.say({ addresses: [web('a')], message: { text: '8/11' } })
  await stage.settle()
  wall.script.set('web:a', [refuses(new Undeliverable('refused'))])
  const edit = await stage.say({
    addresses: [web('a')],
    message: { text: '9/11' },
    replaces: first._id,
    withoutEdit: 'new',
  })
  await stage.settle()
  expect(await stage.state(edit._id)).toBe('sent')
  expect(wall.ledger.map((shown) => shown.edited)).toEqual([false, false])
})

test('a claim with the old text in hand misses when the text is replaced', async () => {
  const first = await stage.say({ addresses: [web('a')], message: { text: 'old' } })
  const update = stage.store.update.bind(stage.store)
  let replaced = false
  stage.store.update = async (...args: Parameters<typeof update>) => {
    const claims = (args[3] as { state?: string }).state === 'sending'
    if (claims && !replaced) {
      replaced = true
      await update('deliveries', first._id, { state: 'waiting', attempt: 0 }, { message: { text: 'new' }, attempt: 1 })
    }
    return update(...args)
  }
  await stage.settle()
  expect(textsIn(wall)).toEqual(['new'])
})

test('an edit of what is put off replaces its text', async () => {
  tg.script.set('telegram:t', [refuses(new RetryLater(30 * SECOND))])
  const first = await stage.say({ addresses: [telegram('t')], message: { text: 'old' } })
  await stage.settle()
  await stage.say({ addresses: [telegram('t')], queue: 'answer', message: { text: 'new' }, replaces: first._id })
  await stage.settleFor(32)
  expect(textsIn(tg)).toEqual(['new'])
})
