import type { Choice } from '../chat.js'
import type { Member } from '../domain/people/member.js'
import type { T } from '../words.js'

/** One button a member, the first `most`: he has been told by phone of `subject` (`2027-02`, `cd1`). */
export const toldChoices = (t: T, members: readonly Member[], subject: string, most: number): Choice[] =>
  members.slice(0, most).map(({ key, name }) => ({
    label: t('notice-told', { name }),
    does: `thongbao dabao ${key} ${subject}`,
  }))
