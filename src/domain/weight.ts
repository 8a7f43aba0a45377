/** What a message is worth where a platform's quota of the month runs out: the lighter go first without it. */
export const weights = {
  /** What those in charge have to know when nothing else goes any more: that it does not, and whom to phone. */
  charge: 7,
  /** A meeting, its change or calling off. */
  notice: 5,
  /** What a meeting needs: reminders, drafts, whose turn it is. */
  meeting: 3,
  /** Nudges, counts, everything else. */
  other: 1,
} as const
