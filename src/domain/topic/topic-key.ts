import { fold } from '../fold.js'

/** "CĐ1", "cd 1", "1": the key of a topic (`cd1`) as people type it, and nothing else; null otherwise. */
export function readTopicKey(text: string): string | null {
  if (text.length > 30) return null
  const number = /^(?:(?:chuyen de|cd)\s?)?(\d{1,3})$/.exec(fold(text))?.[1]
  return number === undefined ? null : `cd${Number(number)}`
}

/**
 * A topic's key at the beginning of a line, and what follows it as it was typed. A bare number is a key only
 * when nothing follows: a comment may well begin with one.
 */
export function splitTopicKey(line: string): { key: string | null; rest: string } {
  const found = /^\s*c[dđ]\s?\d{1,3}(?![\p{L}\p{N}])/iu.exec(line)
  if (found) return { key: readTopicKey(found[0]), rest: line.slice(found[0].length).replace(/^[:,.]?\s?/u, '') }
  const key = readTopicKey(line)
  return key === null ? { key, rest: line } : { key, rest: '' }
}

/** cd1 as it is written in texts: CĐ1. */
export const topicCode = (key: string): string => key.replace(/^cd/, 'CĐ')
