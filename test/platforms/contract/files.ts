import { expect, test } from '@jest/globals'
import { jpegFile } from '../../support/sample-files.js'
import type { Abilities } from './driver.js'
import type { Scene } from './scene.js'

const what = /chưa hiểu nội dung này/u

/** Documents, pictures, recordings, stickers. */
export function files({ can, driver, who, sees, seesFiles, presses, count, isAnswered, inDays }: Scene): void {
  /** Something the bot hands on has come as this channel lets it come; how many bytes of it, where there are any. */
  async function handedOn(name: string, words: RegExp, how: Abilities['filesOut']): Promise<number | null> {
    if (how === 'file') return (await seesFiles(name, words))[0]!.size
    const { text } = await sees(name, words)
    expect(text).toMatch(/📎 .*\.\w+(?:$|\n)/mu)
    const link = /https?:\/\/\S+/u.exec(text)?.[0]
    if (how === 'link') return (await driver().opens(link!)).length
    expect(link).toBeUndefined()
    return null
  }

  test('a file goes out whole: itself or by a link; where neither can be, whoever asks for one is told so', async () => {
    await who('m01').says('/gopy xuat cd1 csv')
    if (can.filesOut === 'name') return void (await sees('m01', /^Kênh này không gửi được tệp\./u))
    const words = /Bản tổng hợp góp ý CĐ1/u
    const size = await handedOn('m01', words, can.filesOut)
    expect(size).toBeGreaterThan(200)
    if (can.filesOut === 'file') expect((await seesFiles('m01', words))[0]!.name).toMatch(/\.csv$/u)
  })

  test('a photo of what was written by hand is a comment, typed by the minute-taker; elsewhere no photo can be sent', async () => {
    if (can.mediaIn === 'none') {
      await expect(who('m02').sendsPicture(jpegFile(), '/gopy cd1 Tôi viết tay')).rejects.toThrow()
      await isAnswered('m02')
      return void expect(await count('m02', /góp ý số \d+ .*ảnh/u)).toBe(0)
    }
    await who('m02').sendsPicture(jpegFile(), '/gopy cd1 Tôi viết tay')
    const { text } = await sees('m02', /^Đã nhận và lưu góp ý số \d+ /u)
    const number = /số (\d+)/u.exec(text)![1]!
    await who('m04').says(`/gopy golai ${number}`)
    const size = await handedOn('m04', /Tôi viết tay/u, can.picturesOut)
    expect(size).toBe(can.picturesOut === 'name' ? null : jpegFile().length)
    await sees('m04', /gõ lại/u)
    await who('m04').says('Đề nghị kiểm tra hằng quý.')
    await presses('m02', /Đề nghị kiểm tra hằng quý\./u, 'Đúng')
    await who('m01').says('/gopy tonghop cd1')
    await sees('m01', /Đề nghị kiểm tra hằng quý\./u)
  })

  test('a recording without a word is a comment on the draft that is out; elsewhere none can be sent', async () => {
    if (can.mediaIn === 'none') {
      await expect(who('m06').sendsVoice()).rejects.toThrow()
      return isAnswered('m06')
    }
    await who('m06').sendsVoice()
    const { text } = await sees('m06', /^Đã nhận và lưu góp ý số \d+ /u)
    await who('m04').says(`/gopy golai ${/số (\d+)/u.exec(text)![1]!}`)
    const size = await handedOn('m04', /^Bản gốc 1\/1: góp ý số \d+, .*Mai Anh/u, can.recordingsOut)
    expect(size).toBe(can.recordingsOut === 'name' ? null : 2000)
    await who('m04').says('/huy')
  })

  test('a sticker is answered with what to do, and counts for nothing', async () => {
    const before = await count('m05', what)
    if (can.stickersIn === 'none') await expect(who('m05').sendsSticker()).rejects.toThrow()
    else await who('m05').sendsSticker()
    await isAnswered('m05')
    expect(await count('m05', what)).toBe(before + (can.stickersIn === 'none' ? 0 : 1))
  })

  test('a document comes in and reaches the others; where it cannot, its sender is told what to do', async () => {
    const bytes = Buffer.from(`%PDF-1.7\n${'Dự thảo chuyên đề hai, bản tệp. '.repeat(300)}`)
    const pdf = { name: 'Dự thảo hai.pdf', bytes, mime: 'application/pdf' }
    const sending = who('m01').sendsFile(pdf, '/chuyende soan cd2 Kính gửi')
    if (can.documentsIn === 'none') return expect(sending).rejects.toThrow()
    await sending
    if (can.documentsIn === 'unshown') return void (await sees('m01', /^Zalo không đưa tệp/u))
    await sees('m01', /^Đã nhận tệp «Dự thảo hai\.pdf» cho dự thảo CĐ2/u)
    await presses('m01', /^Đã nhận tệp «Dự thảo hai\.pdf»/u, 'Xong')
    await who('m01').says(`/chuyende gui cd2 17h ${await inDays(10)}`)
    await presses('m01', /Sẽ gửi cho[\s\S]*CĐ2/u, 'Gửi')
    expect(await seesFiles('m06', /CĐ2/u)).toEqual([{ name: 'Dự thảo hai.pdf', size: bytes.length }])
  })
}
