import { afterAll, beforeAll, describe } from '@jest/globals'
import type { Abilities, Driver } from './contract/driver.js'
import { drafts } from './contract/drafts.js'
import { files } from './contract/files.js'
import { groupTalk } from './contract/group-talk.js'
import { notices } from './contract/notices.js'
import { oddities } from './contract/oddities.js'
import { outOfReach } from './contract/out-of-reach.js'
import { rightsAndOrder } from './contract/rights-and-order.js'
import { createScene } from './contract/scene.js'
import { strangers } from './contract/strangers.js'

/** What every channel must do, by the built product with that channel alone, over the channel's own protocol. One story: each part goes on where the one before has ended. */
export function platformContract(channel: string, can: Abilities, open: () => Promise<Driver>): void {
  describe(`the contract of platforms: ${channel}`, () => {
    let driver: Driver
    const scene = createScene(can, () => driver)

    beforeAll(async () => {
      driver = await open()
    }, 60_000)
    afterAll(() => driver?.stop())

    strangers(scene)
    notices(scene)
    drafts(scene)
    rightsAndOrder(scene)
    groupTalk(scene)
    files(scene)
    oddities(scene)
    outOfReach(scene)
  })
}
