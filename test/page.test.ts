import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { barriers, openBrowser, overflow, tabTo, unlabelled } from './support/browser.js'
import { demoFile } from './support/demo-file.js'
import { freePort, openPage, ready, startService, type Service } from './support/service.js'

jest.setTimeout(60_000)

const phone = { width: 360, height: 740 }
const NOTICE = 'THÔNG BÁO SINH HOẠT CHI BỘ'
const DRAFT = 'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản bị trả lại để sửa.'
const folder = mkdtempSync(join(tmpdir(), 'chibot-page-'))
/** What the browser complains of while the service is there to answer. */
const complaints: string[] = []
let port: string
let service: Service
let browser: Browser
let page: Page

beforeAll(async () => {
  port = String(await freePort())
  browser = await openBrowser()
  await start()
  page = await open()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text())
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await service?.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function start(env: Record<string, string> = {}): Promise<void> {
  service = startService({ DATA_DIR: folder, PORT: port, ...env })
  await ready(service)
}

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  context.setDefaultTimeout(20_000)
  const opened = await context.newPage()
  await opened.goto(`http://127.0.0.1:${port}/`)
  await opened.getByTestId('clock').waitFor()
  return opened
}

const log = (chat: 'group' | 'private', of = page): Locator => of.getByTestId(`${chat}-log`)
const list = (): Locator => page.getByTestId('deliveries')
const who = (of = page): Locator => of.getByLabel('Đồng chí đang vào vai')
const shows = (place: Locator, text: string | RegExp): Promise<void> => place.getByText(text).first().waitFor()

async function become(name: string): Promise<void> {
  const role = await who().locator('option', { hasText: name }).innerText()
  await who().selectOption({ label: role })
  await page.locator('[role=log][aria-busy=false]').first().waitFor()
}

async function advance(): Promise<void> {
  const reached = page.getByRole('status').filter({ hasText: /Đã chạy đến/ })
  await page.getByRole('button', { name: 'Đến việc kế tiếp' }).click()
  await page.locator('[data-testid=advance-next][aria-disabled=false]').waitFor()
  await reached.waitFor()
}

async function advanceUntil(seen: Locator): Promise<void> {
  for (let steps = 0; !(await seen.isVisible()); steps++) {
    if (steps > 15) throw new Error('it does not come')
    await advance()
    await seen.waitFor({ timeout: 400 }).catch(() => undefined)
  }
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Viết cho hệ thống').fill(text)
  await page.keyboard.press('Enter')
}

const choice = (label: string): Locator => log('private').getByRole('button', { name: label, exact: true }).last()

test('on a phone the first screen shows who one is, what time it is, how to let it run, and where to write', async () => {
  const small = await open({ viewport: phone })
  for (const part of [who(small), small.getByTestId('clock'), small.getByTestId('advance-next')]) {
    const box = (await part.boundingBox())!
    expect(box.y + box.height).toBeLessThan(phone.height / 2)
  }
  const box = (await small.getByLabel('Viết cho hệ thống').boundingBox())!
  expect(box.y + box.height).toBeLessThan(phone.height)
  await small.context().close()
})

test('the secretary confirms the proposed date, and the notice comes to the group and in private', async () => {
  await become('Nguyễn Văn Hòa')
  await advanceUntil(choice('Đồng ý'))
  await shows(log('private'), /Đề xuất: 14 giờ 00, thứ Hai, ngày 04\/01\/2027/)
  await choice('Đồng ý').click()
  await shows(log('private'), /Đã xác nhận/)
  await advanceUntil(log('group').getByText(NOTICE))
  await shows(log('private'), NOTICE)
  expect(await page.getByTestId('clock').innerText()).toBe('thứ Năm, ngày 31/12/2026, 08:00')
})

test('the delivery list names who has to be called, and notes that it was done', async () => {
  await shows(list(), 'Thông báo họp ngày 04/01/2027')
  await shows(list(), 'đã gửi 10/11 đồng chí')
  await shows(list(), 'còn 1 đồng chí cần gọi')
  await shows(list(), 'Lò Văn Sơn – chưa báo')
  await shows(list(), 'Nhóm chi bộ: đã gửi.')
  await page.getByLabel('Viết cho hệ thống').fill('viết dở')
  await list().getByRole('button', { name: 'Đã báo điện thoại: Lò Văn Sơn' }).click()
  await shows(log('private'), '/thongbao dabao m09 2027-01')
  await shows(log('private'), /Đã ghi: đồng chí Lò Văn Sơn được báo qua điện thoại về buổi sinh hoạt .*04\/01\/2027/)
  await shows(list(), 'Lò Văn Sơn – đã báo qua điện thoại')
  expect(await page.getByLabel('Viết cho hệ thống').inputValue()).toBe('viết dở')
  await page.getByLabel('Viết cho hệ thống').fill('')
  expect(await list().getByRole('button', { name: 'Đã báo điện thoại' }).count()).toBe(0)
  expect(await list().getByText('cần gọi').allInnerTexts()).toEqual(['Danh sách cần gọi (1)'])
})

