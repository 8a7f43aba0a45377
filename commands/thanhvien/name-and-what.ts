/** `Lan: thư ký` in its two parts; what stands on neither side is empty. */
export function nameAndWhat(line: string): { name: string; what: string } {
  const [, name = '', what = ''] = /^([^:,]*)(?:[:,]\s*(.*))?$/su.exec(line) ?? []
  return { name: name.trim(), what }
}
