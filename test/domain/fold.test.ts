import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanName, fold, foldTone, near } from '../../src/domain/fold.js'

describe('fold', () => {
  test.each([
    ['Góp  ý', 'gop y'],
    ['Đặng Xuân Ân', 'dang xuan an'],
    ['ĐẢNG ỦY', 'dang uy'],
    ['  lịch\u00A0họp\n', 'lich hop'],
    ['Ðạt', 'dat'],
    ['ươ ăâêô', 'uo aaeo'],
    ['İ', 'i'],
  ])('%p is compared as %p', (text, key) => {
    expect(fold(text)).toBe(key)
    expect(fold(text.normalize('NFD'))).toBe(key)
  })

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })
})

describe('foldTone', () => {
  test.each([
    ['hòa', 'hoà'],
    ['Thủy', 'thuỷ'],
    ['Đảng ủy', 'đảng uỷ'],
    ['xóa', 'xoá'],
    ['Nguyễn Văn Hòa', 'nguyễn văn hoà'],
  ])('%s and %s have one key', (a, b) => {
    expect(a).not.toBe(b)
    expect(foldTone(a)).toBe(foldTone(b))
    expect(foldTone(a.normalize('NFD'))).toBe(foldTone(b))
  })

  test.each([
    ['hòa', 'hóa'],
    ['hoa', 'hòa'],
    ['an', 'ân'],
    ['đạt', 'dạt'],
    ['má na', 'ma ná'],
  ])('%s and %s have two', (a, b) => {
    expect(foldTone(a)).not.toBe(foldTone(b))
  })
})

describe('near', () => {
  test.each([
    ['lichhop', 'lichhop'],
    ['Lịch họp', 'lich hop'],
    ['lichop', 'lichhop'],
    ['lichhhop', 'lichhop'],
    ['lichhpo', 'lichhop'],
    ['trogiup', 'trogiúp'],
    ['trogjup', 'trogiup'],
    ['lichhop', 'lich hop'],
    ['ilchhop', 'lichhop'],
  ])('%p is taken for %p', (typed, word) => {
    expect(near(typed, word)).toBe(true)
  })

  test.each([
    ['gopi', 'gopy'],
    ['gopyy', 'gopy'],
    ['huy', 'hoy'],
    ['lihcohp', 'lichhop'],
    ['thoisu', 'thoigian'],
    ['', 'gopy'],
    ['lich', 'lichs'],
  ])('%p is not taken for %p', (typed, word) => {
    expect(near(typed, word)).toBe(false)
  })

  test('is the same in both directions, and true for any one slip in a long word', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdexy'), minLength: 6, maxLength: 12 })
    fc.assert(fc.property(words, words, (a, b) => near(a, b) === near(b, a)))
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('drop', 'double', 'change', 'swap'), (word, seed, slip) => {
        const at = seed % (word.length - 1)
        const [before, here, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)]
        const slips = { drop: next, double: here + here + next, change: `z${next}`, swap: next + here }
        expect(near(before + slips[slip] + after, word)).toBe(true)
      }),
    )
  })
})

describe('cleanName', () => {
  test.each([
    ['  Nguyễn   Văn Hòa ', 'Nguyễn Văn Hòa'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
    ['Hương\u202Etxt.exe', 'Hươngtxt.exe'],
    ['A\u200Bn\uFEFF\u2060h\u200F\u061C', 'Anh'],
    ['\u2066An\u2069', 'An'],
    ['An\nBình\tChi', 'An Bình Chi'],
    ['An\u0000\u0007\u009FBình', 'AnBình'],
    ['Đạt\uD800', 'Đạt'],
    ['An\u{E0041}\u{E0042}', 'An'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ["Siu H'Nghen", "Siu H'Nghen"],
    ['\u200B \u202E', ''],
  ])('%p becomes %p', (text, name) => {
    expect(cleanName(text)).toBe(name)
  })

  test('a long name is cut between graphemes', () => {
    const family = '👨‍👩‍👧'
    const name = cleanName(family.repeat(40))
    expect(name.length).toBeLessThanOrEqual(80)
    expect(name).toBe(family.repeat(10))
    expect(cleanName('ễ'.repeat(256))).toBe('ễ'.repeat(80))
  })

  test('a pile of marks is cut down, not shown', () => {
    expect(cleanName(`A${'\u0316'.repeat(200)}n`).length).toBeLessThanOrEqual(6)
  })

  test('the result is clean, short and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cleanName(text)
        expect(name.length).toBeLessThanOrEqual(80)
        expect(name).not.toMatch(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u)
        expect(name).not.toMatch(/\p{Cs}/u)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })
})
