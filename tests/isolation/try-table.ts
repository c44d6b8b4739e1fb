import pg from 'pg'
import type { Viewer } from './cast.ts'
import type { Table, Verb } from './catalogue.ts'
import type { Row } from './connections.ts'
import { allowances, columns, type Allowance, type Look } from './expected.ts'
import { newRows, type Candidate } from './new-rows.ts'
import type { Baseline, Outcome, Try } from './probe.ts'
import type { World } from './world.ts'

/** A cell that did something else than what is written for it. */
export interface Leak {
  table: string
  viewer: string
  verb: Verb
  detail: string
}

/** What a viewer is about to try on a table. */
export interface Cell {
  table: Table
  viewer: Viewer
  world: World
  baseline: Baseline
  rowsOf: (table: string) => Row[]
  attempt: Try
}

// A second account would break "one for each provider": that the row got this far shows that it was let in.
const onlyOneForASchool = ['payout_accounts']
// These say that the statement reached a row, and that the row is needed by others.
const rowIsNeeded = ['23503', '23001']
const harmless = ['updated_at', 'updatedAt', 'points', 'display_name', 'name', 'completed_at', 'verified', 'createdAt']

/** Tries one verb of one viewer on one table. */
export async function tryCell(cell: Cell, verb: Verb): Promise<Leak[]> {
  const tries: Record<Verb, (cell: Cell) => Promise<string[]>> = { select: trySelect, insert: tryInsert, update: tryUpdate, delete: tryDelete }
  const details = await tries[verb](cell)
  return details.map((detail) => ({ table: cell.table.name, viewer: cell.viewer.name, verb, detail }))
}

function allowedFor(cell: Cell, verb: Verb): (row: Row) => boolean {
  const look: Look = { viewer: cell.viewer, rows: cell.rowsOf }
  const held = (allowances[cell.table.name] ?? []).filter((line: Allowance) => line.verbs.includes(verb) && line.isMeant(cell.viewer))
  return (row) => held.some((line) => line.rows(row, look))
}

function keysOf(cell: Cell, rows: Row[]): string[] {
  return rows.map((row) => JSON.stringify(cell.table.primaryKey.map((column) => row[column]))).sort()
}

/** The columns that the viewer's role may name; all of them for a role without any, to be refused. */
function nameable(cell: Cell, verb: 'select' | 'insert' | 'update'): string[] {
  const { role, login } = cell.viewer
  const granted = role ? cell.table.grants[role][verb] : []
  return granted.length && login !== 'migrate' ? granted : cell.table.columns
}

const quoted = (names: string[]) => names.map((name) => pg.escapeIdentifier(name)).join(', ')

function compare(what: string, expected: string[], outcome: Outcome, actual: string[]): string[] {
  if (outcome.kind === 'failed') return [`${what}: got past every rule and failed with ${outcome.code} ${outcome.message}`]
  if (outcome.kind === 'refused') return expected.length ? [`${what}: refused, though ${expected.length} rows are allowed`] : []

  const excess = actual.filter((key) => !expected.includes(key))
  const missing = expected.filter((key) => !actual.includes(key))
  return [
    ...(excess.length ? [`${what}: ${excess.length} rows too many, e.g. ${excess[0]}`] : []),
    ...(missing.length ? [`${what}: ${missing.length} of ${expected.length} allowed rows missing, e.g. ${missing[0]}`] : []),
  ]
}

async function trySelect(cell: Cell): Promise<string[]> {
  const { table, baseline, attempt } = cell
  const outcome = await attempt(`select ${quoted(nameable(cell, 'select'))} from ${table.sql}`, baseline)
  const expected = keysOf(cell, baseline.rows.filter(allowedFor(cell, 'select')))
  const actual = outcome.kind === 'done' ? keysOf(cell, outcome.rows.map(asJson)) : []
  return [...compare('select', expected, outcome, actual), ...(await trySecrets(cell))]
}

/** Columns that the role may not name, one by one: a grant on the whole table would show them. */
async function trySecrets({ table, viewer, baseline, attempt }: Cell): Promise<string[]> {
  const shown = viewer.role ? columns[table.name]?.[viewer.role]?.select : undefined
  if (!shown) return []

  const details: string[] = []
  for (const column of table.columns.filter((name) => !shown.includes(name))) {
    const outcome = await attempt(`select ${pg.escapeIdentifier(column)} from ${table.sql}`, baseline)
    if (outcome.kind !== 'refused') details.push(`select ${column}: not refused`)
  }
  return details
}

