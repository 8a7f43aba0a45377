import type { Member } from './member.js'

/** Miễn sinh hoạt: for good, or on this day. He is not invited, reminded or counted; what anybody may see, he may. */
export function isExempt({ status, tempExempt }: Pick<Member, 'status' | 'tempExempt'>, date: string): boolean {
  return status === 'exempt' || (tempExempt !== null && tempExempt.from <= date && date <= tempExempt.to)
}
