import { inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { create } from 'qrcode'
import { linkQr } from '../../src/documents/link-qr.js'

const link = 'https://t.me/chibo_tonghop_bot?start=aZ09_-aZ09_-aZ09_-aZ09'
const border = 4

interface Picture {
  width: number
  height: number
  isDark: (x: number, y: number) => boolean
}

/** The picture's points, by the letter of the format: eight bits a channel, four channels. */
function pointsOf(png: Buffer): Picture {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const data: Buffer[] = []
  let [width, height] = [0, 0]
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const kind = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    if (kind === 'IHDR') {
      ;[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
      expect([body[8], body[9], body[12]]).toEqual([8, 6, 0])
    }
    if (kind === 'IDAT') data.push(body)
  }
  const lines = inflateSync(Buffer.concat(data))
  const bytes = Buffer.alloc(width * height * 4)
  const at = (y: number, x: number): number => (x < 0 || y < 0 ? 0 : bytes[y * width * 4 + x]!)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (width * 4 + 1)]!
    for (let x = 0; x < width * 4; x++) {
      const [left, up, corner] = [at(y, x - 4), at(y - 1, x), y > 0 ? at(y - 1, x - 4) : 0]
      const nearest = [left, up, corner].sort(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      )[0]!
      const guess = [0, left, up, (left + up) >> 1, nearest][filter]!
      bytes[y * width * 4 + x] = lines[y * (width * 4 + 1) + 1 + x]! + guess
    }
  }
  return { width, height, isDark: (x, y) => at(y, x * 4) < 128 }
}

test('the picture bears the link, large and with the white border that readers need', async () => {
  const { width, height, isDark } = pointsOf(await linkQr(link))
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const scale = width / (modules.size + 2 * border)
  expect([height, Number.isInteger(scale), width >= 300]).toEqual([width, true, true])
  const seen: boolean[] = []
  const wanted: boolean[] = []
  for (let row = -border; row < modules.size + border; row++) {
    for (let column = -border; column < modules.size + border; column++) {
      seen.push(isDark((column + border) * scale + (scale >> 1), (row + border) * scale + (scale >> 1)))
      const within = Math.min(row, column) >= 0 && Math.max(row, column) < modules.size
      wanted.push(within && modules.get(row, column) === 1)
    }
  }
  expect(seen).toEqual(wanted)
})

test('another link is another picture', async () => {
  expect((await linkQr(link)).equals(await linkQr(`${link}x`))).toBe(false)
})
