import type { Ctx } from '../../engine/command.js'
import type { T } from '../../words.js'

/** Another lane's document: its name is all that is wanted. Until it is set up it has none. */
export async function branchName(ctx: Ctx, t: T, branch: string): Promise<string> {
  const found = await ctx.get('branches', branch)
  return found ? found.name || t('thanhvien-unnamed') : branch
}
