/** A button that answers the very question of this tag. */
export const pressOf = (tag: string, value: string): string => `=${tag}:${value}`

export function readPress(data: string): { tag: string; value: string } | null {
  const [, tag, value] = /^=([a-z0-9]+):(.*)$/u.exec(data) ?? []
  return tag === undefined || value === undefined ? null : { tag, value }
}
