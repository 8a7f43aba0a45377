import { createHash } from 'node:crypto'
import { Router } from 'express'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { pino } from 'pino'
import { fetch } from 'undici'
import { linkQr } from '../../../src/documents/link-qr.js'
import { withLink } from '../../../src/engine/with-link.js'
import { openLink, readLinkKeys, sealLink, keepLinkKeys } from '../../../src/store/reading-links.js'
import { createMetrics } from '../../../src/web/metrics.js'
import { createReadingPage } from '../../../src/web/pages/reading/reading-page.js'
import { createWebServer, type WebServer } from '../../../src/web/server.js'
import { barriers, openBrowser, overflow } from '../../support/browser.js'
import { opening } from '../../support/drafted-house.js'
import { openHouse, type TestHouse } from '../../support/house.js'
import { docxMime, wordFile } from '../../support/sample-files.js'
import { words } from '../../support/words.js'

jest.setTimeout(60_000)

const site = 'https://chibot.example.vn'
const bytes = wordFile('Dự thảo báo cáo chuyên đề quý I')
const word = { bytes, name: 'Dự thảo CĐ1.docx', mime: docxMime }

let house: TestHouse
let server: WebServer
let port: number
let logged: string
beforeEach(async () => {
  logged = ''
  house = await openHouse({ at: opening, links: site })
  await serve()
})
afterEach(async () => {
  await server.close()
  await house.close()
})

async function serve(): Promise<void> {
  const { store, clock } = house
  const breaks = Router().get('/doc/:token/breaks', () => {
    throw new Error('on purpose')
  })
  server = createWebServer({
    host: '127.0.0.1',
    port: 0,
    trustProxy: false,
    log: pino({}, { write: (line: string) => void (logged += line) }),
    health: () => Promise.resolve({ store: true, tickLagMs: 0, working: true, hearing: true }),
    metrics: createMetrics().registry,
    metricsToken: undefined,
    routers: [breaks, createReadingPage({ store, clock, words })],
  })
  port = (await server.listen()).port
}

/** The secretary sends a file as the draft; what comes back is the link in a member's own row. */
async function draftFile(file: typeof word, caption = 'Xin ý kiến <b>về</b> phần II'): Promise<string> {
  await house.sendFile('m01', file, `/chuyende soan cd1 ${caption}`)
  await house.press('m01', 'Xong')
  await house.say('m01', '/chuyende gui cd1 hạn 17h 02/02/2027')
  await house.press('m01', 'Gửi')
  return linkOf('CB-PTH:m03')
}

async function linkOf(member: string): Promise<string> {
  const rows = await house.store.find('deliveries', { key: 'draft:CB-PTH:cd1:1' }, { limit: 100 })
  return rows.find(({ recipient }) => recipient === member)!.message!.attachment!.link!
}

