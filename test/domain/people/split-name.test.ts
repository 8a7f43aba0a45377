import { expect, test } from '@jest/globals'
import { splitName } from '../../../src/domain/people/split-name.js'
import { eleven } from './people.js'

test.each([
  ['Sơn đồng ý với dự thảo', 'Sơn', 'đồng ý với dự thảo'],
  ['Sa Riên: cần thêm mẫu', 'Sa Riên', 'cần thêm mẫu'],
  ['đồng chí Bùi Hương nhất trí', 'đồng chí Bùi Hương', 'nhất trí'],
  ['Nguyễn Văn Hòa\nhai dòng\n', 'Nguyễn Văn Hòa', 'hai dòng\n'],
  ['m09 nhất trí', 'm09', 'nhất trí'],
  ['Hương nhất trí', 'Hương', 'nhất trí'],
  ['ai đó nhất trí', 'ai', 'đó nhất trí'],
  ['Sơn', 'Sơn', ''],
  ['', '', ''],
])('%j', (line, name, rest) => {
  expect(splitName(eleven, line)).toEqual({ name, rest })
})
