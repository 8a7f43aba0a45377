import { fold } from '../fold.js'

export interface Rsvp {
  /** `unclear`: it may be an answer, but it is neither a yes nor a no. */
  going: boolean | 'unclear'
  /** What was said beside a no, as typed. */
  reason: string
}

/** Words that only their marks tell apart: "vâng" is a yes and "vắng" a no, "nghỉ" stays away and "nghĩ" thinks, "cô" is she who speaks and "có" a yes. */
const marked: Readonly<Record<string, string>> = {
  vâng: 'ya',
  dạ: 'ya',
  vắng: 'away',
  nghỉ: 'away',
  nghĩ: 'thinks',
  cô: 'self',
}

const self = String.raw`^(?:(?:kinh thua|thua) )?(?:(?:toi|em|minh|chung toi|bac|ong|ba|anh|chi|chu|chau|self) )?(?:(?:hom do|hom nay|buoi nay) )?`
const end = String.raw`(?![\p{L}\p{N}])`
const asks = String.raw`(?:xin|phep|bao|duoc)`
const no = new RegExp(
  String.raw`${self}(?:(?:${asks} )*away(?: mat| hop| phep)*|(?:${asks} )+(?:vang|nghi)(?: mat| hop| phep)*|vang (?:mat|hop)|nghi (?:hop|phep)|(?:khong|ko) (?:the )?(?:du|di|tham gia|tham du|den)(?: hop)?(?: duoc)?)${end}`,
  'u',
)
const busy = new RegExp(String.raw`${self}(?:xin |do |vi )?(?:ban|om|di cong tac|cong tac|co viec)${end}`, 'u')
const yes = new RegExp(
  String.raw`${self}(?:(?:xin|se|co the|dang ky) )*(?:du hop|tham du|tham gia|co mat|du day du|du duoc|di duoc|se du|di hop)${end}`,
  'u',
)
const shortYes = new RegExp(
  String.raw`${self}(?:(?:xin|se|co the) )*(?:co|du|di|co du|co di|dong y|nhat tri|ok|oke|okay|yes|going|\+1|👍)$`,
  'u',
)
const shortNo = /^(?:khong|ko|no|absent)$/u

/** What a member answers to an invitation: "dự họp", "xin vắng bận họp", "vâng", "bận công tác". Nothing is guessed at. */
export function readRsvp(text: string): Rsvp {
  const words = text.normalize('NFC').trim().split(/\s+/u)
  const said = words.map(plain)
  let polite = 0
  while (said[polite] === 'ya' || said[polite] === 'da') polite++
  const last = said.findLastIndex((word) => !['a', 'nhe', 'dong', 'chi', ''].includes(word)) + 1
  const line = said.slice(polite, Math.max(last, polite)).join(' ')
  if (line === '') return { going: polite > 0 && words.length > 0 ? true : 'unclear', reason: '' }

  if (busy.test(line)) return { going: false, reason: words.slice(polite).join(' ') }
  const away = no.exec(line)?.[0]
  if (away !== undefined) return { going: false, reason: reasonAfter(words.slice(polite + away.split(' ').length)) }
  if (shortNo.test(line)) return { going: false, reason: '' }
  return { going: yes.test(line) || shortYes.test(line) ? true : 'unclear', reason: '' }
}

function plain(word: string): string {
  const bare = word.toLowerCase().replace(/[.,!;:]+$/u, '')
  return marked[bare] ?? fold(bare)
}

const reasonAfter = (words: string[]): string =>
  words
    .join(' ')
    .replace(/^[\s,.:;–-]+/u, '')
    .replace(/^(?:vì|do|lý do|lí do|vi|ly do)(?:\s*:)?\s+/iu, '')
