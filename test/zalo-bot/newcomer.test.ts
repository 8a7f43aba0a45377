import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startZaloBot, type ZaloBotServer, type ZaloPerson } from '../emulators/zalo-bot/start-zalo-bot.js'
import { freePort, ready, startService, type Service } from '../support/service.js'

const token = '1234567890123456789:newcomer-newcomer'
const folder = mkdtempSync(join(tmpdir(), 'chibot-zalo-newcomer-'))

let zalo: ZaloBotServer
let service: Service
let lan: ZaloPerson
let hoa: ZaloPerson
const seen = new Map<string, number>()

beforeAll(async () => {
  zalo = await startZaloBot({ token })
  lan = zalo.person('Lan')
  hoa = zalo.person('Hoa')
  service = startService({
    PORT: String(await freePort()),
    DATA_DIR: folder,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: zalo.url,
    LANG: 'vi_VN.UTF-8',
  })
  await ready(service)
}, 60_000)
afterAll(async () => {
  await service.kill()
  await zalo.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Waits for words of the bot to him, later than those seen last. */
async function sees(who: ZaloPerson, words: RegExp): Promise<string> {
  const from = seen.get(who.id) ?? 0
  const found = (): number => who.sees().findIndex(({ text }, index) => index >= from && words.test(text))
  await zalo
    .until(() => found() >= 0, 20_000)
    .catch(() => {
      const texts = who.sees().slice(from)
      throw new Error(`not ${words.source}, only «${texts.map(({ text }) => text).join('»\n«')}»\n${service.log()}`)
    })
  const index = found()
  seen.set(who.id, index + 1)
  return who.sees()[index]!.text
}

/** Answers with the number before a choice, as somebody without buttons does. */
function answers(who: ZaloPerson, text: string, label: string): void {
  const number = new RegExp(`^(\\d+)\\. ${label}$`, 'mu').exec(text)?.[1]
  if (number === undefined) throw new Error(`no choice «${label}» in «${text}»`)
  who.says(number)
}

test('a code without a link founds a branch; choices are answered by their numbers', async () => {
  await zalo.until(() => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/u.test(service.log()), 20_000)
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(service.log())![0]
  expect(service.log()).not.toContain('t.me')

  hoa.says('xin chào')
  await sees(hoa, /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u)

  lan.says(code)
  answers(lan, await sees(lan, /^Trước khi bắt đầu/u), 'Đồng ý')
  answers(lan, await sees(lan, /Chi bộ đã được tạo/u), 'Bắt đầu thiết lập')
  await sees(lan, /Câu 1\/7/u)
  lan.says('Chi bộ Trường Tiểu học An Bình')
  await sees(lan, /Câu 2\/7/u)
  lan.says('An Bình')
  await sees(lan, /Câu 3\/7/u)
  lan.says('Đảng ủy xã An Bình')
  // A number is the answer to the question, not the choice before which it might stand.
  expect(await sees(lan, /Câu 4\/7/u)).toMatch(/\n– ngày 5\n[^]*\nGõ «quay lại» để sửa câu trước\./u)
  lan.says('5')
  await sees(lan, /Câu 5\/7/u)
  lan.says('14h00')
  await sees(lan, /Câu 6\/7/u)
  lan.says('Phòng hội đồng')
  await sees(lan, /Câu 7\/7/u)
  lan.says('3')
  const preview = await sees(lan, /XEM LẠI/u)
  expect(preview).toMatch(/ngày 5[^]*Báo trước: 3 ngày/u)
  answers(lan, preview, 'Lưu')
  await sees(lan, /^Đã lưu\. Lịch sinh hoạt/u)

  lan.says('/thanhvien them Lê Quang Đạt: phó bí thư')
  answers(lan, await sees(lan, /THÊM ĐẢNG VIÊN/u), 'Lưu')
  expect(await sees(lan, /^Thư mời đồng chí Lê Quang Đạt/u)).toMatch(
    /– Trên Zalo: tìm «bot\.chibo», nhắn mã [2-9A-Z]{4}-[2-9A-Z]{4} rồi trả lời: Đồng ý\./u,
  )
}, 90_000)
