/** A table as spreadsheets open it by a double click: UTF-8 with its mark, commas, CRLF. */
export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)

/** What a spreadsheet would take for a formula stays a text, by the sign that spreadsheets have for it. */
function cell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
