import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]
export type Args = Record<string, string | number>

/** Words in one language. A missing key or variable throws: silence or `{name}` would reach a member. */
export type T = (key: string, args?: Args) => string

export interface Words {
  in(locale: Locale): T
  has(key: string): boolean
}

/** Reads every `<folder>/vi/*.ftl` and `<folder>/en/*.ftl`, one file a subject. Isolation marks are off: they break copying and the length limits of the chats. */
export function createWords(folder: URL): Words {
  const bundles = new Map<Locale, FluentBundle>()
  const translators = new Map<Locale, T>()
  for (const locale of locales) {
    const bundle = new FluentBundle(locale, { useIsolating: false })
    const subjects = new URL(`${locale}/`, folder)
    for (const file of readdirSync(subjects).filter((name) => name.endsWith('.ftl'))) {
      const errors = bundle.addResource(new FluentResource(readFileSync(new URL(file, subjects), 'utf8')))
      if (errors.length > 0) throw new Error(`locales/${locale}/${file}: ${errors.map(String).join('; ')}`)
    }
    bundles.set(locale, bundle)
    translators.set(locale, (key, args) => format(bundle, locale, key, args))
  }
  return {
    in: (locale) => translators.get(locale)!,
    has: (key) => bundles.get('vi')!.hasMessage(key),
  }
}

function format(bundle: FluentBundle, locale: Locale, key: string, args?: Args): string {
  const [id, attribute] = key.split('.') as [string, string | undefined]
  const message = bundle.getMessage(id)
  const pattern = attribute ? message?.attributes[attribute] : message?.value
  if (!pattern) throw new Error(`no words for ${key} in ${locale}`)
  const errors: Error[] = []
  const text = bundle.formatPattern(pattern, args, errors)
  if (errors.length > 0)
    throw new Error(`words for ${key} in ${locale}: ${errors.map((error) => error.message).join('; ')}`)
  return text
}
