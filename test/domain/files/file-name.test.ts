import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanName } from '../../../src/domain/files/file-name.js'

test.each([
  ['Dự thảo nghị quyết.docx', 'Dự thảo nghị quyết.docx'],
  ['du_thao-2027 (bản 2).DOCX', 'du_thao-2027 (bản 2).docx'],
  ['Bài số 1.5.docx', 'Bài số 1.5.docx'],
  ['..\\..\\x.docx', 'x.docx'],
  ['/etc/passwd', 'passwd.docx'],
  ['a\u202Excod.exe', 'axcod.docx'],
  ['tên"\r\nSet-Cookie: x.docx', 'tênSet-Cookie x.docx'],
  ['con.txt', '2027-01-29.docx'],
  ['...', '2027-01-29.docx'],
  ['.docx', '2027-01-29.docx'],
  ['', '2027-01-29.docx'],
  ['ậ'.repeat(100) + '.docx', `${'ậ'.repeat(66)}.docx`],
  [null, '2027-01-29.docx'],
  ['Dự thảo'.normalize('NFD') + '.docx', 'Dự thảo.docx'],
])('%j is shown as %j', (name, shown) => {
  expect(cleanName(name, 'docx', '2027-01-29')).toBe(shown)
})

test('whatever it was called, a name is short, in no folder, and has one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanName(name, 'pdf', 'x')
      expect(clean).toMatch(/^[^/\\\p{Cc}\p{Cf}"]+\.pdf$/u)
      expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(255)
      expect(clean.startsWith('.')).toBe(false)
    }),
  )
})
