/** Of sysexits.h: 65 the file given is bad, 78 the configuration is. */
export const exitCodes = { ok: 0, failed: 1, badFile: 65, badConfig: 78 } as const
