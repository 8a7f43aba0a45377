/**
 * Strings and numbers are passed over whole, so that no digits within one are taken for a number of their own. A whole
 * number of 16 digits or more is no longer exact as a JavaScript number.
 */
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu
const long = /^-?[1-9]\d{15,}$/u

/** JSON whose long whole numbers come as strings: ids beyond 2^53 keep every digit. Throws SyntaxError. */
export const parseExact = (text: string): unknown =>
  JSON.parse(text.replace(token, (found) => (long.test(found) ? `"${found}"` : found)))
