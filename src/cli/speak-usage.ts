import type { Command } from 'commander'
import type { T } from '../words.js'

/** commander's titles. */
const titles: Record<string, string> = {
  'Usage:': 'usage-title',
  'Arguments:': 'usage-arguments',
  'Options:': 'usage-options',
  'Commands:': 'usage-commands',
}

/** commander's complaints, by what they begin with; what was typed stands in quotes. */
const complaints: [begins: RegExp, key: string][] = [
  [/^error: unknown command '(.*?)'/u, 'usage-unknown-command'],
  [/^error: unknown option '(.*?)'/u, 'usage-unknown-option'],
  [/^error: missing required argument '(.*?)'/u, 'usage-no-argument'],
  [/^error: required option '(.*?)'/u, 'usage-no-option'],
  [/^error: option '(.*?)' argument missing/u, 'usage-no-value'],
  [/^error: too many arguments()/u, 'usage-too-many'],
]

/** The help and what is said of a line that was mistyped, in the operator's language. Before any sub-command is added: they inherit it. */
export function speakUsage(program: Command, t: T): Command {
  return program
    .helpOption('-h, --help', t('usage-help'))
    .helpCommand('help [command]', t('usage-help'))
    .configureHelp({ styleTitle: (title) => (titles[title] === undefined ? title : t(titles[title])) })
    .configureOutput({
      outputError(text, write) {
        for (const [begins, key] of complaints) {
          const found = begins.exec(text)
          if (found) return write(`${t(key, { typed: found[1]! })}\n`)
        }
        write(text)
      },
    })
}
