import { matchCommand } from '../../src/engine/match-command.js'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commands } from '../../commands/index.js'
import type { Decision } from '../../src/store/entry.js'
import { demoFile } from '../support/demo-file.js'
import { draft } from '../support/drafted-house.js'
import { openHouse, type TestHouse } from '../support/house.js'
import { pressed, said } from '../support/other-parts.js'
import { words } from '../support/words.js'

const t = words.in('vi')

const people = {
  secretary: 'm01',
  deputy: 'm02',
  committee: 'm03',
  minuteTaker: 'm04',
  /** Wrote the draft that is out. */
  author: 'm05',
  /** Presents in December. */
  presenter: 'm07',
  plain: 'm06',
  probationary: 'm11',
  /** Tổ trưởng and nothing else. */
  cellLeader: 'm09',
  moved: 'm10',
  gone: 'm08',
  stranger: 'x1',
  /** A member of another branch on the same bot. */
  elsewhere: 'y1',
} as const
type Who = keyof typeof people

const nobody: readonly Who[] = ['moved', 'gone', 'stranger']
const everybody: readonly Who[] = [
  'secretary',
  'deputy',
  'committee',
  'minuteTaker',
  'author',
  'presenter',
  'plain',
  'probationary',
  'cellLeader',
]
const leaders: readonly Who[] = ['secretary', 'deputy']
const recorders: readonly Who[] = [...leaders, 'committee', 'minuteTaker']

interface Row {
  path: string
  line: string
  may: readonly Who[]
  /** Whoever may not is told this. */
  else: string
  /** Typed in the group, it is answered in private. */
  aside: boolean
}

const no = 'engine-no-right'
const row = (line: string, may: readonly Who[], { aside = true, words = 2, otherwise = no } = {}): Row => ({
  path: line.split(' ').slice(0, words).join(' '),
  line: `/${line}`,
  may,
  else: otherwise,
  aside,
})
const one = { words: 1 }
const open = { aside: false }
const presenting = { otherwise: 'thoisu-not-yours' }

/** Who may do what: every command and every sub-form, those too that only buttons name. */
const table: Row[] = [
  row('lichhop', everybody, { ...one, ...open }),
  row('lichhop tao', leaders),
  row('lichhop noidung 2027-05 Bầu bổ sung chi ủy', leaders),
  row('lichhop doi 2027-05 06/05/2027', leaders),
  row('lichhop huy 2027-05 trùng hội nghị', leaders),
  row('lichhop xacnhan 2027-05', leaders),
  row('lichhop giu 2027-06', leaders),
  row('lichhop ics 2027-05', everybody),
  row('duhop', everybody, { ...one, ...open }),
  row('duhop ho', recorders),
  row('duhop lydo 2027-02 bận họp', everybody, open),
  row('codu', everybody, { ...one, ...open }),
  row('vangmat bận họp', everybody, { ...one, ...open }),
  row('thoisu', everybody, { ...one, ...open }),
  row('thoisu doi 2027-12 Ánh', [...leaders, 'presenter'], presenting),
  row('thoisu thay 2027-12 Ánh', [...leaders, 'presenter'], presenting),
  row('thoisu nop 2027-12 nội dung', [...leaders, 'presenter'], presenting),
  row('thoisu bo 2027-12 đi học', [...leaders, 'presenter'], presenting),
  row('thoisu phancong 2027-12 Ánh', leaders),
  row('thoisu ro 2027-12', [...leaders, 'presenter'], { ...open, ...presenting }),
  row('thoisu traloi 2027-12 đã rõ', [...leaders, 'presenter'], presenting),
  row('thoisu nhan sabc', everybody),
  row('thoisu tuchoi sabc', everybody),
  row('thoisu rut sabc', everybody),
  row('thoisu duyetbo 2027-12 m09', leaders),
  row('thoisu giulai 2027-12 m09', leaders),
  row('chuyende', everybody, { ...one, ...open }),
  row('chuyende soan cd1', [...leaders, 'author']),
  row('chuyende gui cd1', [...leaders, 'author']),
  row('chuyende them', leaders),
  row('chuyende noitiep thêm', everybody),
  row('chuyende xong cd1', [...leaders, 'author']),
  row('chuyende tep cd1 abcdefgh', [...leaders, 'author']),
  row('chuyende botep cd1', [...leaders, 'author']),
  row('gopy', everybody, { ...one, ...open }),
  row('gopy xem cd1', everybody),
  row('gopy sua', everybody, open),
  row('gopy rut', everybody, open),
  row('gopy tonghop cd1', [...leaders, 'committee', 'author']),
  row('gopy xuat cd1 csv', [...leaders, 'committee', 'author']),
  row('gopy nhac cd1', leaders),
  row('gopy ho', recorders),
  row('gopy nhattri cd1', everybody, open),
  row('gopy sau cd1', everybody, open),
  row('gopy noitiep thêm', everybody, open),
  row('gopy xong', everybody, open),
  row('gopy golai', recorders),
  row('gopy chugo cd1:1 lời', recorders),
  row('gopy xacnhango cd1:1 abcdefgh', everybody),
  row('gopy suago cd1:1 abcdefgh lời', everybody),
  row('gopy teptoi cd1:~abcdefgh abcdefgh', everybody, open),
  row('thongbao', recorders, one),
  row('thongbao dabao Sơn', recorders),
  row('thongbao guilai 2027-02', recorders),
  row('thanhvien', leaders, one),
  ...['them', 'nhap', 'ma', 'vaitro', 'tinhtrang', 'ten', 'mien', 'chuyendi', 'trolai', 'dongian', 'bangiao'].map((name) => row(`thanhvien ${name}`, leaders)),
  row('batdau', leaders, one),
  row('caidat', leaders, one),
  ...['ten', 'captren', 'diadanh', 'ngayhop', 'giohop', 'thoiluong', 'noihop', 'trungngaynghi', 'baotruoc', 'giobao', 'truocngaynghi', 'tudong', 'tamdung', 'yenlang', 'ngaynghi', 'ngonngu', 'mien'].map(
    (name) => row(`caidat ${name}`, leaders),
  ),
  row('ngonngu', everybody, one),
  row('dongian bật', everybody, one),
  row('nhaclai', everybody, one),
  row('rieng', everybody, one),
  row('kenh', everybody, one),
  ...['them', 'uutien', 'bo'].map((name) => row(`kenh ${name}`, everybody)),
  row('kenh cua', leaders),
  row('trogiup', everybody, { ...one, ...open }),
  row('huy', everybody, { ...one, ...open }),
] // prettier-ignore

