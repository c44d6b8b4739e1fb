import { expect, it } from 'vitest'
import { hasProductsOnSite, listCourses, listProducts, readCoursePage, readPreviewPage, readProductPage } from '../../src/modules/catalog/index.ts'
import { addBlock, publishPage, readFirstPage } from '../../src/modules/storefront/index.ts'
import { findTenant } from '../../src/app/find-tenant.queries.ts'
import { buildCourse, buildSchool } from '../support/builders.ts'
import { tenantCtx } from '../support/tenant-ctx.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()

const words = { preset: 'music-school', heroTitle: '', heroText: '', aboutHtml: '' }

/** What these hold is told by another table's trigger, or is the same for every school. */
const others = new Set(['role_permissions'])

it('every table that public pages read says when it changes', async () => {
  const { organizationId, slug, ownerId } = await buildSchool(database(), 'told')
  const { lessonId } = await buildCourse(database(), organizationId)
  await database().superuser.query('update lessons set is_preview = true where organization_id = $1', [organizationId])
  const { rows } = await database().superuser.query<{ slug: string }>('select slug from courses where organization_id = $1', [organizationId])
  const owner = { ...tenantCtx(database(), organizationId, ownerId), words, offered: ['en'] as const }
  await addBlock(owner, { kind: 'text' })
  await publishPage(owner)
  await database().superuser.query(`insert into products (organization_id, id, kind, slug, title, status) values ($1, gen_random_uuid(), 'download', 'sheets', 'Sheets', 'published'), ($1, gen_random_uuid(), 'bundle', 'all', 'All', 'published'), ($1, gen_random_uuid(), 'beat', 'beat', 'Beat', 'published')`, [organizationId])
  await database().superuser.query(`select pg_stat_force_next_flush()`)
  const before = await scans()

  const visitor = tenantCtx(database(), organizationId, null)
  await findTenant(database().pools.web, slug)
  await readFirstPage({ ...visitor, words, offered: ['en'] })
  await listCourses(visitor, { subject: 'piano' })
  await hasProductsOnSite(visitor)
  await listProducts(visitor)
  for (const wanted of ['sheets', 'all', 'beat']) await readProductPage(visitor, { slug: wanted })
  const course = { slug: rows[0]?.slug ?? '', wantsDraft: false }
  await readCoursePage(visitor, course)
  await readPreviewPage(visitor, { ...course, lessonId })
  // A session writes down what it read when it ends.
  await database().superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'coursecove-web'`)

  const after = await scans()
  const read = [...after].filter(([table, count]) => count > (before.get(table) ?? 0)).map(([table]) => table)
  expect(read, 'the pages were read').toContain('courses')
  const told = (await database().superuser.query<{ name: string }>(`select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname like 'tell_pages%'`)).rows.map(({ name }) => name)
  expect(read.filter((table) => !told.includes(table) && !others.has(table)), 'tables that public pages read and that tell nobody').toEqual([])
})

async function scans(): Promise<Map<string, number>> {
  await new Promise((done) => setTimeout(done, 1500))
  await database().superuser.query('select pg_stat_clear_snapshot()')
  const { rows } = await database().superuser.query<{ name: string; count: number }>(`select relname as name, (seq_scan + coalesce(idx_scan, 0))::int as count from pg_stat_user_tables where schemaname = 'public'`)
  return new Map(rows.map(({ name, count }) => [name, count]))
}