/** Times come back as dates and would not compare; keys are ids, names and words. */
function asJson(row: Row): Row {
  return JSON.parse(JSON.stringify(row)) as Row
}

async function tryInsert(cell: Cell): Promise<string[]> {
  const details: string[] = []
  for (const candidate of newRows(cell.table, cell.viewer, cell.world, cell.rowsOf)) details.push(...(await tryCandidate(cell, candidate)))
  return details
}

async function tryCandidate(cell: Cell, { label, row, isMixed }: Candidate): Promise<string[]> {
  const { table, baseline, attempt } = cell
  const names = quoted(nameable(cell, 'insert'))
  const outcome = await attempt(`insert into ${table.sql} (${names}) select ${names} from ${populated(table, row)}`, baseline)
  const isAllowed = !isMixed && allowedFor(cell, 'insert')(row)
  const isKnownDouble = outcome.kind === 'failed' && outcome.code === '23505' && onlyOneForASchool.includes(table.name)
  if (isAllowed && isKnownDouble) return []
  if (isMixed && outcome.kind === 'failed' && outcome.code === '23503') return []

  return compare(`insert ${label}`, isAllowed ? keysOf(cell, [row]) : [], outcome, changedKeys(cell, outcome))
}

function populated(table: Table, row: Row): string {
  return `jsonb_populate_record(null::${table.sql}, ${pg.escapeLiteral(JSON.stringify(row))}::jsonb)`
}

/** The rows that are new, changed or gone. */
function changedKeys(cell: Cell, outcome: Outcome): string[] {
  if (outcome.kind !== 'done' || !outcome.after) return []

  const versions = (rows: Row[]) => new Map(rows.map((row) => [keysOf(cell, [row])[0] ?? '', row['@version']]))
  const [before, after] = [versions(cell.baseline.rows), versions(outcome.after)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort()
}

async function tryUpdate(cell: Cell): Promise<string[]> {
  const { table, baseline, attempt, viewer } = cell
  const allowed = baseline.rows.filter(allowedFor(cell, 'update'))
  const names = nameable(cell, 'update')
  const column = harmless.find((name) => names.includes(name)) ?? names[0] ?? ''
  const sample = asJson(baseline.rows[0] ?? {})
  const value = `(select p.${pg.escapeIdentifier(column)} from ${populated(table, sample)} p)`
  const outcome = await attempt(`update ${table.sql} set ${pg.escapeIdentifier(column)} = ${value}`, baseline)
  const details = compare(`update ${column}`, keysOf(cell, allowed), outcome, changedKeys(cell, outcome))
  if (!table.isTenant || viewer.role === 'service_role' || viewer.login === 'migrate') return details

  return [...details, ...(await tryMove(cell))]
}

/** Carrying a row over to the other school, and taking the other school's rows over. */
async function tryMove(cell: Cell): Promise<string[]> {
  const { table, baseline, attempt, viewer, world } = cell
  const details: string[] = []
  for (const school of [world.a, world.b].filter(({ id }) => id !== viewer.doorId)) {
    const outcome = await attempt(`update ${table.sql} set organization_id = ${pg.escapeLiteral(school.id)}`, baseline)
    details.push(...compare('move rows to the other school', [], outcome, changedKeys(cell, outcome)))
  }
  return details
}

async function tryDelete(cell: Cell): Promise<string[]> {
  const { table, baseline, attempt } = cell
  const isAllowed = allowedFor(cell, 'delete')
  if (!baseline.rows.some(isAllowed)) {
    const outcome = await attempt(`delete from ${table.sql}`, baseline)
    return compare('delete', [], outcome, changedKeys(cell, outcome))
  }

  const details: string[] = []
  for (const row of baseline.rows) details.push(...(await tryDeleteOne(cell, row, isAllowed(row))))
  return details
}

async function tryDeleteOne(cell: Cell, row: Row, isAllowed: boolean): Promise<string[]> {
  const { table, baseline, attempt } = cell
  const where = table.primaryKey.map((column) => `${pg.escapeIdentifier(column)} = ${pg.escapeLiteral(String(row[column]))}`).join(' and ')
  const outcome = await attempt(`delete from ${table.sql} where ${where}`, baseline)
  if (isAllowed && outcome.kind === 'failed' && rowIsNeeded.includes(outcome.code)) return []

  // Deleting a lesson's section takes the lesson along: only the row that was named is asked for here.
  const gone = changedKeys(cell, outcome).filter((key) => key === keysOf(cell, [row])[0])
  return compare('delete one', isAllowed ? keysOf(cell, [row]) : [], outcome, gone)
}
