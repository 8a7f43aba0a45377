import { expect, test } from '@jest/globals'
import { findByName, shortName, sortMembers, sortNameOf } from '../../../src/domain/people/names.js'
import { eleven, person } from './people.js'

const found = (typed: string, members = eleven): string | string[] => {
  const result = findByName(members, typed)
  if ('member' in result) return result.member.key
  return 'several' in result ? result.several.map(({ key }) => key) : []
}

test('members stand by given name, then middle, then family, as a Vietnamese list has them', () => {
  expect(sortMembers(eleven).map(({ name }) => name)).toEqual([
    'Võ Thị Mai Anh',
    'Phạm Thị Ánh',
    'Đặng Xuân Ân',
    'Ngô Gia Bảo',
    'Lê Quang Đạt',
    'Hoàng Minh Đức',
    'Nguyễn Văn Hòa',
    'Bùi Thị Hương',
    'Trần Thị Thu Hương',
    'Thạch Thị Sa Riên',
    'Lò Văn Sơn',
  ])
})

test('a mark on the given name comes before the letters of the middle name', () => {
  const names = ['Lê Bảo Ánh', 'Lê Văn Anh', 'Vũ Thị Sóc', 'Lê Thị Đạt', 'Lê Thị Dũng']
  const sorted = sortMembers(names.map((name, place) => person(`p${place}`, name))).map(({ name }) => name)
  expect(sorted).toEqual(['Lê Văn Anh', 'Lê Bảo Ánh', 'Lê Thị Dũng', 'Lê Thị Đạt', 'Vũ Thị Sóc'])
})

test('names in NFD and with odd spaces have the same place', () => {
  expect(sortNameOf('  Trần  Thị Thu Hương '.normalize('NFD'))).toBe('Hương, Thị Thu, Trần')
  expect(sortNameOf('Kim Sóc')).toBe('Sóc, , Kim')
  expect(sortNameOf("H'Nghen")).toBe("H'Nghen")
  expect(sortNameOf('')).toBe('')
})

test('a name of another order goes by the sort name it was given', () => {
  const rchom = person('p1', 'Rchom Ngơr', { sortName: 'Rchom, , Ngơr' })
  expect(
    sortMembers([...eleven, rchom])
      .map(({ key }) => key)
      .indexOf('p1'),
  ).toBe(9)
  expect(shortName(rchom, eleven)).toBe('Rchom')
})

test('people of one name keep one order', () => {
  const twins = [person('p2', 'Lê Văn An'), person('p1', 'Lê Văn An')]
  expect(sortMembers(twins)).toEqual(sortMembers([...twins].reverse()))
})

test.each([
  ['Nguyễn Văn Hòa', 'm01'],
  ['nguyen van hoa', 'm01'],
  ['Hoà', 'm01'],
  ['HÒA', 'm01'],
  ['Thu Hương', 'm02'],
  ['thu huong', 'm02'],
  ['Bùi Hương', 'm08'],
  ['bui thi huong', 'm08'],
  ['Anh', 'm06'],
  ['Ánh', 'm04'],
  ['Ân', 'm07'],
  ['an', 'm07'],
  ['Sa Riên', 'm10'],
  ['sa rien', 'm10'],
  ['dat', 'm03'],
  ['Duc', 'm05'],
  ['m08', 'm08'],
  ['M08', 'm08'],
  ['@Đức', 'm05'],
  ['đ/c Sơn', 'm09'],
  ['d/c son', 'm09'],
  ['Đồng chí Bảo,', 'm11'],
  ['đồng chí bảo'.normalize('NFD'), 'm11'],
  ['Mai Anh', 'm06'],
  ['Nguyễn', 'm01'],
])('«%s» is found as %s', (typed, key) => {
  expect(found(typed)).toBe(key)
})

test('a name that two bear brings both, by name', () => {
  expect(found('Hương')).toEqual(['m08', 'm02'])
  expect(found('huong')).toEqual(['m08', 'm02'])
})

test('words in the wrong order, other letters and nothing at all find nobody', () => {
  expect(found('Hương Bùi')).toEqual([])
  expect(found('Hằng')).toEqual([])
  expect(found('')).toEqual([])
  expect(found('@')).toEqual([])
  expect(found('m99')).toEqual([])
})

test('an apostrophe is found however the phone writes it', () => {
  expect(found('H’Nghen', [...eleven, person('p1', "Siu H'Nghen")])).toBe('p1')
})

test('a comrade is called by the given name, with more of the name where two share it', () => {
  const called = (key: string): string =>
    shortName(
      eleven.find((member) => member.key === key)!,
      eleven,
    )
  expect(['m01', 'm02', 'm08', 'm10', 'm06', 'm04', 'm07'].map(called)).toEqual([
    'Hòa',
    'Thu Hương',
    'Bùi Hương',
    'Riên',
    'Anh',
    'Ánh',
    'Ân',
  ])
})

test('the same names without marks are not mixed up', () => {
  const members = [person('p1', 'Lê Thị Hoa'), person('p2', 'Lê Văn Hòa')]
  expect(members.map((member) => shortName(member, members))).toEqual(['Hoa', 'Hòa'])
})

test('two of one whole name are told apart by their keys', () => {
  const twins = [person('p1', 'Lê Văn An'), person('p2', 'Lê Văn An')]
  expect(twins.map((member) => shortName(member, twins))).toEqual(['Lê Văn An (p1)', 'Lê Văn An (p2)'])
  expect(found('Lê Văn An', twins)).toEqual(['p1', 'p2'])
})

test('every short name leads back to the one who bears it', () => {
  for (const member of eleven) expect(found(shortName(member, eleven))).toBe(member.key)
})
