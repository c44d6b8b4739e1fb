import type pg from 'pg'

/** A table of ours, and how it can be read whole. */
export interface FoundTable {
  oid: number
  schema: string
  name: string
  /** Quoted and with its schema, ready for a statement. */
  sql: string
  /** Without generated columns: those make themselves. */
  columns: string[]
  /** Who owns it: the role that migrates, or the system login. */
  owner: 'migrate' | 'system'
  isForced: boolean
  /** Null when none of our roles is certain to see every row. */
  readAs: 'migrate' | 'system' | 'service_role' | null
}

/** A sequence of ours. */
export interface FoundSequence {
  schema: string
  name: string
  sql: string
  owner: 'migrate' | 'system'
}

/** The schemas that an installation consists of. */
export const ourSchemas = ['public', 'better_auth', 'jobs', 'cove', 'graphile_worker']
/** The queue's library writes down here how far it made its own tables: a mark of the structure, no content. */
const structureOnly = ['graphile_worker.migrations']

/**
 * Lists every table of ours, with the role that sees all of its rows. Row level security is forced on most of them, so
 * their owner does not; `service_role` does where a policy says so without a condition.
 *
 * @param migrate connected as the role that owns the tables
 * @param systemRole the name of the system login
 */
export async function listTables(migrate: pg.Client, systemRole: string): Promise<FoundTable[]> {
  const { rows } = await migrate.query<FoundTable>(
    `with found as (
      select c.oid::int as oid, n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
        case pg_get_userbyid(c.relowner) when current_user then 'migrate' when $2 then 'system' end as owner,
        c.relforcerowsecurity as "isForced", c.relrowsecurity as is_secured,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
          and pg_get_expr(p.polqual, c.oid) = 'true' and p.polroles @> array(select r.oid from pg_roles r where r.rolname = 'service_role'))
        and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive) as is_open_to_service
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1) and format('%s.%s', n.nspname, c.relname) <> all($3))
    select oid, schema, name, sql, columns, owner, "isForced",
      case when not (is_secured and "isForced") then owner when is_open_to_service then 'service_role' end as "readAs"
    from found order by schema, name`,
    [ourSchemas, systemRole, structureOnly],
  )
  return rows
}

/** Lists the sequences of ours. */
export async function listSequences(migrate: pg.Client, systemRole: string): Promise<FoundSequence[]> {
  const { rows } = await migrate.query<FoundSequence>(
    `select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
      case pg_get_userbyid(c.relowner) when $2 then 'system' else 'migrate' end as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any($1) order by 1, 2`,
    [ourSchemas, systemRole],
  )
  return rows
}

/** Schemas with tables that are somebody else's: they are named to the operator, and left alone. */
export async function listForeignSchemas(migrate: pg.Client): Promise<string[]> {
  const { rows } = await migrate.query<{ schema: string }>(
    `select distinct n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname <> all($1) and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1`,
    [ourSchemas],
  )
  return rows.map(({ schema }) => schema)
}

/** How far the queue's library has made its own tables. */
export async function readQueueStep(system: pg.Client): Promise<number> {
  const { rows } = await system.query<{ step: number }>('select coalesce(max(id), 0)::int as step from graphile_worker.migrations')
  return rows[0]?.step ?? 0
}
