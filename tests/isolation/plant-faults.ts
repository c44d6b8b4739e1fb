import pg from 'pg'
import { columns } from './expected.ts'
import { tryIsolation, type Matrix } from './matrix.ts'
import { checkStructure } from './structure.ts'

/** A mistake that someone could make in a migration, and the way back. */
export interface Fault {
  kind: FaultKind
  table: string
  /** For the person who reads that it was not seen. */
  name: string
  plant: string
  undo: string
}

export const faultKinds = [
  'policy dropped', 'using (true)', 'with check (true)', 'policy for everyone', 'row level security off', 'force off', 'wider grant', 'definer view', 'foreign key without its school',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What of the isolation saw a planted fault. */
export type Seen = 'cell' | 'structure' | null

// These hide behind policies that still hold: the structure is asked first, which spares trying every cell.
const structural: FaultKind[] = ['policy for everyone', 'wider grant', 'definer view']

interface Policy {
  table: string
  sql: string
  name: string
  command: string
  roles: string
  using: string | null
  check: string | null
}

interface CompositeKey {
  table: string
  sql: string
  name: string
  definition: string
}

/** Every fault that can be planted in the tables of `public`, found in the catalogue. */
export async function listFaults({ connections: { superuser } }: Matrix): Promise<Fault[]> {
  const policies = (await superuser.query<Policy>(policiesQuery)).rows
  const tables = (await superuser.query<{ table: string; sql: string; lacking: [string, string] | null }>(tablesQuery)).rows
  const keys = (await superuser.query<CompositeKey>(keysQuery)).rows
  return [
    ...policies.flatMap(faultsOfPolicy),
    ...tables.flatMap(faultsOfTable),
    ...faultsOfColumns(),
    ...keys.map(({ table, sql, name, definition }): Fault => ({
      kind: 'foreign key without its school', table, name,
      plant: `alter table ${sql} drop constraint ${name}`,
      undo: `alter table ${sql} add constraint ${name} ${definition}`,
    })),
  ]
}

function faultsOfPolicy({ table, sql, name, command, roles, using, check }: Policy): Fault[] {
  const policy = `${pg.escapeIdentifier(name)} on ${sql}`
  const clauses = `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`
  const fault = (kind: FaultKind, plant: string, undo: string): Fault => ({ kind, table, name, plant, undo })
  const faults = [
    fault('policy dropped', `drop policy ${policy}`, `create policy ${policy} for ${command} to ${roles}${clauses}`),
    fault('policy for everyone', `alter policy ${policy} to public`, `alter policy ${policy} to ${roles}`),
  ]
  // What is true already, for the system and for the owner of the helper functions, is no fault.
  if (using !== null && using !== 'true') faults.push(fault('using (true)', `alter policy ${policy} using (true)`, `alter policy ${policy} using (${using})`))
  if (check !== null && check !== 'true') faults.push(fault('with check (true)', `alter policy ${policy} with check (true)`, `alter policy ${policy} with check (${check})`))
  return faults
}

function faultsOfTable({ table, sql, lacking }: { table: string; sql: string; lacking: [string, string] | null }): Fault[] {
  const fault = (kind: FaultKind, plant: string, undo: string, name: string = kind): Fault => ({ kind, table, name, plant, undo })
  const faults = [
    fault('row level security off', `alter table ${sql} disable row level security`, `alter table ${sql} enable row level security`),
    fault('force off', `alter table ${sql} no force row level security`, `alter table ${sql} force row level security`),
    fault('definer view', `create view public.planted as select * from ${sql}; grant select on public.planted to anon`, 'drop view public.planted'),
  ]
  if (!lacking) return faults

  const [verb, role] = lacking
  return [...faults, fault('wider grant', `grant ${verb} on ${sql} to ${role}`, `revoke ${verb} on ${sql} from ${role}`, `${verb} to ${role}`)]
}

/** Where a role may name some columns, all of them. */
function faultsOfColumns(): Fault[] {
  return Object.entries(columns).flatMap(([table, roles]) => Object.entries(roles).flatMap(([role, verbs]) => Object.entries(verbs).map(([verb, names]): Fault => ({
    kind: 'wider grant', table, name: `every column for ${verb} to ${role}`,
    plant: `grant ${verb} on public.${table} to ${role}`,
    // Taking the whole table back takes the columns along.
    undo: `revoke ${verb} on public.${table} from ${role}; grant ${verb} (${names.join(', ')}) on public.${table} to ${role}`,
  }))))
}

/**
 * Plants a fault for real, asks the cells of its table and then the structure, and takes it out again.
 *
 * @returns which of the two saw it first, or null: then the isolation is blind to it
 */
export async function plantAndLook(matrix: Matrix, fault: Fault): Promise<Seen> {
  const { superuser } = matrix.connections
  await superuser.query(fault.plant)
  try {
    if (structural.includes(fault.kind) && (await isSeenByStructure(matrix))) return 'structure'

    const report = await tryIsolation(matrix, { table: fault.table, untilFirstLeak: true })
    if (report.leaks.length) return 'cell'
    return (await isSeenByStructure(matrix)) ? 'structure' : null
  } finally {
    await superuser.query(fault.undo)
  }
}

async function isSeenByStructure({ connections }: Matrix): Promise<boolean> {
  return (await checkStructure(connections.superuser)).findings.length > 0
}

// Ordered so that the first of a table is read aloud the same in every run.
const policiesQuery = `
  select p.tablename as table, format('%I.%I', p.schemaname, p.tablename) as sql, p.policyname as name, p.cmd as command, p.qual as using, p.with_check as check,
    (select string_agg(quote_ident(r), ', ') from unnest(p.roles) r) as roles
  from pg_policies p where p.schemaname = 'public' order by p.tablename, p.policyname`

// The first right that neither visitors nor signed-in people have: reading if possible. Where the table is
// column-limited, has_table_privilege is false and the whole table is what is granted too much.
const tablesQuery = `
  select c.relname as table, format('%I.%I', n.nspname, c.relname) as sql,
    (select json_build_array(verb, role) from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) with ordinality v(verb, first)
      cross join unnest(array['anon', 'authenticated']) with ordinality r(role, second)
      where not has_table_privilege(role, c.oid, verb) and not (verb in ('select', 'insert', 'update') and has_any_column_privilege(role, c.oid, verb))
      order by first, second limit 1) as lacking
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by c.relname`

const keysQuery = `
  select c.relname as table, format('%I.%I', n.nspname, c.relname) as sql, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and k.contype = 'f' and cardinality(k.conkey) > 1 order by c.relname, k.conname`
