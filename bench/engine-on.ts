import { pino } from 'pino'
import { assemble, type House } from '../src/assemble.js'
import type { Channel, Platform } from '../src/chat.js'
import { createClock, type Clock } from '../src/clock.js'
import { createCourier, type Courier } from '../src/delivery/courier.js'
import { noFailpoint } from '../src/failpoint.js'
import { createWebChat } from '../src/platforms/web-chat.js'
import type { Entry } from '../src/store/entry.js'
import type { Store } from '../src/store/store.js'
import { createWall } from '../src/store/wall.js'
import { createWords, type Words } from '../src/words.js'

/** The product without its server, in this process. */
export interface Engine {
  clock: Clock
  words: Words
  house: House
  courier: Courier
}

export function engineOn(store: Store, decided: (entry: Entry) => void = () => undefined): Engine {
  const clock = createClock()
  const log = pino({ level: 'warn' }, pino.destination(2))
  const words = createWords(new URL('../locales/', import.meta.url))
  const house = assemble({ store, clock, words, log, failpoint: noFailpoint, nudge: () => undefined, decided })
  const { journal, life, order } = house
  const platforms = new Map<Channel, Platform>([['web', createWebChat({ wall: createWall(store, clock, order), log })]])
  const courier = createCourier({
    store,
    clock,
    log,
    journal,
    platforms,
    life,
    left: () => Infinity,
    failpoint: noFailpoint,
  })
  return { clock, words, house, courier }
}
