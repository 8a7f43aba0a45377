import { createWords } from '../../src/words.js'

export const words = createWords(new URL('../../locales/', import.meta.url))
