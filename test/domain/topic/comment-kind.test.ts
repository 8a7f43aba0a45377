import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { commentKind } from '../../../src/domain/topic/comment-kind.js'

test.each([
  'Nhất trí.',
  'nhất trí',
  'NHẤT TRÍ!',
  'Nhất trí'.normalize('NFD'),
  'nhat tri',
  'nhất chí',
  'Đồng ý',
  'đồng ý ạ',
  'Tôi đồng ý với dự thảo.',
  'Tôi hoàn toàn nhất trí với dự thảo',
  'Em hoàn toàn nhất trí với nội dung dự thảo ạ.',
  'Tôi cơ bản nhất trí.',
  'Thưa các đồng chí, tôi nhất trí cao.',
  'Nhất trí thông qua',
  'Nhất trí với bản dự thảo lần 2',
  'Nhất trí 100%',
  'Không có ý kiến gì thêm',
  'Tôi không có ý kiến gì thêm, nhất trí với dự thảo.',
  'không có ý kiến',
  'ko có ý kiến gì',
  'k co y kien',
  'Không góp ý gì thêm',
  'Không có gì bổ sung',
  'Đã đọc, nhất trí',
  'Thống nhất với dự thảo. Cảm ơn đồng chí.',
  'Tán thành',
  'Vâng',
  'Dạ vâng ạ',
  'Rõ',
  'Đã nhận',
  'OK',
  'oke nhé',
  'ok 👍',
  '👍',
  '👍🏽👍🏽',
  '✅',
  '✔️',
  '+1',
  '+ 1 nhất trí',
  'Đồng ý 🙏',
  'Nhất trí\nCảm ơn',
  'I agree with the draft',
])('mere agreement: %j', (text) => {
  expect(commentKind(text)).toBe('agreement')
})

test.each([
  'Đồng ý với dự thảo; đề nghị thêm phần liên hệ',
  'Nhất trí, riêng phần III nên viết lại',
  'Nhất trí nhưng 10 mục là nhiều',
  'Không nhất trí',
  'không đồng ý với giải pháp 1',
  'Chưa nhất trí',
  'Chưa rõ',
  'Không rõ ai kiểm tra',
  'Nhất trí với ý kiến đồng chí Đạt',
  'Đồng ý?',
  '👎',
  'Nhất trí 👎',
  '1',
  '+10',
  'Bổ sung số liệu',
  'Tôi xin góp ý',
  'dự thảo',
  'Không có ý kiến về phần I, phần II cần số liệu',
  'ấn định thời gian',
  '',
])('substance: %j', (text) => {
  expect(commentKind(text)).toBe('substantive')
})

interface Sample {
  n: number
  text?: string
  messages?: string[]
  kind: string
}

const samples = JSON.parse(readFileSync(new URL('../../support/sample-comments.json', import.meta.url), 'utf8')) as {
  comments: Sample[]
}

test.each(samples.comments.filter(({ text, messages }) => text ?? messages))(
  'sample comment $n is read as it was meant',
  (sample) => {
    const text = sample.text ?? sample.messages!.join('\n')
    expect(commentKind(text)).toBe(sample.kind === 'agreement' ? 'agreement' : 'substantive')
  },
)

test('a very long text is judged at once', () => {
  expect(commentKind('nhất trí '.repeat(200_000))).toBe('substantive')
})
