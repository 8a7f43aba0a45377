import { readFileSync } from 'node:fs'

interface SampleComment {
  n: number
  text?: string
  /** Said in several messages. */
  messages?: string[]
}

const { comments } = JSON.parse(readFileSync(new URL('../sample-comments.json', import.meta.url), 'utf8')) as {
  comments: SampleComment[]
}

/** domain.md §6.5, by its number. */
export const sampleComment = (n: number): SampleComment => comments.find((one) => one.n === n)!
