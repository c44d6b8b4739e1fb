import { describe, expect, it } from 'vitest'
import { withCookie } from '../../../tests/support/account-steps.ts'
import { buildMembership, buildSchool } from '../../../tests/support/builders.ts'
import { useClerkWorld } from '../../../tests/support/clerk-world.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { findTenant } from '../find-tenant.queries.ts'
import { findArrival } from './find-arrival.ts'
import { makeRequestContext } from './make-request-context.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

async function person(name: string) {
  const { id } = await world().sdk.users.createUser({ firstName: name, username: `${name.toLowerCase()}_${Date.now()}` })
  const session = await world().signIn(id)
  const headers = withCookie(`__session=${await world().mint(session)}`)
  return { headers, bring: async () => (await world().app.identity.findViewer(headers))?.userId ?? '' }
}

async function visit(slug: string, headers: Headers) {
  const { app } = world()
  const { tenant, seen } = await findArrival(app, slug, headers)
  const context = makeRequestContext({ app, tenant, seen, base: '', host: `${slug}.coursecove.localhost:3000`, address: 'test', headers })
  return { tenant, seen, viewer: await context.viewer(), role: tenant ? await context.role() : null }
}

describe('who comes to a school', () => {
  it('is found with the school and the role in one question, and the school is the one that anybody sees', async () => {
    const school = await buildSchool(database(), 'melody')
    const mei = await person('Mei')
    const userId = await mei.bring()
    await buildMembership(database(), school.organizationId, userId, 'instructor')

    const found = await visit('melody', mei.headers)
    expect(found.tenant).toEqual(await findTenant(world().app.pools.web, 'melody'))
    expect(found).toMatchObject({ viewer: { userId, name: 'Mei' }, role: 'instructor', seen: { role: 'instructor' } })
  })

  it('is told apart from everybody who comes at the same moment', async () => {
    const schools = await Promise.all(['north', 'south'].map((slug) => buildSchool(database(), slug)))
    const [ada, bo] = [await person('Ada'), await person('Bo')]
    await buildMembership(database(), schools[0]?.organizationId ?? '', await ada.bring(), 'owner')
    await buildMembership(database(), schools[1]?.organizationId ?? '', await bo.bring(), 'student')

    const comings = Array.from({ length: 40 }, (_, index) => ({ slug: ['north', 'south', 'nowhere'][index % 3] ?? '', who: index % 2 ? ada : bo }))
    const found = await Promise.all(comings.map(({ slug, who }) => visit(slug, who.headers)))
    expect(found.map(({ tenant, viewer, role }) => [tenant?.slug, viewer?.name, role])).toEqual(
      comings.map(({ slug, who }) => [slug === 'nowhere' ? undefined : slug, who === ada ? 'Ada' : 'Bo', who === ada ? (slug === 'north' ? 'owner' : null) : slug === 'south' ? 'student' : null]),
    )
  })

  it('has no role in a school of others, and none any more where they were removed', async () => {
    const school = await buildSchool(database(), 'former')
    await buildSchool(database(), 'foreign')
    const ada = await person('Ada')
    await buildMembership(database(), school.organizationId, await ada.bring(), 'owner')
    expect((await visit('foreign', ada.headers)).role).toBeNull()

    await database().superuser.query('update organization_memberships set deleted_at = now() where user_id = $1', [await ada.bring()])
    expect((await visit('former', ada.headers)).role).toBeNull()
  })

  it('is brought here on the way when no event has told of them, and is nobody once they are deleted', async () => {
    await buildSchool(database(), 'first')
    const new_ = await person('New')
    const found = await visit('first', new_.headers)
    expect(found).toMatchObject({ seen: { person: null }, viewer: { name: 'New' }, role: null })

    await database().superuser.query('update users set deleted_at = now() where id = $1', [found.viewer?.userId])
    expect(await visit('first', new_.headers)).toMatchObject({ seen: { person: { isDeleted: true } }, viewer: null, role: null })
  })

  it('is a visitor without a session, and with a forged one', async () => {
    await buildSchool(database(), 'open')
    for (const headers of [new Headers(), withCookie('__session=e30.e30.e30')]) {
      expect(await visit('open', headers)).toMatchObject({ tenant: { slug: 'open' }, seen: null, viewer: null, role: null })
    }
  })

  it('finds no school where there is none', async () => {
    const mei = await person('Mia')
    expect(await visit('nowhere', mei.headers)).toMatchObject({ tenant: null, role: null })
  })
})
