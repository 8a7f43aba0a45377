import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { command } from '../../src/engine/command.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { withParts } from '../support/other-parts.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

test('bytes a decision stores are there when it is made again, once', async () => {
  const bytes = Buffer.from('bảng tổng hợp')
  let times = 0
  const commands = [
    command({
      name: 'luu',
      may: 'member',
      async run(ctx) {
        const { sha256, size } = await ctx.file(bytes)
        if (++times === 1) throw new Error('after the bytes, before the commit')
        ctx.reply({ text: `${sha256} ${size}` })
      },
    }),
  ]
  const engine = withParts(house, { commands })
  await engine.hear('store', 'm05', '/luu')
  expect(await engine.fails()).toBe(true)
  await engine.work()
  await house.settle()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect((await house.last('m05')).text).toBe(`${sha256} ${bytes.length}`)
  expect((await house.store.files.list('', 10)).map((one) => one.sha256)).toEqual([sha256])
})
