import { describe, expect, test } from '@jest/globals'
import { commentsDocx } from '../../src/documents/comments-docx.js'
import type { CommentsDocument } from '../../src/documents/comments-document.js'
import { documentText } from '../../src/documents/document-text.js'
import { bufferSource } from '../../src/documents/reading/byte-source.js'
import { entryPieces, zipEntries } from '../../src/documents/reading/zip-entries.js'
import { words } from '../support/words.js'
import { comment, document, names } from './compiled.js'
import { compileComments } from '../../src/domain/topic/compiled-comments.js'

async function linesOf(given: CommentsDocument, locale: 'vi' | 'en' = 'vi'): Promise<string[]> {
  const text = await documentText(bufferSource(await commentsDocx(words.in(locale), given)))
  return text!.split('\n').filter((line) => line !== '')
}

async function xmlOf(given: CommentsDocument, name = 'word/document.xml'): Promise<string> {
  const source = bufferSource(await commentsDocx(words.in('vi'), given))
  const entry = (await zipEntries(source)).find((one) => one.name === name)
  const pieces: Buffer[] = []
  for await (const piece of entryPieces(source, entry!, 1_000_000)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

const saying = (text: string): CommentsDocument => ({
  ...document,
  comments: compileComments({ topic: { author: null }, comments: [comment(1, 'm02', text)], chairs: new Set(), names }),
})

test('the paper says whose it is, what it is about, what was said, and who compiled it', async () => {
  expect(await linesOf(document)).toEqual([
    'ĐẢNG BỘ CƠ QUAN SÔNG THƯƠNG',
    'CHI BỘ PHÒNG TỔNG HỢP',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Sông Thương, ngày 03 tháng 02 năm 2027',
    'TỔNG HỢP Ý KIẾN GÓP Ý',
    'đối với dự thảo chuyên đề CĐ1 (bản 2)',
    'Nâng cao chất lượng tham mưu',
    '-----',
    'Người chuẩn bị dự thảo: đồng chí Hoàng Minh Đức.',
    'Số đồng chí đã góp ý: 6/11; có nội dung (không tính chủ trì và tác giả): 2; nhất trí: 2; ghi hộ: 2 góp ý; gửi sau hạn: 3 góp ý.',
    'I- GÓP Ý CÓ NỘI DUNG',
    'Góp ý số 1 – đồng chí Trần Thị Thu Hương',
    'Đề nghị bổ sung số liệu.',
    '  - quý IV',
    '<b>không</b> & "rút gọn"',
    'Góp ý số 8 – đồng chí Lò Văn Sơn (đồng chí Phạm Thị Ánh ghi hộ; gửi sau hạn)',
    '=HYPERLINK("http://x","đọc")',
    'II- Ý KIẾN CỦA ĐỒNG CHÍ CHỦ TRÌ',
    'Góp ý số 2 – đồng chí Nguyễn Văn Hòa',
    'Riêng tôi đề nghị bổ sung trách nhiệm của người ký nháy.',
    'III- Ý KIẾN CỦA TÁC GIẢ',
    'Góp ý số 3 – đồng chí Hoàng Minh Đức (đã sửa)',
    'Tôi tiếp thu ý kiến.',
    'IV- Ý KIẾN NHẤT TRÍ',
    'Nhất trí: 3 đồng chí (Bùi Thị Hương, Lò Văn Sơn (đồng chí Phạm Thị Ánh ghi hộ; gửi sau hạn), Lò Văn Sơn).',
    'Các bản trước có 4 góp ý, vẫn được lưu.',
    'NGƯỜI TỔNG HỢP',
    'Phạm Thị Ánh',
  ])
})

test('a branch without superior or place, a topic without author or comments, has a paper too', async () => {
  const bare: CommentsDocument = {
    ...document,
    branch: { name: 'Chi bộ 1', superior: '', place: '' },
    topic: { ...document.topic, author: null },
    date: '2027-11-14',
    comments: { substance: [], chair: [], author: [], agreement: [] },
    earlier: 0,
    by: null,
  }
  const lines = await linesOf(bare)
  expect(lines[0]).toBe('CHI BỘ 1')
  expect(lines).toContain('Ngày 14 tháng 11 năm 2027')
  expect(lines.at(-1)).toBe('Chưa có góp ý nào.')
})

test('only the months one and two bear a zero', async () => {
  expect(await linesOf({ ...document, date: '2027-03-05' })).toContain('Sông Thương, ngày 05 tháng 3 năm 2027')
})

test('the sections are counted as they come', async () => {
  const lines = await linesOf({ ...document, comments: { ...document.comments, chair: [], author: [] } })
  expect(lines.filter((line) => /^[IV]+- /u.test(line))).toEqual(['I- GÓP Ý CÓ NỘI DUNG', 'II- Ý KIẾN NHẤT TRÍ'])
})

test('the same in English', async () => {
  const lines = await linesOf(document, 'en')
  expect(lines).toEqual(
    expect.arrayContaining(['COMPILED COMMENTS', 'I- COMMENTS OF SUBSTANCE', 'Sông Thương, 03/02/2027']),
  )
})

describe('the file', () => {
  test('is A4 in Times New Roman 14, with the margins of the rule, pages numbered from the second', async () => {
    const [body, styles, settings] = [
      await xmlOf(document),
      await xmlOf(document, 'word/styles.xml'),
      await xmlOf(document, 'word/header1.xml'),
    ]
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/u)
    expect(body).toContain('<w:titlePg/>')
    expect(styles).toMatch(/w:ascii="Times New Roman"/u)
    expect(styles).toContain('<w:sz w:val="28"/>')
    expect(settings).toContain('PAGE')
  })

  test('keeps letters whose marks stand apart, and spaces, as they were typed', async () => {
    const typed = 'Bổ sung  ý kiến'.normalize('NFD')
    expect(await xmlOf(saying(typed))).toContain(`<w:t xml:space="preserve">${typed}</w:t>`)
  })

  test('can be read whatever was typed: signs that XML cannot hold are shown as missing', async () => {
    const xml = await xmlOf(saying('a\u0000b\u0008c\uFFFEd\uD800e 😀 </w:t>'))
    expect(xml).toContain('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe 😀 &lt;/w:t&gt;')
  })
})
