/** The device of each person, made when he is first spoken of. */
export function createDevices<D>(make: (name: string, before: number) => D): {
  of: (name: string) => D
  all: () => D[]
} {
  const known = new Map<string, D>()
  return {
    of(name) {
      const device = known.get(name) ?? make(name, known.size)
      known.set(name, device)
      return device
    },
    all: () => [...known.values()],
  }
}
