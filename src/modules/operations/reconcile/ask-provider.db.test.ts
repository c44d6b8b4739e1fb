import { describe, expect, it } from 'vitest'
import { useClerkWorld } from '../../../../tests/support/clerk-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { askProvider, canAskFor } from './ask-provider.ts'
import { kinds } from './kinds.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

const ask = (text: string) => askProvider(world().app.systemCtx, text, 'the operator')
const rows = async (question: string, ...values: unknown[]) => (await database().superuser.query(question, values)).rows
const person = (subject: string) => rows('select u.name, u.email, u.created_by_door, u.deleted_at from users u join user_identities i on i.user_id = u.id where i.subject = $1', subject)
const rolesOf = (subject: string) =>
  rows('select o.slug, m.role, m.deleted_at from organization_memberships m join organizations o on o.id = m.organization_id join user_identities i on i.user_id = m.user_id where i.subject = $1 order by o.slug', subject)

describe('a person whom no event has brought', () => {
  it('is fetched from Clerk by their id or their address, with the schools they belong to', async () => {
    const { sdk } = world()
    const { id } = await sdk.users.createUser({ emailAddress: ['mei@lost.test.example'], firstName: 'Mei', lastName: 'Tanaka' })
    const { id: other } = await sdk.users.createUser({ emailAddress: ['rui@lost.test.example'], firstName: 'Rui' })
    const school = await sdk.organizations.createOrganization({ name: 'Lost School', slug: 'lost-school', createdBy: id })
    await sdk.organizations.createOrganizationMembership({ organizationId: school.id, userId: other, role: 'org:member' })

    expect(await ask('Rui@lost.test.example')).toBe('brought')
    expect(await person(other)).toEqual([{ name: 'Rui', email: 'rui@lost.test.example', created_by_door: 'reconcile', deleted_at: null }])
    expect(await rolesOf(other)).toEqual([{ slug: 'lost-school', role: 'student', deleted_at: null }])
    expect(await ask(id)).toBe('brought')
    expect(await ask(id)).toBe('brought')
    expect(await person(id)).toMatchObject([{ name: 'Mei Tanaka', created_by_door: 'reconcile' }])
    expect(await rolesOf(id)).toEqual([{ slug: 'lost-school', role: 'owner', deleted_at: null }])
  })

  it('is left alone where Clerk does not know them', async () => {
    expect(await ask('user_of_nobody')).toBe('unknown')
    expect(await ask('nobody@lost.test.example')).toBe('unknown')
    expect(await person('user_of_nobody')).toEqual([])
  })

  it('comes back when they were deleted here and are still at Clerk', async () => {
    const { id } = await world().sdk.users.createUser({ emailAddress: ['back@lost.test.example'], firstName: 'Noor' })
    await ask(id)
    await world().app.systemCtx.inSystem((tx) => kinds.user.end(world().app.systemCtx, tx, { subject: id, about: null }, new Date()))
    expect(await person(id)).toEqual([])
    expect(await ask(id)).toBe('brought')
    expect(await person(id)).toMatchObject([{ name: 'Noor', deleted_at: null }])
  })

  it('is not waited for without end where Clerk does not answer', async () => {
    const { id } = await world().sdk.users.createUser({ emailAddress: ['wait@lost.test.example'], firstName: 'Noor' })
    const { emulator, app } = world()
    emulator.setFaults({ api: [{ kind: 'server_error', status: 503, times: null }] })
    for (const text of [id, 'wait@lost.test.example']) expect(await askProvider(app.systemCtx, text, 'the operator', 600)).toBe('no-answer')
    emulator.setFaults({})
    expect(await person(id)).toEqual([])
    expect(await ask(id)).toBe('brought')
  })

  it('cannot be asked for by what is no address and no id of a person', () => {
    const { directory } = world().app
    expect(['mei@x.example', 'user_2abc', 'evt_1', 'Mei Tanaka', '', 'user_ 1'].map((text) => canAskFor(directory, text))).toEqual([true, true, false, false, false, false])
    expect(canAskFor(null, 'mei@x.example')).toBe(false)
  })
})
