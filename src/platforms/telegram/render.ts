import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types'
import type { Choice, Message, Part } from '../../chat.js'
import { splitText } from '../split-text.js'

export const textLimit = 4096
const captionLimit = 1024
const longestData = 64
/** Two labels of this length stand beside each other on a small phone. */
const shortLabel = 16

/** Telegram counts UTF-16 units, as JavaScript does. */
const length = (text: string): number => text.length

/** The calls of one message: long texts in pieces, buttons and the file with the last. */
export function partsOf(message: Message): Part[] {
  const { title, text, choices, attachment, simple } = message
  for (const { does } of choices ?? []) {
    if (Buffer.byteLength(does) > longestData) throw new Error(`a button carries more than ${longestData} bytes`)
  }
  const last = { ...(choices && { choices }), ...(attachment && { attachment }), ...(simple && { simple }) }
  const whole = title === undefined ? text : `${title}\n${text}`
  if (attachment && whole.length <= captionLimit) return [{ ...(title !== undefined && { title }), text, ...last }]
  const pieces = splitText(whole, textLimit, length).map((piece, index) =>
    pieceOf(piece, index === 0 ? title : undefined),
  )
  if (attachment) return [...pieces, { text: '', ...last }]
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, ...last } : piece))
}

const pieceOf = (piece: string, title: string | undefined): Part =>
  title !== undefined && piece.startsWith(title)
    ? { title, text: piece.slice(title.length).replace(/^\n/u, '') }
    : { text: piece }

/** The words of a part; the title is bold by an entity, so that no sign in it can be taken for markup. */
export function wordsOf(part: Part): { text: string; entities: MessageEntity[] } {
  const title = clean(part.title ?? '').trim()
  const text = clean(part.text)
  if (title === '') return { text, entities: [] }
  return {
    text: text === '' ? title : `${title}\n${text}`,
    entities: [{ type: 'bold', offset: 0, length: title.length }],
  }
}

/** Half a surrogate pair makes Telegram refuse the whole call. */
const clean = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** In the order given: two short ones beside each other, a long one by itself; each by itself where they are to be large. */
export function keyboardOf(choices: Choice[], large = false): InlineKeyboardMarkup {
  const rows: InlineKeyboardButton[][] = []
  let beside: InlineKeyboardButton[] | null = null
  for (const { label, does } of choices) {
    const button = { text: clean(label), callback_data: does }
    const short = !large && label.length <= shortLabel
    if (short && beside) {
      beside.push(button)
      beside = null
    } else {
      rows.push([button])
      beside = short ? rows.at(-1)! : null
    }
  }
  return { inline_keyboard: rows }
}
