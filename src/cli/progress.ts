import type { Terminal } from './terminal.js'

const EVERY_MS = 3000

/** Says how far long work has come, now and then; short work says nothing. `total`: of the units that are reported. */
export function createProgress(terminal: Terminal, mono: () => number, total: number): (more: number) => void {
  let done = 0
  let said = mono()
  return (more) => {
    done += more
    if (mono() - said < EVERY_MS) return
    said = mono()
    const percent = total === 0 ? 100 : Math.min(99, Math.floor((done / total) * 100))
    terminal.complain(
      terminal.t('cli-progress', { percent: String(percent), done: String(done), total: String(total) }),
    )
  }
}
