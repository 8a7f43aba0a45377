import { expect, test } from '@jest/globals'
import type { Scene } from './scene.js'

/** Who may what, and when he is answered. */
export function rightsAndOrder({ who, count, isAnswered }: Scene): void {
  test('who has no right is refused, and reads nothing that is not his', async () => {
    const before = (await who('m08').sees()).length
    for (const text of ['/gopy tonghop cd1', '/thanhvien', '/caidat', '/chuyende gui cd1 17h mai']) {
      await who('m08').says(text)
    }
    await isAnswered('m08')
    const told = (await who('m08').sees()).slice(before).map(({ text }) => text)
    expect(told.filter((text) => /do các đồng chí được phân công/u.test(text)).length).toBeGreaterThanOrEqual(2)
    for (const text of told) expect(text).not.toMatch(/đối chiếu lại|phụ lục số liệu|người chịu trách nhiệm/u)
    expect(await count('m04', /Sẽ gửi cho/u)).toBe(0)
  })

  test('a chat is answered in the order in which was spoken', async () => {
    const before = (await who('m11').sees()).length
    for (const text of ['/lichhop', '/duhop', '/chuyende', '/lichhop', '/chuyende']) await who('m11').says(text)
    await isAnswered('m11')
    const titles = (await who('m11').sees())
      .slice(before)
      .map(({ text }) => /^(?:LỊCH|DỰ HỌP|CÁC CHUYÊN ĐỀ|Các chuyên đề)/u.exec(text)?.[0])
    expect(titles.filter(Boolean).map((title) => title!.toUpperCase())).toEqual([
      'LỊCH',
      'DỰ HỌP',
      'CÁC CHUYÊN ĐỀ',
      'LỊCH',
      'CÁC CHUYÊN ĐỀ',
    ])
  })
}
