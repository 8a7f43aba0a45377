/** Tests only: `FAILPOINT=<name>:<n>` makes the process kill itself with SIGKILL at the n-th passing of a named point. */
export type Failpoint = (name: string) => void

export const noFailpoint: Failpoint = () => undefined

export function createFailpoint(setting: string | undefined): Failpoint {
  if (setting === undefined) return noFailpoint
  const [point, nth] = setting.split(':') as [string, string]
  let left = Number(nth)
  return (name) => {
    if (name === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
