import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from '../../../src/chat.js'
import type { Accepted, Device, Handheld } from '../devices/device.js'
import type { Shown } from '../service.js'
import type { People } from './live.js'

const LOOK_MS = 20
/** The answers to a kill and a new start are in it. */
const PATIENCE_MS = 60_000

/** A member or a group, and what stands before him: in the order in which he wants to be reached. */
export interface Reader {
  chat: string
  devices: Device[]
}
export interface Holder extends Reader {
  devices: Handheld[]
  /** How he speaks in the group; who never does has none. */
  inGroup?: (text: string) => void
}

export interface YearChats {
  people: People
  readers: Reader[]
  chatOf(address: Address): string
  /** Everything the platforms accepted for that member or group. */
  accepted(chat: string): (Accepted & { address: Address })[]
  /** Somebody is told on the telephone what did not come: he knows it, and answers by typing. */
  tell(chat: string, message: Shown): void
}

/** People with devices, whatever channels these are on; one who has several reads them all. */
export function openDevices(holders: Holder[], groups: Reader[]): YearChats {
  const readers: Reader[] = [...groups, ...holders]
  const told = new Map<string, Shown[]>()

  const readerOf = (chat: string): Reader => {
    const found = readers.find((one) => one.chat === chat)
    if (!found) throw new Error(`there is no ${chat}`)
    return found
  }
  const holderOf = (member: string): Holder => holders.find(({ chat }) => chat === member)!
  /** The one on which a message stands, or the first. */
  const deviceWith = (member: string, id?: string): Handheld =>
    holderOf(member).devices.find((one) => one.shown().some((message) => message.id === id)) ??
    holderOf(member).devices[0]!
  const shownIn = (chat: string): Shown[] =>
    [...readerOf(chat).devices.flatMap((device) => device.shown()), ...(told.get(chat) ?? [])].sort(
      (a, b) => a.at - b.at,
    )

  return {
    readers,
    people: {
      has: (member) => holders.some(({ chat }) => chat === member),
      messages: (chat) => Promise.resolve(shownIn(chat)),
      async say(member, text, { chat = 'private', replyTo } = {}) {
        if (chat === 'group') return holderOf(member).inGroup!(text)
        await deviceWith(member, replyTo).says(text, replyTo)
      },
      async choose(member, message, label) {
        if (told.get(member)?.includes(message)) {
          await deviceWith(member).says(`/${message.choices.find((choice) => choice.label === label)!.does}`)
        } else {
          await deviceWith(member, message.id).chooses(message, label)
        }
      },
      async until(chat, test) {
        const last = (): Shown | undefined => shownIn(chat).findLast(({ author }) => author === 'bot')
        for (const end = performance.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
          const message = last()
          if (message && test(message)) return message
          if (performance.now() > end) throw new Error(`${chat} did not see it; last: ${JSON.stringify(message)}`)
        }
      },
    },
    chatOf: ({ channel, id }) =>
      readers.find(({ devices }) => devices.some(({ address }) => address.channel === channel && address.id === id))!
        .chat,
    accepted: (chat) =>
      readerOf(chat).devices.flatMap((device) => device.accepted().map((one) => ({ ...one, address: device.address }))),
    tell: (chat, message) => void told.set(chat, [...(told.get(chat) ?? []), message]),
  }
}
