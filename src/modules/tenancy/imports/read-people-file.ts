import Papa from 'papaparse'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { tenancyWords } from '../words/tenancy-words.ts'
import { importRowsMax } from './import.schema.ts'

/** A row of a file as it was written. */
export interface FileRow {
  /** As a table program numbers it: the header is row 1, and a line break inside quotation marks begins no row. */
  number: number
  email: string
  /** Empty where the file says none. */
  role: string
  /** What it says for fields of the school, by their ids; left out without such columns. */
  cells?: Record<string, string>
}

/** What a file of people says. */
export interface PeopleFile {
  rows: FileRow[]
  /** Headers of columns that nothing is read from. */
  unusedColumns: string[]
}

/**
 * Reads a table of people: separated by comma, semicolon or tab, with or without a header, in any order of columns.
 * Rows without a word in them are passed over, and still counted.
 *
 * @param text of the file, or pasted: one address a line is a table too
 * @param fields of the school: a column with the name of one is read for it
 * @throws InvalidInput beside `rows` when there is nobody in it, no column of addresses, an open quotation mark, or more
 * than 5,000 rows
 */
export function readPeopleFile(text: string, fields: readonly { id: string; label: string }[] = []): PeopleFile {
  const words = tenancyWords()
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', ';', '\t'], skipEmptyLines: false })
  const open = errors.find(({ type }) => type === 'Quotes')
  if (open) throw new InvalidInput({ rows: words.quoteOpen((open.row ?? 0) + 1) })

  const records = data.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some(Boolean))
  const [first] = records
  if (!first) throw new InvalidInput({ rows: words.nobodyInIt })

  const columns = findColumns(first.cells, fields)
  const body = columns.hasHeader ? records.slice(1) : records
  if (body.length === 0) throw new InvalidInput({ rows: words.headerAlone })
  if (body.length > importRowsMax) {
    throw new InvalidInput({ rows: words.tooManyRows(format(body.length), format(importRowsMax), Math.ceil(body.length / importRowsMax)) })
  }
  const rows = body.map(({ number, cells }) => ({ number, email: cells[columns.email] ?? '', role: columns.role === null ? '' : (cells[columns.role] ?? ''), ...(columns.fields.length > 0 ? { cells: Object.fromEntries(columns.fields.map(({ id, at }) => [id, cells[at] ?? ''])) } : {}) }))
  return { rows, unusedColumns: columns.unused }
}

interface Columns {
  hasHeader: boolean
  email: number
  role: number | null
  fields: { id: string; at: number }[]
  unused: string[]
}

const emailHeaders = new Set(['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadresse'])
const roleHeaders = new Set(['role', 'rolle'])

function findColumns(first: readonly string[], known: readonly { id: string; label: string }[]): Columns {
  const headers = first.map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''))
  const email = headers.findIndex((header) => emailHeaders.has(header))
  if (email >= 0) {
    const role = headers.findIndex((header) => roleHeaders.has(header))
    const fields = known.flatMap(({ id, label }) => {
      const at = first.findIndex((cell, index) => index !== email && index !== role && cell.toLowerCase() === label.toLowerCase())
      return at < 0 ? [] : [{ id, at }]
    })
    const isUsed = (index: number) => index === email || index === role || fields.some(({ at }) => at === index)
    return { hasHeader: true, email, role: role < 0 ? null : role, fields, unused: first.filter((cell, index) => cell && !isUsed(index)).map((cell) => cell.slice(0, 80)) }
  }

  const address = first.findIndex((cell) => cell.includes('@'))
  if (address < 0) throw new InvalidInput({ rows: tenancyWords().noEmailColumn })
  return { hasHeader: false, email: address, role: null, fields: [], unused: [] }
}

function format(count: number): string {
  return count.toLocaleString(currentLocale())
}