let house: TestHouse
let n = 0

beforeAll(async () => {
  const roster = demoFile()
  roster['topics'] = (roster['topics'] as { id: string }[]).filter(({ id }) => id === 'cd1')
  const cellLeader = { roles: ['to_truong'], accounts: [{ channel: 'web', id: 'm09', agreed: true }] }
  roster.members = roster.members.map((member) => (member.id === 'm09' ? { ...member, ...cellLeader } : member))
  house = await openHouse({ at: ['2027-01-28', '08:00'], roster })
  const leader = { ...roster.members[0]!, accounts: [{ channel: 'web', id: 'y1', agreed: true }] }
  await house.import({ ...roster, branch: 'CB-2', name: 'Chi bộ 2', chats: [], topics: [], members: [leader] })
  await house.say('m01', '/thoisu phancong 2027-12 Ân')
  await house.press('m01', 'Gửi')
  await house.say('m01', `/chuyende soan cd1 ${draft}`)
  await house.say('m01', 'xong')
  await house.say('m01', '/chuyende gui cd1 hạn 17h 02/02/2027')
  await house.press('m01', 'Gửi')
  await house.jump('2027-01-29', '08:00')
  roster.members = roster.members.map((member) => (member.id === 'm10' ? { ...member, status: 'moved' } : member))
  await house.import(roster)
  const { version } = (await house.store.get('members', 'CB-PTH:m08'))!
  await house.store.update('members', 'CB-PTH:m08', { version }, { gone: true })
})
afterAll(async () => {
  expect(await house.store.count('journal', { failed: true })).toBe(0)
  await house.close()
})

interface Said {
  to: string
  text: string
}

/** In prose a hidden form with words after it is a button's alone. */
const onlyPressed = (line: string): boolean =>
  matchCommand(commands, line)?.path !== matchCommand(commands, line, 'typed')?.path

/** Says it (or presses with it, under the newest words of the branch), and returns what came of it; what it opened is left again. */
async function decided(
  who: Who,
  line: string,
  group: boolean,
  does = onlyPressed(line),
): Promise<{ lane: string; decision: Decision; says: Said[] }> {
  const id = `web:t${n++}`
  const messageId = group ? (await house.last('group'))._id : 'none'
  const update = does
    ? pressed(house, people[who], { id, does: line.slice(1), messageId, group })
    : said(house, people[who], { id, text: line, group })
  await house.assembled.accept(update)
  await house.settle()
  const { decision, lane } = (await house.store.get('journal', id))!
  const rows = await Promise.all(decision!.says.map(({ _id }) => house.store.get('deliveries', _id)))
  if (!nobody.includes(who)) await house.say(people[who], '/huy')
  return { lane, decision: decision!, says: rows.map((row) => ({ to: row!.recipient, text: row!.message!.text })) }
}

