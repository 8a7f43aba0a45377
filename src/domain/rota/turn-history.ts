import type { Turn } from './turn.js'

/** What happens to a turn between one assignment and the next. `despite-exempt`: given to him although he is exempt that day; `gone-told`: the secretary knows that he has become so, or has left. */
export type TurnEvent = 'known' | 'phone' | 'notes' | 'despite-exempt' | 'gone-told'

type Line = Turn['history'][number]

/** `swap b:m08>b:m10`: how the turn came from whom to whom. */
export function assigned(at: number, actor: string, turn: Pick<Turn, 'how' | 'member'>, from: string | null): Line {
  return { at, actor, what: `${turn.how} ${from ?? ''}>${turn.member}` }
}

export const happened = (at: number, actor: string, what: TurnEvent): Line => ({ at, actor, what })

/** Whether it has happened since the turn was given to its present holder. */
export function hasHappened({ history }: Pick<Turn, 'history'>, ...events: TurnEvent[]): boolean {
  const last = history.findLastIndex(({ what }) => what.includes('>'))
  return history.slice(last + 1).some(({ what }) => (events as string[]).includes(what))
}
