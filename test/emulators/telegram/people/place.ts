import type { PersonState, Room } from '../world/state.js'

/** Where a person can speak: a bot's private chat, a group, one topic of it. */
export interface Place {
  spotFor(person: PersonState): Spot
}

export interface Spot {
  room: Room
  /** The forum topic, or null outside of any. */
  thread: number | null
}
