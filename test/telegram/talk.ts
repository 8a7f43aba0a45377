import type { TelegramGroup } from '../emulators/telegram/people/group.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Telegram } from '../emulators/telegram/start-telegram.js'
import type { Post } from '../emulators/telegram/world/state.js'

const PATIENCE_MS = 60_000

export interface Talk {
  /** Waits for words of the bot to that reader, later than those seen last. Titles and text are one message on Telegram. */
  sees: (who: TelegramPerson | TelegramGroup, words: RegExp) => Promise<Post>
  /** Presses the newest button of that label, and waits until the bot has heard of it. */
  press: (who: TelegramPerson, label: string) => Promise<void>
  /** Presses with data of his own making, under the newest message. */
  forge: (who: TelegramPerson, data: string) => Promise<void>
}

/** What people read and press, on an emulator whose bot is the built product. */
export function createTalk(tg: Telegram, log: () => string): Talk {
  const seen = new Map<number, number>()

  return {
    async sees(who, words) {
      const from = seen.get(who.id) ?? 0
      const found = (): number =>
        tg.sent(who).findIndex(({ deleted, text }, index) => index >= from && !deleted && words.test(text))
      await tg
        .until(() => found() >= 0, PATIENCE_MS)
        .catch(() => {
          const texts = tg.sent(who).slice(from)
          throw new Error(`not ${words.source}, only «${texts.map(({ text }) => text).join('»\n«')}»\n${log()}`)
        })
      const index = found()
      seen.set(who.id, index + 1)
      return tg.sent(who)[index]!
    },
    async press(who, label) {
      const post = tg.sent(who).findLast(({ buttons }) => buttons.flat().includes(label))
      if (!post) throw new Error(`no button «${label}» under «${tg.sent(who).at(-1)?.text}»`)
      const pressed = who.presses(post, label)
      await tg.until(() => pressed.answer !== null, PATIENCE_MS)
    },
    async forge(who, data) {
      const pressed = who.forges(tg.sent(who).at(-1)!, data)
      await tg.until(() => pressed.answer !== null, PATIENCE_MS)
    },
  }
}
