import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { answerSetup, useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { readPayoutState, startPayoutSetup } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

const input = (slug: string) => ({ schoolName: slug, email: `${slug}@test.example`, currency: 'eur', country: 'PT', returnUrl: 'http://127.0.0.1/return', refreshUrl: 'http://127.0.0.1/refresh' })

describe('the set-up of payouts', () => {
  it('goes from none to onboarding to restricted to active, and says what is wanted in words', async () => {
    const school = await buildSchool(database(), 'setup')
    const owner = world().ctx(school.organizationId, school.ownerId)
    expect(await readPayoutState(owner, { isFresh: true })).toEqual({ status: 'none', requirements: [] })

    await answerSetup((await startPayoutSetup(owner, input('setup'))).url, 'unfinished')
    const begun = await readPayoutState(owner, { isFresh: true })
    expect(begun.status).toBe('onboarding')
    expect(begun.requirements.map((one) => one.what)).toEqual(expect.arrayContaining(['a bank account for the payouts', 'the date of birth of the person responsible']))

    await answerSetup((await startPayoutSetup(owner, input('setup'))).url, 'restricted')
    await world().settle()
    // The thin event has told it; nobody had to ask.
    expect(await readPayoutState(owner, { isFresh: false })).toMatchObject({ status: 'restricted', requirements: [{ what: 'a readable picture of an identity document' }] })

    await answerSetup((await startPayoutSetup(owner, input('setup'))).url, 'complete')
    await world().settle()
    expect(await readPayoutState(owner, { isFresh: false })).toEqual({ status: 'active', requirements: [] })
  })

  it('begun five times at once makes one account', async () => {
    const school = await buildSchool(database(), 'five')
    const owner = world().ctx(school.organizationId, school.ownerId)
    const before = Object.keys(world().emulator.state().accounts).length
    await Promise.all(Array.from({ length: 5 }, () => startPayoutSetup(owner, input('five'))))
    expect(Object.keys(world().emulator.state().accounts)).toHaveLength(before + 1)
  })

  it('is the owner’s: an admin may look, a teacher may not, a stranger finds nothing', async () => {
    const school = await buildSchool(database(), 'owners')
    const rival = await buildSchool(database(), 'owners-rival')
    const [admin, teacher] = [await buildUser(database(), 'Admin'), await buildUser(database(), 'Teacher')]
    await buildMembership(database(), school.organizationId, admin, 'admin')
    await buildMembership(database(), school.organizationId, teacher, 'instructor')
    expect(await readPayoutState(world().ctx(school.organizationId, admin), { isFresh: false })).toMatchObject({ status: 'none' })
    await expect(startPayoutSetup(world().ctx(school.organizationId, admin), input('owners'))).rejects.toMatchObject({ status: 403 })
    await expect(readPayoutState(world().ctx(school.organizationId, teacher), { isFresh: false })).rejects.toMatchObject({ status: 403 })
    await expect(readPayoutState(world().ctx(school.organizationId, rival.ownerId), { isFresh: false })).rejects.toMatchObject({ status: 404 })
  })
})
