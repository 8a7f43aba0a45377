import { z } from 'zod'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An empty variable counts as not set: `.env` files are full of them. */
export const optional = <S extends z.ZodType>(schema: S): z.ZodType<z.output<S> | undefined> =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** https, or http on this computer. */
export function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)))
}

function isApiRoot(text: string): boolean {
  if (!isSafeUrl(text)) return false
  const { search, hash, username, password } = new URL(text)
  return search + hash + username + password === '' && !/[?#]/u.test(text)
}

/** Where a platform is called; without a slash at its end. */
export const apiRoot = optional(
  z
    .string()
    .refine(isApiRoot, 'config-api-root')
    .transform((text) => text.replace(/\/+$/u, '')),
)

export const updateMode = optional(z.enum(['polling', 'webhook', 'auto'], 'config-one-of'))
