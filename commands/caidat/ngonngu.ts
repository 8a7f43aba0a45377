import { fold } from '../../src/domain/fold.js'
import type { Locale } from '../../src/words.js'
import type { Setting } from './setting.js'

/** A map, as everywhere that typed words are looked up: an object answers to `constructor` too. */
export const languageNames: ReadonlyMap<string, Locale> = new Map(
  Object.entries<Locale>({
    vi: 'vi',
    viet: 'vi',
    'tieng viet': 'vi',
    vietnamese: 'vi',
    en: 'en',
    anh: 'en',
    'tieng anh': 'en',
    english: 'en',
  }),
)
const labels: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English' }

/** The language in which the group is spoken to; each member has his own by `/ngonngu`. */
export const ngonngu: Setting = {
  name: 'ngonngu',
  also: ['ngon ngu', 'language'],
  ask: {
    locale: {
      words: 'caidat-ngonngu-ask',
      read(_ctx, text) {
        const locale = languageNames.get(fold(text))
        return locale ? { value: locale } : { again: 'ngonngu-again' }
      },
      choices: () => Object.entries(labels).map(([value, label]) => ({ label, value })),
    },
  },
  change: (branch, { locale }) => ({ ...branch, locale: locale as Locale }),
  words: (_ctx, { locale }) => labels[locale],
  timing: false,
}
