import { expect, test } from '@jest/globals'
import { help, type Scene } from './scene.js'

/** What comes and is for nobody. */
export function oddities({ can, driver, who, isAnswered }: Scene): void {
  test('its own message brought back is not heard, and nobody else speaks as the bot', async () => {
    await isAnswered('m03')
    const before = (await who('m03').sees()).length
    if (can.echo) await driver().echo('m03')
    else await expect(driver().echo('m03')).rejects.toThrow()
    await isAnswered('m03')
    expect((await who('m03').sees()).slice(before).filter(({ text }) => !help.test(text))).toEqual([])
  })

  test('what means nothing to it does no harm', async () => {
    for (const [name, happens] of Object.entries(driver().oddities)) {
      await happens().catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
    }
    await isAnswered('m11')
    expect(driver().log()).not.toMatch(/"level":(?:50|60)/u)
  })
}
