import type { FileRef } from '../chat.js'
import type { Stray } from '../engine/interpret.js'
import { openTopics } from './topics/drafts.js'

/** A photo or a recording sent without a word is a comment while a draft is out: nobody who cannot type should have to. */
export const looseFile: Stray['file'] = async (ctx, file) =>
  isPictureOrSound(file) && (await openTopics(ctx)).length > 0 ? 'gopy' : null

const isPictureOrSound = ({ kind, mime }: FileRef): boolean =>
  kind !== 'document' || /^(?:image|audio)\//u.test(mime ?? '')
