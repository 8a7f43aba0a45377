import type { WebMessage } from '../../store/delivery.js'

/** A message of the wall as the page gets it. */
export type ShownMessage = Omit<WebMessage, '_id'> & { id: string }

export function shownMessage({
  _id,
  chat,
  n,
  first,
  author,
  name,
  title,
  text,
  choices,
  replyTo,
  at,
  edited,
}: WebMessage): ShownMessage {
  return { id: _id, chat, n, first, author, name, title, text, choices, replyTo, at, edited }
}
