import { getJson } from './net.js'

/** `t(key, values)` over the words of one language, and `t.has(key)`. */
export async function loadWords(locale) {
  const { words } = await getJson('/api/words', { locale })
  const t = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
  t.locale = locale
  t.has = (key) => key in words
  return t
}

const key = 'language'

export const rememberedLocale = () => (localStorage.getItem(key) === 'en' ? 'en' : 'vi')
export const rememberLocale = (locale) => localStorage.setItem(key, locale)
