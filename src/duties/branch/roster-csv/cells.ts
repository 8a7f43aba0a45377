import { fold } from '../../../domain/fold.js'
import { isDate, twoDigits, yearOf } from '../../../domain/calendar/local-time.js'
import type { Member, Role } from '../../../domain/people/member.js'

const roleWords: [Role, RegExp][] = [
  ['secretary', /^(?:bi thu|bt|secretary)(?: chi bo| chi uy)?$/u],
  ['deputy', /^(?:pho bi thu|pbt|deputy(?: secretary)?)(?: chi bo| chi uy| thuong truc)?$/u],
  ['committee', /^(?:chi uy vien|chi uy|cuv|(?:uy vien|uv)(?: ban)?(?: chi uy| bch| ban chap hanh)?|committee(?: member)?)$/u],
  ['minuteTaker', /^(?:thu ky(?: chi bo)?|minute ?taker)$/u],
  ['cellLeader', /^(?:to truong|cell ?leader)(?: to)?(?: dang)?(?: so)?(?: \d{1,2})?$/u],
] // prettier-ignore

const noRole = /^(?:|[-–—x0]|dang vien|khong|khong co|member|none)$/u

/** "Bí thư, tổ trưởng tổ 1": the roles it names, or the first part that names none. */
export function readRoles(cell: string): Role[] | { unknown: string } {
  const roles = new Set<Role>()
  for (const part of cell.split(/[,;/+&\n]|\s[-–—]\s/u).flatMap((one) => one.split(/\s(?:kiêm|kiem|và|va|and)\s/iu))) {
    const plain = fold(part.replaceAll('_', ' ')).replace(/[.:]+$/u, '')
    if (noRole.test(plain)) continue
    const role = roleWords.find(([, words]) => words.test(plain))
    if (!role) return { unknown: part.trim() }
    roles.add(role[0])
  }
  return [...roles]
}

const statusWords: [Member['status'], RegExp][] = [
  ['official', /^(?:(?:dang vien|dv) )?chinh thuc$|^official$/u],
  ['probationary', /^(?:(?:dang vien|dv) )?du bi$|^probationary$/u],
  ['temporary', /^(?:dang vien )?(?:sinh hoat )?tam(?: thoi)?$|^temporary$/u],
  ['exempt', /^(?:duoc )?mien(?: cong tac)?(?: va)?(?: sinh hoat)?(?: dang)?$|^exempt$/u],
  ['moved', /^(?:da )?chuyen(?: di| sinh hoat| di noi khac| noi khac| sinh hoat di)?$|^moved$/u],
] // prettier-ignore

export function readStatus(cell: string): Member['status'] | null {
  const plain = fold(cell)
  return statusWords.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** "12/9/2026", "12-09-2026", "2026-09-12"; the day stands first. Null for what is no date of these forms. */
export function readDate(cell: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(cell)
  const date = local ? `${local[3]!}-${twoDigits(Number(local[2]))}-${twoDigits(Number(local[1]))}` : cell
  return isDate(date) ? date : null
}

/** "Tổ đảng số 2" is 2. */
export const readCell = (cell: string): string =>
  cell.replace(/^t[ổoỏ]\s*(?:đ[ảa]ng|dang)?\s*(?:s[ốo]\s*)?(?=[\p{L}\p{N}])/iu, '')

/** Twelve months of probation. */
export function endOfProbation(from: string): string {
  const date = `${yearOf(from) + 1}${from.slice(4)}`
  return isDate(date) ? date : `${yearOf(from) + 1}-02-28`
}
