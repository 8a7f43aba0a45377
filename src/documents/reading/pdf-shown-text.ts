import type { Decode } from './pdf-fonts.js'

type Operand = { bytes: string } | { name: string } | { number: number }

/** Within one string: a move to the right by so much of a letter's height is a space between words. */
const wordGap = -200
const mostOperands = 2_000

/**
 * What the drawing instructions of a page show. Widths of letters are not known, only their number: from one piece to the
 * next of a line, as far as letters of middle width reach is the same word, farther a space, much farther a column.
 */
export function shownText(content: string, decode: Decode, most: number): string {
  let text = ''
  let font = { name: '', size: 1 }
  let place = { x: 0, y: 0, scale: 1 }
  /** Where the piece shown last began, and how many letters it had. */
  let last: { x: number; y: number; reach: number } | null = null
  let operands: Operand[] = []

  const numberAt = (back: number): number => {
    const operand = operands.at(-back)
    return operand && 'number' in operand ? operand.number : 0
  }
  const show = (): void => {
    let shown = ''
    for (const operand of operands) {
      if ('bytes' in operand) shown += decode(font.name, operand.bytes)
      else if ('number' in operand && operand.number < wordGap) shown += ' '
    }
    if (shown === '') return
    const height = Math.abs(font.size * place.scale)
    text += between(last, place, height) + shown
    const begun = last?.x === place.x && last.y === place.y
    last = { x: place.x, y: place.y, reach: (begun ? last!.reach : 0) + shown.length * height }
  }
  const move = (x: number, y: number): void => {
    place = { ...place, x: place.x + x * place.scale, y: place.y + y * place.scale }
  }
  const nextLine = (): void => {
    last = { x: Infinity, y: place.y, reach: 0 }
  }
  const does: Record<string, () => void> = {
    BT: () => {
      place = { x: 0, y: 0, scale: 1 }
    },
    Tf: () => {
      const name = operands.find((operand) => 'name' in operand)
      font = { name: name?.name ?? font.name, size: numberAt(1) }
    },
    Td: () => move(numberAt(2), numberAt(1)),
    TD: () => move(numberAt(2), numberAt(1)),
    Tm: () => {
      place = { x: numberAt(2), y: numberAt(1), scale: Math.abs(numberAt(6)) || 1 }
    },
    'T*': nextLine,
    Tj: show,
    TJ: show,
    "'": () => {
      nextLine()
      show()
    },
    '"': () => {
      nextLine()
      show()
    },
  }
  for (const token of tokens(content)) {
    if (typeof token !== 'string') {
      if (operands.length < mostOperands) operands.push(token)
      continue
    }
    does[token]?.()
    operands = []
    if (text.length >= most) break
  }
  return text.slice(0, most)
}

function between(
  last: { x: number; y: number; reach: number } | null,
  next: { x: number; y: number },
  height: number,
): string {
  if (last === null) return ''
  const moved = next.x - last.x
  if (Math.abs(next.y - last.y) > 1 || moved < 0) return '\n'
  if (moved === 0) return ''
  if (moved > last.reach + 2 * height) return '\t'
  return moved > 0.8 * last.reach ? ' ' : ''
}

/** Operands, and operators as strings. Brackets of arrays are left out: what they hold follows one another. */
function* tokens(content: string): Generator<Operand | string> {
  const piece = /\(|<([\da-fA-F\s]*)>|\/([^\s/<>[\]()]*)|([-+.\d][\d.]*)|([A-Za-z'"][A-Za-z*0-9]*)/guy
  let at = 0
  while (at < content.length) {
    piece.lastIndex = at
    const found = piece.exec(content)
    if (!found) {
      at++
      continue
    }
    const [whole, hex, name, number, operator] = found
    at += whole.length
    if (hex !== undefined) yield { bytes: Buffer.from(hex.replace(/\s/gu, ''), 'hex').toString('latin1') }
    else if (name !== undefined) yield { name }
    else if (number !== undefined) yield { number: Number(number) || 0 }
    else if (operator !== undefined) yield operator
    else {
      const string = literal(content, at)
      at = string.end
      yield { bytes: string.bytes }
    }
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string in round brackets, which may hold others; `from` is behind the first. */
function literal(content: string, from: number): { bytes: string; end: number } {
  const bytes: string[] = []
  let depth = 1
  let at = from
  for (; at < content.length; at++) {
    const sign = content[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/u.exec(content.slice(at + 1, at + 4))?.[0]
      const next = content[at + 1] ?? ''
      bytes.push(octal ? String.fromCharCode(Number.parseInt(octal, 8)) : next === '\n' ? '' : (escapes[next] ?? next))
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth++
    else if (sign === ')' && --depth === 0) break
    bytes.push(sign)
  }
  return { bytes: bytes.join(''), end: at + 1 }
}
