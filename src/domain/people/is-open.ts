import type { Dialogue } from './contact.js'

/** Whether the question of a dialogue still waits for its answer at `at` (domain ms). */
export const isOpen = <D extends Pick<Dialogue, 'gone' | 'nextAt'>>(dialogue: D | null, at: number): dialogue is D =>
  dialogue !== null && !dialogue.gone && (dialogue.nextAt ?? 0) > at
