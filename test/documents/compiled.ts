import { instant } from '../../src/domain/calendar/local-time.js'
import { compileComments } from '../../src/domain/topic/compiled-comments.js'
import type { Comment } from '../../src/domain/topic/topic.js'
import type { CommentsDocument } from '../../src/documents/comments-document.js'

export const names = new Map([
  ['b:m01', 'Nguyễn Văn Hòa'],
  ['b:m02', 'Trần Thị Thu Hương'],
  ['b:m04', 'Phạm Thị Ánh'],
  ['b:m05', 'Hoàng Minh Đức'],
  ['b:m08', 'Bùi Thị Hương'],
  ['b:m09', 'Lò Văn Sơn'],
  ['b:m12', 'Lò Văn Sơn'],
])

export function comment(number: number, member: string, text: string | string[], more: Partial<Comment> = {}): Comment {
  const at = instant('2027-02-01', '14:05') + number * 60_000
  const parts = [text]
    .flat()
    .map((one, place) => ({ text: one, at: at + place * 1000, id: `${number}.${place}`, file: null }))
  return {
    _id: `b:cd1:${number}`,
    lane: 'branch:b',
    version: 1,
    by: 'test',
    gone: false,
    nextAt: null,
    branch: 'b',
    topic: 'b:cd1',
    number,
    edition: 2,
    member: `b:${member}`,
    parts,
    kind: 'substantive',
    from: 'private',
    enteredBy: null,
    late: false,
    withdrawn: false,
    typed: null,
    proposed: null,
    tag: null,
    told: null,
    earlier: [],
    ...more,
  }
}

export const comments: readonly Comment[] = [
  comment(1, 'm02', ['Đề nghị bổ sung số liệu.', '  - quý IV', '', '<b>không</b> & "rút gọn"']),
  comment(2, 'm01', 'Riêng tôi đề nghị bổ sung trách nhiệm của người ký nháy.'),
  comment(3, 'm05', 'Tôi tiếp thu ý kiến.', { earlier: [{ text: 'Tôi tiếp thu.', until: 1 }] }),
  comment(4, 'm08', 'Nhất trí.', { kind: 'agreement' }),
  comment(5, 'm09', 'Đồng ý', { kind: 'agreement', from: 'proxy', enteredBy: 'b:m04', late: true }),
  comment(6, 'm08', 'ok', { kind: 'agreement', late: true }),
  comment(7, 'm12', 'Nhất trí', { kind: 'agreement' }),
  comment(8, 'm09', '=HYPERLINK("http://x","đọc")', { from: 'proxy', enteredBy: 'b:m04', late: true }),
]

export const document: CommentsDocument = {
  branch: { name: 'Chi bộ Phòng Tổng hợp', superior: 'Đảng bộ Cơ quan Sông Thương', place: 'Sông Thương' },
  topic: { code: 'CĐ1', title: 'Nâng cao chất lượng tham mưu', author: 'Hoàng Minh Đức' },
  edition: 2,
  date: '2027-02-03',
  counts: { answered: 6, base: 11, substantive: 2, agreed: 2, proxies: 2, late: 3, untyped: 0 },
  comments: compileComments({ topic: { author: 'b:m05' }, comments, chairs: new Set(['b:m01']), names }),
  earlier: 4,
  by: 'Phạm Thị Ánh',
}
