import type { Client } from 'pg'

const ours = `n.nspname in ('public', 'better_auth', 'jobs')`

/** One part of the dump: a heading and the query that writes its lines, in a fixed order. */
interface Part {
  heading: string
  query: string
}

const parts: Part[] = [
  {
    heading: 'Tables',
    query: `
      select format(E'create table %s (\\n%s\\n);', c.oid::regclass, string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum))
        || coalesce(E'\\ncomment on table ' || c.oid::regclass || ' is ' || quote_literal(obj_description(c.oid, 'pg_class')) || ';', '')
        || case when c.relrowsecurity then E'\\nalter table ' || c.oid::regclass || ' enable row level security;' else '' end
        || case when c.relforcerowsecurity then E'\\nalter table ' || c.oid::regclass || ' force row level security;' else '' end as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind in ('r', 'p') and ${ours}
      group by c.oid, n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity order by n.nspname, c.relname`,
  },
  {
    heading: 'Constraints',
    query: `
      select format('alter table %s add constraint %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and k.contype in ('p', 'u', 'f', 'c', 'x') order by n.nspname, c.relname, k.conname`,
  },
  {
    heading: 'Indexes',
    query: `
      select pg_get_indexdef(i.indexrelid) || ';' as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by n.nspname, c.relname, x.relname`,
  },
  {
    heading: 'Functions',
    query: `
      select pg_get_functiondef(p.oid) || ';' as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    heading: 'Triggers',
    query: `
      select pg_get_triggerdef(t.oid) || ';' as line
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not t.tgisinternal order by n.nspname, c.relname, t.tgname`,
  },
  {
    heading: 'Policies',
    query: `
      select format('create policy %I on %I.%I for %s to %s%s%s;', p.policyname, p.schemaname, p.tablename, lower(p.cmd),
          (select string_agg(case when r = current_user then 'migrator' else r end, ', ' order by r) from unnest(p.roles) r),
          coalesce(' using ' || p.qual, ''), coalesce(' with check ' || p.with_check, '')) as line
      from pg_policies p where p.schemaname in ('public', 'better_auth', 'jobs') order by p.schemaname, p.tablename, p.policyname`,
  },
  {
    heading: 'Grants on tables and columns',
    query: `
      select format('grant %s on %I.%I to %s;', what, table_schema, table_name, grantee) as line from (
        select string_agg(lower(privilege_type), ', ' order by privilege_type) as what, table_schema, table_name, grantee
        from information_schema.role_table_grants
        where table_schema in ('public', 'better_auth', 'jobs') and grantee in ('anon', 'authenticated', 'service_role', 'cove_auth_group', 'PUBLIC')
        group by table_schema, table_name, grantee
        union all
        select lower(g.privilege_type) || ' (' || string_agg(g.column_name, ', ' order by g.column_name) || ')', g.table_schema, g.table_name, g.grantee
        from information_schema.column_privileges g
        where g.table_schema in ('public', 'better_auth', 'jobs') and g.grantee in ('anon', 'authenticated', 'service_role', 'cove_auth_group', 'PUBLIC')
          and not exists (select 1 from information_schema.role_table_grants t where t.table_schema = g.table_schema and t.table_name = g.table_name
            and t.grantee = g.grantee and t.privilege_type = g.privilege_type)
        group by g.table_schema, g.table_name, g.grantee, g.privilege_type
      ) s order by table_schema, table_name, grantee, what`,
  },
  {
    heading: 'Grants on functions',
    query: `
      select format('grant execute on function %s to %s;', p.oid::regprocedure,
        string_agg(coalesce(r.rolname, 'public'), ', ' order by coalesce(r.rolname, 'public'))) as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      left join pg_roles r on r.oid = a.grantee
      where ${ours} and a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner and coalesce(r.rolname, 'public') in ('anon', 'authenticated', 'service_role', 'cove_auth_group', 'public')
      group by p.oid, n.nspname, p.proname order by n.nspname, p.proname`,
  },
]

/**
 * Writes what the migrated database became, from its catalogue, always in the same order: a change of a migration
 * shows as a change of this text.
 *
 * @param client connected as the migration role
 */
export async function dumpSchema(client: Client): Promise<string> {
  await client.query(`set search_path = ''`)
  const written: string[] = ['-- What the migrations made of the database. Written from its catalogue by db/write-schema.ts; not edited.']
  for (const part of parts) {
    const found = await client.query<{ line: string }>(part.query)
    written.push(`\n-- ${part.heading} (${found.rowCount})\n${found.rows.map((row) => row.line).join('\n')}`)
  }
  await client.query('reset search_path')
  return `${written.join('\n').replace(/[ \t]+$/gm, '')}\n`
}