const ask = (link: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  fetch(link.replace(site, `http://127.0.0.1:${port}`), init)
const tokenOf = (link: string): string => link.split('/')[4]!

describe('a link to a document', () => {
  test('opens the page of its one member, as often as he likes, and the file in whole', async () => {
    const link = await draftFile(word)
    for (const again of [1, 2]) {
      const page = await ask(link)
      const html = await page.text()
      expect([page.status, again]).toEqual([200, again])
      const { name } = (await house.store.get('members', 'CB-PTH:m03'))!
      expect(html).toContain(`Dành riêng cho đồng chí ${name}`)
      expect(html).toContain('Xin ý kiến &lt;b&gt;về&lt;/b&gt; phần II')
      expect(html).toContain('/gopy cd1 &lt;nội dung góp ý&gt;')
      expect(html).not.toContain('<script')
      expect(Object.fromEntries(page.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      })
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    const head = await ask(`${link}/file`, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
    const file = await ask(`${link}/file`)
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''D%E1%BB%B1%20th%E1%BA%A3o")
    expect((await ask(`${link}/picture`)).status).toBe(404)
  })

  test('of another member is another; the group and whoever is on no list has none', async () => {
    const link = await draftFile(word)
    expect(await linkOf('CB-PTH:m04')).not.toBe(link)
    const rows = await house.store.find('deliveries', { key: 'draft:CB-PTH:cd1:1' }, { limit: 100 })
    expect(JSON.stringify(rows.find(({ recipient }) => recipient === 'group')!.message)).not.toContain('/doc/')
    expect(Buffer.from(tokenOf(link), 'base64url').toString('latin1')).not.toContain('CB-PTH')
  })

  test('that was changed anywhere, cut, lengthened or made up opens nothing', async () => {
    const link = await draftFile(word)
    const token = tokenOf(link)
    const wrong = [
      ...[0, 15, 40, token.length - 1].map(
        (at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
      ),
      token.slice(0, -4),
      `${token}AAAA`,
      'x',
      '..%2f..%2fetc%2fpasswd',
      sealLink([Buffer.alloc(64, 1)], openLink(await readLinkKeys(house.store), token)!),
    ]
    for (const one of wrong) expect([one, (await ask(`${site}/doc/${one}`)).status]).toEqual([one, 404])
    expect((await ask(`${link}/..%2f..%2fchibot.db`)).status).toBe(404)
    expect((await ask(link)).status).toBe(200)
  })

  test('expires, and says what to do', async () => {
    const link = await draftFile(word)
    await house.jump('2027-02-11', '07:00')
    expect((await ask(link)).status).toBe(200)
    await house.jump('2027-02-13', '08:00')
    const page = await ask(link)
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('nhắn /chuyende')])
    expect((await ask(`${link}/file`)).status).toBe(410)
  })

  test('opens the same neutral page once its member has left, its row is blanked, or its file is gone', async () => {
    const link = await draftFile(word)
    const { store } = house
    const nothing = await (await ask(`${site}/doc/x`)).text()
    const changed = async (change: () => Promise<unknown>, back: () => Promise<unknown>) => {
      await change()
      for (const path of ['', '/file']) {
        const page = await ask(link + path)
        expect([page.status, await page.text()]).toEqual([404, nothing])
      }
      await back()
      expect((await ask(link)).status).toBe(200)
    }
    const member = (status: 'moved' | 'official') => () => store.update('members', 'CB-PTH:m03', {}, { status })
    await changed(member('moved'), member('official'))
    const { row } = openLink(await readLinkKeys(store), tokenOf(link))!
    const { message } = (await store.get('deliveries', row))!
    await changed(
      () => store.update('deliveries', row, {}, { message: null }),
      () => store.update('deliveries', row, {}, { message }),
    )
    const [file] = await store.find('files', { lane: 'branch:CB-PTH' })
    const gone = (is: boolean) => () => store.update('files', file!._id, {}, { gone: is })
    await changed(gone(true), gone(false))
    await store.files.remove(createHash('sha256').update(bytes).digest('hex'), Infinity)
    expect((await ask(`${link}/file`)).status).toBe(404)
  })

  test('is in no log line', async () => {
    const link = await draftFile(word)
    expect((await ask(`${link}/breaks`)).status).toBe(500)
    expect(logged).toContain('/doc/[removed]/breaks')
    expect(logged).not.toContain(tokenOf(link))
  })
})

test('whoever guesses is told to wait', async () => {
  const statuses = []
  for (let guess = 0; guess < 31; guess++) statuses.push((await ask(`${site}/doc/${guess}`)).status)
  expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true)
  expect(statuses[30]).toBe(429)
})

test('a picture is linked to itself; its page stands on a phone, without barriers', async () => {
  const link = await draftFile(word)
  const { store } = house
  const { row } = openLink(await readLinkKeys(store), tokenOf(link))!
  const { message } = (await store.get('deliveries', row))!
  const stored = await store.files.put([await linkQr(site)])
  const attachment = { name: 'Sơ đồ.png', mime: 'image/png', known: null, link: null, ...stored }
  await store.update('deliveries', row, {}, { message: { ...message!, attachment } })
  const shown = withLink({ text: 'x', attachment }, link, words.in('vi'))
  expect(shown).toEqual({ text: 'x', attachment: { ...attachment, link: `${link}/picture` } })
  const picture = await ask(`${link}/picture`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(picture.headers.get('content-disposition')).toBe('inline')
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(link.replace(site, `http://127.0.0.1:${port}`))
    expect(await barriers(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    const broken = '[...document.images].filter((image) => image.naturalWidth === 0).length'
    expect(await page.evaluate(broken)).toBe(0)
  } finally {
    await browser.close()
  }
})

test('old keys open what they sealed until they are two generations old', async () => {
  const { store, clock } = house
  const link = { row: 'e:0:CB-PTH:m03', until: 1 }
  const first = sealLink(await readLinkKeys(store), link)
  const days = (count: number) => clock.real() + count * 86_400_000
  await keepLinkKeys(store, days(89))
  expect(await readLinkKeys(store)).toHaveLength(1)
  const second = await keepLinkKeys(store, days(91))
  expect(openLink(second, first)).toEqual(link)
  expect(sealLink(second, link)).not.toBe(first)
  expect(openLink(await keepLinkKeys(store, days(182)), first)).toBeNull()
})

test('a long text brings the line with its page, a short one does not', () => {
  const whole = (text: string) => withLink({ text }, 'https://x.vn/doc/t', words.in('vi')).whole
  expect([whole('ngắn'), whole('dài '.repeat(400))]).toEqual([
    undefined,
    'Đọc trọn vẹn trên trang riêng của đồng chí: https://x.vn/doc/t',
  ])
})
