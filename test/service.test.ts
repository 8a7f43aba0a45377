import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { request } from 'undici'
import { openSqlite } from '../src/store/sqlite.js'
import { demoFile } from './support/demo-file.js'
import { freePort, openPage, ready, startService, type Page, type Service } from './support/service.js'

const folder = mkdtempSync(join(tmpdir(), 'chibot-service-'))
const running: Service[] = []
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let stores = 0
const freshStore = (): Record<string, string> => ({ DATA_DIR: join(folder, `store-${++stores}`) })

async function start(env: Record<string, string>): Promise<Service> {
  const service = startService({ PORT: String(await freePort()), ...env })
  running.push(service)
  return service
}

async function killAll(): Promise<void> {
  await Promise.all(running.splice(0).map((service) => service.kill()))
}

const at = (service: Service, path: string): string => `http://127.0.0.1:${service.port}${path}`
const health = async (service: Service): Promise<unknown> => (await fetch(at(service, '/readyz'))).json()

/** True as soon as it is; false when it has not become so within `ms`. */
async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (const since = performance.now(); performance.now() - since < ms; await sleep(25)) if (await holds()) return true
  return false
}

async function sendDraft(page: Page, text: string): Promise<void> {
  // The clock moves when the branch of the demo is there.
  await page.advance('day')
  await page.say('m01', '/chuyende soan cd1')
  await page.until('m01', () => true)
  await page.say('m01', text)
  await page.say('m01', 'Xong')
  await page.say('m01', '/chuyende gui cd1 17h 02/01/2027')
  await page.until('m01', (message) => message.choices.some(({ label }) => label === 'Gửi'))
  await page.press('m01', 'Gửi')
  await page.until('m10', (message) => message.text.includes(text))
}

describe('a service that runs', () => {
  const token = 'metrics-token-0123456789'
  const planted = [
    'ZDRAFT',
    'ZCOMMENT',
    'ZGROUP',
    'ZEDIT',
    'ZSTRANGER',
    'ZNOBODY',
    'ZUNKNOWN',
    'ZLONG',
    'ZJSON',
    'ZPRESS',
  ]
  const names = demoFile().members.map((member) => String(member['name']))
  let service: Service
  let page: Page

  beforeAll(async () => {
    service = await start({ ...freshStore(), METRICS_TOKEN: token, LOG_LEVEL: 'trace' })
    await ready(service)
    page = openPage(() => service.port)
    await sendDraft(page, 'Năm 2026 có ZDRAFT văn bản')
    await page.say('m02', '/gopy cd1 Đề nghị bổ sung ZCOMMENT')
    await page.until('m02', ({ text }) => text.includes('số 1'))
    await page.say('m02', '/gopy sua 1 Đề nghị bổ sung ZEDIT')
    await page.say('m03', '/gopy cd1 Nên nêu rõ ZGROUP', { chat: 'group' })
    await page.until('group', ({ text }) => text.includes('số 2'))
    await page.say('m04', 'ZUNKNOWN là gì')
    await page.say('ZNOBODY', 'Tôi là ZSTRANGER')
    await page.say('m05', `/gopy cd1 ${'ZLONG '.repeat(170_000)}`)
    await page.until('m05', ({ text }) => text.includes('quá'))
    const [message] = await page.messages('m10')
    await page.forge('m10', message!.id, 'lichhop xacnhan ZPRESS')
    const broken = await fetch(at(service, '/api/say'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"ZJSON',
    })
    expect(broken.status).toBe(400)
    await page.until('ZNOBODY', () => true)
  }, 60_000)
  afterAll(killAll)

  test('has printed one address, and its page is there', async () => {
    const addresses = service.log().match(/https?:\/\/\S+/gu)
    expect(addresses).toEqual([at(service, '/')])
    const answer = await fetch(addresses![0])
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test('is alive, and ready with its store, its lag and that it works', async () => {
    const alive = await fetch(at(service, '/livez'))
    expect([alive.status, await alive.json()]).toEqual([200, { alive: true }])
    const answer = await fetch(at(service, '/readyz'))
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { store: true, tickLagMs: 0, working: true, hearing: true },
    ])
  })

  test('shows its numbers only to whoever bears the token', async () => {
    const ask = (authorization?: string) =>
      fetch(at(service, '/metrics'), authorization === undefined ? {} : { headers: { authorization } })
    for (const wrong of [undefined, 'Bearer', `Bearer ${token}x`, `Basic ${token}`, token]) {
      const answer = await ask(wrong)
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('chibot_')
    }
    expect((await ask(`Bearer ${token}`)).status).toBe(200)
  })

  test('tells numbers of what was said, and nothing of whom and what', async () => {
    const answer = await fetch(at(service, '/metrics'), { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    expect(Number(/^chibot_entries_accepted_total\{kind="text"\} (\d+)$/mu.exec(text)?.[1])).toBeGreaterThan(5)
    expect(Number(/^chibot_deliveries_total\{channel="web",state="sent"\} (\d+)$/mu.exec(text)?.[1])).toBeGreaterThan(
      10,
    )
    expect(text).toMatch(/^chibot_open_entries \d+$/mu)
    for (const secret of [...planted, ...names, 'CB-PTH', 'web:', 'm01', token]) expect(text).not.toContain(secret)
  })

  test('is not there under a name that was made to point here', async () => {
    const ask = async (path: string, host: string) =>
      (
        await request(at(service, path), { headers: { host } }).then(async (answer) => {
          await answer.body.dump()
          return answer
        })
      ).statusCode
    for (const host of [
      'evil.example',
      `evil.example:${service.port}`,
      '127.0.0.1',
      'localhost:1',
      `0.0.0.0:${service.port}`,
    ]) {
      for (const path of ['/', '/api/people', '/api/messages?chat=web:m01']) expect(await ask(path, host)).toBe(421)
    }
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost', '[::1]']) {
      expect(await ask('/api/people', `${name}:${service.port}`)).toBe(200)
    }
  })

  test('takes no word from another site', async () => {
    const before = (await page.messages('m06')).length
    const say = async (origin: string) =>
      (
        await fetch(at(service, '/api/say'), {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin },
          body: JSON.stringify({ id: crypto.randomUUID(), as: 'web:m06', chat: 'private', text: '/trogiup' }),
        })
      ).status
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${service.port}`, 'http://127.0.0.1']) {
      expect(await say(origin)).toBe(403)
    }
    expect(await page.messages('m06')).toHaveLength(before)
    expect(await say(`http://127.0.0.1:${service.port}`)).toBe(200)
  })

  test('has written to its log what it did, and not one word that was said', async () => {
    expect(await service.stop()).toBe(0)
    const log = service.log().normalize('NFC')
    for (const said of ['listening', 'this instance works', 'stopping', 'stopped'])
      expect(log).toContain(`"msg":"${said}"`)
    const texts = ['Đề nghị', 'Nên nêu', 'Năm 2026', 'là gì', token]
    for (const secret of [...planted, ...names, ...texts]) expect(log).not.toContain(secret.normalize('NFC'))
  })
})

