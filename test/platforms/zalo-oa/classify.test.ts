import { expect, test } from '@jest/globals'
import { OutcomeUnknown, RetryLater, Undeliverable } from '../../../src/errors.js'
import { NotConnected, Refused, Unanswered } from '../../../src/platforms/zalo/call-error.js'
import { classify } from '../../../src/platforms/zalo-oa/classify.js'

const person = (code: number) => new RetryLater(60_000, true, code)

test.each([
  [-32, 'rate limit of app or OA', new RetryLater(15_000, true)],
  [-201, 'a field is invalid', new Undeliverable('refused', -201)],
  [-209, 'app not activated', person(-209)],
  [-210, 'over a limit', new Undeliverable('too-long', -210)],
  [-211, 'out of quota', new Undeliverable('quota', -211)],
  [-212, 'API not registered', person(-212)],
  [-213, 'does not follow', new Undeliverable('blocked', -213)],
  [-216, 'token invalid', person(-216)],
  [-217, 'blocked invitations', new Undeliverable('blocked', -217)],
  [-218, 'cap of one recipient', new Undeliverable('cap', -218)],
  [-220, 'token ended', person(-220)],
  [-221, 'OA unverified', person(-221)],
  [-223, 'OA has not authorised', person(-223)],
  [-224, 'package too low', person(-224)],
  [-227, 'banned or away 45 days', new Undeliverable('gone', -227)],
  [-230, 'seven days of silence', new Undeliverable('window', -230)],
  [-232, 'window', new Undeliverable('window', -232)],
  [-233, 'unsupported type', new Undeliverable('refused', -233)],
  [-234, 'night', new RetryLater(1_800_000, false, -234)],
  [-237, 'group ended', new Undeliverable('gone', -237)],
  [-240, 'API gone', person(-240)],
  [-242, 'wrong proof', person(-242)],
  [-244, 'user restricts this type', new Undeliverable('blocked', -244)],
  [-248, 'policy', new Undeliverable('refused', -248)],
  [-305, '48 hours over', new Undeliverable('window', -305)],
  [-311, 'quota of replies', new Undeliverable('cap', -311)],
  [-320, 'billing', new Undeliverable('quota', -320)],
  [-403, 'not in the group', new Undeliverable('gone', -403)],
  [-9999, 'nobody has seen it', new Undeliverable('refused', -9999)],
])('%d, %s', (code, _what, outcome) => {
  expect(classify(new Refused('/v3.0/oa/message/cs', code, 'words'))).toStrictEqual(outcome)
})

test.each([
  [new NotConnected('ECONNREFUSED'), new RetryLater(5000)],
  [new Unanswered(0, 'ECONNRESET'), new OutcomeUnknown()],
  [new Unanswered(502, 'NO_JSON'), new OutcomeUnknown()],
  [new RetryLater(2000, true), new RetryLater(2000, true)],
  [new TypeError('x'), new OutcomeUnknown()],
])('%s', (error, outcome) => {
  expect(classify(error)).toStrictEqual(outcome)
})
