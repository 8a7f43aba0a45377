/** Acknowledged by a majority and its journals, and read as a majority has it: a failover takes nothing back. */
export const safe = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
} as const
