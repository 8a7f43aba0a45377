import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { barriers, openBrowser, overflow, tabTo, unlabelled } from './support/browser.js'
import { demoFile } from './support/demo-file.js'
import { freePort, openPage, ready, startService, type Service } from './support/service.js'

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
}, 30_000)

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
  context.setDefaultTimeout(4_000)
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
  await shows(list(), 'đã gửi 11/12')
  await shows(list(), 'còn 1 đồng chí cần gọi')
  await shows(list(), 'Lò Văn Sơn – chưa báo')
  await choice('Đã báo qua điện thoại: Lò Văn Sơn').click()
  await shows(list(), 'Lò Văn Sơn – đã báo qua điện thoại')
  expect(await list().getByText('cần gọi').allInnerTexts()).toEqual(['Danh sách cần gọi (1)'])
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
  await choice('Dự họp').click()
  await shows(log('private'), /Đã ghi nhận đồng chí dự họp/)
  const draft = log('private').getByRole('listitem').filter({ hasText: DRAFT })
  await draft.getByRole('button', { name: 'Trả lời' }).click()
  await page.keyboard.type('Đề nghị bổ sung số liệu theo từng quý.')
  await page.getByRole('button', { name: 'Gửi', exact: true }).last().click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: '/tmp/page-h/shots/dbg.png' })
  await shows(log('private'), /Đã ghi góp ý số 1 của đồng chí Đặng Xuân Ân/)
  await advanceUntil(log('group').getByText(/1\/11 đồng chí đã góp ý/))
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
  const ofTheBranch = [...members.map(({ name }) => name), ...topics.map(({ title }) => title), 'Đã báo qua điện thoại']
  const rest = ofTheBranch.reduce<string>((text, name) => text.replaceAll(String(name), ''), texts.join('\n'))
  expect(rest).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu)
  await page.getByLabel('Language of the page').selectOption('vi')
  await shows(list(), 'Thông báo họp ngày 04/01/2027')
})
