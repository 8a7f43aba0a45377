import { afterEach, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import type { WebMessage } from '../../src/store/delivery.js'
import { demoFile } from '../support/demo-file.js'
import { opening, sendDraft } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { jpegFile } from '../support/sample-files.js'

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

async function bytesOf({ attachment }: WebMessage): Promise<Buffer> {
  const pieces = []
  for await (const piece of house.store.files.open(attachment!.sha256)) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  expect(bytes).toHaveLength(attachment!.size)
  return bytes
}

test('the compiled comments come as a paper and as a table, to those alone who may read them', async () => {
  house = await openHouse({ at: opening })
  await sendDraft(house)
  await house.say('m10', '/gopy =HYPERLINK("http://x") phần nguyên nhân')
  await house.say('m06', '/gopy Nhất trí')
  await house.say('m01', '/gopy tonghop')
  await house.press('m01', 'Tệp Excel (CSV)')
  const table = await house.last('m01')
  expect(table.attachment).toMatchObject({ name: 'Tổng hợp góp ý CĐ1 bản 1.csv', mime: 'text/csv' })
  expect(table.text).toContain('Bản tổng hợp góp ý CĐ1, bản 1.')
  const bytes = await bytesOf(table)
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const rows = parse(bytes, { bom: true })
  expect(rows.map(([number, , section, text]) => [number, section, text])).toEqual([
    ['Số', 'Phần', 'Nội dung góp ý'],
    ['1', 'Góp ý có nội dung', `'=HYPERLINK("http://x") phần nguyên nhân`],
    ['2', 'Ý kiến nhất trí', 'Nhất trí'],
  ])

  await house.press('m01', 'Tệp Word (DOCX)')
  const paper = await house.last('m01')
  expect(paper.attachment!.name).toBe('Tổng hợp góp ý CĐ1 bản 1.docx')
  expect((await bytesOf(paper)).subarray(0, 2).toString()).toBe('PK')

  for (const line of ['/gopy xuat cd1 docx', '/gopy xuat cd1 csv']) {
    await house.say('m10', line)
    expect(await house.last('m10')).toMatchObject({ attachment: null })
    expect((await house.last('m10')).text).toContain('Việc này do các đồng chí được phân công thực hiện')
  }
})

test('asked step by step; a kind there is not is said', async () => {
  house = await openHouse({ at: opening })
  await sendDraft(house)
  await house.say('m01', '/gopy xuat')
  expect((await house.last('m01')).text).toBe('Đồng chí cần tệp loại nào?')
  await house.say('m01', 'pdf')
  expect((await house.last('m01')).text).toContain('chỉ soạn được tệp DOCX')
  await house.say('m01', 'Word')
  expect((await house.last('m01')).attachment!.name).toMatch(/\.docx$/u)
})

test('a meeting for the calendar: by the button of an answer, moved, and called off', async () => {
  house = await openHouse({ at: opening })
  await house.say('m10', '/duhop co')
  await house.press('m10', 'Lưu vào lịch điện thoại')
  const first = await house.last('m10')
  expect(first.attachment).toMatchObject({ name: 'Lịch sinh hoạt 2027-02-03.ics', mime: 'text/calendar' })
  expect(first.text).toContain('thứ Tư 03/02/2027')
  const before = eventOf(await bytesOf(first))
  expect(before.startDate.toJSDate().toISOString()).toBe('2027-02-03T07:00:00.000Z')

  await house.say('m01', '/lichhop doi 2027-02 02/02/2027 15h00 Hội trường')
  await house.press('m01', 'Gửi')
  const labels = async (chat: string) => (await house.last(chat)).choices.map(({ label }) => label)
  expect(await labels('m10')).toEqual(['Dự họp', 'Xin vắng', 'Lưu vào lịch điện thoại'])
  // In the group a file would be everybody's.
  expect(await labels('group')).toEqual(['Dự họp', 'Xin vắng'])
  await house.press('m10', 'Lưu vào lịch điện thoại')
  const moved = eventOf(await bytesOf(await house.last('m10')))
  expect(moved.uid).toBe(before.uid)
  expect(moved.sequence).toBeGreaterThan(before.sequence)
  expect(moved.startDate.toJSDate().toISOString()).toBe('2027-02-02T08:00:00.000Z')

  await house.say('m01', '/lichhop huy 2027-02 trùng hội nghị')
  await house.press('m01', 'Gửi')
  expect(await labels('group')).toEqual([])
  await house.press('m10', 'Bỏ khỏi lịch')
  const last = await house.last('m10')
  expect(last.text).toContain('đã hủy')
  const file = (await bytesOf(last)).toString()
  expect(file).toContain('METHOD:CANCEL')
  expect(file).toContain('STATUS:CANCELLED')
  const cancelled = eventOf(Buffer.from(file))
  expect(cancelled.uid).toBe(before.uid)
  expect(cancelled.sequence).toBeGreaterThan(moved.sequence)
})

async function saysOnZalo(id: string, text: string): Promise<WebMessage> {
  const chat = { channel: 'zalo-bot' as const, id }
  const messageId = `in:${text}`
  const said = {
    id: `zalo-bot:${text}`,
    at: house.clock.now(),
    from: chat,
    name: 'Hương',
    chat,
    group: false,
    messageId,
  }
  await house.assembled.accept({ ...said, kind: 'text', text })
  await house.settle()
  return house.last(`zalo-bot:${id}`)
}

test('where no file can go there is no such button, and asked for it, the day is said instead', async () => {
  const roster = demoFile() as { members: { id: string; accounts: unknown[] }[] }
  roster.members.find(({ id }) => id === 'm08')!.accounts = [{ channel: 'zalo-bot', id: '4001', agreed: true }]
  house = await openHouse({ at: opening, roster, beside: 'zalo-bot' })
  const says = (text: string) => saysOnZalo('4001', text)
  const labels = ({ choices }: WebMessage): string[] => choices.map(({ label }) => label)
  expect(labels(await says('/duhop co'))).toEqual(['Xin vắng'])
  const instead = await says('/lichhop ics')
  expect(instead.attachment).toBeNull()
  expect(instead.text).toMatch(/^Kênh này không gửi được tệp lịch\. Đề nghị [^]*14 giờ 00[^]*03\/02\/2027, tại /u)
  await house.say('m01', '/lichhop doi 2027-02 02/02/2027 15h00 Hội trường')
  await house.press('m01', 'Gửi')
  expect(labels(await house.last('zalo-bot:4001'))).toEqual(['Dự họp', 'Xin vắng'])
  expect(labels(await house.last('m10'))).toContain('Lưu vào lịch điện thoại')
  await house.say('m01', '/lichhop huy 2027-02 trùng hội nghị')
  await house.press('m01', 'Gửi')
  expect(labels(await house.last('zalo-bot:4001'))).toEqual([])
})

function eventOf(bytes: Buffer): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()) as never)
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
}

