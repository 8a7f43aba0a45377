import {
  AlignmentType, BorderStyle, Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, Table,
  TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType,
} from 'docx' // prettier-ignore
import type { IParagraphOptions, IRunOptions } from 'docx'

/** Sizes in half points. */
export const size = { body: 28, title: 30 } as const
const points = 20
/** Word measures in twentieths of a point. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 72 * points)
const [left, right] = [72, 93].map(twips) as [number, number]

export type Line = { text: string; as?: Omit<IRunOptions, 'text' | 'children'> }

export const paragraph = (lines: readonly Line[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: lines.map(({ text, as }) => new TextRun({ ...as, text: printable(text) })) })

export const centred = (text: string, as: NonNullable<Line['as']> = {}, options: IParagraphOptions = {}): Paragraph =>
  paragraph([{ text, as }], { alignment: AlignmentType.CENTER, ...options })

/** Running text: justified, the first line ten millimetres in. */
export const running = (lines: readonly Line[], options: IParagraphOptions = {}): Paragraph =>
  paragraph(lines, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(10) },
    spacing: { line: 18 * points, lineRule: LineRuleType.EXACT, after: 6 * points },
    ...options,
  })

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder,
} // prettier-ignore

/** Two columns without lines: the head of a paper, its signatures. */
export const columns = (first: Paragraph[], second: Paragraph[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: noBorders,
    rows: [new TableRow({ children: [column(left, first), column(right, second)] })],
  })

const column = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    children: children.length > 0 ? children : [new Paragraph({})],
  })

/** The line below the Party's name, about as long as the name. */
export const underlined: IParagraphOptions = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  indent: { left: twips(4), right: twips(4) },
}

/** A4, Times New Roman 14, margins 20, 20, 30, 15 mm, pages numbered from the second on. */
export function printed(title: string, children: (Paragraph | Table)[]): Promise<Buffer> {
  const [across, down] = [210, 297].map(twips) as [number, number]
  const [edge, inner, outer] = [20, 30, 15].map(twips) as [number, number, number]
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  const document = new Document({
    title: printable(title),
    creator: 'Chi Bộ Bot',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: size.body, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: across, height: down, orientation: PageOrientation.PORTRAIT },
            margin: { top: edge, bottom: edge, left: inner, right: outer, header: edge / 2 },
          },
        },
        headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Characters that XML cannot hold would make the whole file unreadable; everything else stays as it was typed. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
