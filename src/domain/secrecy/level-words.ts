export type Level = 'mật' | 'tối mật' | 'tuyệt mật'

/**
 * The text as it looks: composed letters, ordinary widths, nothing invisible. The words of the stamps are also known
 * in the fonts of before Unicode (TCVN3, whose capital fonts hold small letters, and VNI).
 */
export const asItLooks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<!\p{L})(?:mËt|maät)(?!\p{L})/giu, 'MẬT')
    .replace(/(?<!\p{L})(?:tuyÖt|tuyeät)(?=\sMẬT)/giu, 'TUYỆT')
    .replace(/(?<!\p{L})(?:tèi|toái)(?=\sMẬT)/giu, 'TỐI')

/** Words alone: whatever is neither letter nor digit is one space. */
export const wordsAlone = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()

/** What these words name when they are a level and nothing else, however their letters are spaced. */
export function levelOf(words: string): Level | null {
  if (words.length > longestSpaced) return null
  const found = /^(?:(tuy[ệêe]t)|(t[ốôo]i))?m[ậâa]t$/u.exec(words.replaceAll(' ', '').toLowerCase())
  if (!found) return null
  return found[1] ? 'tuyệt mật' : found[2] ? 'tối mật' : 'mật'
}

const longestSpaced = 30

/** A line that speaks of several levels explains them; a stamp bears one. */
export function namesSeveralLevels(line: string): boolean {
  const found = new Set<string>()
  for (const [, before = '', after = ''] of line.toLowerCase().matchAll(levelWord)) {
    if (before !== '' || !compounds.has(after)) found.add(before)
  }
  return found.size > 1
}

/** "mật" with what stands before it where that makes a level, and the word after it; not the end of bảo mật, bí mật, cơ mật, độ mật. */
const levelWord =
  /(?<!\p{L})(?<!(?:bảo|bí|cơ|độ|bao|bi|co|do) )(?:(tuyệt|tối|tuyet|toi) )?(?:mật|mat)(?!\p{L})(?= ?(\p{L}{0,12}))/gu

/** Words that make another word with the "mật" before them. */
export const compounds: ReadonlySet<string> = new Set([
  'độ', 'khẩu', 'mã', 'ong', 'thiết', 'vụ', 'thư', 'danh', 'ngữ', 'nghị', 'báo', 'thám', 'hoa', 'mía', 'đàm', 'lệnh',
  'hiệu', 'phục', 'gấu', 'rắn', 'chú', 'tông', 'ước', 'ít', 'ngọt', 'đường', 'dừa', 'cá',
]) // prettier-ignore

export const isUpper = (words: string): boolean => words === words.toUpperCase()

/** Typed with its marks: "mat" alone may be mất, mặt, mắt, mát. */
export const isMarked = (words: string): boolean => /[^\x20-\x7E]/u.test(words)
