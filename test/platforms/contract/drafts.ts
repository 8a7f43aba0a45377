import { expect, test } from '@jest/globals'
import type { Scene } from './scene.js'

/** A long text out, comments in. */
export function drafts({ can, who, sees, presses, count, isAnswered, inDays }: Scene): void {
  test('a long draft comes whole, in its order, however many messages it takes', async () => {
    const sentences = Array.from({ length: 120 }, (_, at) => `Mục ${at + 1}. Đề nghị làm rõ số liệu đã nêu ở quý này.`)
    await who('m05').says('/chuyende soan cd1')
    await sees('m05', /nội dung dự thảo/u)
    const fits = Math.min(Math.floor(can.longestSaying / 60), 50)
    for (let at = 0; at < sentences.length; at += fits) {
      await who('m05').says(sentences.slice(at, at + fits).join('\n'))
      await sees('m05', new RegExp(`^Đã ghi nội dung CĐ1 \\(${lengthOf(sentences.slice(0, at + fits))} ký tự`, 'u'))
    }
    await presses('m05', /^Đã ghi nội dung CĐ1/u, 'Xong')
    await sees('m05', /^Đã lưu nội dung CĐ1/u)
    await who('m01').says(`/chuyende gui cd1 17h ${await inDays(10)}`)
    await presses('m01', /Sẽ gửi cho/u, 'Gửi')
    await sees('m04', /Mục 120\./u)
    const read = (await who('m04').sees()).map(({ text }) => text).join('\n')
    expect(
      [...read.matchAll(/Mục (\d+)\. Đề nghị làm rõ số liệu đã nêu ở quý này\./gu)].map(([, n]) => Number(n)),
    ).toEqual(sentences.map((_, at) => at + 1))
  })

  test('a comment said in several messages is one', async () => {
    await presses('m10', /Mục 120\./u, 'Góp ý')
    const words = [
      'Phần một: nêu rõ nguyên nhân.',
      'Phần hai: giải pháp cần có người chịu trách nhiệm.',
      'Phần ba: thời hạn.',
    ]
    for (const [at, text] of words.entries()) {
      await who('m10').says(text)
      await sees('m10', at === 0 ? /Đã ghi góp ý số 1 / : new RegExp(`số 1 [\\s\\S]*gồm ${at + 1} tin nhắn`, 'u'))
    }
    // What cannot be changed where it stands is said anew each time.
    expect(await count('m10', /Đã ghi góp ý số 1 /u)).toBe(can.edit ? 1 : words.length)
    await who('m01').says('/gopy tonghop cd1')
    await sees('m01', new RegExp(words.map((text) => text.replace('.', '\\.')).join('\\s+'), 'u'))
  })

  test('what the platform brings twice is heard once', async () => {
    const said = await who('m02').says('/gopy cd1 Số liệu quý hai cần đối chiếu lại với báo cáo tháng.')
    await sees('m02', /Đã ghi góp ý số 2 /u)
    await said.again()
    await isAnswered('m02')
    await who('m03').says('/gopy cd1 Nhất trí, đề nghị thêm phụ lục số liệu.')
    await sees('m03', /Đã ghi góp ý số 3 /u)
    expect(await count('m02', /Đã ghi góp ý số/u)).toBe(1)
  })

  test('a comment is corrected where it was said, or by a command where nothing said can be changed', async () => {
    const said = await who('m11').says('/gopy cd1 Lời đầu còn thiếu một ý.')
    await sees('m11', /Đã ghi góp ý số 4 /u)
    if (can.corrections) {
      await said.edit('/gopy cd1 Lời sau đã đủ các ý.')
      await sees('m11', /Đã sửa góp ý số 4 /u)
    } else {
      await expect(said.edit('/gopy cd1 Lời sau đã đủ các ý.')).rejects.toThrow()
      await who('m11').says('/gopy sua 4 Lời sau đã đủ các ý.')
      await sees('m11', /Đã sửa góp ý số 4|góp ý số 4 .*sửa/u)
    }
    await who('m01').says('/gopy tonghop cd1')
    const { text } = await sees('m01', /Lời sau đã đủ các ý/u)
    expect(text).not.toContain('Lời đầu còn thiếu một ý')
  })
}

const lengthOf = (lines: string[]): number => [...lines.join('\n')].length
