import { fold } from '../fold.js'

const agreeing = new Set(['dong y', 'agree', 'i agree', 'yes i agree', '1'])
const declining =
  /^(?:khong phai(?: (?:la )?(?:toi|em|chau|minh|con|dong chi .+))?(?: dau)?|(?:it is |that is )?not me|2)$/u
const before = /^(?:(?:da|vang|em|chau|toi|minh|con|xin)\s+)+/u
const behind = /(?:\s+(?:a|nhe|nha|roi))+$/u

/**
 * What somebody says in words to the question of consent: "Vâng, tôi đồng ý ạ", "Dạ không phải tôi". The numbers are
 * those of its choices, also where these are buttons.
 */
export function consentAnswer(text: string): 'agrees' | 'declines' | null {
  const words = fold(text).replace(/[.,!]/gu, ' ').replace(/\s+/gu, ' ').trim().replace(before, '').replace(behind, '')
  if (agreeing.has(words)) return 'agrees'
  return declining.test(words) ? 'declines' : null
}
