import type { Message } from '../chat.js'
import { numberedChoices } from '../store/numbers.js'

/** Choices with the line that says how one is taken, for channels on which they are lines of the text. */
export const withNumberLine = (message: Message, line: string): Message =>
  numberedChoices(message).length > 0 ? { ...message, byNumber: line } : message
