/** Strings are passed over whole; a number of 16 digits or more is no longer exact as a JavaScript number. */
const token = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gu

/** JSON whose long whole numbers come as strings: ids beyond 2^53 keep every digit. Throws SyntaxError. */
export const parseExact = (text: string): unknown =>
  JSON.parse(text.replace(token, (found) => (found.startsWith('"') ? found : `"${found}"`)))
