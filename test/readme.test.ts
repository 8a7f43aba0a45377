import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { commands } from '../commands/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const rows = readme.split('\n').filter((line) => line.startsWith('| '))

/** `/gopy` · `xem`, or `/gopy xem` with an example behind it. */
const names = (row: string, command: string, sub: string): boolean =>
  row.includes(`\`/${command} ${sub}`) || (row.includes(`\`/${command}\``) && row.includes(`\`${sub}\``))

test('every command of the help stands in the table of the README', () => {
  const missing = commands.filter(({ name }) => !rows.some((row) => new RegExp(`\`/${name}[\` ]`, 'u').test(row)))
  expect(missing.map(({ name }) => name)).toEqual([])
})

test('so does every sub-command the help shows', () => {
  const shown = commands.flatMap(({ name, sub }) =>
    Object.entries(sub).flatMap(([word, { hidden }]) => (hidden ? [] : [[name, word] as const])),
  )
  expect(shown.length).toBeGreaterThan(20)
  const missing = shown.filter(([name, word]) => !rows.some((row) => names(row, name, word)))
  expect(missing.map((path) => path.join(' '))).toEqual([])
})
