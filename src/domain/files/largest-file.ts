/** Bots may fetch no more from Telegram; we take no more from anybody. */
export const largestFile = 20 * 1024 * 1024
