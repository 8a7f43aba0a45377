import {
  asItLooks,
  compounds,
  isMarked,
  isUpper,
  levelOf,
  namesSeveralLevels,
  wordsAlone,
  type Level,
} from './level-words.js'

/**
 * Whether a text bears a stamp of state secrecy, as one is printed on a document or typed in its place: standing by
 * itself, in capitals or in brackets, after "Độ mật:", as a header. Sentences that speak of secrets bear none.
 */
export function textBearsStamp(text: string): boolean {
  const lines = columnsOf(asItLooks(text))
  return lines.some((line, place) => standsAlone(lines, place) || isLabel(line) || isMarkedWithin(line))
}

/** A line, or what stands by itself in a line of several columns. */
interface Line {
  text: string
  words: string
}

function columnsOf(text: string): Line[] {
  const lines: Line[] = []
  for (const line of text.split(/[\n\r\v\f\u0085\u2028\u2029]/u)) {
    const columns = levelOf(wordsAlone(line)) ? [line] : line.split(/[\t|]|\s{3,}/u)
    for (const column of columns) {
      const words = wordsAlone(column)
      if (words !== '') lines.push({ text: column.trim(), words })
    }
  }
  return lines
}

const headLines = 4

/** A level with the line for itself. One below the other they are a list of the levels. */
function standsAlone(lines: readonly Line[], place: number): boolean {
  const { text, words } = lines[place]!
  const level = levelOf(words)
  if (!level || isListed(lines, place, level)) return false
  if (isUpper(words)) return true
  if (!isMarked(words)) return false
  if (isField(lines[place - 1]) || wrapped.test(text)) return true
  if (bulleted.test(text)) return false
  return level !== 'mật' || (/^M/u.test(words) && place < headLines && lines.length > 1)
}

function isListed(lines: readonly Line[], place: number, level: Level): boolean {
  const around = [lines[place - 1], lines[place + 1]].map((line) => line && levelOf(line.words))
  return around.some((other) => other && other !== level)
}

const isField = (line: Line | undefined): boolean =>
  line !== undefined && /^(?:(?:dấu|mức|cấp) )?(?:chỉ )?độ (?:bảo )?mật$/iu.test(line.words)

const wrapped = /^[([{<*"“«_~=-].*[)\]}>*"”»_~=-]$/u
const bulleted = /^(?:[-–—•+*▪●○]|\p{N}{1,3}[.)]|\p{L}[.)])/u

/** A line that says what the paper is, and no more: TÀI LIỆU MẬT, Công văn mật số 12, BÍ MẬT NHÀ NƯỚC. */
function isLabel({ text, words }: Line): boolean {
  if (words.length > longestLabel || bulleted.test(text)) return false
  const upper = isUpper(words)
  if (!upper && !(isMarked(words) && /^\p{Lu}/u.test(words))) return false
  return secretPaper.test(words) || stateSecret.test(words)
}

const longestLabel = 80
const paper =
  '(?:tài liệu|văn bản|công văn|hồ sơ|kế hoạch|báo cáo|tờ trình|quyết định|nghị quyết|biên bản|phụ lục|đề án|phương án|bản đồ|tai lieu|van ban|cong van|ho so|ke hoach|bao cao)'
const secretPaper = new RegExp(
  `^${paper}(?: (?:số|so)(?: [^ ]+){1,4}?)? (?:tuyệt |tối |tuyet |toi )?(?:mật|mat)(?: (?:số|so) [^ ]*\\p{N}[^ ]*)?$`,
  'iu',
)
const stateSecret =
  /^(?:(?:(?:tài liệu|văn bản|hồ sơ|vật|tai lieu|van ban)(?: có)?(?: chứa| chua| thuộc| mang)?(?: danh mục| phạm vi| nội dung| thông tin)?|bản sao|ban sao) )?(?:bí mật nhà nước|bi mat nha nuoc)(?: độ (?:tuyệt |tối )?mật)?$|^chỉ người có tên mới được bóc bì$/iu

/** A stamp within a line: "Công văn 15 (MẬT)", "TUYỆT MẬT – Phương án", "Độ mật: Tối mật". */
function isMarkedWithin({ text, words }: Line): boolean {
  if (!/m ?[ậâa] ?t/iu.test(text) || levelOf(words) || namesSeveralLevels(text)) return false
  return isFilledField(text) || isPartOfItsOwn(text) || isBeginning(text)
}

/** "Độ mật: Mật". "Độ mật: Thường", and a form that is still empty, say the opposite or nothing. */
function isFilledField(line: string): boolean {
  const found = filled.exec(line.toLowerCase())
  return found !== null && !compounds.has(found[1] ?? '')
}

const filled =
  /(?<!\p{L})(?:độ (?:bảo )?mật|do (?:bao )?mat)\s{0,5}[:=–—-]\s{0,5}[^\p{L}\p{N}]{0,8}(?:(?:tuyệt|tối|tuyet|toi) )?(?:mật|mat)(?!\p{L})(?: (\p{L}{1,12}))?/u

/** A part between brackets, dashes or colons that is a level and nothing else. */
function isPartOfItsOwn(line: string): boolean {
  const parts = line.split(/([()[\]{}<>*#_~=:;•·–—]|\s-+\s)/u)
  for (let place = 0; place < parts.length; place += 2) {
    const words = wordsAlone(parts[place]!)
    const level = levelOf(words)
    if (!level) continue
    const [before, opened, closed] = [parts[place - 2] ?? '', parts[place - 1] ?? '', parts[place + 1] ?? '']
    const inBrackets = /[([{<*]/u.test(opened) && /[)\]}>*]/u.test(closed)
    if (inBrackets && spokenOf.test(before.toLowerCase())) continue
    const last = parts.slice(place + 2).every((part) => wordsAlone(part) === '')
    if (isUpper(words) && (isMarked(words) || inBrackets || level !== 'mật' || place === 0)) return true
    if (isMarked(words) && inBrackets && last && line.length < longestTitle) return true
  }
  return false
}

const longestTitle = 120
/** 'đóng dấu (MẬT)': the word is meant, not the paper. */
const spokenOf = /(?:dấu|chữ|từ|nhãn|mức|cấp|loại|ký hiệu)\s*$/u

/** Capitals before words that are none: "TUYỆT MẬT Phương án số 2". */
function isBeginning(line: string): boolean {
  const found = /^[^\p{L}\p{N}]{0,20}((?:TUYỆT|TỐI|TUYET|TOI) M[ẬA]T|MẬT) (\p{L}+|\p{N})/u.exec(line)
  if (!found) return false
  const next = found[2]!
  return /^(?:\p{N}|\p{Lu})/u.test(next) && (next.length === 1 || !isUpper(next)) && !compounds.has(next.toLowerCase())
}