test('a button stays what it was, and shows its reader that he has pressed it', async () => {
  await choice('Đã báo điện thoại: Lò Văn Sơn').click()
  await shows(log('private'), 'Đã ghi nhận từ trước: đồng chí Lò Văn Sơn')
  expect(await choice('Đã báo điện thoại: Lò Văn Sơn').getAttribute('aria-pressed')).toBe('true')
  expect(await choice('Danh sách gửi').getAttribute('aria-pressed')).toBeNull()
})

test('the minute-taker keeps the delivery list too', async () => {
  await become('Phạm Thị Ánh')
  await shows(list(), 'Chỉ chi ủy và thư ký thấy.')
  await shows(list(), 'Lò Văn Sơn – đã báo qua điện thoại')
  await become('Nguyễn Văn Hòa')
})

test('the secretary prepares a draft and sends it to all after a preview', async () => {
  await say('/chuyende soan cd1')
  await shows(log('private'), 'Đề nghị đồng chí nhắn nội dung dự thảo')
  await say(DRAFT)
  await choice('Xong').click()
  await shows(log('private'), 'Đã lưu nội dung CĐ1')
  await say('/chuyende gui cd1 17h 07/01/2027')
  await shows(log('private'), /Xem trước khi gửi dự thảo/)
  await choice('Gửi').click()
  await shows(log('private'), /Đã gửi dự thảo .*, bản 1, cho 10 đồng chí và nhóm/)
  await shows(list(), /^Dự thảo: /)
})

test('a member answers the notice, comments by a reply, and sees his number and the count in the group', async () => {
  await become('Đặng Xuân Ân')
  expect(await list().count()).toBe(0)
  // He has simple mode: his buttons bear the numbers they are answered by.
  await choice('1. Dự họp').click()
  await shows(log('private'), /Đã ghi nhận đồng chí dự họp/)
  const draft = log('private').getByRole('listitem').filter({ hasText: DRAFT })
  await draft.getByRole('button', { name: 'Trả lời' }).click()
  await page.keyboard.type('Đề nghị bổ sung số liệu theo từng quý.')
  await page.getByRole('button', { name: 'Gửi', exact: true }).last().click()
  await shows(log('private'), /Đã ghi góp ý số 1 của đồng chí Ân/)
  await shows(log('group'), /1\/11 đồng chí đã góp ý/)
  expect(await log('group').innerText()).not.toContain('từng quý')
})

test('a reload keeps who one is, the language, and what was typed', async () => {
  await page.getByLabel('Viết vào nhóm').fill('viết dở')
  await page.getByLabel('Ngôn ngữ của trang').selectOption('en')
  await page.reload()
  await page.getByLabel('You are playing').waitFor()
  expect(await page.getByLabel('You are playing').locator(':checked').innerText()).toBe('Đặng Xuân Ân')
  expect(await page.getByLabel('Write to the group').inputValue()).toBe('viết dở')
  await page.getByLabel('Write to the group').fill('')
})