test('where no file can go the compiled comments are read and not exported', async () => {
  const roster = demoFile() as { members: { id: string; accounts: unknown[] }[] }
  roster.members.find(({ id }) => id === 'm02')!.accounts = [{ channel: 'zalo-bot', id: '4002', agreed: true }]
  house = await openHouse({ at: opening, roster, beside: 'zalo-bot' })
  await sendDraft(house)
  await house.say('m10', '/gopy phần nguyên nhân')
  const compiled = await saysOnZalo('4002', '/gopy tonghop')
  expect(compiled.text).toContain('phần nguyên nhân')
  expect(compiled.choices).toEqual([])
  const instead = await saysOnZalo('4002', '/gopy xuat cd1 docx')
  expect(instead.attachment).toBeNull()
  expect(instead.text).toContain('Kênh này không gửi được tệp. Đề nghị đồng chí xem tổng hợp bằng /gopy tonghop cd1')
})

test('where no picture can go whoever types it up reads how to come by the original, and may type', async () => {
  const roster = demoFile() as { members: { id: string; accounts: unknown[] }[] }
  roster.members.find(({ id }) => id === 'm04')!.accounts = [{ channel: 'zalo-bot', id: '4004', agreed: true }]
  house = await openHouse({ at: opening, roster, beside: 'zalo-bot' })
  await sendDraft(house)
  await house.sendFile('m07', { bytes: jpegFile(2000), kind: 'photo', mime: 'image/jpeg' }, '')
  const asked = await saysOnZalo('4004', '/gopy golai 1')
  expect(asked.text).toMatch(
    /^Kênh này không đưa được ảnh, ghi âm tới đồng chí\.[^]*nhờ đồng chí Đặng Xuân Ân [^]*Đề nghị đồng chí nhắn/u,
  )
  expect((await saysOnZalo('4004', 'Cần thêm bảng kiểm.')).text).toContain('Đã gửi đồng chí Đặng Xuân Ân xác nhận')
  expect((await house.last('m07')).text).toContain('Cần thêm bảng kiểm.')
})
