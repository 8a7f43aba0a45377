import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { day } from '../domain/calendar/local-time.js'
import type { Machine } from './delivery.js'
import type { Store } from './store.js'

/** What a reading link opens: one message to one member (his id ends the row's), until then (domain ms). */
interface ReadingLink {
  row: string
  until: number
}

/** Newest first: the first one seals, all of them open. */
type LinkKeys = readonly Buffer[]

/** Shorter than the term of the texts themselves. */
export const linkDays = 14

const machine = 'key:reading-links'
const keyBytes = 64
const nonceBytes = 12
const tagBytes = 16
/** Links live shorter than a key, so that the one before the newest opens all that are left. */
const keyDays = 90
const keysKept = 2

/** The keys, the first made now, the newest made anew when it is old. Kept with the machinery: in no export, in no backup. */
export async function keepLinkKeys(store: Store, real: number): Promise<LinkKeys> {
  const fresh = { key: randomBytes(keyBytes).toString('base64'), madeAt: real }
  await store.insert('machines', [{ _id: machine, version: 1, value: { keys: [fresh] } }])
  const kept = (await store.get('machines', machine))!
  const [newest] = keysIn(kept)
  if (newest!.madeAt > real - keyDays * day) return readLinkKeys(store)
  const value = { keys: [fresh, ...keysIn(kept)].slice(0, keysKept) }
  await store.update('machines', machine, { version: kept.version }, { version: kept.version + 1, value })
  return readLinkKeys(store)
}

export async function readLinkKeys(store: Store): Promise<LinkKeys> {
  const kept = await store.get('machines', machine)
  return kept ? keysIn(kept).map(({ key }) => Buffer.from(key, 'base64')) : []
}

const keysIn = ({ value }: Machine): { key: string; madeAt: number }[] =>
  value['keys'] as { key: string; madeAt: number }[]

/**
 * Sealed, not only signed: a row's id bears the ids of chats, which nobody is to read who sees the link pass by. The
 * nonce follows from what is sealed, so that no two contents share one and the same content is the same link.
 */
export function sealLink([key]: LinkKeys, { row, until }: ReadingLink): string {
  const plain = `${until}|${row}`
  const nonce = createHmac('sha256', key!.subarray(32)).update(plain).digest().subarray(0, nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key!.subarray(0, 32), nonce)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** Null for whatever was not sealed by one of these keys. The tag is compared in constant time. */
export function openLink(keys: LinkKeys, token: string): ReadingLink | null {
  if (!/^[\w-]{40,1000}$/u.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  // The last symbol of a base64 text holds bits that mean nothing: only the one spelling is taken.
  if (bytes.toString('base64url') !== token) return null
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key.subarray(0, 32), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    const opened = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
    try {
      const plain = Buffer.concat([opened, decipher.final()]).toString('utf8')
      const bar = plain.indexOf('|')
      return { until: Number(plain.slice(0, bar)), row: plain.slice(bar + 1) }
    } catch {
      // Of another key, or of nobody.
    }
  }
  return null
}
