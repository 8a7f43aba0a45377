import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Member } from '../../../../src/domain/people/member.js'
import {
  readRosterCsv, type RosterCsvReading,
} from '../../../../src/duties/branch/roster-csv/read-roster-csv.js' // prettier-ignore
import { rosterCsvText } from '../../../../src/duties/branch/roster-csv/roster-csv-text.js'
import { eleven, person } from '../../../domain/people/people.js'
import { words } from '../../../support/words.js'

const hoa = person('m01', 'Nguyễn Văn Hòa', { roles: ['secretary'], cell: '1' })

const read = (file: string | Uint8Array, existing: readonly Member[] = [], today = '2027-01-15'): RosterCsvReading =>
  readRosterCsv({ file, existing, today, locale: 'vi' })

function good(file: string | Uint8Array, existing: readonly Member[] = [], today?: string) {
  const reading = read(file, existing, today)
  if ('problems' in reading) throw new Error(rosterCsvText(words.in('vi'), reading))
  return reading
}

function problemsOf(file: string | Uint8Array, existing: readonly Member[] = []): [number | null, string][] {
  const reading = read(file, existing)
  if (!('problems' in reading)) throw new Error('read without a problem')
  return reading.problems.map(({ line, key }) => [line, key])
}

const lines = (...all: string[]): string => all.join('\r\n')
const heads = 'Họ và tên,Chức vụ,Tổ đảng,Tình trạng,Ngày chính thức'
const list = lines(
  heads,
  'Nguyễn Văn Hòa,Bí thư,1,Chính thức,',
  'Trần Thị Thu Hương,"Phó Bí thư, Tổ trưởng tổ 1",1,Chính thức,03/02/2010',
  'Lê Quang Đạt,Chi ủy viên kiêm tổ trưởng,Tổ 2,,',
  'Ngô Gia Bảo,,Tổ đảng số 1,Dự bị,12/9/2027',
)
const told = ({ key, name, roles, status, cell, officialDue }: Member | ReturnType<typeof good>['members'][number]) => [
  key, name, roles, status, cell, officialDue,
] // prettier-ignore
const read4 = [
  ['m01', 'Nguyễn Văn Hòa', ['secretary'], 'official', '1', null],
  ['m02', 'Trần Thị Thu Hương', ['deputy', 'cellLeader'], 'official', '1', null],
  ['m03', 'Lê Quang Đạt', ['committee', 'cellLeader'], 'official', '2', null],
  ['m04', 'Ngô Gia Bảo', [], 'probationary', '1', '2027-09-12'],
]

