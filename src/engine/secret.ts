import type { Update } from '../chat.js'
import { bearsStamp } from '../domain/secrecy/bears-stamp.js'
import type { Payload } from '../store/entry.js'

export type Written = Update & { kind: 'text' | 'file' }

/** What bears a stamp of secrecy in its words or in the name of its file: that update, else null. */
export function stamped(payload: Payload): Written | null {
  if (payload.kind !== 'update') return null
  const { update } = payload
  if (update.kind !== 'text' && update.kind !== 'file') return null
  const name = update.kind === 'file' ? update.file.name : null
  return bearsStamp({ text: update.text, name }) || bearsStamp({ text: behindCommand(update.text) }) ? update : null
}

/** What stands on the line of a command begins behind it, its part and the draft's code: there a stamp stands by itself too. */
const behindCommand = (text: string): string | null =>
  /^\s*(?:\/\S+|g[oó]p ?[yý])(?: +[a-z]{2,12})?(?: +cd ?\d{1,3})? +([^]+)$/iu.exec(text.normalize('NFC'))?.[1] ?? null

/** That somebody spoke, without a word of it. */
export function silenced({ id, at, from, name, chat, group, messageId, hidden, lang }: Written): Update {
  const said = { id, at, from, name, chat, group, ...(hidden && { hidden }), ...(lang !== undefined && { lang }) }
  return { ...said, kind: 'text', text: '', messageId }
}
