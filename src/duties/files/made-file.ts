import type { Attachment } from '../../chat.js'
import type { Ctx } from '../../engine/command.js'

/** A file the product has just made, to be sent: its bytes are stored, and swept when nobody can still be waiting for them. */
export async function madeFile(
  ctx: Ctx,
  { name, mime, bytes }: { name: string; mime: string; bytes: Uint8Array },
): Promise<Attachment> {
  return { name, mime, known: null, ...(await ctx.file(bytes)), link: null }
}
