import { expect, test } from '@jest/globals'
import { startService } from '../support/service.js'

async function typed(LANG: string, args: string[]): Promise<{ code: string; first: string; said: string }> {
  const service = startService({ LANG }, args)
  const code = await service.ended
  return { code, first: service.log().split('\n')[0]!, said: service.log() }
}

test.each([
  [['improt'], 'Không có lệnh improt.'],
  [['doctor', '--rety', 'x'], 'Không có tùy chọn --rety'],
  [['export'], 'Thiếu branch.'],
  [['move-store'], 'Thiếu tùy chọn --to <store>.'],
  [['doctor', '--retry'], 'Sau tùy chọn --retry <entry> cần có giá trị.'],
  [['export', 'a', 'b'], 'Dòng lệnh thừa từ.'],
])('a line that was mistyped (%j) is told in Vietnamese, with the help', async (args, words) => {
  const { code, first, said } = await typed('vi_VN.UTF-8', args)
  expect(code).toBe('1')
  expect(first.startsWith(words)).toBe(true)
  expect(said).toContain('\nCách dùng: chibot')
  expect(said).toContain('xem trợ giúp này')
  expect(said).not.toMatch(/error|Usage:|Options:|Commands:|Arguments:|display help/u)
})

test('in English elsewhere', async () => {
  const { code, first, said } = await typed('C', ['improt'])
  expect(code).toBe('1')
  expect(first).toMatch(/^There is no command improt\./u)
  expect(said).toContain('\nUsage: chibot')
})
