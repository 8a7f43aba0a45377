import { expect, test } from '@jest/globals'
import { demoFile } from '../../support/demo-file.js'
import type { Scene } from './scene.js'

const demo = demoFile() as unknown as { name: string; members: { id: string; name: string }[] }
/** What nobody outside may read. */
const secrets = [demo.name, ...demo.members.map(({ name }) => name), 'CĐ1', 'Phòng họp 2', 'Tham mưu']

/** Who comes in, and who does not. */
export function strangers({ who, sees, presses, count, isAnswered }: Scene): void {
  test('the secretary turns the quiet hours off, so that the hour at which this runs does not matter', async () => {
    for (const span of ['đêm', 'trưa']) {
      const words = new RegExp(span, 'iu')
      await who('m01').says(`/caidat yenlang ${span} tắt`)
      await presses('m01', words, 'Lưu')
      await sees('m01', /^Đã lưu/u)
      await isAnswered('m01')
    }
  })

  test('a stranger learns nothing, whatever he says', async () => {
    for (const text of ['Xin chào', '/lichhop', '/gopy tonghop cd1', '/thanhvien', 'AAAABBBB2222'])
      await who('stranger').says(text)
    await sees('stranger', /^Mã này không đúng/u)
    const told = (await who('stranger').sees()).map(({ text }) => text).join('\n')
    for (const secret of secrets) expect(told).not.toContain(secret)
    // Said once a day at most.
    expect(await count('stranger', /^Xin chào\. Đây là hệ thống phục vụ sinh hoạt nội bộ/u)).toBe(1)
  })

  test('a member joins with his code and his consent; the used code is worth nothing to another', async () => {
    await who('m01').says('/thanhvien ma Sơn')
    const { text } = await sees('m01', /^Thư mời đồng chí Lò Văn Sơn/u)
    const code = /mã ([2-9A-Z]{4}-?[2-9A-Z]{4})/u.exec(text)![1]!
    await who('m09').says(code)
    await sees('m09', /^Trước khi bắt đầu/u)
    await who('m09').says('/lichhop')
    expect(await count('m09', /LỊCH SINH HOẠT/u)).toBe(0)
    await presses('m09', /^Trước khi bắt đầu/u, 'Đồng ý')
    await sees('m09', /^Chào mừng đồng chí Lò Văn Sơn/u)
    // What he said before he had agreed was kept.
    await sees('m09', /LỊCH SINH HOẠT/u)
    await who('second').says(code)
    await sees('second', /^Mã này không đúng/u)
  })
}
