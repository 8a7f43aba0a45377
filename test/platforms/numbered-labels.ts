/** The choices under a text without buttons: the numbered lines at its end, below a blank line or one that ends with a colon. */
export function numberedLabels(text: string): { number: string; label: string }[] {
  const block = /(?:^|\n\n|:\n)(\d+\. [^\n]+(?:\n\d+\. [^\n]+)*)(?:\n\n[^\n]*)?$/u.exec(text)?.[1]
  return (block?.split('\n') ?? []).map((line) => {
    const [, number, label] = /^(\d+)\. (.+)$/u.exec(line)!
    return { number: number!, label: label! }
  })
}

/** What is typed to take a choice. */
export function numberOf(text: string, wanted: string): string {
  const found = numberedLabels(text).find(({ label }) => label === wanted)
  if (!found) throw new Error(`no choice «${wanted}» in «${text}»`)
  return found.number
}
