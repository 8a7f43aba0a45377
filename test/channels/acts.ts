import type { DatedAct } from '../support/year/live.js'
import type { ChannelsStage, OnChannels } from './stage.js'

const onOa: OnChannels[] = ['m02', 'm06', 'm07', 'm10']

export const inTheZaloGroup = 'Trong nhóm Zalo: đề nghị phụ lục ghi rõ lịch kiểm tra chéo từng tuần.'
export const inTheTelegramGroup = 'Trong nhóm Telegram: nhất trí, và nên giao một đồng chí theo dõi lịch ấy.'

/** What befalls the channels, beside what people do in any year. */
export const actsOf = (stage: () => ChannelsStage): DatedAct[] => [
  ['2026-12-15', () => each(onOa, (member) => stage().follows(member))],
  // Who has spoken within seven days is reached by the OA, and by no other way then.
  ['2027-01-26', () => each(onOa, (member) => stage().saysToOa(member, 'lịch họp'))],
  ['2027-04-27', () => each(['m02', 'm10'], (member) => stage().saysToOa(member, 'lịch họp'))],
  ['2027-11-26', () => each(['m07'], (member) => stage().saysToOa(member, 'lịch họp'))],
  ['2027-01-30', (people) => talkInGroups(stage(), people)],
  ['2027-05-05', () => Promise.resolve(stage().blocks('m03'))],
  ['2027-07-12', () => Promise.resolve(stage().comesBack('m03'))],
  // The plan of the bot on Zalo ends in the middle of a notice, and is there again next month.
  ['2027-08-30', () => each(['m02', 'm06'], (member) => stage().saysToOa(member, 'lịch họp'))],
  ['2027-08-31', () => Promise.resolve(stage().runsShort(2))],
]

async function each(members: OnChannels[], act: (member: OnChannels) => Promise<void>): Promise<void> {
  for (const member of members) await act(member)
}

/** One topic, two groups: what is said in either is a comment on it. */
async function talkInGroups(stage: ChannelsStage, people: Parameters<DatedAct[1]>[0]): Promise<void> {
  stage.saysInZaloGroup('m04', `góp ý cd1 ${inTheZaloGroup}`)
  await people.until('zalo-group', ({ text }) => text.includes('số 11'))
  await people.say('m08', `/gopy cd1 ${inTheTelegramGroup}`, { chat: 'group' })
  await people.until('group', ({ text }) => text.includes('số 12'))
}
