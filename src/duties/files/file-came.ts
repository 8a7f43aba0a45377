import { fileId } from '../../domain/files/kept-file.js'
import { largestFile } from '../../domain/files/largest-file.js'
import type { Job } from '../../engine/command.js'

/** A file somebody sent has come, or not: it is kept for what he sent it for, and that is done as if he had just asked for it. */
export const fileCame: Job<'file'> = async (ctx, { sender, purpose, caption, known, file }) => {
  // Whoever is no longer of this branch has nothing to do here; what was stored is named by nobody and swept.
  if (!sender || !ctx.actor) return
  const { t } = ctx
  if (file.came !== 'stored') {
    ctx.aside()
    const why = file.came === 'refused' ? file.why : file.came
    ctx.reply({ text: t(`file-${why}`, { limit: String(largestFile / 2 ** 20) }) })
    return
  }
  const key = ctx.key()
  const { sha256, size, mime, name, legible } = file
  ctx.save('files', {
    _id: fileId(ctx.branch._id, key),
    branch: ctx.branch._id,
    sha256,
    size,
    mime,
    name,
    kind: known?.kind ?? 'document',
    from: ctx.actor._id,
    at: ctx.at,
    message: sender.messageId,
    caption,
    purpose,
    known,
    legible,
  })
  await ctx.perform(`${purpose} ${key}`)
}
