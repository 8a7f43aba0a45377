import { deflateRawSync, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  Document, Footer, Header, Packer, Paragraph, Tab, Table, TableCell, TableRow, TextRun,
} from 'docx' // prettier-ignore
import fc from 'fast-check'
import { documentText } from '../../src/documents/document-text.js'
import { bufferSource, type ByteSource } from '../../src/documents/reading/byte-source.js'
import { bearsStamp } from '../../src/domain/secrecy/bears-stamp.js'
import { openBrowser } from '../support/browser.js'
import { archive } from './reading/archive.js'

const read = (bytes: Uint8Array): Promise<string | null> => documentText(bufferSource(bytes))
const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })

async function wordFile(given: { header?: string; footer?: string; body: (Paragraph | Table)[] }): Promise<Buffer> {
  const { header, footer, body } = given
  const section = {
    children: body,
    ...(header === undefined ? {} : { headers: { default: new Header({ children: [line(header)] }) } }),
    ...(footer === undefined ? {} : { footers: { default: new Footer({ children: [line(footer)] }) } }),
  }
  return Packer.toBuffer(new Document({ sections: [section] }))
}

const xmlFile = (xml: string, name = 'word/document.xml'): Buffer => archive([{ name, content: Buffer.from(xml) }])

/** Counts what is read of it. */
function counted(bytes: Uint8Array): ByteSource & { taken: () => number; largest: () => number } {
  const source = bufferSource(bytes)
  let [taken, largest] = [0, 0]
  return {
    size: source.size,
    taken: () => taken,
    largest: () => largest,
    async read(from, length) {
      const piece = await source.read(from, length)
      taken += piece.length
      largest = Math.max(largest, piece.length)
      return piece
    },
  }
}

/** As a file is read: into the buffer that is given. */
const throughOneBuffer = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read(from, length, into = Buffer.alloc(length)) {
    const piece = bytes.subarray(from, from + length)
    into.set(piece)
    return Promise.resolve(into.subarray(0, piece.length))
  },
})

describe('a Word document', () => {
  test('is read paragraph by paragraph, its header and footer first', async () => {
    const body = [line('Kính gửi các đồng chí'), line('Điểm 1 < điểm 2 & "điểm 3"')]
    const text = await read(await wordFile({ header: 'DỰ THẢO LẦN 1', footer: 'Trang cuối', body }))
    expect(text!.split('\n').filter((one) => one !== '')).toEqual([
      expect.stringMatching(/^(?:DỰ THẢO LẦN 1|Trang cuối)$/u),
      expect.stringMatching(/^(?:DỰ THẢO LẦN 1|Trang cuối)$/u),
      'Kính gửi các đồng chí',
      'Điểm 1 < điểm 2 & "điểm 3"',
    ])
  })

  test('keeps cells apart and a word of several runs together', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [line(text)] })
    const split = new Paragraph({
      children: [new TextRun('BẢO '), new TextRun({ text: 'M', bold: true }), new TextRun('ẬT')],
    })
    const text = await read(
      await wordFile({
        body: [new Table({ rows: [new TableRow({ children: [cell('Độ mật'), cell('Thường')] })] }), split],
      }),
    )
    expect(text).toContain('Độ mật\nThường\n')
    expect(text).toContain('BẢO MẬT\n')
  })

  test('shows a stamp in its header, and one beside the title', async () => {
    const inHeader = await read(await wordFile({ header: 'TỐI MẬT', body: [line('Kế hoạch')] }))
    const beside = new Paragraph({
      children: [new TextRun({ children: ['MẬT', new Tab(), 'ĐẢNG CỘNG SẢN VIỆT NAM'] })],
    })
    expect(bearsStamp({ text: inHeader })).toBe(true)
    expect(bearsStamp({ text: await read(await wordFile({ body: [beside] })) })).toBe(true)
    expect(bearsStamp({ text: await read(await wordFile({ header: 'CÔNG TÁC BẢO MẬT', body: [] })) })).toBe(false)
  })

  test('is read under another prefix, with letters as numbers, without what was deleted', async () => {
    const xml =
      '<x:p><x:r><x:t xml:space="preserve">M&#7852;T &#x1EAC;</x:t><x:tab/><x:delText>cũ</x:delText></x:r></x:p>'
    expect(await read(xmlFile(xml))).toBe('MẬT Ậ\t\n\n')
  })

  test('of a thousand pages is read to the end of the first ones', async () => {
    const text = await read(
      await wordFile({ body: Array.from({ length: 3000 }, () => line('Nội dung báo cáo tháng.')) }),
    )
    expect(text).toHaveLength(25_000)
  })

  test('that would unpack to 300 MB is not unpacked', async () => {
    const zeros = deflateRawSync(Buffer.alloc(3_000_000, '<w:t>MẬT</w:t></w:p>'), { level: 9 })
    const bomb = archive([
      {
        name: 'word/document.xml',
        content: Buffer.alloc(0),
        packed: Buffer.concat(Array<Buffer>(100).fill(zeros)),
        size: 10,
      },
    ])
    const before = process.memoryUsage().arrayBuffers
    expect((await read(bomb))!.length).toBeLessThanOrEqual(25_000)
    const blank = Buffer.alloc(300_000_000, ' ')
    const source = counted(
      archive([{ name: 'word/document.xml', content: Buffer.alloc(0), packed: deflateRawSync(blank), size: 10 }]),
    )
    expect(await documentText(source)).toBeNull()
    expect(source.taken()).toBeLessThan(200_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(330_000_000)
  })

  test('of 20 MB of pictures is read in small pieces', async () => {
    const picture = Buffer.alloc(20_000_000, 7)
    const source = counted(
      archive([
        { name: 'word/media/image1.png', content: picture, packed: picture },
        { name: 'word/document.xml', content: Buffer.from('<w:p><w:t>Kế hoạch</w:t></w:p>') },
      ]),
    )
    expect(await documentText(source)).toBe('Kế hoạch\n\n')
    expect(source.taken()).toBeLessThan(200_000)
  })

  test('is nothing but an archive where it holds no document', async () => {
    expect(await read(xmlFile('<w:t>MẬT</w:t>', 'xl/workbook.xml'))).toBeNull()
    expect(await read(Buffer.from('PK\x03\x04 and no directory'))).toBeNull()
  })
})