test('in English every word of the page is English, and back again', async () => {
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByLabel('You are playing').selectOption({ index: 0 })
  await shows(list(), 'Notice of the meeting of 04/01/2027')
  const texts = await page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((part) => part.checkVisibility() && !part.closest('[lang=vi], select'))
    .flatMap((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.data.trim())`)
  expect(texts).toContain('To the next event')
  const { members, topics } = demoFile()
  const ofTheBranch = [
    ...members.map(({ name }) => String(name)),
    ...(topics as { title: string }[]).map(({ title }) => title),
    'Chi Bộ Bot',
  ]
  const rest = texts.map((text) => ofTheBranch.reduce((left, name) => left.replaceAll(name, ''), text))
  expect(rest.filter((text) => /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(text))).toEqual([])
  await page.getByLabel('Language of the page').selectOption('vi')
  await shows(list(), 'Thông báo họp ngày 04/01/2027')
})

describe('at 360 pixels', () => {
  let small: Page
  beforeAll(async () => {
    small = await open({ viewport: phone, bypassCSP: true })
  })
  afterAll(() => small.context().close())

  test.each(['vi', 'en'])('nothing has to be scrolled sideways (%s)', async (locale) => {
    await small.getByTestId('lang').selectOption(locale)
    for (const tab of await small.getByRole('tab').all()) {
      await tab.click()
      expect(await overflow(small)).toBe(0)
    }
  })
})

describe.each([
  ['1280 pixels', { width: 1280, height: 860 }],
  ['360 pixels', phone],
] as const)('at %s, nobody is shut out', (_, viewport) => {
  let of: Page
  beforeAll(async () => {
    of = await open({ viewport, bypassCSP: true })
  })
  afterAll(() => of.context().close())

  const isOpenToAll = async (): Promise<void> => {
    await of.emulateMedia({ colorScheme: 'dark' })
    expect(await barriers(of, ['color-contrast'])).toEqual([])
    await of.emulateMedia({ colorScheme: 'light' })
    expect(await barriers(of)).toEqual([])
    expect(await unlabelled(of)).toEqual([])
    expect(await overflow(of)).toBe(0)
  }

  const panels = async (): Promise<void> => {
    await of.locator('[role=log][aria-busy=false]').first().waitFor({ state: 'attached' })
    const tabs = await of.getByRole('tab').all()
    if (tabs.length === 0) await isOpenToAll()
    for (const tab of tabs) {
      await tab.click()
      await isOpenToAll()
    }
  }

  test('group, private chat and delivery list of the secretary', async () => {
    await who(of).selectOption({ label: 'Nguyễn Văn Hòa – bí thư' })
    await of.getByTestId('deliveries').getByText('Thông báo họp ngày').waitFor({ state: 'attached' })
    await panels()
  })

  test('group and private chat of a member', async () => {
    await who(of).selectOption({ label: 'Đặng Xuân Ân' })
    await panels()
  })

  test('what stands for a member with only a telephone', async () => {
    await who(of).selectOption({ label: 'Lò Văn Sơn – chỉ điện thoại' })
    await shows(of.getByRole('main'), /Đồng chí Lò Văn Sơn không dùng kênh nhắn tin/)
    await isOpenToAll()
  })
})

test('without a pointer: a role is chosen, a message sent, a button pressed and time let run', async () => {
  const keys = await open()
  const pressed = (key: string): Promise<void> => keys.keyboard.press(key)
  await tabTo(keys, '[data-testid=who]')
  await pressed('End')
  expect(await who(keys).locator(':checked').innerText()).toBe('Ngô Gia Bảo')
  await tabTo(keys, '[data-testid=private-input]')
  await keys.keyboard.type('lịch họp')
  await pressed('Enter')
  await shows(log('private', keys), 'LỊCH SINH HOẠT CHI BỘ')
  await tabTo(keys, '[data-testid=private-log] .choice', { back: true, text: 'Dự họp' })
  await pressed('Enter')
  await shows(log('private', keys), /Đã ghi nhận đồng chí dự họp/)
  const before = await keys.getByTestId('clock').innerText()
  await tabTo(keys, '[data-testid=advance-next]', { back: true })
  await pressed('Enter')
  await keys.getByRole('status').filter({ hasText: 'Đã chạy đến' }).waitFor()
  await keys.getByTestId('clock').filter({ hasNotText: before }).waitFor()
  await keys.context().close()
})

test('the browser had nothing to complain of', () => {
  expect(complaints).toEqual([])
})

describe('the service is killed while a message is being sent', () => {
  test.each([
    ['accept:before', 1],
    ['accept:after', 2],
  ])('at %s: the message appears once, and is answered once', async (point, number) => {
    await service.stop()
    await start({ FAILPOINT: `${point}:1` })
    await become('Ngô Gia Bảo')
    const text = `/gopy cd1 Gửi lúc hệ thống dừng ở ${point}.`
    await say(text)
    expect(await service.ended).toBe('SIGKILL')
    await shows(log('private'), 'chưa gửi được, đang thử lại…')
    await start()
    const answers = log('private').getByText(/Đã ghi góp ý số \d+ của đồng chí Bảo/)
    await answers.nth(number - 1).waitFor()
    await log('private').locator('.pending').first().waitFor({ state: 'detached' })
    expect(await log('private').getByText(text).count()).toBe(1)
    expect(await answers.count()).toBe(number)
    const stored = await openPage(() => Number(port)).messages('m11')
    expect(stored.filter((message) => message.text === text)).toHaveLength(1)
    expect(stored.filter((message) => message.text.startsWith('Đã ghi góp ý số'))).toHaveLength(number)
  })
})
