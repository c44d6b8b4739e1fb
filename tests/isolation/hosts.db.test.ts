import { describe, expect, it } from 'vitest'
import { signFileLink } from '../../src/modules/files/index.ts'
import { useFaultGround } from '../faults/harness.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { askServer, signInByForm, type Sent } from './built-server.ts'
import { buildTwoSchools } from './two-schools.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)

/** Without what is new in each answer. */
async function readBody(answer: Response): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'no nonce'
  // A signed link carries the second in which it ends.
  return (await answer.text()).replaceAll(nonce, '(nonce)').replace(/(files\.[^"/]+\/)[\w-]+\.[\w-]+/g, '$1(link)')
}

describe('the host alone names the school', () => {
  it('whatever other headers say; strange hosts get the plain page, and the API answers on each', async () => {
    const { a, b } = await buildTwoSchools(database())
    const { url } = await ground().startWeb()
    const port = Number(new URL(url).port)
    const installation = `coursecove.localhost:${port}`
    const [hostA, hostB] = [`${a.slug}.${installation}`, `${b.slug}.${installation}`]
    const owner = await signInByForm(database(), app(), port, { [a.id]: 'owner' })
    const ask = (sent: Sent) => askServer(port, { cookie: owner.cookie, ...sent })

    // Headers that other products believe.
    for (const [host, path] of [[hostA, '/studio/courses'], [hostA, '/courses/listed'], [installation, `/s/${a.slug}/studio/courses`]] as const) {
      const plain = await ask({ host, path })
      expect(plain.status).toBe(200)
      const wanted = await readBody(plain)
      const believed: Record<string, string>[] = [{ 'x-forwarded-host': hostB }, { 'x-subdomain': b.slug }, { 'x-forwarded-host': hostB, 'x-subdomain': b.slug, 'x-tenant': b.id, 'x-organization-id': b.id, forwarded: `host=${hostB}`, 'x-original-host': hostB, 'x-host': hostB }]
      for (const headers of believed) {
        const answer = await ask({ host, path, headers })
        expect([answer.status, await readBody(answer)], `${host}${path} with ${JSON.stringify(headers)}`).toEqual([200, wanted])
      }
    }

    // The cookie is good at the other school's host, and opens nothing there.
    const [known, unknown] = [await ask({ host: hostB, path: '/studio/courses' }), await ask({ host: hostB, path: '/studio/no-such-page' })]
    expect([known.status, unknown.status]).toEqual([404, 404])

    for (const host of ['elsewhere.example', `nobody.${installation}`, `www.${installation}`, `${a.slug}.evil.example`, `coursecove.localhost.evil.example:${port}`, `a.${hostA}`, '127.0.0.1', 'localhost', `coursecove.localhost:1`]) {
      for (const path of ['/', '/studio', '/courses/listed', `/s/${a.slug}/courses`]) {
        const answer = await ask({ host, path, headers: { 'x-forwarded-host': hostA, 'x-subdomain': a.slug } })
        expect(answer.status, `${host}${path}`).toBe(404)
        expect(await answer.text()).toContain('There is no school here')
      }
      const health = await ask({ host, path: '/api/health' })
      expect(await health.json(), host).toHaveProperty('isWell')
      expect((await ask({ host, path: '/api/webhooks/stripe', method: 'POST', body: '{}' })).status, host).toBe(400)
      expect((await ask({ host, path: '/api/users/sync', method: 'POST' })).status, host).toBe(401)
    }
  }, 120_000)
})

describe('a link to a file', () => {
  it('of one school opens nothing of the other', async () => {
    const { organizations: [a, b] } = await twoFiles()
    const { url } = await ground().startWeb()
    const port = Number(new URL(url).port)
    const host = `files.coursecove.localhost:${port}`
    const link = (file: typeof a) => new URL(signFileLink({ config: app().config, organizationId: file.organization_id, fileId: file.id, storageKey: file.storage_key, expiresInSeconds: 60 })).pathname
    const [ofA, ofB] = [link(a), link(b)]
    expect(() => signFileLink({ config: app().config, organizationId: a.organization_id, fileId: b.id, storageKey: b.storage_key, expiresInSeconds: 60 })).toThrow(TypeError)

    const [bodyA = '', sealA = ''] = ofA.slice(1).split('.')
    const [bodyB = '', sealB = ''] = ofB.slice(1).split('.')
    const wordsOfB = Buffer.from(Buffer.from(bodyA, 'base64url').toString().replaceAll(a.id, b.id).replaceAll(a.organization_id, b.organization_id)).toString('base64url')
    const nobodys = await readBody(await askServer(port, { host, path: '/no.link' }))
    for (const path of [`/${bodyB}.${sealA}`, `/${bodyA}.${sealB}`, `/${wordsOfB}.${sealA}`, `/${b.storage_key}`, `/${b.id}`, `/${bodyA}.`]) {
      const answer = await askServer(port, { host, path })
      expect([answer.status, await readBody(answer)], path).toEqual([404, nobodys])
    }
    // At another host a link is no page of the school's.
    expect((await askServer(port, { host: `coursecove.localhost:${port}`, path: ofB })).status).toBe(404)
  }, 120_000)
})

/** A ready file of each school that the first test built. */
async function twoFiles() {
  const { rows } = await database().superuser.query<{ id: string; organization_id: string; storage_key: string }>(
    `select distinct on (organization_id) id, organization_id, storage_key from files where status = 'ready' order by organization_id, id`)
  const [a, b] = rows
  if (!a || !b) throw new Error('there are no files of two schools')
  return { organizations: [a, b] as const }
}
