import { fold, foldTone } from '../fold.js'
import type { Member } from './member.js'

type Named = Pick<Member, '_id' | 'key' | 'name' | 'sortName'>

export type Found<M> = { member: M } | { several: M[] } | { none: true }

const vietnamese = new Intl.Collator('vi')
const separator = ', '
/** What is longer names nobody; it must not be searched for names either. */
const longestTyped = 200

/** "Hương, Thị Thu, Trần": given name, middle, family. A name of another order gets a `sortName` of its own. */
export function sortNameOf(name: string): string {
  const words = wordsOf(name)
  if (words.length < 2) return words.join('')
  return [words.at(-1)!, words.slice(1, -1).join(' '), words[0]!].join(separator)
}

/** By given name, then middle, then family: marks of one part count before the letters of the next. */
export function sortMembers<M extends Named>(members: readonly M[]): M[] {
  const parts = new Map(members.map((member) => [member, member.sortName.split(separator)]))
  return [...members].sort((a, b) => compareParts(parts.get(a)!, parts.get(b)!) || (a._id < b._id ? -1 : 1))
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const order = vietnamese.compare(a[place] ?? '', b[place] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/**
 * Whom a typed name means: a key (m08), a full name, or some words of it in their order ("Hương", "Bùi Hương", "Sa Riên").
 * Whatever is nearer to what was typed wins: marks before no marks, the whole name before a part, a part with the
 * given name before any other.
 */
export function findByName<M extends Named>(members: readonly M[], typed: string): Found<M> {
  const plain = withoutAddress(typed.slice(0, longestTyped))
  if (plain === '') return { none: true }
  const byKey = members.find(({ key }) => key.toLowerCase() === plain.toLowerCase())
  if (byKey) return { member: byKey }
  for (const spell of [foldTone, fold]) {
    const wanted = wordsOf(spell(plain))
    for (const fits of [isWhole, hasGivenName, hasWords]) {
      const found = members.filter((member) => fits(wanted, member, spell))
      if (found.length === 1) return { member: found[0]! }
      if (found.length > 1) return { several: sortMembers(found) }
    }
  }
  return { none: true }
}

/** Members of one name, each with the key by which he can be named: two may share the whole of it. */
export const toldApart = (members: readonly Named[]): string =>
  members.map(({ name, key }) => `${name} (${key})`).join(', ')

/** What a comrade is called among the others: the given name; more of the name, or the key, where two share it. */
export function shortName(member: Named, all: readonly Named[]): string {
  const given = givenNameOf(member)
  const others = all.filter((other) => other._id !== member._id && fold(givenNameOf(other)) === fold(given))
  const among = [member, ...others]
  const words = wordsOf(member.name)
  const before = words.slice(0, Math.max(0, words.lastIndexOf(given)))
  const forms = [
    given,
    ...[before.at(-1), before[0]].flatMap((word) => (word === undefined ? [] : [`${word} ${given}`])),
    member.name,
  ]
  const alone = forms.find((form) => isOnly(findByName(among, form), member))
  return alone ?? `${member.name} (${member.key})`
}

const isOnly = (found: Found<Named>, member: Named): boolean => 'member' in found && found.member._id === member._id

type Spell = (text: string) => string
type Fits = (wanted: readonly string[], member: Named, spell: Spell) => boolean

const isWhole: Fits = (wanted, { name }, spell) =>
  wanted.join(' ') === wordsOf(spell(withOneApostrophe(name))).join(' ')

const hasWords: Fits = (wanted, { name }, spell) => {
  let place = 0
  for (const word of wordsOf(spell(withOneApostrophe(name)))) if (word === wanted[place]) place++
  return place === wanted.length
}

const hasGivenName: Fits = (wanted, member, spell) =>
  hasWords(wanted, member, spell) &&
  wordsOf(spell(withOneApostrophe(givenNameOf(member)))).every((word) => wanted.includes(word))

export const givenNameOf = ({ sortName }: Pick<Named, 'sortName'>): string => sortName.split(separator)[0]!

/** "@Hương", "đ/c Hương", "đồng chí Hương,": the name alone. */
function withoutAddress(typed: string): string {
  const line = withOneApostrophe(typed.normalize('NFC')).replace(/^[@\s]+|[\s.,;:!?]+$/gu, '')
  return line.replace(/^(?:[đd]\s?[/.]\s?c\.?|[đd]c|[đd][ồo]ng ch[íi])\s+/iu, '').replace(/^@\s*/u, '')
}

const withOneApostrophe = (text: string): string => text.replace(/[’‘ʼ`]/gu, "'")

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
