import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Message } from '../../src/chat.js'
import { day } from '../../src/domain/calendar/local-time.js'
import { cancelWrites } from '../../src/store/deliveries.js'
import type { Delivery } from '../../src/store/delivery.js'
import { numberedRows } from '../../src/store/numbers.js'
import { losesAnswer, openStage, refuses, telegram, textsIn, zalo, type Stage } from './stage.js'
import { Undeliverable } from '../../src/errors.js'

let stage: Stage

beforeEach(async () => {
  stage = await openStage({ telegram: {}, 'zalo-bot': { buttons: false } })
  for (const platform of stage.platforms.values())
    platform.parts = ({ text, choices = [] }, first) => [
      { text: [text, ...choices.map(({ label }, index) => `${first + index}. ${label}`)].join('\n') },
    ]
  await stage.member('a', zalo('a'), telegram('a'))
})

afterEach(async () => {
  await stage.courier.stop()
  await stage.store.close()
})

const asks = (text: string, ...labels: string[]): Message => ({
  text,
  choices: labels.map((label) => ({ label, does: `does ${text} ${label}` })),
})
const say = (message: Message, row: Partial<Delivery> = {}) =>
  stage.say({ addresses: [zalo('a'), telegram('a')], recipient: 'tb:a', message, ...row })
const shown = () => textsIn(stage.platforms.get('zalo-bot'))

test('choices get the lowest numbers that no open choice of the chat holds, and the row keeps them', async () => {
  const first = await say(asks('notice', 'yes', 'no'))
  await say(asks('draft', 'agree'))
  await say({ text: 'plain' })
  await stage.settleFor(4)
  expect(shown()).toEqual(['notice\n1. yes\n2. no', 'draft\n3. agree', 'plain'])
  expect(await stage.row(first._id)).toMatchObject({ firstNumber: 1, numberedIn: 'zalo-bot:a' })
})

test('another chat counts for itself, and buttons need no numbers', async () => {
  await stage.member('b', zalo('b'))
  await stage.member('c', telegram('c'))
  await say(asks('notice', 'yes', 'no'))
  await stage.say({ addresses: [zalo('b')], message: asks('notice', 'yes') })
  const onTelegram = await stage.say({ addresses: [telegram('c')], message: asks('notice', 'yes') })
  await stage.settleFor(2)
  expect(shown()).toEqual(['notice\n1. yes\n2. no', 'notice\n1. yes'])
  expect((await stage.row(onTelegram._id)).firstNumber).toBeNull()
})

test('numbers are free again when the row is called off, useful no more, or old', async () => {
  const now = stage.time.now()
  await say(asks('until', 'yes'), { usefulUntil: now + 5000 })
  await say(asks('old', 'yes'), { queue: 'answer' })
  await say(asks('off', 'yes'), { key: 'k' })
  await stage.settleFor(4)
  expect(shown()).toEqual(['old\n1. yes', 'until\n1. yes', 'off\n2. yes'])
  await stage.store.batch(await cancelWrites(stage.store, 'k', Number.MAX_SAFE_INTEGER))
  stage.time.setOffset(day)
  await say(asks('fresh', 'yes'), { queue: 'answer' })
  await stage.settleFor(2)
  await say(asks('new', 'yes', 'no', 'later'))
  await stage.settleFor(2)
  expect(shown().slice(-2)).toEqual(['fresh\n1. yes', 'new\n1. yes\n2. no\n3. later'])
})

test('a question that was answered holds none; one that is open does', async () => {
  const question = (tag: string): Message => ({ text: tag, choices: [{ label: 'yes', does: `=${tag}:yes` }] })
  const dialogue = { account: 'zalo-bot:a', form: 'f', answers: {}, asking: 'q', soft: false, branch: 'tb' }
  await stage.have('dialogues', [{ _id: 'tb:zalo-bot:a', ...dialogue, tag: 'second', nextAt: stage.time.now() + day }])
  await say(question('first'))
  await say(question('second'))
  await say(question('third'))
  await stage.settleFor(4)
  expect(shown()).toEqual(['first\n1. yes', 'second\n1. yes', 'third\n2. yes'])
})

test('what is sent to all begins at 1 beside a mere offer under an answer; an open question keeps its numbers', async () => {
  await say(asks('offer', 'next'), { queue: 'answer' })
  await say(asks('notice', 'yes', 'no'))
  await stage.settleFor(3)
  expect(shown()).toEqual(['offer\n1. next', 'notice\n1. yes\n2. no'])
  const rows = await numberedRows(stage.store, 'zalo-bot:a', stage.time.now())
  expect(rows[0]!.message!.text).toBe('notice')
  await say(asks('offer again', 'later'), { queue: 'answer' })
  await stage.settleFor(2)
  expect(shown().at(-1)).toBe('offer again\n3. later')
})

test('the same choices said again keep their numbers', async () => {
  await say(asks('notice', 'yes', 'no'))
  await say(asks('other', 'x'))
  await say({ ...asks('notice', 'yes', 'no'), text: 'reminder' })
  await stage.settleFor(4)
  expect(shown().at(-1)).toBe('reminder\n1. yes\n2. no')
})

test('what is typed instead of a button stands as a line, without a number; elsewhere it is a button', async () => {
  const message = {
    text: 'q',
    choices: [{ label: 'stop', does: 'huy', typed: 'Type stop.' }, ...asks('q', 'a').choices!],
  }
  await say(message)
  await stage.say({ addresses: [telegram('a')], message })
  await stage.settleFor(2)
  expect(shown()).toEqual(['q\nType stop.\n1. a'])
  expect(textsIn(stage.platforms.get('telegram'))).toEqual(['q\n1. stop\n2. a'])
})

test('a crash after the send repeats the same number, whatever has been freed meanwhile', async () => {
  await say(asks('before', 'yes'), { key: 'k' })
  await stage.settleFor(1)
  stage.platforms.get('zalo-bot')!.script.set('zalo-bot:a', [losesAnswer()])
  const row = await say(asks('notice', 'yes'), { repeat: 'harmless' })
  await stage.settle()
  await stage.store.batch(await cancelWrites(stage.store, 'k', Number.MAX_SAFE_INTEGER))
  await stage.settleFor(5, stage.newLife())
  expect(shown()).toEqual(['before\n1. yes', 'notice\n2. yes', 'notice\n2. yes'])
  expect((await stage.row(row._id)).firstNumber).toBe(2)
})

test('a row that moves on holds no number where it was refused', async () => {
  stage.platforms.get('zalo-bot')!.script.set('zalo-bot:a', [refuses(new Undeliverable('blocked'))])
  await say(asks('notice', 'yes'))
  await stage.settleFor(2)
  expect(textsIn(stage.platforms.get('telegram'))).toEqual(['notice\n1. yes'])
  expect(await numberedRows(stage.store, 'zalo-bot:a', stage.time.now())).toEqual([])
})
