import type { StructureCheck } from './structure.ts'

const publicTables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' and c.relkind in ('r', 'p')`
const ours = `('public', 'better_auth', 'jobs')`
const claimFunctions = '(current_organization|current_user_id|current_may|current_member_role|current_claims|current_setting|my_active_courses)'

/** What Supabase's linter for databases looks for, as far as it bears on who sees what, in our own words. */
export const splinterLints: StructureCheck[] = [
  {
    // A partial index serves only when all it leaves out are rows where the key is null.
    name: 'splinter 0001 unindexed foreign keys',
    sql: `select k.conrelid::regclass::text || '.' || k.conname as object, 'no index begins with its columns' as detail
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname in ${ours} and not exists (
        select 1 from pg_index i where i.indrelid = k.conrelid and i.indisvalid
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  },
  {
    name: 'splinter 0002 auth users exposed',
    sql: `select v.relname as object, 'shows ' || t.relname || ' of better_auth' as detail
      from pg_class v join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'public' and v.relkind in ('v', 'm')
      join pg_rewrite w on w.ev_class = v.oid join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
      join pg_class t on t.oid = d.refobjid join pg_namespace s on s.oid = t.relnamespace and s.nspname = 'better_auth'`,
  },
  {
    name: 'splinter 0003 auth rls initplan',
    sql: `select c.relname || '.' || p.polname as object, 'asks for the claims once a row' as detail from pg_policy p join ${publicTables} on c.oid = p.polrelid
      where regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
        'SELECT ${claimFunctions}\\([^)]*\\)', '', 'g') ~ '${claimFunctions}\\('`,
  },
  {
    name: 'splinter 0004 no primary key',
    sql: `select c.relname as object, 'no primary key' as detail from ${publicTables} where not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  },
  {
    name: 'splinter 0006 multiple permissive policies',
    sql: `select c.relname || ' for ' || verb || ' by ' || r.rolname as object, string_agg(p.polname, ', ' order by p.polname) as detail
      from pg_policy p join ${publicTables} on c.oid = p.polrelid cross join unnest(array['r', 'a', 'w', 'd']) verb join pg_roles r on r.oid = any (p.polroles)
      where p.polpermissive and p.polcmd::text in (verb, '*') group by c.relname, verb, r.rolname having count(*) > 1`,
  },
  {
    name: 'splinter 0007 policy exists rls disabled',
    sql: `select c.relname as object, 'has policies that are not in force' as detail from ${publicTables}
      where not c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid)`,
  },
  {
    name: 'splinter 0008 rls enabled no policy',
    sql: `select c.relname as object, 'has no policy' as detail from ${publicTables}
      where c.relrowsecurity and not exists (select 1 from pg_policy p where p.polrelid = c.oid)`,
  },
  {
    name: 'splinter 0009 duplicate index',
    sql: `select min(i.indexrelid::regclass::text) as object, string_agg(i.indexrelid::regclass::text, ', ') as detail
      from pg_index i join ${publicTables} on c.oid = i.indrelid
      group by i.indrelid, i.indkey::text, i.indoption::text, i.indclass::text, coalesce(i.indpred::text, ''), coalesce(i.indexprs::text, '') having count(*) > 1`,
  },
  {
    name: 'splinter 0010 security definer view',
    sql: `select v.relname as object, 'is read with its owner''s rights' as detail from pg_class v join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'public'
      where v.relkind = 'v' and not coalesce(v.reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'], false)`,
  },
  {
    // A body that was bound when the function was made ("return", "begin atomic") means the same under any path.
    name: 'splinter 0011 function search path mutable',
    sql: `select n.nspname || '.' || f.proname as object, 'means what the caller''s search_path says' as detail
      from pg_proc f join pg_namespace n on n.oid = f.pronamespace
      where n.nspname in ${ours} and f.prosqlbody is null and not exists (select 1 from unnest(f.proconfig) setting where setting like 'search_path=%')`,
  },
  {
    name: 'splinter 0013 rls disabled in public',
    sql: `select c.relname as object, 'row level security is off' as detail from ${publicTables} where not c.relrowsecurity`,
  },
  {
    name: 'splinter 0014 extension in public',
    sql: `select e.extname as object, 'its functions and tables stand among ours' as detail from pg_extension e join pg_namespace n on n.oid = e.extnamespace and n.nspname = 'public'`,
  },
  {
    name: 'splinter 0016 and 0017 materialized views and foreign tables',
    sql: `select c.relname as object, 'knows no row level security' as detail from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind in ('m', 'f')`,
  },
]
