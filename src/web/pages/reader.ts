import type { Request } from 'express'
import { locales, type Locale, type T, type Words } from '../../words.js'

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

/** The words of whoever asks: Vietnamese unless the browser says English. */
export function translator(words: Words, request: Request): T {
  const wanted = request.acceptsLanguages(...locales)
  return words.in(isLocale(wanted) ? wanted : 'vi')
}
