import { fold } from '../../../domain/fold.js'

export type Field = 'key' | 'name' | 'family' | 'given' | 'roles' | 'cell' | 'status' | 'probationFrom' | 'officialFrom'

export interface Columns {
  /** Which column holds what. */
  at: Map<Field, number>
  /** Heads of columns that nothing is taken from: they may hold what is not to be kept. */
  ignored: string[]
  /** Heads that stand over two columns. */
  twice: string[]
}

/** How people head their lists, without marks; the most telling first, where a list has several. */
const heads: Record<Field, string[]> = {
  key: ['ma dang vien', 'ma dv', 'ma', 'id', 'key', 'code'],
  name: [
    'ho va ten', 'ho ten', 'ho va ten dang vien', 'ho ten dang vien', 'ho va ten khai sinh', 'ten dang vien',
    'dang vien', 'dong chi', 'full name', 'name', 'ten',
  ],
  family: ['ho va ten dem', 'ho ten dem', 'ho va chu dem', 'ho dem', 'ho va ten lot', 'ho lot', 'ho'],
  given: [],
  roles: [
    'chuc vu dang', 'chuc vu trong dang', 'chuc vu trong chi bo', 'chuc vu chi bo', 'nhiem vu trong chi bo', 'chuc vu',
    'chuc danh', 'vai tro', 'roles', 'role',
  ],
  cell: ['to dang', 'to dang so', 'thuoc to dang', 'to sinh hoat', 'to', 'party cell', 'cell', 'group'],
  status: [
    'tinh trang', 'trang thai', 'tinh trang dang vien', 'tinh trang sinh hoat', 'dien dang vien', 'loai dang vien', 'status',
  ],
  probationFrom: [
    'ngay du bi', 'ngay ket nap', 'ngay ket nap dang', 'ngay vao dang', 'ngay vao dang du bi', 'ngay cong nhan du bi',
    'probation from', 'admitted',
  ],
  officialFrom: [
    'ngay chinh thuc', 'ngay chuyen chinh thuc', 'ngay cong nhan chinh thuc', 'ngay vao dang chinh thuc',
    'ngay du kien chinh thuc', 'du kien chinh thuc', 'han chuyen chinh thuc', 'official due', 'official from', 'official',
  ],
} // prettier-ignore

/** Running numbers: of no use, and not worth a word. */
const numbering = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'so'])

/** What the columns of a row of heads hold; null for a row that names no members. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const plain = cells.map((cell) =>
    fold(cell.replace(/\([^()]*\)/gu, ' '))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  const at = new Map<Field, number>()
  const twice: string[] = []
  for (const field of Object.keys(heads) as Field[]) {
    const head = heads[field].find((one) => plain.includes(one))
    if (head === undefined) continue
    at.set(field, plain.indexOf(head))
    if (plain.indexOf(head) !== plain.lastIndexOf(head)) twice.push(cells[plain.indexOf(head)]!)
  }
  // Family and given name in columns of their own: "Họ và tên đệm", "Tên".
  const family = at.get('family')
  const name = at.get('name')
  if (name === undefined) return null
  if (family !== undefined && plain[name] === 'ten') {
    at.set('given', name)
    at.delete('name')
  } else at.delete('family')
  const used = new Set(at.values())
  const ignored = cells.filter((cell, place) => cell !== '' && !used.has(place) && !numbering.has(plain[place]!))
  return { at, ignored: [...new Set(ignored)], twice }
}
