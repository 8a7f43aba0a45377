/** The first `limit` characters at most, with a sign that more follows. */
export function shortened(text: string, limit: number): string {
  const characters = [...text.slice(0, 2 * limit + 2)]
  return characters.length > limit
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : text
}
