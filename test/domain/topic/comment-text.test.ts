import { expect, test } from '@jest/globals'
import { commentText, isBlank, isDone } from '../../../src/domain/topic/comment-text.js'

const written = (text: string) => ({ text, at: 0, id: '', file: null })

test('several messages are one text, each as it was typed', () => {
  const parts = ['Tôi xin góp ý', '  phần nguyên nhân ', 'đề nghị xem lại\n'].map(written)
  expect(commentText({ parts, typed: null })).toBe('Tôi xin góp ý\n  phần nguyên nhân \nđề nghị xem lại\n')
})

test('decomposed letters stay decomposed, byte for byte', () => {
  const typed = 'Bổ sung ý kiến số 4: hòa, hoà'.normalize('NFD')
  const kept = commentText({ parts: [written(typed)], typed: null })
  expect(Buffer.from(kept).equals(Buffer.from(typed))).toBe(true)
  expect(kept).not.toBe(typed.normalize('NFC'))
})

test.each(['', ' ', '\n\t', '\u200B\u2060', '\u202E\uFEFF'])('nothing to read: %j', (text) => {
  expect(isBlank(text)).toBe(true)
})

test.each(['.', '👍', 'a', '\u200Ba'])('something to read: %j', (text) => {
  expect(isBlank(text)).toBe(false)
})

test.each(['Xong', 'xong.', 'XONG!', 'Xong rồi', 'hết', 'done', 'xong rồi ạ', 'Dạ, hết ạ.', 'xong nhé'])(
  'the word that ends: %j',
  (text) => {
    expect(isDone(text)).toBe(true)
  },
)

test.each(['xong phần I', 'chưa xong', 'hết tháng 02', 'xong a b', ''])('not the word that ends: %j', (text) => {
  expect(isDone(text)).toBe(false)
})
