import { castOf, type Viewer } from './cast.ts'
import { readTables, verbs, type Table, type Verb } from './catalogue.ts'
import type { Connections, Row } from './connections.ts'
import { allowances } from './expected.ts'
import { asViewer, installProbe, readBaseline, type Baseline } from './probe.ts'
import { tryCell, type Leak } from './try-table.ts'
import { buildWorld, type World } from './world.ts'

/** What the matrix tried and what it found. */
export interface Report {
  tables: string[]
  verbs: readonly Verb[]
  roles: string[]
  /** Table × verb × role. */
  cells: number
  /** Statements sent; a cell tries several. */
  statements: number
  /** Cells that did something else than written, and tables that cannot be tried. Empty when all is well. */
  leaks: Leak[]
}

/** A database that was filled once and can be tried many times. */
export interface Matrix {
  connections: Connections
  world: World
  tables: Table[]
  baselines: Map<string, Baseline>
  viewers: Viewer[]
}

/** What to try: everything, or one table until the first leak. */
export interface Scope {
  table?: string
  untilFirstLeak?: boolean
}

/**
 * Fills both schools and makes ready to try.
 *
 * @param connections to a migrated database without schools, which is not used for anything else afterwards
 * @param filled the schools, when they stand in it already
 */
export async function openMatrix(connections: Connections, filled?: World): Promise<Matrix> {
  await installProbe(connections)
  const world = filled ?? (await buildWorld(connections.superuser))
  const tables = await readTables(connections.superuser)
  const baselines = new Map<string, Baseline>()
  for (const table of tables) baselines.set(table.name, await readBaseline(connections.superuser, table.sql))
  return { connections, world, tables, baselines, viewers: castOf(world) }
}

/**
 * Tries every table × verb × role against what `expected.ts` writes. Every statement runs through the real logins and
 * is rolled back; what it did is looked at as the superuser sees it.
 *
 * @example
 * const report = await tryIsolation(await openMatrix(connections))
 * if (report.leaks.length) throw new Error(report.leaks[0].detail)
 */
export async function tryIsolation(matrix: Matrix, scope: Scope = {}): Promise<Report> {
  const tables = scope.table ? await reread(matrix, scope.table) : matrix.tables
  const report: Report = {
    tables: tables.map((table) => table.name), verbs, roles: matrix.viewers.map((viewer) => viewer.name), cells: 0, statements: 0, leaks: findUntried(matrix, tables),
  }
  for (const viewer of matrix.viewers) {
    if (scope.untilFirstLeak && report.leaks.length) break
    await tryViewer(matrix, viewer, tables, { report, untilFirstLeak: scope.untilFirstLeak ?? false })
  }
  return report
}

/** Which columns a role may name is read anew, grants may have changed; what a row should point to stays as it was. */
async function reread(matrix: Matrix, name: string): Promise<Table[]> {
  const found = await readTables(matrix.connections.superuser, name)
  return found.map((table) => ({ ...table, foreignKeys: matrix.tables.find((known) => known.name === name)?.foreignKeys ?? table.foreignKeys }))
}

async function tryViewer(matrix: Matrix, viewer: Viewer, tables: Table[], { report, untilFirstLeak }: { report: Report; untilFirstLeak: boolean }): Promise<void> {
  const rowsOf = (name: string): Row[] => matrix.baselines.get(name)?.rows ?? []
  await asViewer(matrix.connections, viewer, async (attempt) => {
    const counted: typeof attempt = (statement, baseline) => {
      report.statements += 1
      return attempt(statement, baseline)
    }
    for (const table of tables) {
      const baseline = matrix.baselines.get(table.name) ?? { table: table.sql, rows: [], md5: '' }
      for (const verb of verbs) {
        if (untilFirstLeak && report.leaks.length) return
        report.cells += 1
        report.leaks.push(...(await tryCell({ table, viewer, world: matrix.world, baseline, rowsOf, attempt: counted }, verb)))
      }
    }
  })
}

/** A table that nobody wrote down, or that is empty for one of the schools, would pass every cell by saying nothing. */
function findUntried(matrix: Matrix, tables: Table[]): Leak[] {
  const fault = (table: Table, detail: string): Leak => ({ table: table.name, viewer: 'the matrix itself', verb: 'select', detail })
  return tables.flatMap((table) => {
    const rows = matrix.baselines.get(table.name)?.rows ?? []
    if (!allowances[table.name]) return [fault(table, 'has no line in tests/isolation/expected.ts')]
    if (!table.isTenant) return rows.length < 2 ? [fault(table, 'has fewer than two rows; give it some in tests/isolation/fill-school.ts')] : []

    return [matrix.world.a, matrix.world.b]
      .filter((school) => !rows.some((row) => row.organization_id === school.id))
      .map((school) => fault(table, `has no row of ${school.slug}; give it one in tests/isolation/fill-school.ts`))
  })
}
