import { describe, expect, test } from '@jest/globals'
import { command, form, type Command } from '../../src/engine/command.js'
import { closest, formAt, matchCommand } from '../../src/engine/match-command.js'

const nothing = { may: 'member' as const, run: () => Promise.resolve() }
const gopy = command({
  name: 'gopy',
  also: ['gop y', 'comment'],
  prose: true,
  ...nothing,
  sub: {
    tonghop: form({ also: ['tong hop'], ...nothing }),
    them: form({ hidden: true, ...nothing }),
    sua: form({ takes: (rest) => /^\d/u.test(rest), ...nothing }),
  },
})
const lichhop = command({
  name: 'lichhop',
  also: ['lich hop', 'lich'],
  ...nothing,
  sub: { tao: form(nothing), doi: form(nothing), xacnhan: form({ also: ['xac nhan'], ...nothing }) },
})
const huy = command({ name: 'huy', also: ['thoi'], ...nothing })
const thoisu = command({ name: 'thoisu', also: ['thoi su'], ...nothing })
const commands: readonly Command[] = [lichhop, gopy, thoisu, huy]

const match = (line: string, among = commands) => {
  const found = matchCommand(among, line)
  return found && [found.path, found.rest]
}

describe('a name is found', () => {
  const lines: [line: string, path: string, rest: string][] = [
    ['/gopy', 'gopy', ''],
    ['gopy', 'gopy', ''],
    ['gop y', 'gopy', ''],
    ['góp ý', 'gopy', ''],
    ['Góp Ý', 'gopy', ''],
    ['GÓP Ý', 'gopy', ''],
    ['/Góp ý', 'gopy', ''],
    ['  /gopy  ', 'gopy', ''],
    ['góp   ý', 'gopy', ''],
    ['góp ý'.normalize('NFD'), 'gopy', ''],
    ['lịch họp'.normalize('NFD'), 'lichhop', ''],
    ['/gopy cd1 Nhất trí.', 'gopy', 'cd1 Nhất trí.'],
    ['góp ý cd1 Nhất trí.', 'gopy', 'cd1 Nhất trí.'],
    ['comment cd1', 'gopy', 'cd1'],
    ['/gopy@chibot', 'gopy', ''],
    ['/gopy@ChiBoBot cd1 vâng', 'gopy', 'cd1 vâng'],
    ['/lichhop@chibot tao 05/04/2027', 'lichhop tao', '05/04/2027'],
    ['/thoisu', 'thoisu', ''],
    ['thời sự', 'thoisu', ''],
    ['thôi', 'huy', ''],
    ['góp ý: nên có hạn rõ hơn', 'gopy', 'nên có hạn rõ hơn'],
    ['Góp ý, nên có hạn rõ hơn', 'gopy', 'nên có hạn rõ hơn'],
    ['/gopy: cd1 nên có hạn: rõ hơn.', 'gopy', 'cd1 nên có hạn: rõ hơn.'],
    ['/gopy@chibot: cd1 vâng', 'gopy', 'cd1 vâng'],
    ['góp ý; nên', 'gopy', 'nên'],
    ['góp ý. Nên', 'gopy', 'Nên'],
    ['góp ý : nên', 'gopy', 'nên'],
    ['góp ý – nên', 'gopy', 'nên'],
    ['góp ý - nên', 'gopy', 'nên'],
    ['góp ý- nên', 'gopy', 'nên'],
    ['góp ý:\n- mục I\n- mục II', 'gopy', '- mục I\n- mục II'],
    ['góp ý\n- mục I', 'gopy', '- mục I'],
    ['góp ý -5 điểm là nhiều', 'gopy', '-5 điểm là nhiều'],
    ['lịch họp.', 'lichhop', ''],
    ['lịch họp tạo: 05/04/2027', 'lichhop tao', '05/04/2027'],
  ]
  test.each(lines)('%s', (line, path, rest) => {
    expect(match(line)).toEqual([path, rest])
  })

  test('the longer of two names of one command is taken whole', () => {
    expect(match('lịch họp tháng sau')).toEqual(['lichhop', 'tháng sau'])
  })
})

describe('nothing is found', () => {
  const lines = ['', ' ', '/', '//gopy', 'góp', 'gópý1', 'tôi góp ý', 'gopycd1', 'lichhopp', '@chibot']
  test.each(lines)('«%s»', (line) => {
    expect(match(line)).toBeNull()
  })

  test('in a name that is a part of a word', () => {
    expect(match('lichhophomnay')).toBeNull()
  })
})

describe('a slip of the finger', () => {
  const understood: [line: string, path: string][] = [
    ['/lichop', 'lichhop'],
    ['/lichhopp', 'lichhop'],
    ['/lihchop', 'lichhop'],
    ['/lịchhọb', 'lichhop'],
    ['/thoisi', 'thoisu'],
  ]
  test.each(understood)('%s is understood', (line, path) => {
    expect(match(line)).toEqual([path, ''])
  })

  test('is not understood without a slash: it may be an ordinary word', () => {
    expect(match('lichop')).toBeNull()
  })

  test('is not understood in a name of fewer than five letters', () => {
    expect([match('/gopi'), match('/hyu'), match('/gop')]).toEqual([null, null, null])
  })

  test('is not understood where it is two slips', () => {
    expect(match('/licop')).toBeNull()
  })

  test('is not understood where it may mean two commands', () => {
    const two = [command({ name: 'danhmuc', ...nothing }), command({ name: 'danhmua', ...nothing })]
    expect(match('/danhmub', two)).toBeNull()
  })

  test('keeps what follows', () => {
    expect(match('/lichop tao 05/04/2027 14h Phòng họp 2')).toEqual(['lichhop tao', '05/04/2027 14h Phòng họp 2'])
  })

  test('is never looked for in what follows: nothing is guessed of "tạo" or "hủy"', () => {
    expect(match('/lichhop xacnhn 2027-02')).toEqual(['lichhop', 'xacnhn 2027-02'])
  })
})

