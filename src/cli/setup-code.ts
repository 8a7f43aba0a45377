import type { Config } from '../config.js'
import { drawSetupCode } from '../setup-code.js'
import { inviteLinkOf } from '../store/selves.js'
import { exitCodes } from './exit-codes.js'
import type { Terminal } from './terminal.js'
import { withStore } from './with-store.js'

export async function setupCode({ config, terminal }: { config: Config; terminal: Terminal }): Promise<number> {
  const { t } = terminal
  return withStore(config, async (store, clock) => {
    const { code, days } = await drawSetupCode(store, clock)
    const link = inviteLinkOf(await store.get('machines', 'self:telegram'), code)
    terminal.print(t('cli-setup-code-is', { code, days: String(days) }))
    if (link) terminal.print(link)
    terminal.print(t('cli-setup-code-how'))
    return exitCodes.ok
  })
}
