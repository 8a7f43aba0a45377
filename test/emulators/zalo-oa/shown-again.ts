/** Refresh tokens that were shown more than once, each as often as it was shown again: spent ones, or ones whose answer was lost. */
export const shownAgain = ({ shown }: { shown: readonly string[] }): string[] =>
  shown.filter((token, at) => shown.indexOf(token) < at)
