import { expect, test } from '@jest/globals'
import { readTopicKey, splitTopicKey, topicCode } from '../../../src/domain/topic/topic-key.js'

test.each([
  ['cd1', 'cd1'],
  ['CD1', 'cd1'],
  ['CĐ1', 'cd1'],
  ['cđ 12', 'cd12'],
  ['1', 'cd1'],
  ['01', 'cd1'],
  ['chuyên đề 2', 'cd2'],
  ['cd', null],
  ['cd1x', null],
  ['', null],
  ['cd1 thêm', null],
  ['1'.repeat(1_000_000), null],
])('key of %j', (typed, key) => {
  expect(readTopicKey(typed)).toBe(key)
})

test.each([
  ['cd1 nên bổ sung', 'cd1', 'nên bổ sung'],
  ['CĐ1: nên bổ sung', 'cd1', 'nên bổ sung'],
  ['cd1\nhai dòng\n', 'cd1', 'hai dòng\n'],
  ['cd1   ba dấu cách', 'cd1', '  ba dấu cách'],
  ['cd1', 'cd1', ''],
  ['2', 'cd2', ''],
  ['2 điểm cần sửa', null, '2 điểm cần sửa'],
  ['cd10 mục là nhiều', 'cd10', 'mục là nhiều'],
  ['cd1a không phải mã', null, 'cd1a không phải mã'],
  ['nên bổ sung', null, 'nên bổ sung'],
])('line %j', (line, key, rest) => {
  expect(splitTopicKey(line)).toEqual({ key, rest })
})

test('what follows the key stays decomposed', () => {
  const typed = 'bảng danh mục'.normalize('NFD')
  expect(splitTopicKey(`cd1 ${typed}`).rest).toBe(typed)
})

test('a key is written with Đ', () => {
  expect(topicCode('cd4')).toBe('CĐ4')
})
