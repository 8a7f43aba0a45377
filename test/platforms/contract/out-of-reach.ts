import { expect, test } from '@jest/globals'
import type { Scene } from './scene.js'

/** Who are lost one by one, and how the secretary reads their names. */
const lost = [
  ['m06', 'Võ Thị Mai Anh'],
  ['m05', 'Hoàng Minh Đức'],
  ['m04', 'Phạm Thị Ánh'],
] as const

/** Whom the platform does not let the bot reach. */
export function outOfReach({ driver, who, sees, presses, count, isAnswered, inDays }: Scene): void {
  test('who is out of reach is written to at his next address; who has none is called, and the secretary reads why', async () => {
    const refusals = driver().refusals.map((refusal, at) => ({ ...refusal, id: lost[at]![0], name: lost[at]![1] }))
    for (const { happens, id } of refusals) await happens(id)
    await refusals[0]?.happens('m10')

    await who('m01').says(`/lichhop tao ${await inDays(1)} 15h30 Phòng khách`)
    await presses('m01', /Phòng khách/u, 'Gửi')
    const notice = /^THÔNG BÁO SINH HOẠT CHI BỘ[\s\S]*Phòng khách/u
    await sees('m11', notice, 'Dự họp')
    if (refusals.length > 0) {
      await sees('m10 again', notice, 'Dự họp')
      expect(await count('m10', notice)).toBe(0)
    }
    await isAnswered('m01')
    await who('m01').says('/thongbao')
    const { text } = await sees('m01', /^GỬI THÔNG BÁO HỌP[\s\S]*Đã gửi tới/u)
    const toCall = /cần báo qua điện thoại: (.*)\./u.exec(text)?.[1]?.split(', ') ?? []
    expect(toCall.sort()).toEqual(refusals.map(({ name }) => name).sort())
    for (const { id, name, reason } of refusals) {
      expect(await count(id, notice)).toBe(0)
      expect(text.split('\n').find((line) => line.startsWith(`Đồng chí ${name}:`))).toMatch(reason)
    }
  })

  test('who comes back is answered again', async () => {
    for (const [at, refusal] of driver().refusals.entries()) {
      const [id] = lost[at]!
      if (refusal.ends === null) continue
      await refusal.ends(id)
      await isAnswered(id)
    }
  })
}
