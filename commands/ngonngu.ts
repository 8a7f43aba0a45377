import { fold } from '../src/domain/fold.js'
import { command } from '../src/engine/command.js'
import type { Locale } from '../src/words.js'
import { languageNames } from './caidat/ngonngu.js'

export default command({
  name: 'ngonngu',
  also: ['ngon ngu', 'language'],
  may: 'member',
  where: 'private',
  ask: {
    locale: {
      words: 'ngonngu-which',
      read(_ctx, text) {
        const locale = languageNames.get(fold(text))
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
