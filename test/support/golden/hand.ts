import { isCalled } from '../is-called.js'
import type { Handheld } from '../devices/device.js'
import type { Page, Shown } from '../service.js'

/** What somebody does and reads on his channel. */
export interface Hand {
  says(text: string): Promise<void>
  /** Takes the newest choice of that label. */
  takes(label: string): Promise<void>
  /** Messages of the system, oldest first. */
  reads(): Promise<Shown[]>
}

export const handOf = (device: Handheld): Hand =>
  handOn(
    () => Promise.resolve(device.shown()),
    (text) => device.says(text),
    (message, label) => device.chooses(message, label),
  )

export const handOnPage = (page: Page, member: string): Hand =>
  handOn(
    () => page.messages(member),
    (text) => page.say(member, text),
    (message, label) => page.forge(member, message.id, message.choices.find((choice) => isCalled(choice, label))!.does),
  )

function handOn(
  shown: () => Promise<Shown[]>,
  says: Hand['says'],
  chooses: (message: Shown, label: string) => Promise<void>,
): Hand {
  const reads = async (): Promise<Shown[]> => (await shown()).filter(({ author }) => author === 'bot')
  return {
    says,
    reads,
    async takes(label) {
      const message = (await reads()).findLast(({ choices }) => choices.some((choice) => isCalled(choice, label)))
      if (!message) throw new Error(`no choice «${label}», last: ${JSON.stringify((await reads()).at(-1))}`)
      await chooses(message, label)
    },
  }
}
