import type { Update } from '../chat.js'
import { bearsStamp } from '../domain/secrecy/bears-stamp.js'
import type { Payload } from '../store/entry.js'

export type Written = Update & { kind: 'text' | 'file' }

/** What bears a stamp of secrecy in its words or in the name of its file: that update, else null. */
export function stamped(payload: Payload): Written | null {
  if (payload.kind !== 'update') return null
  const { update } = payload
  if (update.kind !== 'text' && update.kind !== 'file') return null
  return bearsStamp({ text: update.text, name: update.kind === 'file' ? update.file.name : null }) ? update : null
}

/** That somebody spoke, without a word of it. */
export function silenced({ id, at, from, name, chat, group, messageId, hidden, lang }: Written): Update {
  const said = { id, at, from, name, chat, group, ...(hidden && { hidden }), ...(lang !== undefined && { lang }) }
  return { ...said, kind: 'text', text: '', messageId }
}
