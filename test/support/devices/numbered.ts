import { numberedLabels } from '../../platforms/numbered-labels.js'
import type { Shown } from '../service.js'

/** A message where all is text: its first line is the title, the numbered lines at its end are the choices. */
export function numberedMessage({
  id,
  text,
  at,
  attachment = null,
}: Pick<Shown, 'id' | 'text' | 'at'> & Partial<Pick<Shown, 'attachment'>>): Shown {
  return {
    id,
    author: 'bot',
    title: text.split('\n')[0]!,
    text,
    choices: numberedLabels(text).map(({ number, label }) => ({ label, does: number })),
    attachment,
    first: at,
    at,
    edited: false,
  }
}
