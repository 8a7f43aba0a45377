import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Post } from '../emulators/telegram/world/state.js'
import { endQuietHours } from './end-quiet-hours.js'
import type { Talk } from './talk.js'

/** The secretary ends all quiet hours and writes a meeting down; its notice is shown to him and waits for «Gửi». */
export async function prepareNotice(
  talk: Talk,
  { secretary, bot, now }: { secretary: TelegramPerson; bot: TelegramBot; now: number },
): Promise<Post> {
  await endQuietHours(talk, secretary, bot)
  const date = addDays(localDate(now), 2).split('-').reverse().join('/')
  secretary.says(bot, `/lichhop tao ${date} 14h00 Hội trường`)
  return talk.sees(secretary, /Hội trường/u)
}
