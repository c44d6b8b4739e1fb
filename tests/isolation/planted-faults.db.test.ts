import { describe, expect, it } from 'vitest'
import { tryFunctions } from './functions.ts'
import { tryIsolation, type Matrix } from './matrix.ts'
import { checkStructure } from './structure.ts'
import { useMatrix } from './use-matrix.ts'

// The faults of each table and policy are planted in matrix.db.test.ts; these are the ones that belong to no table.
const matrix = useMatrix()

/** A mistake in the catalogue, and the check that must name it. */
interface Mistake {
  check: string
  plant: string
  undo: string
}

const mistakes: Mistake[] = [
  { check: 'splinter 0013 rls disabled in public', plant: 'create table planted (organization_id uuid, id uuid)', undo: 'drop table planted' },
  { check: 'splinter 0004 no primary key', plant: 'create table planted (organization_id uuid, id uuid)', undo: 'drop table planted' },
  { check: 'tenant table: primary key starts with organization_id', plant: 'create table planted (id uuid primary key, organization_id uuid)', undo: 'drop table planted' },
  {
    check: 'tenant table: foreign keys carry organization_id',
    plant: `alter table courses add constraint planted_unique unique (id); create table planted (organization_id uuid, id uuid, course uuid references courses (id), primary key (organization_id, id))`,
    undo: 'drop table planted; alter table courses drop constraint planted_unique',
  },
  { check: 'tenant table: an id points somewhere', plant: 'alter table courses add column planted_id uuid', undo: 'alter table courses drop column planted_id' },
  { check: 'organizations: an id points to a row of its own', plant: 'alter table organizations add column planted_id uuid', undo: 'alter table organizations drop column planted_id' },
  { check: 'splinter 0001 unindexed foreign keys', plant: 'drop index lesson_contents_media', undo: 'create index lesson_contents_media on lesson_contents (organization_id, media_file_id)' },
  { check: 'splinter 0009 duplicate index', plant: 'create index planted on orders (user_id)', undo: 'drop index planted' },
  {
    check: 'splinter 0003 auth rls initplan',
    plant: 'create policy planted on orders for select to authenticated using (organization_id = (select current_organization()) and user_id = current_user_id())',
    undo: 'drop policy planted on orders',
  },
  {
    check: 'policy compares an indexed column',
    plant: `create policy planted on orders for select to authenticated using (organization_id = (select current_organization()) and buyer_name = 'Mei')`,
    undo: 'drop policy planted on orders',
  },
  { check: 'splinter 0010 security definer view', plant: 'create view planted as select * from courses', undo: 'drop view planted' },
  { check: 'splinter 0002 auth users exposed', plant: 'create view planted with (security_invoker) as select id from better_auth."user"', undo: 'drop view planted' },
  { check: 'splinter 0016 and 0017 materialized views and foreign tables', plant: 'create materialized view planted as select * from courses', undo: 'drop materialized view planted' },
  { check: 'function: not for everyone', plant: `create function planted() returns int language sql set search_path = '' as 'select 1'`, undo: 'drop function planted()' },
  { check: 'splinter 0011 function search path mutable', plant: `create function planted() returns int language sql as 'select 1'`, undo: 'drop function planted()' },
  {
    check: 'definer function: empty search_path',
    plant: `create function planted() returns int language sql security definer set search_path = public as 'select 1'`, undo: 'drop function planted()',
  },
  {
    check: 'default privileges give nothing away',
    plant: 'alter default privileges for role coursecove_migrate in schema public grant select on tables to anon',
    undo: 'alter default privileges for role coursecove_migrate in schema public revoke select on tables from anon',
  },
  {
    check: 'default privileges give nothing away',
    plant: 'alter default privileges for role coursecove_migrate grant execute on functions to public',
    undo: 'alter default privileges for role coursecove_migrate revoke execute on functions from public',
  },
  { check: 'schemas: closed to people but for public', plant: 'grant usage on schema better_auth to authenticated', undo: 'revoke usage on schema better_auth from authenticated' },
  { check: 'schemas: closed to people but for public', plant: 'grant create on schema public to anon', undo: 'revoke create on schema public from anon' },
  { check: 'grants are those that the table of allowances needs', plant: 'create sequence planted; grant usage on planted to anon', undo: 'drop sequence planted' },
]

describe('the structure checks name', () => {
  it.each(mistakes)('$check: $plant', async ({ check, plant, undo }) => {
    const { superuser } = matrix().connections
    await superuser.query(plant)
    const { findings } = await checkStructure(superuser)
    await superuser.query(undo)
    expect(findings.map((finding) => finding.check)).toContain(check)
  })
})

describe('the matrix refuses to call a table tried that it', () => {
  it('has no line for', async () => {
    const { superuser } = matrix().connections
    await superuser.query('create table planted (id uuid primary key)')
    const report = await tryIsolation(matrix(), { table: 'planted', untilFirstLeak: true })
    await superuser.query('drop table planted')
    expect(report.leaks[0]?.detail).toContain('has no line')
  })

  it('finds empty for one of the schools', async () => {
    const { baselines, world } = matrix()
    const onlyB = { ...baselines.get('orders'), table: 'public.orders', md5: '', rows: baselines.get('orders')?.rows.filter((row) => row.organization_id === world.b.id) ?? [] }
    const blinded: Matrix = { ...matrix(), baselines: new Map([...baselines, ['orders', onlyB]]) }
    const report = await tryIsolation(blinded, { table: 'orders', untilFirstLeak: true })
    expect(report.leaks[0]?.detail).toContain('has no row of school-a')
  })
})

describe('the calls of functions see', () => {
  const original = `select pg_get_functiondef(p.oid) as text from pg_proc p where p.proname = 'list_member_addresses'`
  const widened = [
    ['addresses shown to a role that needs none', `and (select public.current_may('people.addresses'))`, ''],
    ['addresses of every school shown', `m.organization_id = (select public.current_organization())`, 'true'],
  ] as const

  it.each(widened)('%s', async (_name, condition, without) => {
    const { superuser } = matrix().connections
    const text = String((await superuser.query(original)).rows[0]?.text)
    expect(text).toContain(condition)
    await superuser.query(text.replace(condition, without))
    const { leaks } = await tryFunctions(matrix())
    await superuser.query(text)
    expect(leaks.length).toBeGreaterThan(0)
    expect((await tryFunctions(matrix())).leaks).toEqual([])
  })

  it('a function that nobody wrote down', async () => {
    const { superuser } = matrix().connections
    await superuser.query(`create function planted() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.orders'; grant execute on function planted() to anon`)
    const { leaks } = await tryFunctions(matrix())
    await superuser.query('drop function planted()')
    expect(leaks).toMatchObject([{ function: 'public.planted' }])
  })
})
