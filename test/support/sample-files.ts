import { archive } from '../documents/reading/archive.js'

const paragraphs = (lines: string[]): string => lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')

/** A Word document of these lines. */
export const wordFile = (...lines: string[]): Buffer =>
  archive([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'word/document.xml', content: Buffer.from(`<w:document>${paragraphs(lines)}</w:document>`) },
  ])

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A PDF that says this in letters of ASCII. */
export const pdfFile = (text: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj <</Type /Font /BaseFont /Helvetica>> endobj\n2 0 obj <</Length 99>>\nstream\nBT /F1 12 Tf (${text}) Tj ET\nendstream\nendobj\ntrailer <<>>\n%%EOF\n`,
  )

export const jpegFile = (size = 2000): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size - 4, 7)])
export const oggFile = (size = 2000): Buffer => Buffer.concat([Buffer.from('OggS'), Buffer.alloc(size - 4, 1)])
/** What Zalo records: bare AAC. */
export const aacFile = (size = 2000): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80]), Buffer.alloc(size - 4, 1)])
export const m4aFile = (size = 2000): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypM4A ', 'latin1'), Buffer.alloc(size - 12, 1)])
