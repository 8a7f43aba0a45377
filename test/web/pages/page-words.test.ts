import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { locales } from '../../../src/words.js'
import { pageWords, wordsOfPage } from '../../../src/web/pages/page-words.js'
import { words } from '../../support/words.js'

const folder = new URL('../../../src/web/pages/static/', import.meta.url)
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

test.each(locales)('every word of the page is there in %s, with its variables as places to fill in', (locale) => {
  const texts = wordsOfPage(words.in(locale))
  for (const [key, variables] of Object.entries(pageWords)) {
    expect(texts[key]).not.toBe('')
    for (const name of variables) expect(texts[key]).toContain(`{${name}}`)
  }
})

test.each(locales)('every word in page.ftl of %s goes to the browser, or is a refusal of the service', (locale) => {
  const text = readFileSync(new URL(`../../../locales/${locale}/page.ftl`, import.meta.url), 'utf8')
  const keys = Array.from(text.matchAll(/^(page-[\w-]+) =/gm), ([, key]) => key!)
  const ofService = keys.filter((key) => key.startsWith('page-refused-') || key === 'page-noscript')
  expect(keys.filter((key) => !ofService.includes(key)).sort()).toEqual(Object.keys(pageWords).sort())
})

test('the scripts ask for words that exist, and for each that does', () => {
  const named = new Set(Array.from(scripts.matchAll(/'(page-[\w-]+)'/g), ([, key]) => key!))
  expect([...named].filter((key) => !(key in pageWords))).toEqual([])
  const begun = Array.from(scripts.matchAll(/`(page-[\w-]+-)\$\{/g), ([, prefix]) => prefix!)
  const idle = Object.keys(pageWords).filter(
    (key) => !named.has(key) && !begun.some((prefix) => key.startsWith(prefix)),
  )
  // The last stand in index.html, for the time before the scripts run.
  expect(idle).toEqual([])
})
