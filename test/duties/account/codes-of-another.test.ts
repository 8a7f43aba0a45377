import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

const text = async (chat: string) => (await house.last(chat)).text
const texts = async (chat: string) => (await house.sees(chat)).map((one) => one.text)
const accounts = async (key: string) =>
  (await house.store.get('members', `CB-PTH:${key}`))!.accounts.map(({ id }) => id)
const codeIn = (said: string): string => /[2-9A-Z]{4}-[2-9A-Z]{4}/u.exec(said)![0]
async function invite(name: string): Promise<string> {
  await house.say('m01', `/thanhvien ma ${name}`)
  return codeIn((await texts('m01')).slice(-2).join(' '))
}
/** A new member, and the code of her own. */
async function mai(): Promise<string> {
  await house.say('m01', '/thanhvien them Vũ Thị Mai')
  for (const label of ['đảng viên', 'Chính thức', 'Lưu']) await house.press('m01', label)
  return codeIn((await texts('m01')).slice(-2).join(' '))
}
const toSecretary = async () => (await texts('m01')).filter((one) => one.startsWith('Có người khác đã nhắn'))
const forSon = 'Mã đồng chí vừa nhắn dành cho đồng chí Lò Văn Sơn, Chi bộ Phòng Tổng hợp.'
const forMai = 'Mã đồng chí vừa nhắn dành cho đồng chí Vũ Thị Mai, Chi bộ Phòng Tổng hợp.'
/** What came to an address in one moment, as from somebody who does not wait. */
async function says(who: string, ...lines: string[]): Promise<void> {
  const from = { channel: 'web' as const, id: who }
  const at = Math.floor(house.clock.now() / 1000) * 1000
  for (const [n, line] of lines.entries())
    await house.assembled.accept({
      kind: 'text', id: `web:${who}:${n}`, at, text: line, messageId: `${who}:${n}`, from, chat: from, group: false, name: who,
    }) // prettier-ignore
  await house.settle()
}

