import { startTelegram, type Telegram } from '../emulators/telegram/start-telegram.js'
import type { FakeClock } from '../support/fake-clock.js'
import type { Snag, Stage } from '../support/year/by-the-clock.js'
import { openChats } from './year-chats.js'

const token = '7000000009:AAE-year_year_year_year_year_year_ye'

/** The sample branch with everybody on Telegram. */
export async function openTelegramStage(clock: FakeClock): Promise<Stage> {
  const tg = await startTelegram({ now: clock.now })
  const bot = tg.bot(token, { username: 'ChiBoBot' })
  return {
    ...openChats(tg, bot),
    env: () => ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: tg.url }),
    pending: () => bot.pending() > 0,
    snags: telegramSnags(tg),
    stop: () => tg.stop(),
  }
}

/** Before the platform has one of the messages, before the service has the answer, or anyhow. */
export function telegramSnags(tg: Telegram): Stage['snags'] {
  const held = (fault: 'hang' | 'apply-then-hang', after: number): Snag => {
    const fails = tg.fails({ method: 'sendMessage', fault, after })
    return { begun: () => fails.hits > 0, release: () => fails.release(), anyMoment: false }
  }
  return [
    (after) => held('hang', after),
    (after) => held('apply-then-hang', after),
    () => {
      const call = tg.calls.length
      return { begun: () => tg.calls.length > call, release: () => undefined, anyMoment: true }
    },
  ]
}
