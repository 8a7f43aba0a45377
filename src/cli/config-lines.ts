import type { ConfigError } from '../errors.js'
import type { T } from '../words.js'

/** What is wrong with the configuration, and last what to do about it, in the operator's language. */
export const configLines = (t: T, { key, args, details }: ConfigError): string[] => [
  t(key, args),
  ...details.map((line) => t(line.key, line.args)),
  t('cli-doctor-todo', { what: t(`${key}.todo`, args) }),
]
