import { readFileSync, readlinkSync } from 'node:fs'

/** Where a process of this host lives; a part that cannot be known is null (systems without /proc). */
export type Host = { bootId: string | null; pidns: string | null; pid: number; startTime: string | null }

export const hostOf = (pid: number): Host => ({
  bootId: known(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  pidns: known(() => readlinkSync('/proc/self/ns/pid')),
  pid,
  startTime: processOf(pid)?.startTime ?? null,
})

/** True only when it is certain: the same boot, the same pid namespace, and the process is no more. */
export function hasDied(holder: Host, here: Host): boolean {
  const all = [holder.bootId, holder.pidns, holder.startTime, here.bootId, here.pidns]
  if (all.some((value) => value === null) || holder.bootId !== here.bootId || holder.pidns !== here.pidns) return false
  const found = processOf(holder.pid)
  // Where /proc hides the processes of others, a signal still tells one that lives from one that does not.
  if (!found) return isGone(holder.pid)
  return found.state === 'Z' || found.state === 'X' || found.startTime !== holder.startTime
}

/** State and start time (fields 3 and 22 of stat); the name before them may hold blanks and brackets. */
function processOf(pid: number): { state: string; startTime: string } | null {
  const stat = known(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[19] === undefined ? null : { state: fields[0]!, startTime: fields[19] }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function known(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}
