/** Tests only: `FAILPOINT=<name>:<n>` makes the process kill itself with SIGKILL at the n-th passing of a named point. */
export type Failpoint = (name: string) => void

export const noFailpoint: Failpoint = () => undefined

export function createFailpoint(setting: string | undefined): Failpoint {
  if (setting === undefined) return noFailpoint
  // The names hold a colon themselves: `take:before:2`.
  const colon = setting.lastIndexOf(':')
  const point = setting.slice(0, colon)
  let left = Number(setting.slice(colon + 1))
  return (name) => {
    if (name === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