describe('however a list was saved', () => {
  const utf16 = Buffer.from(
    `\uFEFF${list.replaceAll(',', '\t').replaceAll('"Phó Bí thư\t Tổ', '"Phó Bí thư, Tổ')}`,
    'utf16le',
  )
  const forms: [string, string | Uint8Array][] = [
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${list}`)],
    ['UTF-16 with tabs, as Excel writes "Unicode text"', utf16],
    ['UTF-16 of the other order', Buffer.from(utf16).swap16()],
    ['semicolons', list.replaceAll(',', ';').replace('"Phó Bí thư; Tổ', '"Phó Bí thư, Tổ')],
    ['semicolons within a cell', list.replaceAll(',', ';')],
    ['tabs', list.replaceAll(',', '\t').replace('Phó Bí thư\t Tổ', 'Phó Bí thư, Tổ')],
    ['line feeds alone', list.replaceAll('\r\n', '\n')],
    ['carriage returns alone', list.replaceAll('\r\n', '\r')],
    ['marks apart', list.normalize('NFD')],
    ['Excel’s own first line', `sep=,\r\n${list}`],
    ['empty lines and empty rows', list.replaceAll('\r\n', '\r\n,,,,\r\n\r\n')],
    ['a title above the heads', `DANH SÁCH ĐẢNG VIÊN,,,,\r\nChi bộ Phòng Tổng hợp,,,,\r\n\r\n${list}`],
    ['columns that are empty', list.replaceAll('\r\n', ',,\r\n')],
  ]

  test.each(forms)('%s is read the same', (_, file) => {
    expect(good(file).members.map(told)).toEqual(read4)
  })

  test('heads without marks, in capitals, in any order, with remarks and a running number', () => {
    const file = lines(
      'STT,TINH TRANG,HO VA TEN (chữ in hoa),TO DANG,CHUC VU,MA',
      '1,chinh thuc,Nguyễn Văn Hòa,to 1,bi thu,m07',
      '2,du bi,Bùi Thị Hương,2,dang vien,',
    )
    expect(good(file).members.map(told)).toEqual([
      ['m07', 'Nguyễn Văn Hòa', ['secretary'], 'official', '1', null],
      ['m08', 'Bùi Thị Hương', [], 'probationary', '2', null],
    ])
    expect(good(file).summary.ignored).toEqual([])
  })

  test('family and given name in columns of their own', () => {
    const file = lines('Họ và tên đệm;Tên;Chức vụ', 'Nguyễn Văn;Hòa;Bí thư', 'Thạch Thị Sa;Riên;')
    expect(good(file).members.map(({ name }) => name)).toEqual(['Nguyễn Văn Hòa', 'Thạch Thị Sa Riên'])
  })

  test('a name over two lines is one name, and lines are counted as an editor does', () => {
    const file = lines('Họ và tên,Chức vụ', '"Nguyễn  Văn\nHòa ",bi_thu', "Siu H'Nghen,", '"Bùi ""Thị"" Hương",')
    expect(problemsOf(file)).toEqual([[5, 'roster-name-unclear']])
    const { members } = good(file.split('\r\n').slice(0, 3).join('\r\n'))
    expect(members.map(({ name }) => name)).toEqual(['Nguyễn Văn Hòa', "Siu H'Nghen"])
  })

  test('English heads and the house’s own words', () => {
    const file = lines(
      'Full name,Role,Cell,Status,Official due',
      'Nguyễn Văn Hòa,"secretary, minuteTaker",1,official,',
      'Ngô Gia Bảo,cellLeader,1,probationary,2027-09-12',
    )
    expect(good(file).members.map(told)).toEqual([
      ['m01', 'Nguyễn Văn Hòa', ['secretary', 'minuteTaker'], 'official', '1', null],
      ['m02', 'Ngô Gia Bảo', ['cellLeader'], 'probationary', '1', '2027-09-12'],
    ])
  })

  test('what must not be kept is left out, and said', () => {
    const file = lines(
      'Họ và tên,Chức vụ,Ngày sinh,Số thẻ đảng viên,Dân tộc,Điện thoại',
      'Nguyễn Văn Hòa,Bí thư,01/01/1970,123456,Kinh,0912345678',
    )
    const { members, summary } = good(file)
    expect(summary.ignored).toEqual(['Ngày sinh', 'Số thẻ đảng viên', 'Dân tộc', 'Điện thoại'])
    expect(JSON.stringify(members)).not.toMatch(/1970|123456|Kinh|0912345678/u)
  })

  test('of two columns for one thing the more telling one is read', () => {
    const file = lines('Họ và tên,Chức vụ,Chức vụ Đảng', 'Nguyễn Văn Hòa,Trưởng phòng,Bí thư')
    expect(good(file).members[0]!.roles).toEqual(['secretary'])
    expect(good(file).summary.ignored).toEqual(['Chức vụ'])
  })
})

describe('files that cannot be read', () => {
  const cases: [string, string | Uint8Array, [number | null, string][]][] = [
    ['an old code page', Buffer.from('Ho va ten\nNguy\u00EAn V\u00E3n', 'latin1'), [[null, 'roster-not-utf8']]],
    ['UTF-16 without its mark', Buffer.from(list, 'utf16le'), [[null, 'roster-not-utf8']]],
    ['a workbook', Buffer.from('PK\x03\x04'), [[null, 'roster-spreadsheet']]],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), [[null, 'roster-spreadsheet']]],
    ['nothing', '', [[null, 'roster-no-heads']]],
    ['no heads', 'Nguyễn Văn Hòa,Bí thư', [[null, 'roster-no-heads']]],
    ['heads and nothing else', heads, [[null, 'roster-no-members']]],
    ['two heads alike', lines('Họ và tên,Chức vụ,Chức vụ', 'Nguyễn Văn Hòa,Bí thư,'), [[1, 'roster-column-twice']]],
    ['a quote that never closes', lines(heads, '"Nguyễn Văn Hòa,Bí thư,1,,'), [[2, 'roster-quote-open']]],
    ['more than a megabyte', Buffer.alloc(1_000_001, 'a'), [[null, 'roster-too-large']]],
    [
      'more members than any branch has',
      lines('Họ và tên', ...Array<string>(2001).fill('An Bình')),
      [[null, 'roster-too-large']],
    ],
  ]

  test.each(cases)('%s', (_, file, problems) => {
    expect(problemsOf(file)).toEqual(problems)
  })
})

test('all problems are told at once, each with its line', () => {
  const file = lines(
    'Mã,Họ và tên,Chức vụ,Tình trạng,Ngày chính thức',
    'm01,Nguyễn Văn Hòa,Bí thư,chính thức,',
    '',
    'm02,,Bí thư,lạ,',
    'm 3,Lê Quang Đạt,Trưởng phòng,,31/02/2027',
    'm01,Phạm Thị Ánh,,,1/13/2027',
    ',Bùi Thị Hương,,,',
    ',BÙI THỊ HƯƠNG,,,',
    ',Tổng cộng: 6,,,',
  )
  expect(problemsOf(file)).toEqual([
    [4, 'roster-name-missing'],
    [4, 'roster-status-unknown'],
    [5, 'roster-key-unclear'],
    [5, 'roster-role-unknown'],
    [5, 'roster-date-unclear'],
    [6, 'roster-date-unclear'],
    [6, 'roster-key-twice'],
    [8, 'roster-name-twice'],
    [9, 'roster-name-unclear'],
  ])
})

describe('whom a row means', () => {
  const simple = (...names: string[]): string => lines('Họ và tên', ...names)

  test('a branch that exists is recognised by names alone, and nothing changes', () => {
    const { summary, members } = good(simple(...eleven.map(({ name }) => name)), eleven)
    expect(summary).toMatchObject({ added: [], changed: [], unmentioned: [] })
    expect(members.map(told)).toEqual(eleven.map(told))
  })

  test('tones placed otherwise, capitals and marks apart are the same name', () => {
    const { members, summary } = good(simple('NGUYỄN VĂN HOÀ', 'Lê Quang Đạt'.normalize('NFD')), eleven)
    expect(members.map(({ key, name }) => [key, name])).toEqual([
      ['m01', 'Nguyễn Văn Hòa'],
      ['m03', 'Lê Quang Đạt'],
    ])
    expect(summary.changed).toEqual([])
    expect(summary.unmentioned).toHaveLength(9)
  })

  test('newcomers get the next key, never one that was somebody’s', () => {
    const gone = person('m12', 'Đinh Văn Tám', { gone: true })
    const { members, summary } = good(simple('Lò Văn Sơn', 'Kim Sóc', 'Giàng A Câu'), [...eleven, gone])
    expect(members.map(({ key }) => key)).toEqual(['m09', 'm13', 'm14'])
    expect(summary.added.map(({ name }) => name)).toEqual(['Kim Sóc', 'Giàng A Câu'])
  })

  test('somebody who left and comes again under his name is new', () => {
    const { members } = good(simple('Đinh Văn Tám'), [hoa, person('m02', 'Đinh Văn Tám', { gone: true })])
    expect(members[0]!.key).toBe('m03')
  })

  test('a key decides, and the name may change', () => {
    const file = lines('Mã,Họ và tên', 'M08,Bùi Thị Thu Hương')
    const { members, summary } = good(file, eleven)
    expect(members[0]).toMatchObject({ key: 'm08', name: 'Bùi Thị Thu Hương' })
    expect(summary.changed.map(({ fields }) => fields)).toEqual([['name']])
  })

  test('what cannot be decided is asked back', () => {
    const twins = [hoa, person('m02', 'Lò Văn Sơn'), person('m03', 'Lò Văn Sơn')]
    expect(problemsOf(simple('Lò Văn Sơn'), twins)).toEqual([[2, 'roster-several']])
    const keyed = lines('Mã,Họ và tên', 'm02,Lò Văn Sơn', 'm03,Lò Văn Sơn')
    expect(good(keyed, twins).summary.same).toHaveLength(2)
    expect(problemsOf(lines('Mã,Họ và tên', 'm20,Nguyễn Văn Hòa'), twins)).toEqual([[2, 'roster-other-key']])
    const left = person('m09', 'Kim Sóc', { gone: true })
    expect(problemsOf(lines('Mã,Họ và tên', 'm09,Giàng A Câu'), [hoa, left])).toEqual([[2, 'roster-key-taken']])
  })

  test('two of one name are two where each has a key', () => {
    const file = lines('Mã,Họ và tên,Chức vụ', 'a1,Lò Văn Sơn,Bí thư', 'a2,Lò Văn Sơn,')
    expect(good(file).members.map(({ key }) => key)).toEqual(['a1', 'a2'])
  })
})

describe('what a list does not speak of', () => {
  const an = person('m07', 'Đặng Xuân Ân', {
    roles: ['committee'], cell: '2', locale: 'en', simple: true, proxyBy: 'b:m01', accounts: [{ channel: 'web', id: 'm07' }],
    tempExempt: { from: '2027-08-01', to: '2027-10-31' }, status: 'probationary', officialDue: '2027-05-01',
  }) // prettier-ignore

  test('stays as it is', () => {
    expect(good(lines('Họ và tên', 'Đặng Xuân Ân'), [hoa, an]).members[0]).toEqual({
      key: 'm07', name: 'Đặng Xuân Ân', roles: ['committee'], status: 'probationary', cell: '2', locale: 'en', simple: true,
      officialDue: '2027-05-01', tempExempt: { from: '2027-08-01', to: '2027-10-31' }, proxyBy: 'm01', accounts: [],
    }) // prettier-ignore
  })

  test('a cell left empty in a column that is there takes roles and cell away, never the status', () => {
    const { members, summary } = good(lines('Họ và tên,Chức vụ,Tổ đảng,Tình trạng', 'Đặng Xuân Ân,,,'), [hoa, an])
    expect(members[0]).toMatchObject({ roles: [], cell: '', status: 'probationary', officialDue: '2027-05-01' })
    expect(summary.changed[0]!.fields).toEqual(['roles', 'cell'])
  })
})

describe('when somebody becomes official', () => {
  const dated = (head: string, date: string, status = ''): string =>
    lines(`Họ và tên,Chức vụ,Tình trạng,${head}`, `Nguyễn Văn Hòa,Bí thư,${status},${date}`)
  const of = (file: string, today?: string) => {
    const { status, officialDue } = good(file, [], today).members[0]!
    return [status, officialDue]
  }

  test('a date that has passed makes a new member official, one to come probationary', () => {
    expect(of(dated('Ngày chính thức', '15/01/2027'))).toEqual(['official', null])
    expect(of(dated('Ngày chính thức', '16/01/2027'))).toEqual(['probationary', '2027-01-16'])
  })

  test('probation takes twelve months', () => {
    expect(of(dated('Ngày kết nạp', '12/9/2026'))).toEqual(['probationary', '2027-09-12'])
    expect(of(dated('Ngày vào Đảng', '3-2-2010'))).toEqual(['official', null])
    expect(of(dated('Ngày dự bị', '29.02.2028', 'Dự bị'), '2028-03-01')).toEqual(['probationary', '2029-02-28'])
  })

  test('no date makes a member official who is known as probationary: the branch decides that', () => {
    const bao = person('m02', 'Ngô Gia Bảo', { status: 'probationary', officialDue: '2026-09-12' })
    const { members } = good(lines('Họ và tên,Ngày kết nạp', 'Ngô Gia Bảo,12/09/2025'), [hoa, bao])
    expect(members[0]).toMatchObject({ status: 'probationary', officialDue: '2026-09-12' })
  })
})

describe('the secretary', () => {
  test('there is exactly one, of those in the file and those who stay', () => {
    expect(problemsOf(lines('Họ và tên', 'Kim Sóc'))).toEqual([[null, 'roster-no-secretary']])
    expect(problemsOf(lines('Họ và tên,Chức vụ', 'Kim Sóc,Bí thư'), [hoa])).toEqual([
      [null, 'roster-several-secretaries'],
    ])
    expect(problemsOf(lines('Họ và tên,Chức vụ', 'Nguyễn Văn Hòa,'), [hoa])).toEqual([[null, 'roster-no-secretary']])
    const handed = lines('Họ và tên,Chức vụ', 'Nguyễn Văn Hòa,Chi ủy viên', 'Kim Sóc,Bí thư')
    expect(good(handed, [hoa]).summary.changed.map(({ fields }) => fields)).toEqual([['roles']])
    expect(good(lines('Họ và tên', 'Kim Sóc'), [hoa]).members).toHaveLength(1)
  })
})

describe('in the reader’s words', () => {
  test('what a list would do', () => {
    const existing = [hoa, person('m02', 'Trần Thị Thu Hương', { roles: ['deputy'] }), person('m05', 'Hoàng Minh Đức')]
    expect(rosterCsvText(words.in('vi'), read(list.replace(heads, `${heads},Ngày sinh`), existing))).toBe(
      [
        'Danh sách có 2 đồng chí mới, 1 đồng chí thay đổi, 1 đồng chí giữ nguyên.',
        '• Mới: Lê Quang Đạt (m06), chi ủy viên, tổ trưởng; chính thức',
        '• Mới: Ngô Gia Bảo (m07), dự bị',
        '• Đổi: Trần Thị Thu Hương (m02): chức vụ: phó bí thư → phó bí thư, tổ trưởng',
        'Có trong chi bộ, không có trong danh sách, giữ nguyên: Hoàng Minh Đức.',
        'Các cột không dùng và không lưu: Ngày sinh.',
      ].join('\n'),
    )
  })

  test('what stands in its way', () => {
    const file = lines(heads, 'Nguyễn Văn Hòa,Trưởng phòng,1,,', ',,,,12/9/2027')
    expect(rosterCsvText(words.in('vi'), read(file)).split('\n')).toEqual([
      'Chưa ghi gì. Danh sách có 2 chỗ cần sửa:',
      '• Dòng 2: chức vụ «Trưởng phòng» chưa rõ. Ghi một hay nhiều chức vụ: bí thư, phó bí thư, chi ủy viên, thư ký, tổ trưởng; để trống nếu không giữ chức vụ trong chi bộ.',
      '• Dòng 3: thiếu họ và tên. Đề nghị ghi họ và tên, hoặc xóa dòng này.',
    ])
    expect(rosterCsvText(words.in('en'), read(''))).toContain('no column with the head')
  })

  test('a file full of problems does not fill the chat', () => {
    const file = lines(heads, ...Array.from({ length: 500 }, () => 'Nguyễn Văn Hòa,lạ,1,,'))
    const text = rosterCsvText(words.in('vi'), read(file))
    expect(text.split('\n')).toHaveLength(32)
    expect(text).toContain('… và 969 chỗ nữa.')
  })
})

test('reading a list twice changes nothing the second time', () => {
  const { members } = good(list)
  const kept = members.map(({ accounts, ...fields }) => person(fields.key, fields.name, { ...fields, accounts }))
  expect(good(list, kept).summary).toMatchObject({ added: [], changed: [], unmentioned: [] })
})

test('whatever a file holds, it is read or refused with words for every problem', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Họ và tên', 'Chức vụ', 'Bí thư', 'Kim Sóc', '"', 'mã', '12/9/2027'),
  )
  const text = fc
    .array(
      fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(',')),
      { maxLength: 8 },
    )
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((one) => `Họ và tên,Chức vụ\n${one}`),
        text,
      ),
      (file) => {
        for (const locale of ['vi', 'en'] as const)
          expect(rosterCsvText(words.in(locale), read(Buffer.from(file), eleven))).not.toBe('')
      },
    ),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
      expect(rosterCsvText(words.in('vi'), read(bytes))).not.toBe(''),
    ),
  )
})
