import { get, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { buildCourse, buildSchool } from '../support/builders.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { buildOnce } from './build-once.ts'
import { startProgram, waitFor, type WebProgram } from './programs.ts'

const database = useTestDatabase()
const webs: WebProgram[] = []
const baseDomain = 'kept.test'
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  await buildOnce()
  const { databaseUrl, appSecret } = database().source
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: makeDataDir('coursecove-kept-'), DATABASE_URL: databaseUrl, APP_SECRET: appSecret, BASE_DOMAIN: baseDomain, PUBLIC_SCHEME: 'http' }
  for (const name of ['web 1', 'web 2']) {
    const port = await freePort()
    webs.push({ ...(await startProgram(name, 'build/server/server.js', { ...env, PORT: String(port) }, /web is listening/)), url: `http://127.0.0.1:${port}` })
  }
}, 240_000)
afterAll(() => Promise.all(webs.map((web) => web.kill())))

interface Seen { status: number; headers: IncomingHttpHeaders; body: string }

function see(web: WebProgram | undefined, slug: string, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  return new Promise((done, fail) => {
    get(`${web?.url}${path}`, { headers: { host: `${slug}.${baseDomain}`, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail)
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }))
    }).on('error', fail)
  })
}

/** How many answers a web process gave so far, by the page that it made for them or as one that was kept. */
async function counts(web: WebProgram | undefined): Promise<{ made: number; kept: number }> {
  const lines = (await see(web, 'nobody', '/metrics', { host: '127.0.0.1' })).body.split('\n').filter((line) => /request_duration_seconds_count\{/.test(line) && line.includes('status="2xx"'))
  const sum = (which: RegExp) => lines.filter((line) => which.test(line)).reduce((total, line) => total + Number(line.split(' ').at(-1)), 0)
  return { made: sum(/route="\/(?:s\/:schoolSlug\/?)?(?:courses(?:\/:courseSlug)?)?"/), kept: sum(/route="kept page"/) }
}

let schools = 0
async function openSchool() {
  schools += 1
  const slug = `kept-${schools}`
  const { organizationId } = await buildSchool(database(), slug)
  await buildCourse(database(), organizationId)
  const rename = (title: string) => database().superuser.query('update courses set title = $2 where organization_id = $1', [organizationId, title])
  await rename('First')
  // A process begins to keep pages once it hears the database.
  for (const web of webs) await waitFor(async () => (await see(web, slug, '/?utm_source=warm')).headers.etag !== undefined)
  return { slug, organizationId, rename }
}

describe('public pages', () => {
  it('are made once for two hundred who ask at once, and packed as each browser takes them', async () => {
    const { slug, rename } = await openSchool()
    await rename('Second')
    await waitFor(async () => (await see(webs[0], slug, '/courses')).body.includes('Second'))
    await rename('Third')
    const before = await counts(webs[0])
    const seen = await Promise.all(Array.from({ length: 200 }, (_, index) => see(webs[0], slug, `/courses${index % 2 ? '?utm_source=mail' : ''}`)))
    const after = await counts(webs[0])
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200]))
    // One for whoever came before the word of the change was heard, and one for all others.
    expect(after.made - before.made).toBeLessThanOrEqual(2)
    expect(after.made - before.made + after.kept - before.kept).toBe(200)

    const [plain, br, gzip] = await Promise.all(['identity', 'gzip, br', 'gzip;q=1, br;q=0'].map((accepted) => see(webs[0], slug, '/courses', { 'accept-encoding': accepted })))
    expect([plain, br, gzip].map((page) => page?.headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect((await see(webs[0], slug, '/courses', { 'if-none-match': plain?.headers.etag ?? '' })).status).toBe(304)
  })

  it('show a change at every process, and never what was before once it was seen', async () => {
    const { slug, rename } = await openSchool()
    for (const title of ['Begin', 'Middle', 'End']) {
      let isOver = false
      const readers = webs.flatMap((web) => Array.from({ length: 20 }, async () => {
        const titles: string[] = []
        while (!isOver) titles.push(/Begin|Middle|End|First/.exec((await see(web, slug, '/courses')).body)?.[0] ?? 'none')
        return titles
      }))
      await rename(title)
      await waitFor(async () => (await Promise.all(webs.map((web) => see(web, slug, '/courses')))).every(({ body }) => body.includes(title)))
      const settled = await Promise.all(webs.map((web) => see(web, slug, '/courses')))
      isOver = true
      for (const { body } of settled) expect(body).toContain(title)
      // One reader asks again only when it was answered: once the new page, always the new page.
      for (const titles of await Promise.all(readers)) expect(titles.slice(titles.indexOf(title) < 0 ? titles.length : titles.indexOf(title)).filter((one) => one !== title)).toEqual([])
    }
  })

  it('of a free lesson are kept with its text, and end when it is free no longer', async () => {
    const { slug, organizationId } = await openSchool()
    const run = (text: string) => database().superuser.query(text, [organizationId])
    await run('update lessons set is_preview = true where organization_id = $1')
    const { rows } = await database().superuser.query<{ path: string }>(`select '/courses/' || c.slug || '/preview/' || l.id as path from courses c join lessons l on l.course_id = c.id where c.organization_id = $1`, [organizationId])
    const everywhere = () => Promise.all(webs.map((web) => see(web, slug, rows[0]?.path ?? '')))
    await waitFor(async () => (await everywhere()).every(({ headers }) => headers.etag !== undefined))
    const before = await Promise.all(webs.map(counts))
    for (const { body } of await everywhere()) expect(body).toContain('Paid for')
    expect((await Promise.all(webs.map(counts))).map(({ kept }, at) => kept - (before[at]?.kept ?? 0))).toEqual([1, 1])

    await run(`update lesson_contents set body_html = '<p>Sit up</p>' where organization_id = $1`)
    await waitFor(async () => (await everywhere()).every(({ body }) => body.includes('Sit up')))
    await run('update lessons set is_preview = false where organization_id = $1')
    await waitFor(async () => (await everywhere()).every(({ status }) => status === 404))
  })

  it('are kept for each language, and a choice of one leads to it', async () => {
    const { slug, organizationId } = await openSchool()
    await database().superuser.query(`update organizations set languages = '{de}' where id = $1`, [organizationId])
    const german = { 'accept-language': 'de-AT, en;q=0.5' }
    await waitFor(async () => (await see(webs[0], slug, '/courses', german)).body.includes('<html lang="de'))
    for (let round = 0; round < 3; round += 1) {
      expect((await see(webs[0], slug, '/courses', german)).body).toContain('>Kurse<')
      expect((await see(webs[0], slug, '/courses', { 'accept-language': 'en' })).body).toContain('>Courses<')
      expect((await see(webs[0], slug, '/courses?lang=de', { 'accept-language': 'en' })).body).toContain('>Kurse<')
    }
    const [one, other] = [await see(webs[0], slug, '/courses', { ...german, cookie: 'language=en' }), await see(webs[0], slug, '/courses', german)]
    expect([one.body.includes('>Courses<'), other.body.includes('>Kurse<')]).toEqual([true, true])
    expect(one.headers.etag).not.toBe(other.headers.etag)
    expect(other.headers.vary).toContain('Accept-Language')
    expect(other.headers['cache-control']).toContain('public')
  })

  it('are a person’s own with a session, and nobody’s with a parameter that only they know', async () => {
    const { slug } = await openSchool()
    const kept = await see(webs[0], slug, '/')
    expect(kept.headers['cache-control']).toContain('public')
    for (const cookie of ['cove.session_token=x.y', '__Secure-cove.session_token=x.y', '__session=x', '__client_uat=12', 'a=b; __session_abc=x']) {
      const own = await see(webs[0], slug, '/', { cookie })
      expect(own.headers['cache-control'] ?? '', cookie).not.toContain('public')
    }
    expect((await see(webs[0], slug, '/', { cookie: '_ga=1' })).headers.etag).toBe(kept.headers.etag)
    for (const path of ['/?preview=1', '/courses?coupon=SPRING', '/studio', '/nothing']) expect((await see(webs[0], slug, path)).headers['cache-control'] ?? '', path).not.toContain('public')
  })

  it('carry no nonce by which a script could run, and no trace of who asked first', async () => {
    const { slug } = await openSchool()
    await see(webs[0], slug, '/courses?utm_campaign=secret-campaign&fbclid=abc')
    const { headers, body } = await see(webs[0], slug, '/courses')
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).not.toContain('secret-campaign')
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)/)
  })

  it('of one school are not another’s, nor another host’s', async () => {
    const [one, other] = [await openSchool(), await openSchool()]
    await one.rename('Only here')
    await waitFor(async () => (await see(webs[0], one.slug, '/courses')).body.includes('Only here'))
    expect((await see(webs[0], other.slug, '/courses')).body).not.toContain('Only here')
    expect((await see(webs[0], 'nobody', '/courses')).status).toBe(404)
    expect((await see(webs[0], one.slug, `/s/${other.slug}/courses`, { host: baseDomain })).body).not.toContain('Only here')
  })

  it('are made anew each time while the database cannot be heard, so that a change is never missed', async () => {
    const { slug, rename } = await openSchool()
    await see(webs[0], slug, '/courses')
    await database().superuser.query(`
      create function turn_away() returns event_trigger language plpgsql as $$ begin
        if current_setting('application_name') = 'coursecove-live' then raise exception 'nobody listens now'; end if;
      end $$;
      create event trigger turn_away on login execute function turn_away()`)
    try {
      await database().superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'coursecove-live'`)
      await waitFor(async () => (await see(webs[0], slug, '/courses')).headers.etag === undefined)
      await rename('Said to nobody')
      expect((await see(webs[0], slug, '/courses')).body).toContain('Said to nobody')
    } finally {
      await database().superuser.query('drop event trigger turn_away; drop function turn_away()')
    }
    await waitFor(async () => (await see(webs[0], slug, '/courses')).headers.etag !== undefined)
    expect((await see(webs[0], slug, '/courses')).body).toContain('Said to nobody')
  })
})
