import { fold } from '../src/domain/fold.js'
import { command } from '../src/engine/command.js'
import type { Locale } from '../src/words.js'

const names: Record<string, Locale> = {
  vi: 'vi',
  'tieng viet': 'vi',
  viet: 'vi',
  vietnamese: 'vi',
  en: 'en',
  english: 'en',
  'tieng anh': 'en',
  anh: 'en',
}

export default command({
  name: 'ngonngu',
  also: ['ngon ngu', 'language'],
  may: 'member',
  where: 'private',
  ask: {
    locale: {
      words: 'ngonngu-which',
      read(_ctx, text) {
        const locale = names[fold(text)]
        return locale ? { value: locale } : { again: 'ngonngu-again' }
      },
      choices: () => [
        { label: 'Tiếng Việt', value: 'vi' },
        { label: 'English', value: 'en' },
      ],
    },
  },
  run(ctx, { locale }) {
    ctx.save('members', { ...ctx.actor!, locale: locale as Locale })
    ctx.reply({ text: ctx.words(locale as Locale)('ngonngu-changed') })
    return Promise.resolve()
  },
})
