import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Address, Channel } from '../../../src/chat.js'
import { commentsIn, opening, sendDraft } from '../../support/drafted-house.js'
import { demoFile } from '../../support/demo-file.js'
import { openHouse, type TestHouse } from '../../support/house.js'

const agreeFirst =
  'Điều đồng chí vừa gửi chưa được ghi. Trước hết, đề nghị đồng chí mở tin nhắn riêng với hệ thống, nhắn một lời và chọn «Đồng ý»; sau đó đồng chí gửi lại.'
const words = 'Tôi đề nghị bổ sung số liệu về điện nước'

let house: TestHouse
afterEach(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

/** Of the demo branch, Hoàng Minh Đức (m05) is linked and has not agreed; his group is on the same channel. */
async function openBefore(channel: Channel): Promise<{ own: Address; group: Address }> {
  const file = demoFile() as ReturnType<typeof demoFile> & { chats: unknown[] }
  const own = { channel, id: channel === 'web' ? 'm05' : '4005' }
  const group = { channel, id: channel === 'web' ? 'group' : 'g77' }
  file.members.find(({ id }) => id === 'm05')!['accounts'] = [{ ...own, agreed: false }]
  if (channel !== 'web') file.chats.push(group)
  house = await openHouse({ at: ['2027-01-06', '09:00'], roster: file, ...(channel !== 'web' && { beside: channel }) })
  await house.jump(...opening)
  await sendDraft(house)
  return { own, group }
}

let said = 0
async function hear(from: Address, chat: Address, what: object): Promise<string> {
  const id = `test:${++said}`
  const base = { id, at: Math.floor(house.clock.now() / 1000) * 1000, from, name: '', chat, group: chat.id !== from.id }
  await house.assembled.accept({ ...base, kind: 'text', text: '', messageId: id, ...what } as never)
  await house.settle()
  return id
}
const wall = ({ channel, id }: Address): string => (channel === 'web' ? id : `${channel}:${id}`)

describe.each(['web', 'telegram', 'zalo-bot', 'zalo-oa'] as const)(
  'in a group on %s, who has not agreed',
  (channel) => {
    test('is told where to agree when he speaks to the bot; nothing of it is done or kept', async () => {
      const { own, group } = await openBefore(channel)
      const answers = await house.store.count('answers', { lane: 'branch:CB-PTH' })
      const before = (await house.sees(wall(group))).length
      const { _id: messageId } = await house.last(wall(group))
      const spoke = [
        await hear(own, group, { text: '/vangmat bị ốm', mention: true }),
        await hear(own, group, { text: `/gopy cd1 ${words}` }),
        await hear(own, group, { text: words, mention: true }),
        await hear(own, group, { text: '/gopy cd1 Tài liệu đóng dấu TỐI MẬT', mention: true }),
        await hear(own, group, { kind: 'choice', data: 'duhop co 2027-02', messageId }),
      ]
      const heard = (await house.sees(wall(group))).slice(before).map(({ text }) => text)
      expect(heard).toEqual(spoke.map(() => agreeFirst))
      expect(await commentsIn(house)).toEqual([])
      expect(await house.store.count('answers', { lane: 'branch:CB-PTH' })).toBe(answers)
      expect(await house.store.find('dialogues', { lane: 'branch:CB-PTH' })).not.toContainEqual(
        expect.objectContaining({ account: `${own.channel}:${own.id}` }),
      )
      for (const id of spoke)
        expect(await house.store.get('journal', id)).toMatchObject({ payload: null, decision: { did: 'not agreed' } })
      // No private answer that could not go out, so no news of one.
      expect((await house.sees('m01')).map(({ title }) => title)).not.toContain('Tình hình gửi tin')
    })

    test('is heard as soon as he has agreed in private', async () => {
      const { own, group } = await openBefore(channel)
      await hear(own, group, { text: `/gopy cd1 ${words}`, mention: true })
      await hear(own, own, { text: 'Chào đồng chí' })
      expect((await house.last(wall(own))).title).toBe('Trước khi bắt đầu')
      await hear(own, own, { text: 'Đồng ý' })
      await hear(own, group, { text: `/gopy cd1 ${words}`, mention: true })
      expect((await commentsIn(house)).map(({ member }) => member)).toEqual(['CB-PTH:m05'])
    })
  },
)

describe('talk in the group of somebody who has not agreed', () => {
  beforeEach(() => openBefore('web').then(() => undefined))
  const own = { channel: 'web', id: 'm05' } as const
  const group = { channel: 'web', id: 'group' } as const

  test('is nobody’s business: no line, whether it is plain, forwarded, changed later or for another bot', async () => {
    const before = await house.sees('group')
    await hear(own, group, { text: words })
    await hear(own, group, { text: '/thoitiet ngày mai' })
    await hear(own, group, { text: '/vangmat bị ốm', forwarded: true })
    await hear(own, group, { text: `/gopy cd1 ${words}`, edited: true })
    expect(await house.sees('group')).toEqual(before)
    expect(await commentsIn(house)).toEqual([])
  })

  test('a reply to the bot is spoken to it', async () => {
    const replyTo = (await house.last('group'))._id
    await hear(own, group, { text: words, replyTo })
    expect((await house.last('group')).text).toBe(agreeFirst)
    expect(await commentsIn(house)).toEqual([])
  })
})

test('a secretary who has not agreed gives no group to his branch, and is told why', async () => {
  const file = demoFile()
  file.members.find(({ id }) => id === 'm01')!['accounts'] = [{ channel: 'web', id: 'm01', agreed: false }]
  file['chats'] = []
  house = await openHouse({ roster: file })
  const [own, group] = [{ channel: 'web', id: 'm01' } as const, { channel: 'web', id: 'group' } as const]
  await hear(own, group, { text: '/gannhom' })
  expect((await house.last('group')).text).toBe(agreeFirst)
  expect((await house.store.get('branches', 'CB-PTH'))!.groups).toEqual([])
})
