import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer } from '../isolation/built-server.ts'
import { buildMembership, buildSchool } from '../support/builders.ts'
import { clerkEnvironment, useClerkWorld } from '../support/clerk-world.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)
const ground = useFaultGround(() => database().source)

it('under Clerk no domain can be added, the studio says why, and one from before leads to the subdomain', async () => {
  const { emulator, sdk, signIn, mint } = world()
  const port = Number(new URL((await ground().startWeb(clerkEnvironment(emulator))).url).port)
  const installation = `coursecove.localhost:${port}`
  const { organizationId, slug } = await buildSchool(database(), 'kept')
  await database().superuser.query(`insert into domains (organization_id, id, host, challenge, state, is_primary) values ($1, $2, 'www.kept.example', 'a challenge of twenty letters', 'verified', true)`, [organizationId, v7()])
  const { id } = await sdk.users.createUser({ firstName: 'Ines', emailAddress: ['ines@kept.example'] })
  const host = `${slug}.${installation}`
  const cookie = `__session=${await mint(await signIn(id, { origin: `http://${host}` }))}`
  // The first page that she asks for brings her here.
  await askServer(port, { host: installation, path: '/account', cookie })
  const { rows } = await database().superuser.query<{ id: string }>('select user_id as id from user_identities where subject = $1', [id])
  await buildMembership(database(), organizationId, rows[0]?.id ?? '', 'owner')

  const ask = (path: string, more: object = {}) => askServer(port, { host, path, cookie, ...more })
  const page = await (await ask('/studio/settings/domains')).text()
  expect(page).toContain('cannot be used with Clerk')
  expect(page).not.toContain('Add a domain')
  expect((await ask('/studio/settings/domains/new')).status).toBe(404)
  const added = await ask('/studio/settings/domains/new', { method: 'POST', form: { host: 'www.other.example' } })
  expect(added.status).toBe(409)

  // Neither member nor visitor goes round in a circle.
  for (const path of ['/', '/courses?subject=piano']) {
    expect((await ask(path)).status).toBe(200)
    expect((await ask(path, { cookie: undefined })).status).toBe(200)
    const led = await askServer(port, { host: `www.kept.example:${port}`, path })
    expect([led.status, led.headers.get('location')]).toEqual([302, `http://${host}${path}`])
  }
  expect((await ask('/courses', { cookie: undefined }).then((answer) => answer.text()))).toContain(`<link rel="canonical" href="http://${host}/courses"/>`)
  for (const path of ['/arrive', '/arrive/done']) expect((await askServer(port, { host: `www.kept.example:${port}`, path })).headers.get('location')).toBe(`http://${host}${path}`)
  expect((await askServer(port, { host: installation, path: '/hand-over?to=www.kept.example', cookie })).status).toBe(404)
}, 120_000)
