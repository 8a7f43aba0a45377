import { expect, test } from '@jest/globals'
import type { Scene } from './scene.js'

const reached = ['m02', 'm03', 'm08', 'm09', 'm11']

/** What goes to everybody, and what they answer. */
export function notices({ who, sees, presses, count, isAnswered, inDays, can }: Scene): void {
  test('a notice reaches everybody once, with its choices; one of them pressed twice counts once', async () => {
    await who('m01').says(`/lichhop tao ${await inDays(2)} 14h00 Hội trường nhỏ`)
    await presses('m01', /Hội trường nhỏ/u, 'Gửi')
    await sees('m01', /^Đã tạo buổi sinh hoạt/u)
    const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ[\s\S]*Hội trường nhỏ/u
    for (const name of reached) await sees(name, notice, 'Dự họp')
    const pressed = await presses('m02', notice, 'Dự họp')
    await sees('m02', /Đã ghi nhận đồng chí dự họp/u)
    await pressed.again()
    await isAnswered('m02')
    expect(await count('m02', /Đã ghi nhận đồng chí dự họp/u)).toBe(1)
    for (const name of reached) expect(await count(name, notice)).toBe(1)
  })

  test('where the bot may answer for a time only, a member can read until when; elsewhere nothing is said of it', async () => {
    await who('m08').says('/kenh')
    const { text } = await sees('m08', /^Kênh nhận tin của đồng chí/u)
    const limit = /Gửi được, .*đến \d+ giờ/u
    if (can.window) expect(text).toMatch(limit)
    else expect(text).not.toMatch(limit)
  })
}
