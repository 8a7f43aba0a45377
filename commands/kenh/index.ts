import { command } from '../../src/engine/command.js'
import { bo } from './bo.js'
import { cua } from './cua.js'
import { showChannels } from './show-channels.js'
import { them } from './them.js'
import { uutien } from './uutien.js'

/** Where a member is written to, and in which order: each message reaches him once. */
export default command({
  name: 'kenh',
  also: ['kenh nhan tin', 'channels'],
  may: 'member',
  where: 'private',
  sub: { them, uutien, bo, cua },
  run: (ctx) => showChannels(ctx, ctx.actor!),
})
