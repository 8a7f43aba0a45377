// Makes docs/page.png from the built product: the secretary has the notice in the group and in private, and sees who got it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'

const file = 'docs/page.png'
const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port } = probe.address()
probe.close()
await once(probe, 'close')

const dataDir = mkdtempSync(join(tmpdir(), 'chibot-screenshot-'))
const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
const service = spawn(process.execPath, ['dist/src/cli.js', 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
let browser
try {
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status === 200
  for (let look = 0; !(await ready()); look++) {
    if (look > 150 || service.exitCode !== null) throw new Error('the service did not become ready')
    await sleep(100)
  }
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1280, height: 930 }, deviceScaleFactor: 1.4 })
  await page.goto(`http://127.0.0.1:${port}/`)
  const group = page.getByTestId('group-log')
  const mine = page.getByTestId('private-log')

  const advanceTo = async (seen) => {
    for (let steps = 0; !(await seen.isVisible()); steps++) {
      if (steps > 15) throw new Error('it does not come')
      await page.getByTestId('advance-next').click()
      await page.locator('[data-testid=advance-next][aria-disabled=false]').waitFor()
      await seen.waitFor({ timeout: 1000 }).catch(() => undefined)
    }
  }
  const agree = mine.getByRole('button', { name: 'Đồng ý', exact: true })
  await advanceTo(agree)
  await agree.click()
  await mine.getByText('Đã xác nhận').waitFor()
  await advanceTo(group.getByText('THÔNG BÁO SINH HOẠT CHI BỘ'))
  await page.getByTestId('deliveries').getByText('Lò Văn Sơn – chưa báo').waitFor()
  // What stands last in private is the report to the secretary; the notice is above it.
  await mine.getByText('THÔNG BÁO SINH HOẠT CHI BỘ').evaluate((title) => {
    title.closest('[role=log]').scrollTop = title.closest('li').offsetTop - 10
  })
  await page.mouse.move(0, 0)
  await sleep(500)
  await page.screenshot({ path: file })
  console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`)
} finally {
  await browser?.close()
  service.kill('SIGTERM')
  await once(service, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}
