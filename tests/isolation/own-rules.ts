import type { StructureCheck } from './structure.ts'

const publicTables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' and c.relkind in ('r', 'p')`
const tenantTables = `${publicTables} join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id' and not o.attisdropped`
const webPolicy = `p.polroles && array(select oid from pg_roles where rolname in ('anon', 'authenticated'))`
const policies = `pg_policy p join ${publicTables} on c.oid = p.polrelid`
const using = `coalesce(pg_get_expr(p.polqual, p.polrelid), '')`
const withCheck = `coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid), '')`
const ourFunctions = `pg_proc f join pg_namespace n on n.oid = f.pronamespace and n.nspname in ('public', 'better_auth', 'jobs')`

/** The rules of this project: what must hold in the catalogue so that a wrong policy alone gives nothing away. */
export const ownRules: StructureCheck[] = [
  {
    name: 'tenant table: primary key starts with organization_id',
    sql: `select c.relname as object, 'its primary key does not begin with organization_id' as detail from ${tenantTables}
      where not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey[1] = o.attnum)`,
  },
  {
    name: 'tenant table: organization_id is never null',
    sql: `select c.relname as object, 'organization_id may be null' as detail from ${tenantTables}
      where not o.attnotnull and exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey[1] = o.attnum)`,
  },
  {
    name: 'tenant table: foreign keys carry organization_id',
    sql: `select c.relname || '.' || k.conname as object, pg_get_constraintdef(k.oid) as detail from ${tenantTables}
      join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      join pg_attribute t on t.attrelid = k.confrelid and t.attname = 'organization_id'
      where not exists (select 1 from unnest(k.conkey, k.confkey) as pair(here, there) where pair.here = o.attnum and pair.there = t.attnum)`,
  },
  {
    // A pointer without a foreign key could name a row of the other school and nothing would refuse it.
    name: 'tenant table: an id points somewhere',
    sql: `select c.relname || '.' || a.attname as object, 'no foreign key' as detail from ${tenantTables}
      join pg_attribute a on a.attrelid = c.oid and a.attname like '%\\_id' and a.atttypid = 'uuid'::regtype and not a.attisdropped
      where not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))`,
  },
  {
    // A school is no row of itself, so the rules above pass it by; what it points to must be its own all the same.
    name: 'organizations: an id points to a row of its own',
    sql: `select 'organizations.' || a.attname as object, 'no foreign key with the school in it' as detail from pg_attribute a
      where a.attrelid = 'public.organizations'::regclass and a.attname like '%\\_id' and a.atttypid = 'uuid'::regtype and not a.attisdropped
        and not exists (select 1 from pg_constraint k join pg_attribute i on i.attrelid = a.attrelid and i.attname = 'id'
          where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey) and i.attnum = any (k.conkey))`,
  },
  {
    name: 'every table: row level security forced',
    sql: `select c.relname as object, 'its owner is not bound by the policies' as detail from ${publicTables} where not c.relforcerowsecurity`,
  },
  {
    name: 'every table: a policy for service_role',
    sql: `select c.relname as object, 'no policy names service_role' as detail from ${publicTables}
      where not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and 'service_role'::regrole = any (p.polroles))`,
  },
  {
    name: 'policy names its roles',
    sql: `select c.relname || '.' || p.polname as object, 'is for everyone' as detail from ${policies} where 0::oid = any (p.polroles)`,
  },
  {
    // The last word where column grants hide a too wide policy from every statement that could be tried.
    name: 'policy for people compares with the claims',
    sql: `select c.relname || '.' || p.polname as object, what || ' ' || expression as detail
      from ${policies} cross join lateral (values
        ('using', case when p.polcmd <> 'a' then ${using} end), ('with check', case when p.polcmd in ('a', 'w', '*') then ${withCheck} end)) as said(what, expression)
      where ${webPolicy} and expression is not null and c.relname <> 'role_permissions'
        and expression !~ case
          when c.relname = 'organizations' then '\\mid = \\( SELECT current_organization\\(\\)'
          when exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') then '\\morganization_id = \\( SELECT current_organization\\(\\)'
          else '(id|user_id) = \\( SELECT current_user_id\\(\\)|organization_id = \\( SELECT current_organization\\(\\)' end`,
  },
  {
    name: 'policy compares an indexed column',
    sql: `select distinct t.relname || '.' || a.attname as object, 'in no index, named by the policy ' || p.polname as detail
      from ${policies} join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
      join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
      where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisvalid and a.attnum = any (i.indkey::int2[])
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$'))`,
  },
  {
    name: 'function: not for everyone',
    sql: `select n.nspname || '.' || f.proname as object, 'PUBLIC may execute it' as detail from ${ourFunctions}
      where exists (select 1 from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g where g.grantee = 0)`,
  },
  {
    name: 'definer function: empty search_path',
    sql: `select n.nspname || '.' || f.proname as object, coalesce(array_to_string(f.proconfig, ', '), 'no settings') as detail from ${ourFunctions}
      where f.prosecdef and not coalesce('search_path=""' = any (f.proconfig), false)`,
  },
  {
    name: 'default privileges give nothing away',
    sql: `select coalesce(n.nspname, 'everywhere') || ', ' || d.defaclobjtype::text as object, 'by default to ' || coalesce(r.rolname, 'PUBLIC') || ': ' || g.privilege_type as detail
      from pg_default_acl d cross join aclexplode(d.defaclacl) g left join pg_roles r on r.oid = g.grantee left join pg_namespace n on n.oid = d.defaclnamespace
      where (n.nspname is null or n.nspname = 'public') and g.grantee <> d.defaclrole
      union all
      select 'functions of ' || o.rolname, 'PUBLIC may execute what will be created'
      from (select distinct r.oid, r.rolname from ${publicTables} join pg_roles r on r.oid = c.relowner) o
      where not exists (select 1 from pg_default_acl d where d.defaclrole = o.oid and d.defaclnamespace = 0 and d.defaclobjtype = 'f'
        and not exists (select 1 from aclexplode(d.defaclacl) g where g.grantee = 0))`,
  },
  {
    name: 'schemas: closed to people but for public',
    sql: `select n.nspname || ' to ' || r.rolname as object, g as detail from pg_namespace n cross join pg_roles r cross join unnest(array['USAGE', 'CREATE']) g
      where (r.rolname in ('anon', 'authenticated', 'service_role') or exists (select 1 from pg_auth_members m join pg_roles a on a.oid = m.roleid where m.member = r.oid and a.rolname = 'anon') and not r.rolsuper and not r.rolcreaterole)
        and n.nspname not in ('pg_catalog', 'information_schema', 'isolation_probe') and n.nspname !~ '^pg_(toast|temp)'
        and has_schema_privilege(r.oid, n.oid, g)
        and not (g = 'USAGE' and r.rolname in ('anon', 'authenticated', 'service_role') and n.nspname = 'public')
        and not (g = 'USAGE' and r.rolname in ('authenticated', 'service_role') and n.nspname = 'jobs')
        -- Health reads which migrations were applied.
        and not (g = 'USAGE' and r.rolname = 'service_role' and n.nspname = 'cove')`,
  },
  {
    name: 'database: nobody makes temporary tables',
    sql: `select d.datname as object, 'PUBLIC may create temporary tables' as detail from pg_database d
      where d.datname = current_database() and exists (select 1 from aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g where g.grantee = 0 and g.privilege_type = 'TEMPORARY')`,
  },
  {
    name: 'logins: no more than their group',
    sql: `select r.rolname as object, 'superuser, bypassrls, createrole, createdb or replication' as detail from pg_roles r
      where (r.rolname in ('anon', 'authenticated', 'service_role') or exists (select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and g.rolname in ('anon', 'authenticated') and not m.admin_option))
        and not (r.rolname like '%migrate') and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
      union all
      select r.rolname, 'may become ' || g.rolname from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
      where exists (select 1 from pg_auth_members w join pg_roles a on a.oid = w.roleid where w.member = m.member and a.rolname = 'anon' and not w.admin_option)
        and g.rolname not in ('anon', 'authenticated')`,
  },
]
