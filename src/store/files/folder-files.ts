import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../../errors.js'
import { checkName, type Files } from './files.js'

/** What is being written; nothing that bears such a name is a file yet. */
const HALF = '.half-'

/** Bytes in a folder, one file each. Made when the first one comes. */
export function createFolderFiles(folder: string): Files {
  const pathOf = (sha256: string): string => join(folder, checkName(sha256))
  const half = (): string => join(folder, `${HALF}${randomUUID()}`)
  const names = async (): Promise<string[]> => (await unless('ENOENT', () => readdir(folder))) ?? []

  return {
    async put(bytes) {
      await answered(() => mkdir(folder, { recursive: true, mode: 0o700 }))
      const path = half()
      const hash = createHash('sha256')
      let size = 0
      const handle = await answered(() => open(path, 'wx', 0o600))
      try {
        for await (const piece of bytes) {
          hash.update(piece)
          size += piece.length
          await answered(() => handle.writeFile(piece))
        }
        await answered(() => handle.sync())
      } catch (error) {
        await handle.close()
        await rm(path, { force: true })
        throw error
      }
      const sha256 = hash.digest('hex')
      await answered(async () => {
        await handle.close()
        // Over one that is there already too: whoever would sweep that one sees that it has come again.
        await rename(path, pathOf(sha256))
        await syncFolder(folder)
      })
      return { sha256, size }
    },
    async *open(sha256, { from = 0 } = {}) {
      const path = pathOf(sha256)
      const found = await unless('ENOENT', () => stat(path))
      if (found === null) throw new Error(`no bytes are kept under ${sha256}`)
      const stream = createReadStream(path, { start: from })
      try {
        for await (const piece of stream as AsyncIterable<Buffer>) yield piece
      } catch (error) {
        throw new StoreUnavailable({ cause: error })
      }
    },
    async has(sha256) {
      const path = pathOf(sha256)
      return (await unless('ENOENT', () => stat(path))) !== null
    },
    async list(after, limit) {
      const whole = (await names()).filter((name) => !name.startsWith('.') && name > after).sort()
      const found = await Promise.all(
        whole.slice(0, limit).map(async (sha256) => {
          const about = await unless('ENOENT', () => stat(pathOf(sha256)))
          return about && { sha256, size: about.size, putAt: about.mtimeMs }
        }),
      )
      return found.filter((one) => one !== null)
    },
    async remove(sha256, before) {
      const path = pathOf(sha256)
      const about = await unless('ENOENT', () => stat(path))
      if (about === null || about.mtimeMs >= before) return false
      const aside = half()
      // Aside, and looked at again: what was put since that look must not be lost.
      if ((await unless('ENOENT', () => rename(path, aside).then(() => true))) === null) return false
      const { mtimeMs } = await answered(() => stat(aside))
      if (mtimeMs < before) {
        await answered(() => rm(aside))
        return true
      }
      await answered(() => rename(aside, path))
      return false
    },
    async tidy(before) {
      for (const name of await names()) {
        if (!name.startsWith(HALF)) continue
        const about = await unless('ENOENT', () => stat(join(folder, name)))
        if (about !== null && about.mtimeMs < before) await answered(() => rm(join(folder, name), { force: true }))
      }
    },
  }
}

/** A name is durable when its folder is; some systems cannot open a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  try {
    await handle?.sync()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR' && (error as NodeJS.ErrnoException).code !== 'EPERM')
      throw error
  } finally {
    await handle?.close()
  }
}

/** A full disk, too many open files, a folder that is not ours: none of it is the caller's mistake, all of it may pass. */
async function answered<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call()
  } catch (error) {
    throw new StoreUnavailable({ cause: error })
  }
}

/** Null where the call fails with just that. */
async function unless<R>(code: string, call: () => Promise<R>): Promise<R | null> {
  try {
    return await call()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return null
    throw new StoreUnavailable({ cause: error })
  }
}
