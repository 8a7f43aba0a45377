import { isCourtesy } from '../domain/courtesy.js'
import { fold, near } from '../domain/fold.js'
import type { Command, Form } from './command.js'

export interface Match {
  command: Command
  form: Form
  /** Words of the form, as a button would name it: `lichhop tao`. */
  path: string
  /** What follows the words, as typed. */
  rest: string
}

/** Names of forms end long before this; what comes after it is not looked at, be it a megabyte. */
const NAMES_END = 300

/**
 * Finds the form a line names. Names and their other words match without marks, capitals and slash. With a slash
 * one slip of the finger in a command of five letters or more is understood too, never in what follows it.
 * `typed`: a person wrote it, not a button: in prose a sub-form's name may be a word ("gopy sau khi đọc…", "gopy sửa lại…").
 */
export function matchCommand(
  commands: readonly Command[],
  line: string,
  by: 'typed' | 'button' = 'button',
): Match | null {
  const typed = line.trim()
  const slash = typed.startsWith('/')
  const words = beginning(typed).split(/\s+/u)
  // In groups the platforms write the bot's own name after a command: /gopy@chibot.
  words[0] = words[0]!.replace(/@\S+$/u, '')
  for (const command of commands) {
    const used = prefix(words, [command.name, ...command.also])
    if (used > 0) return within(command, words, { used, typed, by })
  }
  if (!slash) return null
  const meant = commands.filter((command) => near(command.name, words[0]!))
  return meant.length === 1 ? within(meant[0]!, words, { used: 1, typed, by }) : null
}

/** The commands a mistyped line may have meant, to suggest in an answer. */
export function closest(commands: readonly Command[], line: string): Command | null {
  const words = fold(beginning(line.trim())).split(' ').slice(0, 2)
  const plain = words.map(withoutKeys)
  const meant = [words.join(''), words[0] ?? '', plain.join(''), plain[0] ?? '']
  return commands.find(({ name }) => meant.some((word) => near(name, word))) ?? null
}

/** A word typed for a Vietnamese keyboard that was off, without the keys that would have made the marks: "hopj", "thowif". */
const withoutKeys = (word: string): string =>
  word
    .replace(/w/gu, '')
    .replace(/([adeo])\1/gu, '$1')
    .replace(/(?<=.)[sfrxj1-5]$/u, '')

/** The form of a path that the product itself wrote down. */
export function formAt(commands: readonly Command[], path: string): Form | null {
  const [name, sub] = path.split(' ')
  const command = commands.find((candidate) => candidate.name === name)
  return (sub === undefined ? command : command?.sub[sub]) ?? null
}

function within(
  command: Command,
  words: string[],
  { used, typed, by }: { used: number; typed: string; by: 'typed' | 'button' },
): Match {
  for (const [name, sub] of Object.entries(command.sub)) {
    const more = prefix(words.slice(used), [name, ...sub.also])
    const rest = after(typed, used + more)
    const meant = more > 0 && (by === 'button' || !command.prose || isKeys(rest) || isCourtesy(rest) || sub.takes(rest))
    if (meant) return { command, form: sub, path: `${command.name} ${name}`, rest }
  }
  return { command, form: command, path: command.name, rest: after(typed, used) }
}

/** Nothing, or what buttons name things by: `cd1`, `2027-02`. */
const isKeys = (rest: string): boolean =>
  rest.split(/\s+/u).every((word) => word === '' || /^[\x21-\x7e]*\d[\x21-\x7e]*$/u.test(word))

/** The words among which a name may stand, without the slash and without one that is cut in two. */
function beginning(typed: string): string {
  const line = typed.replace(/^\//u, '')
  return line.length <= NAMES_END ? line : line.slice(0, NAMES_END).replace(/\S+$/u, '')
}

/** How many words of the line one of the names takes, the longest name first; 0 when none does. */
function prefix(words: string[], names: string[]): number {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const count = name.split(' ').length
    if (fold(words.slice(0, count).join(' ').replace(endMarks, '')) === name) return count
  }
  return 0
}

/** Marks between a name and what is said: "góp ý: …", "góp ý - …". A dash that begins a line begins an item of a list. */
const endMarks = /[:;,.–-]+$/u
const marksBetween = /^[^\S\n]+[:;,.–-]+(?=\s|$)/u

/** The line after its first `count` words, with its own spaces and line breaks. */
function after(line: string, count: number): string {
  let rest = line
  for (let taken = 0; taken < count; taken++) rest = rest.replace(/^\s*\S+/u, '')
  return rest.replace(marksBetween, '').trim()
}
