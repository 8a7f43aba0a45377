import { Agent, request } from 'undici'
import type { FileRef } from '../../chat.js'
import { RetryLater, Undeliverable } from '../../errors.js'
import { isPublic, lookupPublic } from './public-address.js'

const AGAIN_MS = 5000
/** What a member may send; the fetcher looks closer. */
const largest = 20 * 1024 * 1024

/**
 * The bytes at an address a message named, over https and from the open network alone; no redirect is followed, and no
 * credentials go along. `loopback`: for a platform that is itself on this computer.
 */
export function createOpenMedia({ loopback }: { loopback: boolean }) {
  const agent = new Agent({ connect: loopback ? { timeout: 8000 } : { timeout: 8000, lookup: lookupPublic } })

  function check(address: string): URL {
    if (!URL.canParse(address)) throw new Undeliverable('gone')
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/gu, '')
    const named = !/^[\d.]+$|:/u.test(host)
    if (loopback) return url
    if (url.protocol !== 'https:' || url.username !== '' || !(named || isPublic(host))) throw new Undeliverable('gone')
    return url
  }

  return async function* open(file: FileRef, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
    const url = check(file.id)
    try {
      const { statusCode, body } = await request(url, { dispatcher: agent, signal })
      if (statusCode !== 200) await body.dump()
      if (statusCode === 403 || statusCode === 404 || statusCode === 410) throw new Undeliverable('gone')
      if (statusCode !== 200) throw new RetryLater(AGAIN_MS)
      let size = 0
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > largest) throw new Undeliverable('too-long')
        yield chunk
      }
    } catch (error) {
      if (error instanceof Undeliverable || error instanceof RetryLater) throw error
      if ((error as { code?: string }).code === 'EINNER') throw new Undeliverable('gone')
      // Asking twice does no harm here.
      throw new RetryLater(AGAIN_MS)
    }
  }
}
