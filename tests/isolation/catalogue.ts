import type pg from 'pg'

/** The group roles that get grants, and the statements that are tried. */
export const groupRoles = ['anon', 'authenticated', 'service_role'] as const
export type GroupRole = (typeof groupRoles)[number]
export const verbs = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof verbs)[number]

/** A foreign key as the catalogue has it. */
export interface ForeignKey {
  columns: string[]
  /** Schema-qualified. */
  target: string
  targetColumns: string[]
}

/** Which columns a group role may name in a statement. */
export type ColumnGrants = Record<GroupRole, Record<'select' | 'insert' | 'update', string[]>>

/** A table of the database, as far as the matrix asks. */
export interface Table {
  /** `users` in schema public, else `better_auth.session`. */
  name: string
  /** Quoted for SQL. */
  sql: string
  columns: string[]
  primaryKey: string[]
  foreignKeys: ForeignKey[]
  isTenant: boolean
  grants: ColumnGrants
}

interface FoundTable extends Omit<Table, 'isTenant'> {}

/**
 * Reads the tables of `public` and `better_auth` from the catalogue, parents before children.
 *
 * @param only the name of one table, to read that one alone
 */
export async function readTables(superuser: pg.Pool, only?: string): Promise<Table[]> {
  const found = await superuser.query<FoundTable>(tablesQuery, [only ?? null])
  return found.rows.map((table) => ({ ...table, isTenant: table.columns[0] === 'organization_id' }))
}

const nameOf = (oid: string) => `(select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${oid})`
const columnsOf = (relation: string, numbers: string) => `(select json_agg(a.attname order by u.place) from unnest(${numbers}) with ordinality u(number, place)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.number)`
const granted = (role: GroupRole, verb: string) => `(select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
  where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('${role}', t.oid, a.attnum, '${verb}'))`
const grantsOf = (role: GroupRole) => `'${role}', json_build_object(${['select', 'insert', 'update'].map((verb) => `'${verb}', ${granted(role, verb)}`).join(', ')})`

const tablesQuery = `
  select ${nameOf('t.oid')} as name,
    format('%I.%I', s.nspname, t.relname) as sql,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select ${columnsOf('k.conrelid', 'k.conkey')} from pg_constraint k where k.conrelid = t.oid and k.contype = 'p'), '[]') as "primaryKey",
    coalesce((select json_agg(json_build_object('columns', ${columnsOf('k.conrelid', 'k.conkey')}, 'target', ${nameOf('k.confrelid')},
        'targetColumns', ${columnsOf('k.confrelid', 'k.confkey')}) order by k.conname)
      from pg_constraint k where k.conrelid = t.oid and k.contype = 'f'), '[]') as "foreignKeys",
    json_build_object(${groupRoles.map(grantsOf).join(', ')}) as grants
  from pg_class t join pg_namespace s on s.oid = t.relnamespace
  where t.relkind in ('r', 'p') and s.nspname in ('public', 'better_auth') and ($1::text is null or ${nameOf('t.oid')} = $1)
  order by s.nspname desc, t.relname`
