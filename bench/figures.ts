/** What one part of the bench prints. */
export type Figures = [name: string, value: string][]

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const ms = (value: number): string => `${value < 20 ? value.toFixed(1) : value.toFixed(0)} ms`

/** A plain table; the first row is the heading. Columns but the first are set right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]): string =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  ')
  const [heading, ...rest] = rows.map(line)
  return [heading, '-'.repeat(heading!.length), ...rest].join('\n')
}
