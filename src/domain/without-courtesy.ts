const opening = /^(?:(?:dạ|vâng|da)[\s,]+)+/iu
const closing = /(?:[\s,]+(?:rồi|ạ|nhé|nha|roi|a|nhe))*[\s.!]*$/iu

/** An answer without what is said for politeness around it: "Dạ, đúng rồi ạ." is "đúng". */
export const withoutCourtesy = (text: string): string => text.trim().replace(closing, '').replace(opening, '')
