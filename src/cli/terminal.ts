import { createInterface } from 'node:readline/promises'
import type { Locale, T, Words } from '../words.js'

/** Where a line of the command line reads and writes. Each call writes one line. */
export interface Terminal {
  words: Words
  /** Words in the operator's language. */
  t: T
  print: (line: string) => void
  complain: (line: string) => void
  /** Null where nobody sits there to answer. */
  confirm(question: string): Promise<boolean | null>
}

export function createTerminal(words: Words, locale: Locale): Terminal {
  return {
    words,
    t: words.in(locale),
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    async confirm(question) {
      if (!process.stdin.isTTY) return null
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      try {
        return /^(?:y|yes|c|có|co)$/iu.test((await lines.question(`${question} `)).trim())
      } finally {
        lines.close()
      }
    },
  }
}
