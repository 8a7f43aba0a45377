import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/** Lines of a list or a table, where a name stands alone. */
const inLists = new Set([
  ...['gopy-line', 'gopy-mark-author', 'gopy-mark-chair', 'thoisu-line', 'duhop-with-reason'],
  // The name of a branch, of a holiday, of a file, on a button; days from and to.
  ...['caidat-title', 'notice-open-days-line', 'chuyende-file-kept', 'notice-told', 'caidat-mien-time', 'caidat-move'],
])
const subjects = ['gopy', 'thoisu', 'chuyende', 'lichhop', 'caidat', 'thongbao', 'duhop', 'notice', 'everyday']

const messages = subjects.flatMap((subject) => {
  const source = readFileSync(new URL(`../../locales/vi/${subject}.ftl`, import.meta.url), 'utf8')
  return [...source.matchAll(/^([a-z][\w-]*) =((?:.*\n)(?:[ \t]+.*\n)*)/gmu)].map(([, id, text]) => ({
    id: id!,
    text: text!,
  }))
})

test('nobody is named in a sentence without «đồng chí»', () => {
  const named = messages.filter(({ id }) => !inLists.has(id))
  const person = /\{ \$(?:name|from|to|was|instead|author|by) \}/gu
  const bare = named.filter(({ text }) =>
    [...text.matchAll(person)].some(({ index }) => !/đồng chí $/iu.test(text.slice(0, index))),
  )
  expect(named.some(({ text }) => text.search(person) >= 0)).toBe(true)
  expect(bare.map(({ id }) => id)).toEqual([])
})

test('a list of names is introduced as one of comrades', () => {
  const lists = messages.filter(({ text }) => text.includes('{ $names }'))
  expect(lists.length).toBeGreaterThan(5)
  const bare = lists.filter(({ text }) => !/đồng chí[^.?!]*\{ \$names \}/iu.test(text))
  expect(bare.map(({ id }) => id)).toEqual([])
})
