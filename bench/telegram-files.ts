import { refusals } from '../test/emulators/telegram/http/api-error.js'
import { openLargeBranch } from '../test/telegram/large-branch.js'
import type { Figures } from './figures.js'
import type { Place } from './places.js'
import { progress } from './progress.js'
import { startService } from './service.js'

const FILE_MB = 20
const FILES = 3
const PATIENCE_MS = 300_000

/** Drafts of 20 MB come in, and go up again as Telegram does not know their ids any more. */
export async function filesOnTelegram(place: Place): Promise<Figures> {
  progress(`${place.name}: ${FILES} files of ${FILE_MB} MB in and out on Telegram`)
  const branch = await openLargeBranch(11, place.env())
  const { tg, bot, secretary } = branch
  const service = await startService(branch.env)
  const sees = (words: RegExp, from: number): Promise<unknown> =>
    tg.until(
      () =>
        tg
          .sent(secretary)
          .slice(from)
          .some(({ text }) => words.test(text)),
      PATIENCE_MS,
    )
  secretary.says(bot, '/trogiup')
  await sees(/^Các lệnh đồng chí dùng được/u, 0)
  const before = service.residentMb()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, service.residentMb())), 20)
  for (let n = 0; n < FILES; n++) {
    const from = tg.sent(secretary).length
    const bytes = Buffer.alloc(FILE_MB * 2 ** 20, `${n} `)
    bytes.write('%PDF-1.7\n')
    secretary.sendsDocument(
      bot,
      { bytes, name: `Tệp ${n}.pdf`, mime: 'application/pdf' },
      { caption: '/chuyende soan cd1' },
    )
    await sees(/^Đã nhận tệp/u, from)
    tg.fails({
      method: 'sendDocument',
      fault: { refuse: refusals.badRequest('wrong file identifier/HTTP URL specified') },
    })
    secretary.says(bot, '/chuyende cd1')
    await tg.until(() => tg.sent(secretary).filter(({ method }) => method === 'sendDocument').length > n, PATIENCE_MS)
  }
  clearInterval(watch)
  await service.stop()
  await tg.stop()
  return [
    [`Telegram: memory before ${FILES} files of ${FILE_MB} MB in and out`, `${before.toFixed(0)} MB`],
    ['  at most meanwhile', `${most.toFixed(0)} MB`],
  ]
}
