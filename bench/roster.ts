const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Lò', 'Sa']
const middles = ['Văn', 'Thị', 'Quang', 'Thu', 'Minh', 'Đức', 'Ngọc', 'Hữu']
const givens = ['An', 'Bình', 'Dũng', 'Đạt', 'Hà', 'Hòa', 'Hương', 'Khánh', 'Lan', 'Mai', 'Sơn', 'Tuấn', 'Vân', 'Yến']

const onThePage = (n: number): { channel: string; id: string } => ({ channel: 'web', id: `m${n}` })

/** A branch of that many invented people, in the form of a file for `chibot import`. */
export function rosterOf(count: number, seed: number, account = onThePage): object {
  let state = seed
  const one = (of: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return of[Math.floor((state / 2 ** 32) * of.length)]!
  }
  return {
    branch: 'BENCH',
    name: 'Chi bộ đông người',
    meeting: { rule: { day: 3 }, time: '14:00', place: 'Hội trường' },
    members: Array.from({ length: count }, (_, n) => ({
      id: `m${n}`,
      name: `${one(families)} ${one(middles)} ${one(givens)}`,
      roles: n === 0 ? ['bi_thu'] : [],
      accounts: [{ ...account(n), agreed: true }],
    })),
    topics: [{ id: 'cd1', title: 'Chuyên đề quý I', quarter: 'I', author: 'm0', reviewer: 'm0' }],
  }
}
