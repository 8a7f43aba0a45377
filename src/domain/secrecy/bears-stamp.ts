import { nameBearsStamp } from './name-stamp.js'
import { textBearsStamp } from './text-stamp.js'

/**
 * Whether something that was sent bears a stamp of state secrecy (mật, tối mật, tuyệt mật): the words of a message, what
 * could be read of a document, or the name of a file. What bears one is refused and not kept.
 */
export const bearsStamp = ({ text, name }: { text?: string | null; name?: string | null }): boolean =>
  (name != null && nameBearsStamp(name)) || (text != null && textBearsStamp(text))
