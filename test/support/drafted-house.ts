import type { Comment, Topic } from '../../src/domain/topic/topic.js'
import type { TestHouse } from './house.js'

export const draft =
  'Năm 2026, Phòng tham mưu 418 văn bản, trong đó 50 văn bản (12 %) bị trả lại để sửa.\n\nĐề nghị áp dụng bảng kiểm 10 mục.'

/** The sample's window opens on Friday 29/01/2027 and ends on Tuesday 02/02, 17:00. */
export const opening: [date: string, time: string] = ['2027-01-29', '08:00']

/** The secretary writes the text of a topic and sends it. */
export async function sendDraft(house: TestHouse, key = 'cd1', deadline = '17h 02/02/2027'): Promise<void> {
  await house.say('m01', `/chuyende soan ${key} ${draft}`)
  await house.say('m01', 'xong')
  await house.say('m01', `/chuyende gui ${key} hạn ${deadline}`)
  await house.press('m01', 'Gửi')
}

export const commentsIn = async ({ store }: TestHouse): Promise<Comment[]> =>
  (await store.find('comments', { lane: 'branch:CB-PTH' })).sort((a, b) => a.number - b.number)

export const topicIn = async ({ store }: TestHouse, key = 'cd1'): Promise<Topic> =>
  (await store.get('topics', `CB-PTH:${key}`))!

/** Every message of a chat as it reads, title first. */
export const textsIn = async (house: TestHouse, chat: string): Promise<string[]> =>
  (await house.sees(chat)).map(({ title, text }) => [title, text].filter(Boolean).join('\n'))
