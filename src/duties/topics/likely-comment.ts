/** From this length on, words nobody asked for are more likely a comment than a command with a slip of the finger. */
const LIKELY = 25

export const isLikelyComment = (text: string): boolean => text.trim().length >= LIKELY
