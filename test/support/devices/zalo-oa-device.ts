import { setTimeout as sleep } from 'node:timers/promises'
import type { ZaloOaPerson, ZaloOaServer } from '../../emulators/zalo-oa/start-zalo-oa.js'
import { isCalled } from '../is-called.js'
import type { Handheld } from './device.js'
import { numberedMessage } from './numbered.js'

const AGAIN_MS = 200
const PATIENCE_MS = 60_000

/** A chat with the Official Account; a document comes as a message of its own, behind its words. */
export function zaloOaDevice(zalo: ZaloOaServer, person: ZaloOaPerson): Handheld {
  const says = (text: string, replyTo?: string): Promise<void> =>
    brought(zalo, person.says(text, replyTo === undefined ? {} : { quote_msg_id: replyTo }))
  return {
    address: { channel: 'zalo-oa', id: person.id },
    shown: () =>
      person.sees().map(({ messageId, text, at, attachment }) => {
        const { payload } = (attachment ?? {}) as { payload?: { token?: string } }
        return numberedMessage({ id: messageId, text, at, attachment: zalo.uploads.get(payload?.token ?? '') ?? null })
      }),
    accepted: () => person.sees().map(({ messageId, text, at }) => ({ id: messageId, text, at })),
    says,
    chooses: ({ choices }, label) => says(choices.find((choice) => isCalled(choice, label))!.does),
  }
}

/** What is not answered 200 is brought again, as the platform does. */
export async function brought(zalo: ZaloOaServer, first: Promise<number | null>): Promise<void> {
  let status = await first
  const { body } = zalo.deliveries.at(-1)!
  for (const end = performance.now() + PATIENCE_MS; status !== 200; await sleep(AGAIN_MS)) {
    if (performance.now() > end) throw new Error(`the webhook answered ${status}`)
    status = await zalo.again(body)
  }
}
