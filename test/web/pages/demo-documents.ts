import type { Address } from '../../../src/chat.js'
import type { Branch } from '../../../src/domain/branch.js'
import { defaultQuietHours } from '../../../src/domain/calendar/quiet-hours.js'

export const branch = (_id: string, group: Address | null): Branch => ({
  _id,
  lane: `branch:${_id}`,
  version: 1,
  by: 'e1',
  gone: false,
  nextAt: null,
  code: 'CB-PTH',
  name: 'Chi bộ Phòng Tổng hợp',
  superior: 'Đảng bộ Cơ quan Sông Thương (giả định)',
  place: 'Sông Thương',
  locale: 'vi',
  meeting: { rule: { day: 3 }, time: '14:00', place: 'Phòng họp 2', conflict: 'next-working', minutes: 120 },
  notice: { daysBefore: 3, hour: '08:00', earlierWorkingDay: true, evenUnconfirmed: true },
  quiet: defaultQuietHours,
  holidays: [],
  rulePack: 'HD42-2025',
  rules: '',
  groups: group ? [group] : [],
  plannedUntil: '2027-12',
  topics: 0,
})
