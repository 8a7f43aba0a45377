import { fold } from './fold.js'

/** The whole of a message that only greets, folded; what follows a greeting in the same message is never lost. */
const greeting =
  /^(?:(?:da|em|xin|kinh|toi)?\s*chao(?: (?:bot|ban|he thong|dong chi|cac dong chi|ca nha|moi nguoi|buoi (?:sang|trua|chieu|toi)|nhe|a))*|hello|hi|hey|good (?:morning|day|evening)|a ?lo(?: a ?lo)*)(?: (?:bot|chi ?bo ?bot|he thong|a|nhe))*$/u
const longest = 40

export const greets = (text: string): boolean =>
  text.length <= longest && greeting.test(fold(text.replace(/[\p{P}\p{S}]+/gu, ' ')))