describe('a sub-form', () => {
  const lines: [line: string, path: string, rest: string][] = [
    ['/lichhop tao', 'lichhop tao', ''],
    ['lịch họp tạo 05/04/2027', 'lichhop tao', '05/04/2027'],
    ['Lịch họp Xác nhận 2027-02', 'lichhop xacnhan', '2027-02'],
    ['/lichhop xacnhan 2027-02', 'lichhop xacnhan', '2027-02'],
    ['góp ý tổng hợp', 'gopy tonghop', ''],
    ['/gopy tonghop cd1', 'gopy tonghop', 'cd1'],
    ['gopy them cd1 dòng một', 'gopy them', 'cd1 dòng một'],
  ]
  test.each(lines)('%s', (line, path, rest) => {
    expect(match(line)).toEqual([path, rest])
  })

  test('is its own form, not the command', () => {
    expect(matchCommand(commands, '/lichhop tao')?.form).toBe(lichhop.sub['tao'])
    expect(matchCommand(commands, '/lichhop')?.form).toBe(lichhop)
  })

  test('in prose, words a person types after its name are words unless it takes them; what buttons name is not', () => {
    const typed = (line: string) => {
      const found = matchCommand(commands, line, 'typed')
      return found && [found.path, found.rest]
    }
    expect(typed('/gopy Thêm một ý ở mục 2 về giải pháp')).toEqual(['gopy', 'Thêm một ý ở mục 2 về giải pháp'])
    expect(typed('gop y them mot y')).toEqual(['gopy', 'them mot y'])
    expect(typed('/gopy them')).toEqual(['gopy them', ''])
    expect(typed('/gopy them cd1 2027-02')).toEqual(['gopy them', 'cd1 2027-02'])
    expect(typed('/gopy tổng hợp cả quý')).toEqual(['gopy', 'tổng hợp cả quý'])
    expect(typed('/gopy tổng hợp cd1')).toEqual(['gopy tonghop', 'cd1'])
    expect(typed('/gopy tổng hợp nhé')).toEqual(['gopy tonghop', 'nhé'])
    expect(typed('/gopy sửa phần II')).toEqual(['gopy', 'sửa phần II'])
    expect(typed('/gopy sửa 4 ý mới')).toEqual(['gopy sua', '4 ý mới'])
    expect(match('gopy them cd1 mới')).toEqual(['gopy them', 'cd1 mới'])
  })

  test('a word that only begins like one is not taken for it', () => {
    expect(match('/lichhop taotao')).toEqual(['lichhop', 'taotao'])
  })
})

describe('what follows is kept as typed', () => {
  test('with its line breaks and double spaces', () => {
    const text = 'Tôi xin góp ý:\n  1. Phần  giải pháp\n\n  2. Nguyên nhân'
    expect(match(`/gopy cd1 ${text}`)).toEqual(['gopy', `cd1 ${text}`])
  })

  test('where it begins on the next line', () => {
    expect(match('/gopy\ncd1\nNhất trí.')).toEqual(['gopy', 'cd1\nNhất trí.'])
    expect(match('góp ý\n\nNhất trí.')).toEqual(['gopy', 'Nhất trí.'])
  })

  test('in the form its sender typed it', () => {
    const typed = 'Bổ sung ý kiến'.normalize('NFD')
    expect(match(`/gopy ${typed}`)![1]).toBe(typed)
  })

  test('after a no-break space too', () => {
    expect(match('/gopy\u00A0cd1')).toEqual(['gopy', 'cd1'])
  })

  test('of a megabyte', () => {
    const text = 'chữ '.repeat(250_000).trim()
    expect(match(`/gopy ${text}`)).toEqual(['gopy', text])
  })
})

test('a path the product wrote down leads to its form', () => {
  expect(formAt(commands, 'gopy')).toBe(gopy)
  expect(formAt(commands, 'gopy them')).toBe(gopy.sub['them'])
  expect([formAt(commands, 'gopy none'), formAt(commands, 'none'), formAt(commands, '')]).toEqual([null, null, null])
})

test('what a mistyped line may have meant is suggested', () => {
  expect(closest(commands, 'lichop')).toBe(lichhop)
  expect(closest(commands, 'lịch hop mai')).toBe(lichhop)
  // A keyboard that was to write marks, and did not.
  expect([closest(commands, 'lichj hopj'), closest(commands, 'gops ys'), closest(commands, 'gop1 y1')]).toEqual([
    lichhop,
    gopy,
    gopy,
  ])
  expect([closest(commands, 'xin chào'), closest(commands, '')]).toEqual([null, null])
})