/** A PDF of one page by hand: `content` in its stream, letters by the table of its font where there is one. */
function pdf(content: string, table?: string): Buffer {
  const packed = deflateSync(Buffer.from(content, 'latin1'))
  const stream = (bytes: Buffer, more = ''): string =>
    `<< /Length ${bytes.length}${more} >>\nstream\n${bytes.toString('latin1')}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(packed, ' /Filter /FlateDecode'),
    `<< /Type /Font /Subtype /Type0 ${table === undefined ? '' : '/Encoding /Identity-H /ToUnicode 6 0 R'} >>`,
    ...(table === undefined ? [] : [stream(Buffer.from(table))]),
  ]
  const body = objects.map((object, place) => `${place + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1')
}

/** The same, with so much that says nothing before its first object. */
const moved = (made: string, by: number): string => made.replace('\n', `\n%${' '.repeat(by)}\n`)

describe('a PDF', () => {
  test('shows its words line by line, in letters of one byte', async () => {
    const text = await read(
      pdf('BT /F1 14 Tf 72 700 Td (Cong van \\(15\\)) Tj 0 -20 Td [(TOI)-300(M)20(AT)] TJ 200 0 Td (Trang 1) Tj ET'),
    )
    expect(text!.trim().split('\n')).toEqual(['Cong van (15)', 'TOI MAT\tTrang 1'])
    expect(bearsStamp({ text })).toBe(true)
  })

  test('shows letters that only the table of its font explains', async () => {
    const table =
      'begincmap 1 beginbfrange <0001> <0002> <0042> endbfrange 2 beginbfchar <0007> <004D> <0008> <1EAC> endbfchar 1 beginbfrange <0009> <0009> [<0054>] endbfrange'
    expect(
      (await read(
        pdf('BT /F1 14 Tf 1 0 0 1 72 700 Tm <000700080009> Tj 1 0 0 1 109 700 Tm <00010002> Tj ET', table),
      ))!.trim(),
    ).toBe('MẬT BC')
  })

  test('tells nothing in letters that nothing explains', async () => {
    const unexplained = pdf('BT /F1 14 Tf <000700080009> Tj ET', '').toString('latin1').replace('/ToUnicode 6 0 R', '')
    expect(await read(Buffer.from(unexplained, 'latin1'))).toBeNull()
  })

  test('that is encrypted, or a scan, tells nothing', async () => {
    const plain = pdf('BT (TOI MAT) Tj ET')
    expect(await read(plain)).toContain('TOI MAT')
    expect(
      await read(Buffer.from(plain.toString('latin1').replace('trailer <<', 'trailer << /Encrypt 9 0 R'), 'latin1')),
    ).toBeNull()
    expect(await read(pdf('q 595 0 0 842 0 0 cm /Im0 Do Q'))).toBeNull()
  })

  test('reads the same wherever its objects lie across the pieces it is read in', async () => {
    const made = pdf('BT (TOI MAT) Tj ET').toString('latin1')
    const locked = made.replace('trailer <<', 'trailer << /Encrypt 9 0 R')
    for (let before = 65_536 - made.length - 60; before < 65_536; before += 3) {
      const behind = (text: string): ByteSource => throughOneBuffer(Buffer.from(moved(text, before), 'latin1'))
      expect((await documentText(behind(made)))!.trim()).toBe('TOI MAT')
      expect(await documentText(behind(locked))).toBeNull()
    }
  })

  test('of 20 MB is read through a small window, its pictures and its end too', async () => {
    const picture = Buffer.alloc(6_000_000, '1 0 object ')
    const large = Buffer.concat([
      Buffer.from(`%PDF-1.4\n9 0 obj << /Subtype /Image /Length ${picture.length} >>\nstream\n`),
      picture,
      Buffer.from('\nendstream endobj\n'),
      Buffer.alloc(14_000_000, '0 '),
      pdf('BT (TOI MAT) Tj ET'),
    ])
    const source = counted(large)
    expect((await documentText(source))!.trim()).toBe('TOI MAT')
    expect(source.largest()).toBeLessThanOrEqual(65_536)
    expect(source.taken()).toBeLessThan(10_500_000)
  })

  test('whose tables name all codes without end is done soon', async () => {
    const table = `1 beginbfrange ${'<0000> <FFFF> <0000> '.repeat(40_000)}endbfrange ${'beginbfchar '.repeat(10_000)}`
    const start = performance.now()
    await read(pdf(`BT /F1 14 Tf ${'<0041> Tj '.repeat(50_000)} ET`, table))
    await read(Buffer.from(`%PDF-1.4\n${'1 0 obj '.repeat(1_000_000)}`))
    await read(Buffer.from(`%PDF-1.4\n${'1 0 obj << /Font 1 0 R /F1 1 0 R stream\n'.repeat(200_000)}`))
    expect(performance.now() - start).toBeLessThan(8_000)
  })

  test('that would unpack to gigabytes is not unpacked', async () => {
    const packed = deflateSync(Buffer.alloc(100_000_000, '(BT) Tj ')).toString('latin1')
    const stream = (object: number): string =>
      `${object} 0 obj << /Filter /FlateDecode >> stream\n${packed}\nendstream\n`
    const start = performance.now()
    const text = await read(
      Buffer.from(`%PDF-1.4\n${Array.from({ length: 40 }, (_, n) => stream(n + 1)).join('')}`, 'latin1'),
    )
    expect((text ?? '').length).toBeLessThanOrEqual(25_000)
    expect(performance.now() - start).toBeLessThan(8_000)
  })

  describe('as Chromium prints it', () => {
    let printed: Buffer

    beforeAll(async () => {
      const browser = await openBrowser()
      const page = await browser.newPage()
      await page.setContent(
        '<p>ĐẢNG BỘ CƠ QUAN SÔNG THƯƠNG</p><p><b>TUYỆT MẬT</b></p><p>Đề nghị giữ gìn <i>bí mật</i> công tác.</p>',
      )
      printed = await page.pdf()
      await browser.close()
    })

    test('shows its Vietnamese', async () => {
      const text = (await read(printed))!.normalize('NFC')
      expect(text.split('\n').map((one) => one.replaceAll(' ', '').replaceAll('\t', ''))).toEqual([
        'ĐẢNGBỘCƠQUANSÔNGTHƯƠNG',
        'TUYỆTMẬT',
        'Đềnghịgiữgìnbímậtcôngtác.',
        '',
      ])
      expect(bearsStamp({ text })).toBe(true)
    })
  })
})

describe('a text', () => {
  test('is read in UTF-8 and UTF-16, with or without a mark at its beginning', async () => {
    for (const bytes of [
      Buffer.from('Tối mật'),
      Buffer.from('\uFEFFTối mật'),
      Buffer.from('\uFEFFTối mật', 'utf16le'),
    ]) {
      expect(await read(bytes)).toBe('Tối mật')
    }
  })

  test('is read to the end of its first pages, whatever letter the cut divides', async () => {
    for (const shift of ['', 'a', 'ab', 'abc']) {
      expect(await read(Buffer.from(shift + 'ậ'.repeat(200_000)))).toHaveLength(25_000)
    }
  })

  test('is none where bytes are no letters', async () => {
    const others = ['', '\0\0Tối mật', '{\\rtf1 M\\u7852?T}', '12 34']
    for (const bytes of [
      ...others.map((text) => Buffer.from(text)),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      Buffer.from('mật', 'latin1'),
    ]) {
      expect(await read(bytes)).toBeNull()
    }
  })
})

test('whatever is damaged, cut or made up, reading ends without a word of complaint', async () => {
  const word = await wordFile({ header: 'MẬT', body: [line('Nội dung')] })
  const print = pdf('BT /F1 14 Tf (Noi dung) Tj ET', '1 beginbfchar <00> <0041> endbfchar')
  const damage = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 255 })),
    { maxLength: 20 },
  )
  const cut = fc.double({ min: 0, max: 1, noNaN: true })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(word, print), damage, cut, async (bytes, changes, length) => {
      const damaged = Buffer.from(bytes)
      for (const [place, byte] of changes) damaged[Math.floor(place * damaged.length)] = byte
      const text = await read(damaged.subarray(0, 8 + Math.ceil(length * damaged.length)))
      expect(text === null || typeof text === 'string').toBe(true)
    }),
    { numRuns: 300 },
  )
})