describe('before agreeing', () => {
  test('the question names the member and the branch; «Không phải tôi» gives the code back, and the secretary hears of it', async () => {
    const [own, sons] = [await mai(), await invite('Sơn')]
    await house.say('mai', sons)
    expect(await text('mai')).toContain(forSon)
    await house.press('mai', 'Không phải tôi')
    expect(await text('mai')).toMatch(
      /^Đã bỏ mã ấy và báo bí thư chi bộ\. Đề nghị đồng chí nhắn mã cấp cho chính đồng chí/u,
    )
    expect(await accounts('m09')).toEqual([])
    expect(await toSecretary()).toEqual([
      expect.stringMatching(/mã mời của đồng chí Lò Văn Sơn.* Mã vẫn dùng được đến hết /u),
    ])
    expect((await toSecretary()).join(' ')).not.toMatch(/mai|[2-9A-Z]{4}-[2-9A-Z]{4}/u)
    await house.say('mai', own)
    expect(await text('mai')).toContain(forMai)
    await house.press('mai', 'Đồng ý')
    expect(await texts('mai')).toContainEqual(expect.stringMatching(/^Chào mừng đồng chí Vũ Thị Mai/u))
    await house.say('son', sons)
    await house.press('son', 'Đồng ý')
    expect([await accounts('m09'), await accounts('m12')]).toEqual([['son'], ['mai']])
    expect(await texts('mai')).not.toContainEqual(expect.stringMatching(/^Chào mừng đồng chí Lò/u))
  })

  test.each(['Dạ không phải tôi ạ.', 'Không phải đồng chí Sơn', '2'])('it is said in words too: %s', async (words) => {
    await house.say('mai', await invite('Sơn'))
    await house.say('mai', words)
    expect(await text('mai')).toMatch(/^Đã bỏ mã ấy/u)
    expect(await accounts('m09')).toEqual([])
  })

  test('where choices are numbers, 2 gives it back', async () => {
    await house.close()
    house = await openHouse({ buttons: false })
    await house.say('mai', await invite('Sơn'))
    expect(await text('mai')).toMatch(/\n1\. Đồng ý\n2\. Không phải tôi$/u)
    await house.say('mai', '2')
    expect(await text('mai')).toMatch(/^Đã bỏ mã ấy/u)
  })

  test('her own code takes the place of the first, which is good again', async () => {
    const [own, sons] = [await mai(), await invite('Sơn')]
    await house.say('mai', sons)
    await house.say('mai', '/vangmat đi cơ sở')
    await house.say('mai', own)
    expect(await text('mai')).toContain(forMai)
    expect(await text('mai')).not.toContain('Sơn')
    expect([await accounts('m09'), await accounts('m12')]).toEqual([[], ['mai']])
    expect(await toSecretary()).toHaveLength(1)
    await house.say('mai', '1')
    expect(await house.store.get('answers', 'CB-PTH:2027-01:m12')).toMatchObject({ going: false })
    await house.say('son', sons)
    expect(await text('son')).toContain(forSon)
  })

  test('both codes at once, before the first is answered: the second is hers', async () => {
    const [own, sons] = [await mai(), await invite('Sơn')]
    await says('mai', sons, own)
    expect([await accounts('m09'), await accounts('m12')]).toEqual([[], ['mai']])
    expect((await house.store.get('accounts', 'web:mai'))!.branches.map(({ member }) => member)).toEqual(['CB-PTH:m12'])
    await house.say('son', sons)
    expect(await text('son')).toContain(forSon)
  })

  test('a press under an earlier question is asked anew: nobody becomes whom it did not name', async () => {
    const [own, sons] = [await mai(), await invite('Sơn')]
    await house.say('mai', own)
    const [first] = await house.sees('mai')
    await house.say('mai', sons)
    await house.forge('mai', first!.choices[0]!.does)
    expect((await house.store.get('accounts', 'web:mai'))!.agreed).toBeNull()
    expect(await text('mai')).toContain(forSon)
    await house.forge('mai', first!.choices[1]!.does)
    expect(await accounts('m09')).toEqual(['mai'])
  })

  test('a code drawn after it stays the only one; the secretary is told so', async () => {
    const sons = await invite('Sơn')
    await house.say('mai', sons)
    const newer = await invite('Sơn')
    await house.press('mai', 'Không phải tôi')
    expect(await toSecretary()).toEqual([expect.stringContaining('Mã ấy đã bỏ; mã cấp sau đó vẫn dùng được.')])
    await house.say('son', sons)
    expect(await text('son')).toMatch(/^Mã này không đúng/u)
    await house.say('son', newer)
    expect(await text('son')).toContain(forSon)
  })

  test('given back too late it is told to be drawn anew', async () => {
    const sons = await invite('Sơn')
    await house.say('mai', sons)
    await house.jump('2026-12-23', '09:00')
    await house.press('mai', 'Không phải tôi')
    expect(await toSecretary()).toEqual([expect.stringContaining('Mã ấy đã hết hạn; đề nghị cấp mã mới.')])
    await house.press('m01', 'Cấp mã mới')
    await house.say('son', codeIn((await texts('m01')).slice(-2).join(' ')))
    expect(await text('son')).toContain(forSon)
  })

  test('codes given back count among the wrong ones: five an hour', async () => {
    const sons = await invite('Sơn')
    for (let n = 0; n < 5; n++) {
      await house.say('mai', sons)
      await house.press('mai', 'Không phải tôi')
    }
    await house.say('mai', sons)
    expect(await text('mai')).toMatch(/^Đồng chí đã gửi nhiều mã không đúng/u)
  })

  test('his code once more: he still has to agree, also where he does not wait for the answer', async () => {
    const sons = await invite('Sơn')
    await house.say('son', sons)
    await house.say('son', sons)
    expect((await house.last('son')).title).toBe('Trước khi bắt đầu')
    const drawn = await mai()
    await says('mai', drawn, drawn)
    expect((await house.sees('mai')).map(({ title }) => title)).toEqual(['Trước khi bắt đầu'])
  })

  test('nobody but who gave a code reads whose account it would be', async () => {
    const roster = demoFile()
    roster.members.find(({ id }) => id === 'm09')!['accounts'] = [{ channel: 'web', id: 'son' }]
    await house.close()
    house = await openHouse({ roster })
    const asked = await house.last('son')
    expect([asked.title, asked.choices.map(({ label }) => label)]).toEqual(['Trước khi bắt đầu', ['Đồng ý']])
    expect(asked.text).not.toMatch(/Sơn|Phòng Tổng hợp/u)
    await house.say('son', 'Không phải tôi')
    expect(await accounts('m09')).toEqual(['son'])
    await house.say('son', await invite('Sơn'))
    expect(await text('son')).toContain(forSon)
    await house.press('son', 'Đồng ý')
    expect(await accounts('m09')).toEqual(['son'])
  })
})

describe('after agreeing', () => {
  test('a code of another member is not called wrong, and stays good', async () => {
    const sons = await invite('Sơn')
    await house.say('m05', sons)
    const { name } = (await house.store.get('members', 'CB-PTH:m05'))!
    const taken = `Tài khoản này đã nối với đồng chí ${name}, Chi bộ Phòng Tổng hợp. Nếu đồng chí là người khác, đề nghị báo bí thư chi bộ.`
    expect(await text('m05')).toBe(taken)
    expect(await accounts('m05')).toEqual(['m05'])
    await house.say('m05', await invite(name))
    expect(await text('m05')).toBe(taken)
    const again = await invite('Sơn')
    await house.say('m05', again)
    await house.say('son', again)
    expect(await text('son')).toContain(forSon)
  })

  test('«Không phải tôi» comes too late: he is told whom the account is linked to', async () => {
    await house.say('mai', await invite('Sơn'))
    await house.press('mai', 'Đồng ý')
    await house.press('mai', 'Không phải tôi')
    expect(await text('mai')).toMatch(/^Tài khoản này đã nối với đồng chí Lò Văn Sơn/u)
    expect(await accounts('m09')).toEqual(['mai'])
  })
})
