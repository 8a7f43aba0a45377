import { isBlank, isDone } from '../../src/domain/topic/comment-text.js'
import type { Question, Reading } from '../../src/engine/command.js'

/** What goes to every member has to be read on a phone; ten pages are enough for that. */
export const longestDraft = 20_000

export const draftLimit = new Intl.NumberFormat('vi').format(longestDraft)

/** The first piece of a draft's text, exactly as it was typed. */
export const draftText: Question = {
  words: 'chuyende-ask-text',
  read: (_ctx, text): Reading => {
    if (isBlank(text) || isDone(text)) return { again: 'chuyende-empty' }
    return text.length > longestDraft ? { again: 'chuyende-too-long', args: { limit: draftLimit } } : { value: text }
  },
}
