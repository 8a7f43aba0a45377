import { ConfigError } from '../errors.js'

/** How a platform's updates come: asked for, or brought to an address that shows this secret. */
export type Updates = { mode: 'polling' } | { mode: 'webhook'; publicUrl: string; secret: string }

/** `auto`: a webhook where there is an address. `prefix`: of the platform's variables; `brings`: who shows the secret. */
export function readUpdates(
  prefix: 'TELEGRAM' | 'ZALO_BOT',
  brings: string,
  set: {
    asked: 'polling' | 'webhook' | 'auto' | undefined
    publicUrl: string | undefined
    secret: string | undefined
  },
): Updates {
  const { asked = 'auto', publicUrl, secret } = set
  if (asked === 'polling' || (asked === 'auto' && publicUrl === undefined)) return { mode: 'polling' }
  if (publicUrl === undefined) throw new ConfigError('config-webhook-no-address', { prefix, brings })
  if (secret === undefined) throw new ConfigError('config-webhook-no-secret', { prefix })
  return { mode: 'webhook', publicUrl, secret }
}
