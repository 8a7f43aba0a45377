import { fold } from './fold.js'

const courtesies = new Set(['a', 'nhe', 'nha', 'di', 'voi', 'giup', 'giup toi', 'cam on', 'please', '?', '!'])

/** "lịch họp ạ": courtesy behind a command asks for nothing. */
export const isCourtesy = (text: string): boolean => courtesies.has(fold(text))
