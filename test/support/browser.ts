import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const require = createRequire(import.meta.url)
const axe = require.resolve('axe-core/axe.min.js')

/** Debian's Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`There is no ${executablePath}, in which the page is tried. Install it: apt-get install chromium`)
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

interface AxeRules {
  id: string
  impact: string | null
  nodes: { html: string }[]
}

/** What axe-core finds serious or critical, by these rules or by all. The page must have been opened with `bypassCSP`. */
export async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.addScriptTag({ path: axe })
  const options = rules ? { runOnly: rules } : {}
  const { passes, violations } = await page.evaluate<{ passes: AxeRules[]; violations: AxeRules[] }>(
    `axe.run(${JSON.stringify(options)})`,
  )
  if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('axe-core looked at nothing')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Fields without a label of their own; axe-core is content with a placeholder. */
export const unlabelled = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('input, select, textarea')]
    .filter((field) => ![...field.labels].some((label) => label.innerText.trim() !== ''))
    .map((field) => field.outerHTML)`)

/** How many pixels of the page lie beyond the right edge of the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Presses Tab until the focus is on `target` (that says `text`), as somebody without a pointer does. */
export async function tabTo(
  page: Page,
  target: string,
  { back = false, text }: { back?: boolean; text?: string } = {},
): Promise<void> {
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const focused = page.locator('*:focus').and(page.locator(target))
    if ((await (text === undefined ? focused : focused.filter({ hasText: text })).count()) === 1) return
  }
  throw new Error(`Tab does not lead to ${target}`)
}
