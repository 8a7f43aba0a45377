import type { TelegramBot } from '../emulators/telegram/people/bot.js'
import type { TelegramPerson } from '../emulators/telegram/people/person.js'
import type { Talk } from './talk.js'

/** The secretary ends all quiet hours, so that the hour at which a test runs does not matter. */
export async function endQuietHours({ sees, press }: Talk, secretary: TelegramPerson, bot: TelegramBot): Promise<void> {
  for (const span of ['đêm', 'trưa']) {
    secretary.says(bot, `/caidat yenlang ${span} tắt`)
    await sees(secretary, /Hiện nay[\s\S]*tắt/u)
    await press(secretary, 'Lưu')
    await sees(secretary, /^Đã lưu/u)
  }
}
