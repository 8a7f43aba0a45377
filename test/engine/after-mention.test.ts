import { describe, expect, test } from '@jest/globals'
import { afterMention } from '../../src/engine/after-mention.js'

const isCommand = (words: string): boolean => /^(?:\/gopy|góp ý|lịch họp)/u.test(words)

describe('the words behind a mention', () => {
  test.each([
    ['@chibot lịch họp', 'lịch họp'],
    ['  @chibot   góp ý cd1: một\nhai', 'góp ý cd1: một\nhai'],
    ['@Bot Chi Bộ góp ý cd1 rút còn 6 mục', 'góp ý cd1 rút còn 6 mục'],
    ['@Bot Chi bộ Phòng Tổng hợp /gopy cd1 được', '/gopy cd1 được'],
    ['góp ý không gọi tên', 'góp ý không gọi tên'],
    ['@chibot', '@chibot'],
  ])('%s', (text, words) => {
    expect(afterMention(text, isCommand)).toBe(words)
  })

  test('a name without blanks ends at the first one: talk of a command is none', () => {
    expect(afterMention('@chibot các đồng chí góp ý đi', isCommand)).toBe('các đồng chí góp ý đi')
    expect(afterMention('@Bot Chi Bộ chào các đồng chí', isCommand)).toBe('Chi Bộ chào các đồng chí')
  })
})
