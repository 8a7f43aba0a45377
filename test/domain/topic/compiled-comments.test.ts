import { expect, test } from '@jest/globals'
import { compileComments } from '../../../src/domain/topic/compiled-comments.js'
import { comment, comments, document, names } from '../../documents/compiled.js'

const numbers = (of: { number: number }[]): number[] => of.map(({ number }) => number)

test('what chair and author said stands apart, agreement is not among the substance', () => {
  const { substance, chair, author, agreement } = document.comments
  expect([numbers(substance), numbers(chair), numbers(author), numbers(agreement)]).toEqual([
    [1, 8],
    [2],
    [3],
    [4, 5, 6, 7],
  ])
})

test('a chair who is the author counts as author', () => {
  const compiled = compileComments({ topic: { author: 'b:m01' }, comments, chairs: new Set(['b:m01']), names })
  expect([numbers(compiled.author), compiled.chair]).toEqual([[2], []])
})

test('words of several messages stay as they were typed', () => {
  expect(document.comments.substance[0]).toMatchObject({
    name: 'Trần Thị Thu Hương',
    text: 'Đề nghị bổ sung số liệu.\n  - quý IV\n\n<b>không</b> & "rút gọn"',
    enteredBy: null,
    late: false,
    changed: false,
  })
  expect(document.comments.author[0]).toMatchObject({ changed: true })
  expect(document.comments.substance[1]).toMatchObject({ enteredBy: 'Phạm Thị Ánh', late: true })
})

test('a comment counts from its last message', () => {
  const of = [comment(9, 'm02', ['một', 'hai', 'ba'])]
  const { substance } = compileComments({ topic: { author: null }, comments: of, chairs: new Set(), names })
  expect(substance[0]!.at).toBe(of[0]!.parts[2]!.at)
})
