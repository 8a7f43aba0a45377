import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { commentsCsv } from '../../src/documents/comments-csv.js'
import { csv } from '../../src/documents/csv.js'
import { words } from '../support/words.js'
import { document } from './compiled.js'

const rowsOf = (bytes: Buffer): string[][] => parse(bytes, { bom: true })

test('a row a comment, under Vietnamese heads', () => {
  expect(rowsOf(commentsCsv(words.in('vi'), document))).toEqual([
    ['Số', 'Họ và tên', 'Phần', 'Nội dung góp ý', 'Thời điểm', 'Ghi chú'],
    [
      '1', 'Trần Thị Thu Hương', 'Góp ý có nội dung',
      'Đề nghị bổ sung số liệu.\n  - quý IV\n\n<b>không</b> & "rút gọn"', '01/02/2027 14:06', '',
    ],
    [
      '8', 'Lò Văn Sơn', 'Góp ý có nội dung', `'=HYPERLINK("http://x","đọc")`, '01/02/2027 14:13',
      'đồng chí Phạm Thị Ánh ghi hộ; gửi sau hạn',
    ],
    ['2', 'Nguyễn Văn Hòa', 'Ý kiến của đồng chí chủ trì', 'Riêng tôi đề nghị bổ sung trách nhiệm của người ký nháy.', '01/02/2027 14:07', ''],
    ['3', 'Hoàng Minh Đức', 'Ý kiến của tác giả', 'Tôi tiếp thu ý kiến.', '01/02/2027 14:08', 'đã sửa'],
    ['4', 'Bùi Thị Hương', 'Ý kiến nhất trí', 'Nhất trí.', '01/02/2027 14:09', ''],
    ['5', 'Lò Văn Sơn', 'Ý kiến nhất trí', 'Đồng ý', '01/02/2027 14:10', 'đồng chí Phạm Thị Ánh ghi hộ; gửi sau hạn'],
    ['6', 'Bùi Thị Hương', 'Ý kiến nhất trí', 'ok', '01/02/2027 14:11', 'gửi sau hạn'],
    ['7', 'Lò Văn Sơn', 'Ý kiến nhất trí', 'Nhất trí', '01/02/2027 14:12', ''],
  ]) // prettier-ignore
})

test('UTF-8 with its mark, commas, CRLF', () => {
  const bytes = csv([
    ['a', 'b,c', 'd"e'],
    ['f\ng', ' h', ''],
  ])
  expect(bytes.toString('hex').slice(0, 6)).toBe('efbbbf')
  expect(bytes.toString().slice(1)).toBe('a,"b,c","d""e"\r\n"f\ng"," h",\r\n')
})

test.each(['=1+1', '+84912', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', "=cmd|' /C calc'!A0"])(
  'no spreadsheet takes %j for a formula',
  (text) => {
    expect(rowsOf(csv([['x', text]]))).toEqual([['x', `'${text}`]])
  },
)

test('whatever is in a cell is read back as it was, or with the sign before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (rows) => {
        const back = rowsOf(csv(rows))
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/u, '')))).toEqual(
          rows.map((row) =>
            row.map((cell) =>
              Buffer.from(cell)
                .toString()
                .replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/u, ''),
            ),
          ),
        )
        expect(back.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
      },
    ),
  )
})
