import { describe, expect, it } from 'vitest'
import { buildSchool } from '../support/builders.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from '../faults/harness.ts'
import { askServer } from '../isolation/built-server.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)

describe('the metrics of a web process', () => {
  it('name requests by their pattern, whatever was asked for, and hold nobody’s data', async () => {
    const { slug } = await buildSchool(database(), 'measured')
    const port = Number(new URL((await ground().startWeb()).url).port)
    const host = `coursecove.localhost:${port}`
    for (let nth = 0; nth < 5; nth += 1) {
      for (const path of [`/courses/nothing-${nth}`, `/no-such-page-${nth}`, `/s/${slug}/courses/other-${nth}`]) await askServer(port, { host: `${slug}.${host}`, path })
      await askServer(port, { host: `nobody-${nth}.${host}`, path: '/' })
    }
    await askServer(port, { host, path: '/api/health' })
    await askServer(port, { host, path: '/api/webhooks/clerk', method: 'POST', body: '{}' })
    await askServer(port, { host, path: '/sign-in?next=/secret-place' })

    const answer = await askServer(port, { host, path: '/metrics' })
    const told = await answer.text()
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([200, 'no-store', expect.stringContaining('text/plain')])
    const routes = new Set([...told.matchAll(/coursecove_http_request_duration_seconds_count\{[^}]*route="([^"]*)"/g)].map(([, route]) => route))
    expect([...routes].sort()).toEqual(['/api/health', '/api/webhooks/clerk', '/courses/:courseSlug', '/s/:slug/courses/:courseSlug', '/sign-in', 'unmatched'])
    for (const name of ['coursecove_build_info{version=', 'coursecove_db_pool_connections{pool="web",state="used"}', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'coursecove_database_up 1']) expect(told).toContain(name)
    expect(told).not.toMatch(new RegExp(`${slug}|nothing-|secret-place|nobody-`))
  })

  it('are not there for other machines without a token, and ask for it where there is one', async () => {
    const ask = async (port: number, headers: Record<string, string>) => (await askServer(port, { host: 'school.example.com', path: '/metrics', headers })).status
    const open = await ground().startWeb()
    expect(await ask(Number(new URL(open.url).port), {})).toBe(404)
    await open.kill('SIGTERM')
    const port = Number(new URL((await ground().startWeb({ METRICS_TOKEN: 'a-token-of-these-tests' })).url).port)
    expect(await ask(port, {})).toBe(401)
    expect(await ask(port, { authorization: 'Bearer a-token-of-these-tests' })).toBe(200)
  })
})
