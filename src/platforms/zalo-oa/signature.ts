import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whether the header signs these very bytes: plain SHA-256 of app id, raw body, the body's own timestamp and the OA's
 * secret key. With and without `mac=`; compared in constant time.
 */
export function isSigned(
  header: unknown,
  raw: Buffer,
  { appId, secretKey, timestamp }: { appId: string; secretKey: string; timestamp: string },
): boolean {
  if (typeof header !== 'string') return false
  const given = header.trim().replace(/^mac=/iu, '').toLowerCase()
  const mac = createHash('sha256').update(appId).update(raw).update(timestamp).update(secretKey).digest()
  return /^[0-9a-f]{64}$/u.test(given) && timingSafeEqual(Buffer.from(given, 'hex'), mac)
}
