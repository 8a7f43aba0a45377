import { describe, expect, test } from '@jest/globals'
import type { FileRef } from '../../src/chat.js'
import { examineFile } from '../../src/documents/examine-file.js'
import { bufferSource } from '../../src/documents/reading/byte-source.js'
import { mayBeTaken } from '../../src/domain/files/file-kind.js'
import { docxMime, jpegFile, oggFile, pdfFile, wordFile } from '../support/sample-files.js'
import { archive } from './reading/archive.js'

type Called = Pick<FileRef, 'name' | 'mime' | 'kind'>
const called = (name: string | null, mime: string | null, kind: FileRef['kind'] = 'document'): Called => ({
  name,
  mime,
  kind,
})
const ftyp = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1')
const head = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(200, 3)])
const mp3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(100)])

describe('what is taken', () => {
  test.each<[string, Buffer, Called, string]>([
    ['a Word document', wordFile('Dự thảo'), called('Dự thảo.docx', docxMime), docxMime],
    ['one whose sender says little', wordFile('Dự thảo'), called('a.DOCX', 'application/octet-stream'), docxMime],
    ['one called an archive', wordFile('Dự thảo'), called('a.docx', 'application/zip'), docxMime],
    ['a PDF', pdfFile('Draft'), called('a.pdf', 'application/pdf'), 'application/pdf'],
    ['a text', Buffer.from('Dự thảo nghị quyết'), called('a.txt', 'text/plain; charset=utf-8'), 'text/plain'],
    ['a text with a mark', Buffer.from('\ufeffDự thảo'), called('a.txt', null), 'text/plain'],
    ['a photo without a name', jpegFile(), called(null, 'image/jpeg', 'photo'), 'image/jpeg'],
    ['a photo sent as a file', jpegFile(), called('IMG_1.JPG', 'image/jpeg'), 'image/jpeg'],
    ['PNG', head('\x89PNG\r\n\x1a\n'), called('a.png', 'image/png'), 'image/png'],
    ['WEBP', head('RIFF\x10\0\0\0WEBP'), called('a.webp', 'image/webp'), 'image/webp'],
    ['HEIC', ftyp('heic'), called('a.heic', 'image/heif'), 'image/heic'],
    ['voice', oggFile(), called(null, 'audio/ogg', 'voice'), 'audio/ogg'],
    ['opus', oggFile(), called('a.opus', 'audio/opus', 'voice'), 'audio/ogg'],
    ['MP3', mp3, called('a.mp3', 'audio/mpeg', 'voice'), 'audio/mpeg'],
    ['MP3 with a title', head('ID3'), called('a.mp3', 'audio/mpeg', 'voice'), 'audio/mpeg'],
    ['M4A', ftyp('M4A '), called('a.m4a', 'audio/mp4', 'voice'), 'audio/mp4'],
  ])('%s', async (_, bytes, ref, mime) => {
    expect(mayBeTaken(ref)).toBe(true)
    expect((await examineFile(bufferSource(bytes), ref))?.kind.mime).toBe(mime)
  })

  test('words are read where there are any', async () => {
    const words = await examineFile(bufferSource(wordFile('Dự thảo', 'TUYỆT MẬT')), called('a.docx', docxMime))
    expect(words?.text).toContain('TUYỆT MẬT')
    expect((await examineFile(bufferSource(jpegFile()), called(null, 'image/jpeg', 'photo')))?.text).toBeNull()
  })
})

describe('what is not taken', () => {
  test.each<[string, Buffer, Called]>([
    ['a program', head('MZ'), called('a.exe', 'application/x-msdownload')],
    ['a program called a text', head('MZ\0\0'), called('a.txt', 'text/plain')],
    ['a program called a document', head('MZ\0\0'), called('a.docx', docxMime)],
    ['a program called a photo', head('MZ\0\0'), called(null, 'image/jpeg', 'photo')],
    ['an archive', archive([{ name: 'a.txt', content: Buffer.from('a') }]), called('a.zip', 'application/zip')],
    [
      'an archive called a document',
      archive([{ name: 'a.txt', content: Buffer.from('a') }]),
      called('a.docx', docxMime),
    ],
    ['a table', archive([{ name: 'xl/workbook.xml', content: Buffer.from('a') }]), called('a.docx', docxMime)],
    [
      'a document with programs in it',
      archive([
        { name: 'word/document.xml', content: Buffer.from('<w:t>a</w:t>') },
        { name: 'word/vbaProject.bin', content: Buffer.from('a') },
      ]),
      called('a.docx', docxMime),
    ],
    ['an old Word document', head('\xd0\xcf\x11\xe0'), called('a.doc', 'application/msword')],
    ['a PDF called a document', pdfFile('a'), called('a.docx', docxMime)],
    ['a PDF with an ending of a program', pdfFile('a'), called('a.pdf.exe', 'application/pdf')],
    ['a PDF called a photo by its sender', pdfFile('a'), called('a.pdf', 'image/jpeg')],
    ['a page', Buffer.from('<html>a</html>'), called('a.html', 'text/html')],
    ['a video', ftyp('isom'), called('a.mp4', 'video/mp4')],
    ['rich text', Buffer.from('{\\rtf1 a}'), called('a.txt', 'text/plain')],
    ['a text of before Unicode', Buffer.from([0x44, 0xf9, 0x20, 0x74, 0xb6]), called('a.txt', 'text/plain')],
    ['nothing', Buffer.alloc(0), called('a.txt', 'text/plain')],
    ['what bears neither name nor kind', pdfFile('a'), called(null, null)],
    ['a document sent as voice', pdfFile('a'), called('a.pdf', 'application/pdf', 'voice')],
  ])('%s', async (_, bytes, ref) => {
    expect(await examineFile(bufferSource(bytes), ref)).toBeNull()
  })

  test.each([
    called('a.exe', 'application/x-msdownload'),
    called('a.zip', 'application/zip'),
    called('a.mp4', 'video/mp4'),
  ])('%j is not even fetched', (ref) => {
    expect(mayBeTaken(ref)).toBe(false)
  })
})
