import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { documentText } from '../../src/documents/document-text.js'
import { bufferSource } from '../../src/documents/reading/byte-source.js'
import { addDays, localDate } from '../../src/domain/calendar/local-time.js'
import { openDesk, type Desk } from '../cli/desk.js'
import { jpegFile } from '../support/sample-files.js'
import { freePort, ready, startService, type Service } from '../support/service.js'
import { branchOnTelegram, type BranchOnTelegram } from './branch-on-telegram.js'
import { endQuietHours } from './end-quiet-hours.js'
import { createTalk, type Talk } from './talk.js'

const token = '7000000009:AAE-photo_photo_photo_photo_photo_photo'
let branch: BranchOnTelegram
let desk: Desk
let service: Service
let talk: Talk

beforeAll(async () => {
  desk = await openDesk()
  branch = await branchOnTelegram(token, { DATA_DIR: desk.config.dataDir })
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: desk.config.dataDir,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: branch.tg.url,
  })
  await ready(service)
  talk = createTalk(branch.tg, () => service.log())
}, 60_000)
afterAll(async () => {
  await service.kill()
  await branch.tg.stop()
  await desk.clear()
})

test('a photo of handwriting is stored, typed, confirmed, compiled, and stands in the Word file', async () => {
  const { bot, people } = branch
  const [secretary, keeper, writer] = ['m01', 'm04', 'm03'].map((key) => people.get(key)!)
  await endQuietHours(talk, secretary!, bot)
  const inAWeek = addDays(localDate(Date.now()), 7).split('-').reverse().join('/')
  secretary!.says(bot, '/chuyende soan cd1 I- Đặt vấn đề. II- Giải pháp.')
  await talk.sees(secretary!, /Đã nhận|Đã ghi/u)
  secretary!.says(bot, 'xong')
  await talk.sees(secretary!, /./u)
  secretary!.says(bot, `/chuyende gui cd1 17h ${inAWeek}`)
  await talk.sees(secretary!, /I- Đặt vấn đề/u)
  await talk.press(secretary!, 'Gửi')
  await talk.sees(secretary!, /Đã gửi/u)

  writer!.sendsPhoto(bot, jpegFile(), { caption: '/gopy cd1 Tôi viết tay' })
  await talk.sees(writer!, /Đã nhận và lưu góp ý số 1/u)
  keeper!.says(bot, '/gopy golai 1')
  await branch.tg.until(() => branch.tg.sent(keeper).some(({ files }) => files.length === 1), 20_000)
  keeper!.says(bot, 'Đề nghị bổ sung lịch kiểm tra hằng quý.')
  await talk.sees(writer!, /Đề nghị bổ sung lịch kiểm tra hằng quý\./u)
  await talk.press(writer!, 'Đúng')
  await talk.sees(writer!, /./u)

  secretary!.says(bot, '/gopy xuat cd1 docx')
  const paper = await talk.sees(secretary!, /Bản tổng hợp góp ý CĐ1/u)
  expect(paper.files[0]!.name).toBe('Tổng hợp góp ý CĐ1 bản 1.docx')
  const text = await documentText(bufferSource(paper.files[0]!.bytes))
  expect(text).toContain('Đề nghị bổ sung lịch kiểm tra hằng quý.')
}, 120_000)
