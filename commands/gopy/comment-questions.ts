import { isBlank, longestComment } from '../../src/domain/topic/comment-text.js'
import type { Question, Reading } from '../../src/engine/command.js'

export const limit = new Intl.NumberFormat('vi').format(longestComment)

/** The words of a comment, exactly as they were typed. */
export const commentWords: Question = {
  words: 'gopy-ask-text',
  read: (_ctx, text): Reading => {
    if (isBlank(text)) return { again: 'gopy-empty' }
    return text.length > longestComment ? { again: 'gopy-too-long', args: { limit } } : { value: text }
  },
  given: (_ctx, given) => given['typed'] || null,
}

/**
 * What was typed behind the command. Asked before anything else, so that it is kept while another question
 * is open: nobody should have to type his comment twice.
 */
export const typedWords: Question = { ...commentWords, given: () => '' }
