import { expect, test } from '@jest/globals'
import { OutcomeUnknown, RetryLater, Undeliverable } from '../../../src/errors.js'
import { NotConnected, Refused, Unanswered } from '../../../src/platforms/zalo/call-error.js'
import { classify } from '../../../src/platforms/zalo-bot/classify.js'

const refused = (code: number) => new Refused('sendMessage', code, 'words of the platform')

/** The platform's own table: its 403 is an internal error, its 429 the end of the month's quota. */
test.each([
  ['400 wrong request', refused(400), new Undeliverable('refused')],
  ['401 token refused: everything waits', refused(401), new RetryLater(60_000, true, 401)],
  ['403 internal server error', refused(403), new OutcomeUnknown()],
  ['404 invalid request', refused(404), new Undeliverable('refused')],
  ['408 processing time exceeded', refused(408), new OutcomeUnknown()],
  ['413 too long', refused(413), new Undeliverable('too-long')],
  ['429 and no word of a quota', refused(429), new Undeliverable('quota')],
  ['429 quota of the month', new Refused('sendMessage', 429, 'Quota exceeded'), new Undeliverable('quota', null, true)],
  ['500', refused(500), new OutcomeUnknown()],
  ['a code nobody has seen', refused(977), new OutcomeUnknown()],
  ['no connection', new NotConnected('ECONNREFUSED'), new RetryLater(5000)],
  ['connection lost', new Unanswered(0, 'ECONNRESET'), new OutcomeUnknown()],
  ['a page of some proxy', new Unanswered(502, 'NO_JSON'), new OutcomeUnknown()],
  ['a limit of some proxy', new Unanswered(429, 'NO_JSON'), new RetryLater(60_000, true)],
  ['turned away by some proxy', new Unanswered(403, 'NO_JSON'), new OutcomeUnknown()],
  ['refused by size before it was read', new Unanswered(413, 'NO_JSON'), new Undeliverable('too-long')],
  ['anything else', new TypeError('x'), new OutcomeUnknown()],
])('%s', (_what, error, outcome) => {
  expect(classify(error)).toStrictEqual(outcome)
})
