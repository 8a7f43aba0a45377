import { CsvError, parse } from 'csv-parse/sync'
import { cleanName } from '../../../domain/fold.js'
import { columnsOf, type Columns } from './columns.js'
import { problem, type RosterProblem } from './problem.js'

/** The rows below the heads. `line` is the one in which the row begins, as an editor counts. */
export interface Table {
  columns: Columns
  rows: { line: number; cells: string[] }[]
}

const largest = 1_000_000
const mostRows = 2_000
/** Lists bear titles above their heads. */
const linesAbove = 15
const longestCell = 200

/** A list of members as a spreadsheet writes it, whatever sign it puts between the cells. */
export function readTable(file: Uint8Array | string): Table | { problems: RosterProblem[] } {
  const decoded = typeof file === 'string' ? { text: file } : decode(file)
  if ('key' in decoded) return { problems: [decoded] }
  const text = decoded.text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/^"?sep=.?"?\n/iu, '\n')
  const readings = [';', ',', '\t'].map((delimiter) => readRows(text, delimiter))
  const tables = readings.flatMap((rows) => (Array.isArray(rows) ? (withHeads(rows) ?? []) : []))
  const [table] = tables.sort((a, b) => b.columns.at.size - a.columns.at.size)
  if (!table)
    return {
      problems: [readings.find((one): one is RosterProblem => !Array.isArray(one)) ?? problem(null, 'roster-no-heads')],
    }
  const twice = table.columns.twice.map((column) => problem(table.line, 'roster-column-twice', { column }))
  if (twice.length > 0) return { problems: twice }
  if (table.rows.length === 0) return { problems: [problem(null, 'roster-no-members')] }
  if (table.rows.length > mostRows) return { problems: [problem(null, 'roster-too-large')] }
  return table
}

function decode(bytes: Uint8Array): { text: string } | RosterProblem {
  if (bytes.length > largest) return problem(null, 'roster-too-large')
  const begin = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (begin.startsWith('PK') || begin === '\xD0\xCF\x11\xE0') return problem(null, 'roster-spreadsheet')
  const wide = begin.startsWith('\xFF\xFE') ? 'utf-16le' : begin.startsWith('\xFE\xFF') ? 'utf-16be' : null
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? problem(null, 'roster-not-utf8') : { text }
  } catch {
    return problem(null, 'roster-not-utf8')
  }
}

function readRows(text: string, delimiter: string): Table['rows'] | RosterProblem {
  try {
    const records = parse(text, { delimiter, info: true, relax_column_count: true, relax_quotes: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    // A cell may hold line breaks, and the parser tells where a record ends.
    return records.map(({ record }, place) => ({
      line: (records[place - 1]?.info.lines ?? 0) + 1,
      cells: record.map((cell) => cleanName(cell, longestCell)),
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problem(typeof error.lines === 'number' ? error.lines : null, 'roster-quote-open')
  }
}

function withHeads(rows: Table['rows']): (Table & { line: number }) | null {
  for (const [place, { line, cells }] of rows.slice(0, linesAbove).entries()) {
    const columns = columnsOf(cells)
    if (!columns) continue
    return { line, columns, rows: rows.slice(place + 1).filter((row) => row.cells.some((cell) => cell !== '')) }
  }
  return null
}
