import { describe, expect, test } from '@jest/globals'
import { partsOf as ofBot } from '../../../src/platforms/zalo-bot/render.js'
import { partsOf as ofOa } from '../../../src/platforms/zalo-oa/render.js'

describe.each([
  ['Zalo Bot', ofBot],
  ['Zalo OA', ofOa],
])('numbered text on %s', (_, partsOf) => {
  const whole = 'Đọc toàn văn: https://bot.chibo.example/doc/abc'

  test('what had to be split says at its end where it can be read whole', () => {
    const parts = partsOf({ title: 'DỰ THẢO', text: 'Một câu dài. '.repeat(300), whole }, 1)
    expect(parts.length).toBeGreaterThan(1)
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(2000)
    expect(parts.at(-1)!.text.endsWith(whole)).toBe(true)
  })

  test('what fits into one does not', () => {
    const choices = [
      { label: 'Dự họp', does: '/duhop co' },
      { label: 'Báo vắng', does: '/duhop vang' },
    ]
    expect(partsOf({ title: 'THÔNG BÁO', text: 'Mời dự họp.', choices, whole }, 4)).toEqual([
      { text: 'THÔNG BÁO\nMời dự họp.\n\n4. Dự họp\n5. Báo vắng' },
    ])
    const byNumber = 'Đồng chí trả lời bằng số:'
    expect(partsOf({ text: 'Mời dự họp.', choices, byNumber }, 1)).toEqual([
      { text: 'Mời dự họp.\n\nĐồng chí trả lời bằng số:\n1. Dự họp\n2. Báo vắng' },
    ])
  })
})