describe('starting and stopping', () => {
  afterEach(killAll)

  test('a failpoint that is set is warned of', async () => {
    const service = await start({ ...freshStore(), FAILPOINT: 'send:before:4711' })
    await ready(service)
    expect(service.log()).toContain('FAILPOINT is set')
    expect(service.log()).toContain('send:before:4711')
  })

  test('a second service on the same folder shows the page, hands on what is said there, and takes over', async () => {
    const env = freshStore()
    const first = await start(env)
    await ready(first)
    const second = await start(env)
    await ready(second, { working: false })
    expect(await health(second)).toEqual({ store: true, tickLagMs: null, working: false, hearing: true })
    expect((await fetch(at(second, '/'))).status).toBe(200)

    const page = openPage(() => second.port)
    await page.say('m06', '/trogiup')
    await page.until('m06', () => true)

    // Both live in the same time, whichever of them was told to move it.
    await openPage(() => first.port).advance('month')
    const { now } = (await page.advance('day'))!
    expect(Math.abs(now - Date.parse('2027-01-16T08:00:00+07:00'))).toBeLessThan(60_000)
    expect(Math.abs((await openPage(() => first.port).now()) - now)).toBeLessThan(60_000)
    expect(await health(second)).toMatchObject({ working: false })

    const seen = (await page.messages('m07')).length
    await first.kill()
    await page.say('m07', '/trogiup')
    expect(await within(10_000, async () => ((await health(second)) as { working: boolean }).working)).toBe(true)
    expect(await within(10_000, async () => (await page.messages('m07')).length === seen + 2)).toBe(true)
  }, 60_000)

  test('told to stop twice while streams are open and the clock is being moved, it stops once, with 0', async () => {
    const service = await start({ ...freshStore(), LOG_LEVEL: 'info' })
    await ready(service)
    const stream = await fetch(at(service, '/api/events?as=web:m01'))
    const advancing = fetch(at(service, '/api/advance'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: 'month' }),
    }).catch(() => null)
    await sleep(100)
    service.process.kill('SIGTERM')
    await sleep(20)
    service.process.kill('SIGTERM')
    expect(await Promise.race([service.ended, sleep(20_000, 'still there', { ref: false })])).toBe('0')
    expect(service.log().match(/"msg":"stopped"/gu)).toHaveLength(1)
    expect(service.log()).not.toContain('not everything was drained')
    await stream.text().catch(() => '')
    await advancing
  }, 60_000)

  test('stopped while a notice goes to 900 members, it ends what it began and goes on at the next start: once each', async () => {
    const env = freshStore()
    const extra = Array.from({ length: 900 - demoFile().members.length }, (_, n) => `x${n}`)
    const members = extra.map((id) => ({
      id,
      name: `Nguyễn Văn ${id}`,
      accounts: [{ channel: 'web', id, agreed: true }],
    }))
    const file = join(folder, 'large.json')
    writeFileSync(file, JSON.stringify({ ...demoFile(), members: [...demoFile().members, ...members] }))
    expect(await startService(env, ['import', file]).ended).toBe('0')

    const PORT = String(await freePort())
    const page = openPage(() => Number(PORT))
    const notices = async (chat: string) =>
      (await page.messages(chat)).filter((one) => one.title === 'THÔNG BÁO SINH HOẠT CHI BỘ').length
    const service = await start({ ...env, PORT })
    await ready(service)
    let over = false
    const advancing = (async () => {
      while (!over) await page.advance('next').catch(() => null)
    })()
    expect(await within(40_000, async () => (await notices('group')) === 1)).toBe(true)
    service.process.kill('SIGTERM')
    over = true
    expect(await Promise.race([service.ended, sleep(20_000, 'still there', { ref: false })])).toBe('0')
    await advancing

    const store = await openSqlite({ path: join(env['DATA_DIR']!, 'chibot.db') })
    const counts = [
      await store.count('deliveries', { state: 'waiting', held: 0 }),
      await store.count('deliveries', { state: 'sending' }),
    ]
    await store.close()
    expect(counts[0]).toBeGreaterThan(50)
    expect(counts[1]).toBe(0)

    await ready(await start({ ...env, PORT }))
    const seen = (): Promise<number[]> => Promise.all(extra.map(notices))
    expect(await within(20_000, async () => (await seen()).every((count) => count === 1))).toBe(true)
    await sleep(300)
    expect(new Set(await seen())).toEqual(new Set([1]))
  }, 120_000)
})
