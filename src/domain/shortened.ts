const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** At most `limit` characters, no letter parted from its marks, with a sign that more follows. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  let short = ''
  for (const { segment } of graphemes.segment(text)) {
    if (short.length + segment.length >= limit) break
    short += segment
  }
  return `${short.trimEnd()}…`
}
