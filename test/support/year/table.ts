/** domain.md §6.3 for 2027, with the swap of August and October: what members have to see. */
export const year = [
  { month: '01', meeting: '04/01/2027', notice: '2026-12-31', presenter: 'm06' },
  { month: '02', meeting: '03/02/2027', notice: '2027-01-29', presenter: 'm04' },
  { month: '03', meeting: '03/03/2027', notice: '2027-02-26', presenter: 'm07' },
  { month: '04', meeting: '05/04/2027', notice: '2027-04-02', presenter: 'm11' },
  { month: '05', meeting: '04/05/2027', notice: '2027-04-29', presenter: 'm03' },
  { month: '06', meeting: '03/06/2027', notice: '2027-05-31', presenter: 'm05' },
  { month: '07', meeting: '05/07/2027', notice: '2027-07-02', presenter: 'm01' },
  { month: '08', meeting: '03/08/2027', notice: '2027-07-30', presenter: 'm10' },
  { month: '09', meeting: '06/09/2027', notice: '2027-09-01', presenter: 'm02' },
  { month: '10', meeting: '04/10/2027', notice: '2027-10-01', presenter: 'm08' },
  { month: '11', meeting: '03/11/2027', notice: '2027-10-29', presenter: 'm09' },
  { month: '12', meeting: '03/12/2027', notice: '2027-11-30', presenter: 'm06' },
] as const

export const chats = ['group', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm10', 'm11']
