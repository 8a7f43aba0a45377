import type { Update } from '../chat.js'

/** What somebody typed, as the press of the choice it stands for. */
export function typedPress(update: Update & { kind: 'text' }, data: string, messageId = update.messageId): Update {
  const { id, at, from, name, chat, group, hidden, lang } = update
  const said = { id, at, from, name, chat, group, ...(hidden && { hidden }), ...(lang !== undefined && { lang }) }
  return { ...said, kind: 'choice', data, messageId }
}
