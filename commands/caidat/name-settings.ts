import { cleanName, fold } from '../../src/domain/fold.js'
import type { Setting } from './setting.js'

const longestName = 120

/** One of the names that stand in notices and documents. */
const named = (
  field: 'name' | 'place' | 'superior',
  { words, ...setting }: Pick<Setting, 'name' | 'also'> & { words: string },
): Setting => ({
  ...setting,
  ask: {
    [field]: {
      words,
      read(_ctx, text) {
        const name = cleanName(text, longestName)
        return name === '' || fold(name) === 'chi bo' ? { again: 'caidat-again-empty' } : { value: name }
      },
    },
  },
  change: (branch, { [field]: value }) => ({ ...branch, [field]: value! }),
  words: ({ t }, { [field]: value }) => value || t('caidat-none'),
  timing: false,
})

/** Never "ten chi bo": of «/caidat tên Chi bộ Văn phòng» that would leave «Văn phòng». */
export const ten = named('name', { name: 'ten', also: ['name'], words: 'caidat-ten-ask' })
/** The place named on documents, not where the branch meets. */
export const diadanh = named('place', {
  name: 'diadanh',
  also: ['dia danh', 'place name'],
  words: 'caidat-diadanh-ask',
})
export const captren = named('superior', {
  name: 'captren',
  also: ['cap tren', 'superior'],
  words: 'caidat-captren-ask',
})
