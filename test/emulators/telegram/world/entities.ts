import type { MessageEntity } from 'grammy/types'
import { refusals } from '../http/api-error.js'

const word = '\\p{L}\\p{M}\\p{N}_'
const found: { type: 'bot_command' | 'mention' | 'url'; pattern: RegExp }[] = [
  {
    type: 'bot_command',
    pattern: new RegExp(`(?<![${word}/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![${word}/<>@])`, 'gu'),
  },
  { type: 'mention', pattern: new RegExp(`(?<![${word}/])@[a-zA-Z0-9_]{3,32}(?![${word}])`, 'gu') },
  { type: 'url', pattern: /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu },
]

/** What the platform marks by itself in a text; offsets and lengths in UTF-16 units. */
export function findEntities(text: string): MessageEntity[] {
  return found
    .flatMap(({ type, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
    )
    .sort((a, b) => a.offset - b.offset)
}

const isInsidePair = (text: string, index: number): boolean =>
  index > 0 && /[\uD800-\uDBFF]/.test(text[index - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[index] ?? '')

/** Refuses marks that lie outside the text or cut a character in two. */
function checkEntities(text: string, entities: MessageEntity[]): void {
  for (const { offset, length } of entities) {
    if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length <= 0)
      throw refusals.badRequest("can't parse MessageEntity: wrong offset or length")
    if (offset + length > text.length) throw refusals.badRequest('ENTITY_BOUNDS_INVALID')
    if (isInsidePair(text, offset) || isInsidePair(text, offset + length))
      throw refusals.badRequest('entity begins or ends in a middle of a UTF-16 symbol')
  }
}

/** The marks of an outgoing text: the given ones, and those found beside them. */
export function allEntities(text: string, given: MessageEntity[]): MessageEntity[] {
  checkEntities(text, given)
  const free = findEntities(text).filter((one) =>
    given.every((other) => one.offset + one.length <= other.offset || other.offset + other.length <= one.offset),
  )
  return [...given, ...free].sort((a, b) => a.offset - b.offset)
}

/** The command a text starts with: whom it names. A slash word further on is no command. */
export function commandOf(text: string, entities: MessageEntity[]): { bot: string | null } | null {
  const first = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!first) return null
  const named = text.slice(first.offset, first.offset + first.length).split('@')[1]
  return { bot: named?.toLowerCase() ?? null }
}
