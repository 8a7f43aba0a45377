import { describe, expect, test } from '@jest/globals'
import { readEvent, readUpdates, speakerOf } from '../../../src/platforms/zalo-oa/read-event.js'

const oa = '4318657068771012646'
const now = 1_795_000_000_000
const updatesOf = (event: object) =>
  readUpdates(readEvent({ sender: { id: '8000000000000000001' }, timestamp: String(now), ...event })!, oa, now)

const file = (name: string) => ({ type: 'file', payload: { url: `https://f.zdn.vn/${name}`, name, size: '9' } })

describe('files sent together', () => {
  const message = { msg_id: 'm1', text: 'Hai tệp', attachments: [file('a.pdf'), file('b.pdf'), file('c.pdf')] }
  const event = { event_name: 'user_send_file', recipient: { id: oa }, message }

  test('each is heard, under an id of its own that is the same at every repetition; the words come once', () => {
    const heard = updatesOf(event)
    expect(heard.map((update) => update.kind === 'file' && [update.file.name, update.text, update.album])).toEqual([
      ['a.pdf', 'Hai tệp', 'm1'],
      ['b.pdf', '', 'm1'],
      ['c.pdf', '', 'm1'],
    ])
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3)
    expect(updatesOf(event)).toEqual(heard)
  })

  test('one alone is no album', () => {
    const [only, ...more] = updatesOf({ ...event, message: { ...message, attachments: [file('a.pdf')] } })
    expect(more).toEqual([])
    expect(only).toMatchObject({ kind: 'file', id: `zalo-oa:${oa}:user_send_file:m1`, text: 'Hai tệp' })
    expect(only).not.toHaveProperty('album')
  })
})

describe('a mention before the words', () => {
  const inGroup = (text: string) =>
    updatesOf({ event_name: 'user_send_group_text', recipient: { group_id: 'g1' }, message: { msg_id: 'm', text } })[0]

  test.each([
    [`[@${oa}] /lichhop`, '/lichhop', true],
    [`  [@${oa}]   Nhất trí.`, 'Nhất trí.', true],
    ['[@8000000000000000002] Nhất trí.', 'Nhất trí.', undefined],
    [`[@8000000000000000002] [@${oa}] Nhất trí.`, 'Nhất trí.', true],
  ])('%s', (said, text, mention) => {
    expect(inGroup(said)).toMatchObject({ text })
    expect((inGroup(said) as { mention?: boolean }).mention).toBe(mention)
  })

  test('one within the words stays, and in private nothing is an address', () => {
    expect(inGroup('Tôi đồng ý với [@8000000000000000002].')).toMatchObject({
      text: 'Tôi đồng ý với [@8000000000000000002].',
    })
    const said = { event_name: 'user_send_text', message: { msg_id: 'm', text: `[@${oa}] x` } }
    expect(updatesOf(said)[0]).toMatchObject({ text: `[@${oa}] x` })
  })
})

test.each([
  ['follow', { follower: { id: '8' } }, '8'],
  ['user_send_text', {}, '8'],
  ['user_send_sticker', {}, '8'],
  ['user_send_location', {}, '8'],
  ['unfollow', { follower: { id: '8' } }, null],
  ['user_reacted_message', {}, null],
  ['user_submit_info', {}, null],
  ['user_seen_message', {}, null],
  ['user_received_message', {}, null],
  ['user_send_group_text', {}, null],
  ['oa_send_text', {}, null],
])('%s: whether the platform lets him be answered anew', (event_name, more, speaker) => {
  expect(speakerOf(readEvent({ event_name, sender: { id: '8' }, ...more })!)).toBe(speaker)
})
