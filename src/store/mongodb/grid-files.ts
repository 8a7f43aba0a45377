import { createHash } from 'node:crypto'
import { mongo } from 'mongoose'
import { checkName, type Files } from '../files/files.js'
import { answered, asUnavailable } from './mongo-errors.js'

const BUCKET = 'bytes'
/** Pieces of 255 KB read at one time. */
const AT_ONCE = 4

/** An upload that has begun: what it left behind is found by this when it never came to its end. */
interface Begun {
  _id: mongo.ObjectId
  at: Date
}

/** Bytes in GridFS. A file bears its sha256 as its name once it is whole; until then it has none. */
export function createGridFiles(database: mongo.Db): Files {
  const bucket = new mongo.GridFSBucket(database, { bucketName: BUCKET })
  const whole = database.collection<mongo.GridFSFile>(`${BUCKET}.files`)
  const chunks = database.collection<mongo.GridFSChunk>(`${BUCKET}.chunks`)
  const begun = database.collection<Begun>(`${BUCKET}.begun`)
  const find = (sha256: string) => whole.findOne({ filename: checkName(sha256) })

  async function discard(id: mongo.ObjectId): Promise<void> {
    await whole.deleteOne({ _id: id })
    await chunks.deleteMany({ files_id: id })
  }

  return {
    async put(bytes) {
      const id = new mongo.ObjectId()
      await answered(begun.updateOne({ _id: id }, { $currentDate: { at: true } }, { upsert: true }))
      const hash = createHash('sha256')
      let size = 0
      const upload = bucket.openUploadStreamWithId(id, '')
      try {
        for await (const piece of bytes) {
          hash.update(piece)
          size += piece.length
          await written((done) => upload.write(piece, done))
        }
        await written((done) => upload.end(done))
      } catch (error) {
        upload.destroy()
        // A piece may still be on its way: what was left is cleared away later.
        throw asUnavailable(error)
      }
      const sha256 = hash.digest('hex')
      await answered(
        (async () => {
          const touched = await whole.updateOne({ filename: sha256 }, { $currentDate: { uploadDate: true } })
          if (touched.matchedCount > 0) await discard(id)
          else await whole.updateOne({ _id: id }, { $set: { filename: sha256 } })
          await begun.deleteOne({ _id: id })
        })(),
      )
      return { sha256, size }
    },
    async *open(sha256, { from = 0 } = {}) {
      const file = await answered(find(sha256))
      if (!file) throw new Error(`no bytes are kept under ${sha256}`)
      const first = Math.floor(from / file.chunkSize)
      const found = chunks.find({ files_id: file._id, n: { $gte: first } }, { promoteBuffers: true })
      let skipped = from - first * file.chunkSize
      let left = file.length - from
      try {
        // The driver's own download takes 16 MB at one time.
        for await (const { data } of found.sort({ n: 1 }).batchSize(AT_ONCE)) {
          const piece = (data as unknown as Buffer).subarray(skipped)
          skipped = 0
          left -= piece.length
          yield piece
        }
      } catch (error) {
        throw asUnavailable(error)
      }
      if (left > 0) throw new Error(`bytes are missing of ${sha256}`)
    },
    has: async (sha256) => (await answered(find(sha256))) !== null,
    async list(after, limit) {
      const found = whole
        .find({ filename: { $gt: after } })
        .sort({ filename: 1 })
        .limit(limit)
      return (await answered(found.toArray())).map(({ filename, length, uploadDate }) => ({
        sha256: filename,
        size: length,
        putAt: uploadDate.getTime(),
      }))
    },
    async remove(sha256, before) {
      const filename = checkName(sha256)
      const old = { filename, uploadDate: { $lt: new Date(before) } }
      // One write: a put that comes at the same time finds either the file, and makes it new, or none.
      let file = await answered(whole.findOneAndDelete(old))
      const found = file !== null
      // Two puts at the same time may have left two.
      for (; file !== null; file = await answered(whole.findOneAndDelete(old))) await answered(discard(file._id))
      return found
    },
    async tidy(before) {
      for (const { _id } of await answered(begun.find({ at: { $lt: new Date(before) } }).toArray())) {
        const file = await answered(whole.findOne({ _id }))
        // Named, it is whole: only the note of its beginning was left.
        if (file?.filename === undefined || file.filename === '') await answered(discard(_id))
        await answered(begun.deleteOne({ _id }))
      }
    },
  }
}

/** A stream's own calls, as promises: it has taken over a piece when it says so, and not before. */
const written = (call: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
