import { fold } from '../fold.js'

const agreeing = new Set(['dong y', 'agree', 'i agree', 'yes i agree', '1'])
const before = /^(?:(?:da|vang|em|chau|toi|minh|con|xin)\s+)+/u
const behind = /(?:\s+(?:a|nhe|nha|roi))+$/u

/** Whether somebody agrees in words to what he was asked: "Vâng, tôi đồng ý ạ". */
export const agrees = (text: string): boolean =>
  agreeing.has(fold(text).replace(/[.,!]/gu, ' ').replace(/\s+/gu, ' ').trim().replace(before, '').replace(behind, ''))
