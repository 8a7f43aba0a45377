const span = 10 * 60_000
const allowed = 30
const remembered = 10_000

/** Wrong tokens by where they came from: whoever guesses is told to wait, whatever he brings then. */
export function createGuesses(mono: () => number): {
  tooMany(from: string): boolean
  wrong(from: string): void
} {
  const counts = new Map<string, { count: number; since: number }>()
  const current = (from: string) => {
    const found = counts.get(from)
    return found && mono() - found.since < span ? found : null
  }
  return {
    tooMany: (from) => (current(from)?.count ?? 0) >= allowed,
    wrong(from) {
      const { count, since } = current(from) ?? { count: 0, since: mono() }
      counts.delete(from)
      counts.set(from, { count: count + 1, since })
      if (counts.size > remembered) counts.delete(counts.keys().next().value!)
    },
  }
}
