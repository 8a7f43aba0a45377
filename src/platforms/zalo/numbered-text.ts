import type { Attachment, Message } from '../../chat.js'
import { splitText } from '../split-text.js'

/** Counted in UTF-16 units, the stricter of the readings: the platforms say characters. */
export const textLimit = 2000
const length = (text: string): number => text.length

/**
 * The texts of one message where everything is text: choices are numbered lines that are answered by their number,
 * `linked` is a file that is only named, with the link where it can be read. One that had to be split says where it can
 * be read whole.
 */
export function numberedText(
  { title, text, choices, byNumber, whole }: Message,
  firstNumber: number,
  linked: Attachment | null,
): string[] {
  const said = [
    ...[title, text].filter((piece) => piece !== undefined && piece !== ''),
    ...(linked ? [fileLines(linked)] : []),
    ...(choices?.length
      ? [
          '',
          ...(byNumber === undefined ? [] : [byNumber]),
          ...choices.map(({ label }, at) => `${firstNumber + at}. ${label}`),
        ]
      : []),
  ]
    .join('\n')
    .normalize('NFC')
  const pieces = splitText(said, textLimit, length)
  return pieces.length > 1 && whole !== undefined ? splitText(`${said}\n\n${whole}`, textLimit, length) : pieces
}

const fileLines = ({ name, link }: Attachment): string => `📎 ${name}${link === null ? '' : `\n${link}`}`
