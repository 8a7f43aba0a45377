/**
 * What a meeting goes through, in order; the words are `agenda-<item>`.
 * Source: Hướng dẫn 42-HD/BTCTW, steps of a regular meeting, shortened to what a notice has room for. `topic` and
 * `current-affairs` stand only where there is one.
 */
const packs: Readonly<Record<string, readonly string[]>> = {
  'HD42-2025': ['current-affairs', 'directives', 'last-month', 'next-month', 'topic', 'discussion', 'conclusion'],
}
const newest = 'HD42-2025'

export const agendaOf = (rulePack: string): readonly string[] =>
  (Object.hasOwn(packs, rulePack) ? packs[rulePack] : packs[newest])!
