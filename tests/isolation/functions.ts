import pg from 'pg'
import type { Viewer } from './cast.ts'
import { groupRoles, type GroupRole } from './catalogue.ts'
import type { Row } from './connections.ts'
import { isRole, mineHere, myPurchases as openPurchases, myVersions, type Look } from './expected.ts'
import type { Matrix } from './matrix.ts'
import { asViewer } from './probe.ts'

/** A function that sees more than its caller, and what it may tell whom. */
interface TriedFunction {
  name: string
  grantees: GroupRole[]
  call: string
  tells: (look: Look) => Row[]
}

/** What a function told that it should not, or kept back. */
export interface FunctionLeak {
  function: string
  viewer: string
  detail: string
}

const people: GroupRole[] = ['anon', 'authenticated']
const signedIn: GroupRole[] = ['authenticated']

/** What a queue outside asks for; src/providers/inngest/inngest-queue.db.test.ts tries them. */
const outsideQueue = ['take_unsent', 'note_told', 'put_back', 'drop_done', 'begin_run', 'finish_run', 'note_stumble', 'enqueue_by_clock', 'free_lost_runs'].map((name) => `jobs.${name}`)
/** With keys, scopes and both schools, in tests/isolation/api-keys.db.test.ts. */
const ofKeys = ['take_api_key', 'open_tenant_by_key', 'give_enrolment', 'end_given_enrolment'].map((name) => `public.${name}`)
/** These are tried in another way: by opening every door of the matrix, and by the injection tests. */
const triedElsewhere = ['public.open_tenant', ...ofKeys, 'jobs.enqueue', 'jobs.enqueue_in_line', 'jobs.withdraw', 'jobs.pending', 'jobs.list', 'jobs.counts', 'jobs.depth', 'jobs.retry', ...outsideQueue]

function triedFunctions({ world }: Matrix): TriedFunction[] {
  const course = String(world.a.samples.courses?.id)
  const product = String(world.a.samples.products?.id)
  return [
    {
      name: 'public.current_user_profile', grantees: signedIn, call: 'select id, email from public.current_user_profile()',
      tells: ({ viewer, rows }) => rows('users').filter((row) => row.id === viewer.userId).map(({ id, email }) => ({ id, email })),
    },
    {
      name: 'public.list_member_addresses', grantees: signedIn, call: 'select user_id from public.list_member_addresses()',
      tells: ({ viewer, rows }) => isRole(viewer, 'owner', 'admin', 'assistant')
        ? rows('organization_memberships').filter((row) => row.organization_id === viewer.doorId).map(({ user_id }) => ({ user_id })) : [],
    },
    {
      name: 'public.list_my_organizations', grantees: signedIn, call: 'select id, role from public.list_my_organizations()',
      tells: ({ viewer, rows }) => rows('organization_memberships').filter((row) => row.user_id === viewer.userId && row.deleted_at === null)
        .map(({ organization_id, role }) => ({ id: organization_id, role })),
    },
    {
      name: 'public.my_active_courses', grantees: signedIn, call: 'select my_active_courses as id from public.my_active_courses()',
      tells: (look) => look.rows('enrolments').filter((row) => row.status === 'active' && mineHere(row, look)).map(({ course_id }) => ({ id: course_id })),
    },
    {
      name: 'public.count_course_sales', grantees: signedIn, call: `select public.count_course_sales(${pg.escapeLiteral(course)}) as sales`,
      tells: ({ viewer, rows }) => [{
        sales: viewer.doorId === world.a.id && isRole(viewer, 'owner', 'admin', 'instructor') ? rows('checkouts').filter((row) => row.subject_id === course).length : 0,
      }],
    },
    {
      name: 'public.my_products', grantees: signedIn, call: 'select my_products as id from public.my_products()',
      tells: (look) => openPurchases(look).map(({ product_id }) => ({ id: product_id })),
    },
    {
      name: 'public.my_product_versions', grantees: signedIn, call: 'select my_product_versions as id from public.my_product_versions()',
      tells: (look) => myVersions(look).map(({ id }) => ({ id })),
    },
    {
      name: 'public.count_product_sales', grantees: signedIn, call: `select public.count_product_sales(${pg.escapeLiteral(product)}) as sales`,
      tells: ({ viewer, rows }) => [{
        sales: !isRole(viewer, 'owner', 'admin', 'instructor') ? null : viewer.doorId === world.a.id ? rows('purchases').filter((row) => row.product_id === product).length : 0,
      }],
    },
    {
      name: 'public.slug_of_domain', grantees: [...people, 'service_role'], call: `select public.slug_of_domain(${pg.escapeLiteral(`${world.b.slug}.example.com`)}) as slug`,
      tells: () => [{ slug: world.b.slug }],
    },
    {
      name: 'public.primary_domain_of', grantees: [...people, 'service_role'], call: `select public.primary_domain_of(${pg.escapeLiteral(world.b.id)}) as host`,
      // Nobody chose one: the subdomain is the address.
      tells: () => [{ host: null }],
    },
    { name: 'public.analyze_synced', grantees: ['service_role'], call: 'select 1 as done from public.analyze_synced()', tells: () => [{ done: 1 }] },
    {
      name: 'public.find_organization', grantees: [...people, 'service_role'], call: `select * from public.find_organization(${pg.escapeLiteral(world.b.slug)})`,
      // What stands on every school's page; neither the platform's share nor a provider's name for it.
      tells: ({ rows }) => rows('organizations').filter((row) => row.slug === world.b.slug).map((row) => Object.fromEntries([
        'id', 'slug', 'name', 'preset', 'brand_colour', 'tagline', 'hero_title', 'hero_text', 'about', 'time_zone', 'currency', 'locale', 'status', 'type_pair', 'look', 'logo_file_id', 'logo_key', 'languages', 'tagline_translations',
      ].map((column) => [column, row[column]]))),
    },
  ]
}

