import type { Message } from '../../chat.js'
import type { KeptFile } from '../../domain/files/kept-file.js'
import type { Ctx } from '../../engine/command.js'

/** A file of the branch; null where there is none (any more). */
export async function keptFile(ctx: Ctx, id: string | null): Promise<KeptFile | null> {
  const file = id === null ? null : await ctx.get('files', id)
  return file && !file.gone ? file : null
}

/** What goes with a message to send a file on. */
export async function attached(ctx: Ctx, id: string | null): Promise<Pick<Message, 'attachment'>> {
  const file = await keptFile(ctx, id)
  if (!file) return {}
  const { name, mime, size, known, sha256 } = file
  return { attachment: { name, mime, size, known, sha256, link: null } }
}
