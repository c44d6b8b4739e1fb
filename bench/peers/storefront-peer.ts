import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import '../read-tsx.ts'
import { makePageWriter, type Sample } from './page-writer.ts'

// The least that could send a school's pages: node:http, the application's own questions to the database through its
// own pool and door, and strings put together. What it does not do is what the framework and the rendering cost.
const { findTenant } = await import('../../src/app/find-tenant.queries.ts')
const { listCourses } = await import('../../src/modules/catalog/reading/list-courses.ts')
const { readFirstPage } = await import('../../src/modules/storefront/pages/read-first-page.ts')
const { systemClock } = await import('../../src/platform/clock/clock.ts')
const { openPools } = await import('../../src/platform/db/pools.ts')
const { withTenant } = await import('../../src/platform/db/with-tenant.ts')
const { uuidV7Ids } = await import('../../src/platform/ids/ids.ts')

const env = readEnvironment()
const samples = JSON.parse(readFileSync(env.samples, 'utf8')) as Record<string, Sample>
const { web } = openPools({ databaseUrl: env.databaseUrl, appSecret: env.appSecret })

async function readPage(slug: string, path: string) {
  const tenant = await findTenant(web, slug)
  if (!tenant) return null
  const ctx = {
    organizationId: tenant.id,
    userId: null,
    words: { preset: tenant.preset, heroTitle: tenant.hero_title, heroText: tenant.hero_text, aboutHtml: tenant.about }, offered: ['en'] as const,
    clock: systemClock,
    ids: uuidV7Ids,
    inTenant: <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(web, { organizationId: tenant.id, userId: null }, work),
  }
  return path === '/' ? { tenant, ...(await readFirstPage(ctx)) } : { tenant, ...(await listCourses(ctx)), teachers: [] }
}

const writers = new Map<string, ReturnType<typeof makePageWriter>>()
for (const [path, sample] of Object.entries(samples)) {
  const page = await readPage(env.slug, path)
  if (!page) throw new Error(`there is no school ${env.slug}`)
  writers.set(path, makePageWriter(sample, page))
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/'
  const write = writers.get(path)
  const page = write ? await readPage(request.headers.host?.split('.')[0] ?? '', path) : null
  if (!write || !page) return void response.writeHead(404).end()

  const { html, headers } = write(page, randomBytes(16).toString('base64'))
  response.writeHead(200, headers).end(html)
}

createServer((request, response) => {
  answer(request, response).catch((fault: unknown) => {
    console.error(fault)
    response.writeHead(500).end()
  })
}).listen(env.port, '127.0.0.1')

function readEnvironment() {
  const { PORT, DATABASE_URL, APP_SECRET, PEER_SAMPLES, PEER_SLUG } = process.env
  if (!PORT || !DATABASE_URL || !APP_SECRET || !PEER_SAMPLES || !PEER_SLUG) throw new Error('PORT, DATABASE_URL, APP_SECRET, PEER_SAMPLES and PEER_SLUG are needed')
  return { port: Number(PORT), databaseUrl: DATABASE_URL, appSecret: APP_SECRET, samples: PEER_SAMPLES, slug: PEER_SLUG }
}