/** Calls every function that runs with its owner's rights as every viewer, and reports each that nobody wrote down. */
export async function tryFunctions(matrix: Matrix): Promise<{ calls: number; leaks: FunctionLeak[] }> {
  const tried = triedFunctions(matrix)
  const known = [...tried.map(({ name }) => name), ...triedElsewhere]
  const found = await matrix.connections.superuser.query<{ name: string }>(definerFunctions)
  const leaks: FunctionLeak[] = found.rows.filter(({ name }) => !known.includes(name))
    .map(({ name }) => ({ function: name, viewer: 'the matrix itself', detail: 'has no line in tests/isolation/functions.ts' }))

  for (const viewer of matrix.viewers.filter(({ login }) => login !== 'migrate')) leaks.push(...(await callAll(matrix, viewer, tried)))
  return { calls: tried.length * (matrix.viewers.length - 1), leaks }
}

async function callAll(matrix: Matrix, viewer: Viewer, tried: TriedFunction[]): Promise<FunctionLeak[]> {
  const rows = (table: string): Row[] => matrix.baselines.get(table)?.rows ?? []
  const anyTable = matrix.baselines.get('organizations') ?? { table: 'public.organizations', rows: [], md5: '' }
  return asViewer(matrix.connections, viewer, async (attempt) => {
    const leaks: FunctionLeak[] = []
    for (const { name, grantees, call, tells } of tried) {
      const outcome = await attempt(call, anyTable)
      const expected = viewer.role && grantees.includes(viewer.role) ? sorted(tells({ viewer, rows })) : 'refused'
      const actual = outcome.kind === 'done' ? sorted(outcome.rows) : outcome.kind
      if (actual !== expected) leaks.push({ function: name, viewer: viewer.name, detail: `told ${actual}, not ${expected}` })
    }
    return leaks
  })
}

function sorted(rows: Row[]): string {
  return rows.map((row) => JSON.stringify(row)).sort().join()
}

const definerFunctions = `
  select n.nspname || '.' || f.proname as name from pg_proc f join pg_namespace n on n.oid = f.pronamespace
  where f.prosecdef and n.nspname in ('public', 'better_auth', 'jobs')
    and (${groupRoles.map((role) => `has_function_privilege('${role}', f.oid, 'execute')`).join(' or ')})`
