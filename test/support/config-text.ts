import { expect } from '@jest/globals'
import { configLines } from '../../src/cli/config-lines.js'
import { ConfigError } from '../../src/errors.js'
import type { Locale } from '../../src/words.js'
import { words } from './words.js'

/** What the operator reads of a configuration that was refused; fails where something else went wrong. */
export function configText(error: unknown, locale: Locale = 'en'): string {
  expect(error).toBeInstanceOf(ConfigError)
  return configLines(words.in(locale), error as ConfigError).join('\n')
}
