import type { Args } from '../../../words.js'

/** What stands in the way of a file: a key of the locales that says what to do, and the line it is in; null: the file as a whole. */
export interface RosterProblem {
  line: number | null
  key: string
  args: Args
}

export const problem = (line: number | null, key: string, args: Args = {}): RosterProblem => ({ line, key, args })
