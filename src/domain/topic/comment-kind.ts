import { fold } from '../fold.js'
import type { Comment } from './topic.js'

/**
 * Agreement is an answer but no comment. A text counts as mere agreement only when nothing is left of it once
 * the words of agreement and of courtesy are taken away: whatever is not known here is substance.
 */
export function commentKind(text: string): Comment['kind'] {
  if (text.length > longestAgreement || text.includes('?')) return 'substantive'
  const words = fold(text)
    .replace(agreeingSigns, ' ok ')
    .replace(courteousSigns, ' ')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim()
  const without = words.replace(agreement, ' ')
  const agrees = without !== words
  return agrees && without.replace(courtesy, ' ').trim() === '' ? 'agreement' : 'substantive'
}

const longestAgreement = 200

/** A sign with its skin tone or its shape as a picture; "+1" stands for the same. */
const agreeingSigns = /(?:👍|👌|✅|☑|✔|💯|🤝)[\u{1F3FB}-\u{1F3FF}\uFE0F]*|(?<![\p{L}\p{N}])\+\s?1(?![\p{L}\p{N}])/gu
const courteousSigns = /(?:🙏|🌹|💐|😊|🙂|😀|😄|👏|❤|🌷)[\u{1F3FB}-\u{1F3FF}\uFE0F]*/gu

/** Whole words only, the longest phrase first. */
const phrases = (list: string[]): RegExp =>
  new RegExp(`(?<!\\S)(?:${list.sort((a, b) => b.length - a.length).join('|')})(?!\\S)`, 'gu')

const no = '(?:khong|ko|k|kg|khg|hong|hok)'
const more = '(?: (?:gi|nao))?(?: (?:them|khac|nua|bo sung))?(?: (?:het|ca))?'
// prettier-ignore
const agreement = phrases([
  'nhat tri', 'nhat chi', 'nt', 'dong y', 'dong i', 'tan thanh', 'thong nhat', 'ung ho', 'tan dong',
  'ok', 'oke', 'okay', 'okie', 'oki', 'okela', 'vang', 'da vang', 'da', 'u', 'ro', 'da ro', 'da nhan', 'da nhan duoc',
  `${no} (?:co |con )?(?:y kien|gop y|bo sung)${more}`, `${no} (?:co |con )gi (?:them|khac|bo sung)`,
  'agree', 'agreed', 'i agree', 'yes', 'no comment', 'no comments', 'no further comments',
])

// prettier-ignore
const courtesy = phrases([
  'toi', 'em', 'minh', 'chau', 'ca nhan toi', 'ca nhan', 'ban than', 'xin', 'cung', 'deu', 'la', 'thi',
  'hoan toan', 'rat', 'co ban', 've co ban', 'cao', '100', 'het', 'doc', 'doc ky', 'doc xong', 'xem', 'nghien cuu', 'sau khi doc', 'qua nghien cuu',
  'voi', 'theo', 'nhu', 'nhu tren', 'tren', 'nay', 'cua', 'va', 'du thao', 'ban du thao', 'noi dung', 'de cuong', 'bao cao', 'chuyen de', 'van ban',
  'lan \\d', 'ban \\d', 'quy (?:i{1,3}|iv|\\d)', 'toan bo', 'tat ca', 'thong qua',
  'dong chi', 'cac dong chi', 'd c', 'dc', 'chi bo', 'chi uy', 'tac gia', 'moi nguoi', 'thua', 'kinh gui', 'cam on', 'tran trong', 'nhe', 'nha', 'a',
  'with', 'the', 'draft', 'to', 'everything', 'thanks', 'thank you',
])
