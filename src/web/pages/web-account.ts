import { z } from 'zod'
import type { Address } from '../../chat.js'

/** `web:m01` as an address. Anybody may speak in private, member or not: the product decides what a stranger is told. */
export const webAccount = z
  .string()
  .regex(/^web:[\w-]{1,64}$/)
  .transform((key): Address => ({ channel: 'web', id: key.slice('web:'.length) }))
