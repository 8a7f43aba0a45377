import { readFileSync } from 'node:fs'

export const demoFile = (): { members: { id: string; [field: string]: unknown }[]; [field: string]: unknown } =>
  JSON.parse(readFileSync(new URL('../../data/demo-branch.json', import.meta.url), 'utf8')) as never
