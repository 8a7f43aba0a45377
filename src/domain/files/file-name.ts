/** Bytes of UTF-8; with its ending no system takes less. */
const longest = 200

/**
 * A name as it may be shown, put into a sentence, and written to any disk: no folder, no sign that is not seen, the ending
 * of what it really is. `otherwise` where nothing is left of it.
 */
export function cleanName(name: string | null, ending: string, otherwise: string): string {
  const stem = (name ?? '')
    .slice(-1000)
    .normalize('NFC')
    .replace(/^.*[/\\]/u, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"|?*]/gu, '')
    .replace(/\.[\p{L}\p{N}]{1,10}\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const short = cut(stem).trim()
  return `${/[\p{L}\p{N}]/u.test(short) && !reserved.test(short) ? short : otherwise}.${ending}`
}

function cut(name: string): string {
  let left = longest
  let end = 0
  for (const letter of name) {
    left -= Buffer.byteLength(letter)
    if (left < 0) break
    end += letter.length
  }
  return name.slice(0, end)
}

/** Names of devices on Windows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu
