import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { commentKind } from '../../../src/domain/topic/comment-kind.js'
import { draftTally, presentComments } from '../../../src/domain/topic/draft-tally.js'
import type { Comment } from '../../../src/domain/topic/topic.js'
import { eleven } from '../people/people.js'

const topic = { edition: 2, author: 'b:m05' }
const date = '2027-02-02'
const keys = (members: { key: string }[]): string[] => members.map(({ key }) => key).sort()

function comment(number: number, member: string, text: string, more: Partial<Comment> = {}): Comment {
  return {
    _id: `b:cd1:${number}`,
    lane: 'branch:b',
    version: 1,
    by: 'e',
    gone: false,
    nextAt: null,
    branch: 'b',
    topic: 'b:cd1',
    number,
    edition: 2,
    member: `b:${member}`,
    parts: [{ text, at: 0, id: '', file: null }],
    kind: commentKind(text),
    from: 'private',
    enteredBy: null,
    late: false,
    withdrawn: false,
    typed: null,
    proposed: null,
    tag: null,
    told: null,
    earlier: [],
    ...more,
  }
}

interface Sample {
  n: number
  member: string | null
  text?: string
  messages?: string[]
  enteredBy?: string
}
const samples = JSON.parse(readFileSync(new URL('../../support/sample-comments.json', import.meta.url), 'utf8')) as {
  comments: Sample[]
}
const sampled = samples.comments.flatMap(({ n, member, text, messages, enteredBy }) => {
  const words = text ?? messages?.join('\n')
  return member && words ? [comment(n, member, words, enteredBy ? { from: 'proxy' as const } : {})] : []
})

test('the sample: 11 of 11 answered, 8 of substance without author and chair, one agrees, one proxy', () => {
  const tally = draftTally({ topic, members: eleven, comments: sampled, date })
  expect(tally.answered).toHaveLength(11)
  expect(tally.base).toHaveLength(11)
  expect(tally.silent).toEqual([])
  expect(keys(tally.substantive)).toEqual(['m02', 'm03', 'm04', 'm06', 'm07', 'm09', 'm10', 'm11'])
  expect(keys(tally.agreed)).toEqual(['m08'])
  expect(tally.proxies).toBe(1)
  expect(tally.late).toBe(0)
})

test('whoever is exempt for a time is not asked, and his comment raises no count', () => {
  const comments = [comment(1, 'm07', 'Nên đọc lại sau hai tiếng')]
  const tally = draftTally({ topic, members: eleven, comments, date: '2027-09-01' })
  expect(tally.base).toHaveLength(10)
  expect(tally.answered).toEqual([])
})

test('a member is counted once, and agreement beside substance is not agreement alone', () => {
  const comments = [comment(1, 'm03', 'Nhất trí'), comment(2, 'm03', 'Nên 6 mục'), comment(3, 'm03', 'Nên có lịch')]
  const tally = draftTally({ topic, members: eleven, comments, date })
  expect(keys(tally.answered)).toEqual(['m03'])
  expect(keys(tally.substantive)).toEqual(['m03'])
  expect(tally.agreed).toEqual([])
})

test('late comments are told apart; other editions and withdrawn ones do not count', () => {
  const comments = [
    comment(1, 'm02', 'Nên 6 mục', { edition: 1 }),
    comment(2, 'm03', 'Nên 6 mục', { late: true }),
    comment(3, 'm04', 'Nên 6 mục', { withdrawn: true }),
  ]
  const tally = draftTally({ topic, members: eleven, comments, date })
  expect(tally.answered).toEqual([])
  expect(tally.late).toBe(1)
})

test('of the silent, author and chair are not asked again', () => {
  const tally = draftTally({ topic, members: eleven, comments: [comment(1, 'm03', 'Nên 6 mục')], date })
  expect(tally.silent).toHaveLength(10)
  expect(keys(tally.awaited)).toEqual(['m02', 'm04', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11'])
})

test('present comments are in order of their numbers', () => {
  expect(presentComments(topic, [comment(2, 'm03', 'b'), comment(1, 'm02', 'a')]).map(({ number }) => number)).toEqual([
    1, 2,
  ])
})
