import { localDate } from '../../src/domain/calendar/local-time.js'
import { importBranch } from '../../src/duties/branch/import-branch.js'
import { partialRoster } from '../../src/duties/branch/partial-roster.js'
import type { RosterProblem } from '../../src/duties/branch/roster-csv/problem.js'
import { readRosterCsv, type RosterCsvReading } from '../../src/duties/branch/roster-csv/read-roster-csv.js'
import { rosterCsvText } from '../../src/duties/branch/roster-csv/roster-csv-text.js'
import { form, type Ctx } from '../../src/engine/command.js'
import { Refusal } from '../../src/errors.js'

/**
 * Many members at once, from a list pasted as a message: what a spreadsheet copies, a CSV file's lines, or names alone.
 * What it would do is shown first; it is done as a whole or not at all.
 */
export const nhap = form({
  also: ['nhap danh sach', 'dan danh sach', 'import', 'paste'],
  may: 'secretary',
  where: 'private',
  ask: {
    list: {
      words: 'thanhvien-ask-list',
      async read(ctx, text) {
        const reading = await read(ctx, text)
        if ('problems' in reading)
          return { again: 'thanhvien-list-wrong', args: { problems: rosterCsvText(ctx.t, reading) } }
        return { value: text }
      },
    },
  },
  yes: 'engine-save',
  async preview(ctx, { list }) {
    return { title: ctx.t('thanhvien-nhap-title'), text: rosterCsvText(ctx.t, await read(ctx, list)) }
  },
  async run(ctx, { list }) {
    const { t, branch } = ctx
    const reading = await read(ctx, list)
    // Somebody else may have changed the list of members since.
    if ('problems' in reading) throw new Refusal('thanhvien-list-wrong', { problems: rosterCsvText(t, reading) })
    const { members, summary } = reading
    await importBranch(ctx, { kind: 'import', roster: partialRoster(branch, members) })
    const counts = { added: String(summary.added.length), changed: String(summary.changed.length) }
    ctx.reply({
      text: t('thanhvien-nhap-saved', counts),
      choices: [
        { label: t('thanhvien-button-code'), does: 'thanhvien ma' },
        { label: t('thanhvien-button-list'), does: 'thanhvien' },
      ],
    })
  },
})

/** One name a line, with nothing beside it: such a list needs no heads. */
const isNames = (text: string): boolean => !/[;,\t\d]/u.test(text)

async function read(ctx: Ctx, text: string): Promise<RosterCsvReading> {
  const existing = await ctx.find('members', { lane: ctx.lane }, { limit: 10_000 })
  const given = { existing, today: localDate(ctx.at), locale: ctx.branch.locale }
  const reading = readRosterCsv({ file: text, ...given })
  if (!('problems' in reading) || !isNames(text)) return reading
  const names = readRosterCsv({ file: `Họ và tên\n${text}`, ...given })
  if (!('problems' in names)) return names
  return { problems: names.problems.map(asPasted) }
}

/** Lines as he counts them: the heads are ours. */
function asPasted({ line, key, args }: RosterProblem): RosterProblem {
  const other = args['other'] === undefined ? {} : { other: String(Number(args['other']) - 1) }
  return { line: line === null ? null : line - 1, key, args: { ...args, ...other } }
}