/** Nothing but the one sentence, to the one who asked, where he asked. */
function expectRefusal({ decision, says }: Awaited<ReturnType<typeof decided>>, to: string, key: string): void {
  expect(decision.did).toBe(`refused: ${key}`)
  expect(decision.saves).toEqual([])
  expect([...decision.posts, ...decision.cancels, ...decision.marks]).toEqual([])
  expect(says.map((one) => one.to)).toEqual([to])
}

test('the table names every form there is', () => {
  const paths = commands.flatMap(({ name, sub }) => [name, ...Object.keys(sub).map((word) => `${name} ${word}`)])
  expect(table.map(({ path }) => path).sort()).toEqual(paths.sort())
})

describe.each(table)('$path', ({ path, line, may, else: otherwise, aside }) => {
  const others = everybody.filter((who) => !may.includes(who))
  const refused = otherwise === no ? t(no) : t(otherwise, { month: '12/2027' })

  test(`is done for ${may.join(', ')}`, async () => {
    for (const who of may) {
      const { decision } = await decided(who, line, false)
      // A state may forbid it (nothing to withdraw), never the person.
      if (!decision.did.startsWith('refused: ')) expect(decision.did).toBe(path)
      expect(decision.did).not.toBe(`refused: ${no}`)
    }
  })

  test('is answered in private where it is not for the group', async () => {
    for (const who of may) {
      const { decision, says } = await decided(who, line, true)
      expect(decision.did).not.toBe(`refused: ${no}`)
      const toGroup = says.filter(({ to }) => to === 'group').map(({ text }) => text)
      if (!aside) continue
      expect(toGroup.filter((text) => text !== t('engine-see-private'))).toEqual([])
      expect(says.some(({ to }) => to === `CB-PTH:${people[who]}`)).toBe(true)
    }
  })

  test(`is refused to ${others.join(', ') || 'no member'}, and tells them nothing`, async () => {
    for (const who of others) {
      const own = `CB-PTH:${people[who]}`
      const answer = await decided(who, line, false)
      expectRefusal(answer, own, otherwise)
      expect(answer.says).toEqual([{ to: own, text: refused }])

      const inGroup = await decided(who, line, true)
      expect(inGroup.decision.did).toBe(`refused: ${otherwise}`)
      expect(inGroup.decision.saves).toEqual([])
      const toGroup = inGroup.says.filter(({ to }) => to === 'group').map(({ text }) => text)
      for (const text of toGroup) expect([refused, t('engine-see-private')]).toContain(text)
      expect(inGroup.says.filter(({ to }) => to !== 'group' && to !== own)).toEqual([])
    }
  })

  test('is nothing to whoever has left, was removed, or never was a member', async () => {
    for (const who of nobody) {
      for (const group of [false, true]) {
        const { decision, says } = await decided(who, line, group)
        expect(says.filter(({ text }) => text !== t('everyday-stranger'))).toEqual([])
        expect(decision.saves.filter(({ collection }) => collection !== 'accounts')).toEqual([])
        expect(decision.posts.filter((post) => post.lane !== `account:web:${people[who]}`)).toEqual([])
        if (group) expect([...says, ...decision.saves, ...decision.posts]).toEqual([])
      }
    }
  })

  test('is no more to be had by a press that somebody has made up', async () => {
    for (const who of [...others.slice(-2), ...nobody]) {
      const own = `CB-PTH:${people[who]}`
      for (const group of [false, true]) {
        const { decision, says } = await decided(who, line, group, true)
        expect(decision.saves.filter(({ collection }) => collection !== 'accounts')).toEqual([])
        expect(says.filter(({ to }) => to !== 'group' && to !== own && to !== `web:${people[who]}`)).toEqual([])
        const neutral = [refused, t('engine-see-private'), t('everyday-stranger')]
        for (const { text } of says) expect(neutral).toContain(text)
      }
    }
  })

  test('is done in his own branch for a member of another one, and in no way here', async () => {
    for (const does of [false, true]) {
      const own = await decided('elsewhere', line, false, does)
      expect(own.lane).toBe('branch:CB-2')
      expect(own.says.map(({ to }) => to).filter((to) => to !== 'CB-2:m01')).toEqual([])
      expect(own.decision.posts.filter((post) => post.lane === 'branch:CB-PTH')).toEqual([])

      const here = await decided('elsewhere', line, true, does)
      expect(here.lane).toBe('branch:CB-PTH')
      expect([...here.says, ...here.decision.saves, ...here.decision.posts, ...here.decision.marks]).toEqual([])
    }
  })
})
