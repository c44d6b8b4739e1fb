import { describe, expect, it } from 'vitest'
import { asViewer } from './probe.ts'
import { useMatrix } from './use-matrix.ts'

const matrix = useMatrix()
const untouched = { table: 'public.organizations', rows: [], md5: '' }

/** What someone would try who can make the application send any statement. */
const waysOut = [
  'set role service_role',
  'set local role service_role',
  'set role coursecove_migrate',
  'set role postgres',
  'set session authorization coursecove_system',
  'alter role coursecove_web superuser',
  'grant service_role to coursecove_web',
  'create role walked_out',
  'set session_replication_role = replica',
  'select * from better_auth."user"',
  'select password from better_auth.account',
  'select token from better_auth.session',
  'select * from graphile_worker.jobs',
  'select * from graphile_worker._private_jobs',
  `select graphile_worker.add_job('send-mail')`,
  'select jobs.pending()',
  'select better_auth.tell_inbox()',
  'select public.merge_users(gen_random_uuid(), gen_random_uuid())',
  'select * from cove.migrations',
  'create table public.walked_out (id int)',
  'create temporary table walked_out (id int)',
  'create schema walked_out',
  'create view public.walked_out as select 1',
  'create function public.walked_out() returns int language sql return 1',
  'create extension plperl',
  'create policy walked_out on public.orders for select to anon using (true)',
  'alter table public.orders disable row level security',
  'alter table public.orders no force row level security',
  'truncate public.orders',
  'drop table public.orders',
  `copy (select 1) to program 'id'`,
  `copy public.orders from '/etc/passwd'`,
  `copy (select 1) to '/tmp/walked-out'`,
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('/')`,
  `select lo_import('/etc/passwd')`,
  'select rolpassword from pg_authid',
  'select passwd from pg_shadow',
  'select pg_reload_conf()',
  'alter database coursecove set row_security = off',
] as const

describe('a statement smuggled in through the web login', () => {
  it('walks out by no way, at any door', async () => {
    const doors = matrix().viewers.filter((viewer) => viewer.login === 'web')
    const open: string[] = []
    for (const viewer of doors) {
      await asViewer(matrix().connections, viewer, async (attempt) => {
        for (const way of waysOut) {
          const outcome = await attempt(way, untouched)
          if (outcome.kind !== 'refused') open.push(`${viewer.name}: ${way} → ${JSON.stringify(outcome)}`)
        }
      })
    }
    console.log(`injection: ${waysOut.length} ways out × ${doors.length} doors, ${open.length} open`)
    expect(open).toEqual([])
  })

  it('cannot switch row level security off: the query is refused instead of answered', async () => {
    const [anon] = matrix().viewers
    if (!anon) throw new Error('the cast is empty')
    const outcome = await asViewer(matrix().connections, anon, (attempt) => attempt('set local row_security = off; select * from public.courses', untouched))
    expect(outcome.kind).toBe('refused')
  })

  it('changes no setting of the server, in or outside a transaction', async () => {
    const { web } = matrix().connections
    for (const statement of [`alter system set log_statement = 'all'`, 'create database walked_out', 'checkpoint']) {
      await expect(web.query(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('puts a job into the queue only as someone signed in', async () => {
    const allowed: string[] = []
    for (const viewer of matrix().viewers.filter(({ login }) => login === 'web')) {
      const outcome = await asViewer(matrix().connections, viewer, (attempt) => attempt(`select jobs.enqueue('none', '{}', 'key', now())`, untouched))
      if (outcome.kind !== 'refused') allowed.push(String(viewer.role))
    }
    expect(new Set(allowed)).toEqual(new Set(['authenticated']))
  })
})

describe('the claims of a transaction', () => {
  it.each(['commit', 'rollback'])('are gone after %s, and the login alone sees nothing', async (end) => {
    const { connections, world } = matrix()
    const client = await connections.web.connect()
    try {
      await client.query(`begin; set local role authenticated; select public.open_tenant('${world.a.people.owner}', '${world.a.id}'); select 1 from public.orders; ${end}`)
      const left = await client.query(`select current_user as login, current_setting('request.jwt.claims', true) as claims`)
      expect(left.rows[0]).toEqual({ login: 'coursecove_web', claims: '' })
      await expect(client.query('select 1 from public.orders')).rejects.toMatchObject({ code: '42501' })

      await client.query('begin; set local role authenticated')
      const seen = await client.query('select 1 from public.orders union all select 1 from public.courses')
      expect(seen.rows).toEqual([])
      await client.query('rollback')
    } finally {
      client.release(true)
    }
  })

  it('never carry a role that the membership does not give', async () => {
    const { connections, world } = matrix()
    const { a, b } = world
    const asked = [[a.people.owner, a.id, 'owner'], [a.people.owner, b.id, null], [a.formerId, a.id, null], [world.strangerId, a.id, null], [world.bothId, a.id, 'student'], [world.bothId, b.id, 'owner']] as const
    for (const [userId, doorId, role] of asked) {
      const client = await connections.web.connect()
      try {
        await client.query('begin; set local role authenticated')
        const opened = await client.query('select public.open_tenant($1, $2) as role', [userId, doorId])
        expect(opened.rows[0]).toEqual({ role })
        await client.query('rollback')
      } finally {
        client.release()
      }
    }
  })
})
