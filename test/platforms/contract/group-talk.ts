import { expect, test } from '@jest/globals'
import type { Scene } from './scene.js'

/** The draft is out: it is spoken about in the group. */
export function groupTalk({ can, driver, who, sees, seesInGroup, presses, isAnswered }: Scene): void {
  const group = () => driver().group
  const heard = /^Đã ghi góp ý số \d+ của đồng chí/u
  const confirmations = async (): Promise<number> =>
    (await group().sees()).filter(({ text }) => heard.test(text)).length

  test('in the group only what is said to the bot is heard: a comment is confirmed there, talk among members is theirs', async () => {
    const draft = await seesInGroup(/^Xin ý kiến dự thảo/u)
    await group().talks('m06', 'Chiều nay các đồng chí nhớ mang theo tài liệu bản in nhé.')
    await group().addresses('m08', '/gopy cd1 Nói trong nhóm: cần nêu rõ người chịu trách nhiệm chính.')
    await seesInGroup(/^Đã ghi góp ý số \d+ của đồng chí Bùi Hương/u)
    await group().addresses('m02', '/lichhop')
    await seesInGroup(/^Buổi sinh hoạt tới/u)
    expect(await confirmations()).toBe(1)

    // A draft that is answered in the group has its answer; where the platform does not say what was answered, he says it himself.
    await group().answers('m07', draft, 'Trả lời ngay trong nhóm: đồng ý với bố cục mới.')
    if (can.groupAnswers === 'named') await seesInGroup(/^Đã ghi góp ý số \d+ của đồng chí .*Ân/u)
    else {
      // Nothing is taken for a comment by a guess, and nothing is lost: he is asked in private.
      await presses('m07', /^Trong nhóm, đồng chí vừa viết: «Trả lời ngay trong nhóm/u, 'Góp ý chuyên đề 1')
      await sees('m07', heard)
    }
    await group().addresses('m03', '/lichhop')
    await isAnswered('m01')
    await who('m01').says('/gopy tonghop cd1')
    const { text } = await sees('m01', /Nói trong nhóm: cần nêu rõ/u)
    expect(text).not.toContain('nhớ mang theo tài liệu')
    expect(text).toContain('Trả lời ngay trong nhóm')
  })

  test('nothing that is for one member alone is said in the group', async () => {
    const told = (await group().sees()).map(({ text }) => text).join('\n')
    expect(told).not.toMatch(/Mục 60\.|Thư mời|đối chiếu lại với báo cáo/u)
  })
}
