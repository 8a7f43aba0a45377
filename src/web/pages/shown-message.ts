import type { WebMessage } from '../../store/delivery.js'

/** A message of the wall as the page gets it. */
export type ShownMessage = Omit<WebMessage, '_id' | 'attachment'> & {
  id: string
  attachment: { name: string; size: number } | null
}

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
  attachment,
  replyTo,
  at,
  edited,
}: WebMessage): ShownMessage {
  // Walls of earlier versions know no files.
  const file = attachment ? { name: attachment.name, size: attachment.size } : null
  return { id: _id, chat, n, first, author, name, title, text, choices, attachment: file, replyTo, at, edited }
}
