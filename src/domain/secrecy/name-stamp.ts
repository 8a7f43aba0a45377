import { fold } from '../fold.js'
import { asItLooks, compounds, isMarked, isUpper, levelOf, namesSeveralLevels, wordsAlone } from './level-words.js'

/**
 * Whether the name of a file bears a stamp. Names come without marks, with underscores for spaces, in capitals
 * throughout; "MAT" between words may be mất, mặt or a person, so it counts only where a stamp stands.
 */
export function nameBearsStamp(fileName: string): boolean {
  const stem = spaced(
    asItLooks(fileName)
      .slice(0, longestName)
      .replace(/(?:\.[A-Za-z0-9]{1,5})+$/u, ''),
  )
  if (namesSeveralLevels(wordsAlone(stem))) return false
  const about = speaksOfSecrets.test(fold(wordsAlone(stem)))
  const parts = stem.split(/[()[\]{}_+,;–—~#=]|\s-+\s/u).map(wordsAlone)
  if (parts.some((part) => isStamp(part, parts.length > 1))) return true
  if (about) return false
  return parts.some(
    (part) => hasHighLevel(part) || isSecretPaper(part) || isBeginning(part) || isEnd(part) || isStateSecret(part),
  )
}

const longestName = 500

/** Without spaces, underscores or hyphens stand for them. */
const spaced = (stem: string): string => (/\s/u.test(stem) ? stem : stem.replace(/[_-]/gu, ' '))

/** Rules and lessons about secrets: what they name is not what they are. */
const speaksOfSecrets =
  /(?:^| )(?:quy dinh|quy che|luat|nghi dinh|thong tu|huong dan|quan ly|bao ve|phan loai|danh muc|tap huan|tuyen truyen|cong tac|chuyen de|cam nang|bo quy tac)(?: |$)/u

/** A part between separators that is a level and nothing else. Small letters without marks say too little. */
function isStamp(part: string, separated: boolean): boolean {
  const level = levelOf(part)
  if (!level) return false
  return isUpper(part) || (level === 'mật' ? separated && isMarked(part) : separated || !/^toi mat$/iu.test(part))
}

function hasHighLevel(part: string): boolean {
  if (/(?<!\p{L})(?:tuyệt mật|tối mật|tuyet mat)(?!\p{L})/iu.test(part)) return true
  return /(?<!\p{L})TOI MAT(?!\p{L})/u.test(part) && !/TOI MAT \p{L}/u.test(part)
}

/** "CV MAT 12", "Công văn mật số 3", "KẾ HOẠCH MẬT": a kind of paper, the word, and no other word after it but a number. */
const isSecretPaper = (part: string): boolean => secretPaper.test(part)

const shortKinds = 'CV|BC|KH|TB|QĐ|QD|NQ|TTr|CT|KL|BB|VB|TL|HS'
const kinds =
  'công văn|báo cáo|kế hoạch|tài liệu|văn bản|hồ sơ|tờ trình|quyết định|nghị quyết|biên bản|phương án|cong van|bao cao|ke hoach|tai lieu|van ban|ho so|to trinh|quyet dinh|nghi quyet|bien ban|phuong an|cv'
const caseless = (words: string): string =>
  `(?:${words.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)})`
const secretPaper = new RegExp(
  `(?:(?<!\\p{L})(?:${shortKinds})|^(?:[\\p{N} ]{1,12} )?${caseless(kinds)})(?: ${caseless('số|so')})?(?: \\p{N}[\\p{N}\\p{Lu}]{0,8}){0,3} ${caseless('mật|mat')}(?=$| (?:${caseless('số|so')} )?\\p{N})`,
  'u',
)

/** "MAT ke hoach", "MẬT Báo cáo": capitals before words that are none. */
function isBeginning(part: string): boolean {
  const found = /^(?:MẬT|MAT) (\p{L}+)/u.exec(part)
  return found !== null && !isUpper(found[1]!) && !compounds.has(found[1]!.toLowerCase())
}

/** "CV 15 MAT", "Bao cao quy I MẬT": capitals at the end, after a number or after words that are no capitals. */
function isEnd(part: string): boolean {
  const found = / (MẬT|MAT)$/u.exec(part)
  if (!found) return false
  const before = part.slice(0, found.index)
  if (/\p{N}$/u.test(before)) return true
  return !isUpper(before) && isMarked(found[1]!) && !/(?:bí|bảo|cơ)$/iu.test(before)
}

const isStateSecret = (part: string): boolean =>
  /^(?:(?:tai lieu|van ban|ho so|ban sao)(?: chua| thuoc)? )?bi mat nha nuoc$/u.test(fold(part))
