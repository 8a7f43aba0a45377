/** Names of a bot on Zalo begin with this word. */
const longName = /^@bot$/iu
/** Words such a name may have. */
const LONGEST_NAME = 8

/**
 * The words behind a mention, which is an address and no word: "@chibot lịch họp". A name on Zalo may have blanks, and
 * the platform does not tell where it ends ("@Bot Chi Bộ lịch họp"): it ends where what is said makes sense.
 */
export function afterMention(text: string, makesSense: (words: string) => boolean): string {
  const words = text.trim().match(/\S+\s*/gu) ?? []
  if (words.length < 2 || !words[0]!.startsWith('@')) return text.trim()
  const rest = (from: number): string => words.slice(from).join('').trim()
  const longest = longName.test(words[0]!.trim()) ? LONGEST_NAME : 1
  for (let from = 1; from <= longest && from < words.length; from++) if (makesSense(rest(from))) return rest(from)
  return rest(1)
}
