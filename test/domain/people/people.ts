import { sortNameOf } from '../../../src/domain/people/names.js'
import type { Member } from '../../../src/domain/people/member.js'

/** A member as far as the pure rules look at him. */
export function person(key: string, name: string, more: Partial<Member> = {}): Member {
  return {
    _id: `b:${key}`,
    lane: 'branch:b',
    version: 1,
    by: 'test',
    gone: false,
    branch: 'b',
    key,
    name,
    sortName: sortNameOf(name),
    roles: [],
    status: 'official',
    cell: '1',
    place: 0,
    tempExempt: null,
    officialDue: null,
    locale: 'vi',
    simple: false,
    accounts: [],
    proxyBy: null,
    ...more,
  }
}

/** The eleven of the invented branch. */
export const eleven: readonly Member[] = [
  person('m01', 'Nguyễn Văn Hòa', { roles: ['secretary'] }),
  person('m02', 'Trần Thị Thu Hương', { roles: ['deputy'] }),
  person('m03', 'Lê Quang Đạt'),
  person('m04', 'Phạm Thị Ánh'),
  person('m05', 'Hoàng Minh Đức'),
  person('m06', 'Võ Thị Mai Anh'),
  person('m07', 'Đặng Xuân Ân', { tempExempt: { from: '2027-08-01', to: '2027-10-31' } }),
  person('m08', 'Bùi Thị Hương'),
  person('m09', 'Lò Văn Sơn'),
  person('m10', 'Thạch Thị Sa Riên'),
  person('m11', 'Ngô Gia Bảo', { status: 'probationary' }),
]
