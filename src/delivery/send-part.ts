import type { Address, Part, Platform, Sent } from '../chat.js'
import { OutcomeUnknown } from '../errors.js'
import type { Failpoint } from '../failpoint.js'
import { outcomeOf, type Outcome } from './outcome.js'

/** One call to a platform. */
export interface Call {
  platform: Platform
  /** The same at every repetition of this part. */
  id: string
  part: Part
  to: Address
  replaces: Sent | null
}

/** `to` is where it went in the end: a chat that has moved is followed once. */
export async function sendPart(
  call: Call,
  limitMs: number,
  failpoint: Failpoint,
): Promise<{ outcome: Outcome; to: Address }> {
  failpoint('send:before')
  let to = call.to
  let outcome = await once(call, to, limitMs)
  if (outcome.kind === 'moved') {
    to = { ...to, id: outcome.to }
    outcome = await once(call, to, limitMs)
  }
  if (outcome.kind === 'sent') failpoint('send:after')
  return { outcome, to }
}

async function once({ platform, id, part, replaces }: Call, to: Address, limitMs: number): Promise<Outcome> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort()
      reject(new OutcomeUnknown())
    }, limitMs)
  })
  try {
    // A platform that does not heed the signal must not hold the line for ever.
    const sent = await Promise.race([platform.send(id, part, to, controller.signal, replaces ?? undefined), limit])
    return { kind: 'sent', messageId: sent.messageId }
  } catch (error) {
    return outcomeOf(error)
  } finally {
    clearTimeout(timer)
  }
}
