import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { startNameServer, type NameServer } from '../../../../tests/support/name-server.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { testConfig } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { findTenant } from '../../../app/find-tenant.queries.ts'
import { wire, type App } from '../../../wiring.ts'
import { addDomain, checkDomain, choosePrimaryDomain, listDomains, readDomain, recheckDomains, removeDomain } from '../index.ts'
import { recordName, recordValue } from './domain.schema.ts'

const database = useTestDatabase()
let names: NameServer
let app: App

beforeAll(async () => {
  names = await startNameServer()
  names.records.set('coursecove.localhost', { a: ['192.0.2.10'] })
  app = wire(testConfig(database(), { DNS_SERVERS: names.address }))
})
afterAll(async () => {
  await app.close()
  await names.close()
})

async function buildMember(organizationId: string, role: 'owner' | 'instructor' | 'student'): Promise<string> {
  const userId = await buildUser(database(), role)
  await buildMembership(database(), organizationId, userId, role)
  return userId
}

/** A school with its owner at the door. */
async function openSchool(slug: string) {
  const { organizationId } = await buildSchool(database(), slug)
  const userId = await buildMember(organizationId, 'owner')
  const ctx = { ...tenantCtx(database(), organizationId, userId), config: app.config, accounts: app.accounts }
  return { ctx, organizationId, slug }
}

type School = Awaited<ReturnType<typeof openSchool>>

async function claim({ ctx, organizationId }: School, host: string) {
  const domainId = await addDomain(ctx, { host })
  return { domainId, check: () => checkDomain(app.systemCtx, { organizationId, domainId }), record: recordValue((await readDomain(ctx, domainId)).challenge) }
}

const slugAt = async (host: string) => (await findTenant(app.pools.web, host))?.slug ?? null

describe('a domain', () => {
  it('opens nothing until the DNS has proven it; then it names the school', async () => {
    const school = await openSchool('proof')
    const host = 'www.proof.example'
    const { check, record } = await claim(school, host)
    expect(await check()).toMatchObject({ state: 'pending', reason: 'no-record' })
    names.records.set(recordName(host), { txt: ['coursecove-domain=another'] })
    expect(await check()).toMatchObject({ state: 'pending', reason: 'wrong-record' })
    expect(await slugAt(host)).toBeNull()

    names.records.set(recordName(host), { txt: ['v=spf1 -all', record] })
    expect(await check()).toMatchObject({ state: 'verified', reason: null })
    expect(await slugAt(host)).toBe('proof')
    expect(await slugAt('proof.example')).toBeNull()
    expect(await slugAt(`x.${host}`)).toBeNull()
  })

  it('that no name server answers for waits, and says so', async () => {
    const school = await openSchool('silence')
    const { check } = await claim(school, 'www.silence.example')
    names.isSilent = true
    expect(await check()).toMatchObject({ state: 'pending', reason: 'no-answer' })
    names.isSilent = false
  }, 30_000)

  it('says whether it leads here', async () => {
    const school = await openSchool('leads')
    const host = 'www.leads.example'
    const { check, domainId } = await claim(school, host)
    const leadsHere = async () => {
      await check()
      return (await readDomain(school.ctx, domainId)).leadsHere
    }
    expect(await leadsHere()).toBe(false)
    names.records.set(host, { a: ['198.51.100.7'] })
    expect(await leadsHere()).toBe(false)
    names.records.set(host, { a: ['198.51.100.7', '192.0.2.10'] })
    expect(await leadsHere()).toBe(true)
  })

  it('belongs to one school: another one that proves it too is told so, and gets it when the first one is gone', async () => {
    const [first, second] = [await openSchool('first'), await openSchool('second')]
    const host = 'www.shared.example'
    const [ofFirst, ofSecond] = [await claim(first, host), await claim(second, host)]
    names.records.set(recordName(host), { txt: [ofFirst.record] })
    // One school's proof is none for another.
    expect(await ofSecond.check()).toMatchObject({ state: 'pending', reason: 'wrong-record' })
    expect(await ofFirst.check()).toMatchObject({ state: 'verified' })
    names.records.set(recordName(host), { txt: [ofFirst.record, ofSecond.record] })
    expect(await ofSecond.check()).toMatchObject({ state: 'failed', reason: 'taken' })
    expect(await slugAt(host)).toBe('first')

    await removeDomain(first.ctx, ofFirst.domainId)
    expect(await slugAt(host)).toBeNull()
    expect(await ofSecond.check()).toMatchObject({ state: 'verified' })
    expect(await slugAt(host)).toBe('second')
  })

  it('that two schools prove at the same moment is one school’s', async () => {
    const schools = [await openSchool('race-a'), await openSchool('race-b')]
    const host = 'www.race.example'
    const claims = await Promise.all(schools.map((school) => claim(school, host)))
    names.records.set(recordName(host), { txt: claims.map(({ record }) => record) })
    const standings = await Promise.all(claims.map(({ check }) => check()))
    expect(standings.map((standing) => standing?.state).sort()).toEqual(['failed', 'verified'])
    expect(standings.find((standing) => standing?.state === 'failed')?.reason).toBe('taken')
  })

  it('is nobody’s to prove by hand: members cannot write its state', async () => {
    const school = await openSchool('byhand')
    const { domainId } = await claim(school, 'www.byhand.example')
    await expect(school.ctx.inTenant(({ tx }) => tx.updateTable('domains').set({ state: 'verified' }).where('id', '=', domainId).execute())).rejects.toThrow(/permission denied/)
    await expect(choosePrimaryDomain(school.ctx, domainId)).rejects.toMatchObject({ code: 'domain-not-proven' })
  })

  it('under the installation’s own name is refused, and the same one twice is one', async () => {
    const school = await openSchool('own')
    for (const host of ['coursecove.localhost', 'other.coursecove.localhost', 'files.coursecove.localhost']) {
      await expect(addDomain(school.ctx, { host })).rejects.toMatchObject({ code: 'invalid-input' })
    }
    expect(await addDomain(school.ctx, { host: 'twice.example' })).toBe(await addDomain(school.ctx, { host: 'twice.example' }))
  })

  it('is the owner’s and the admin’s affair', async () => {
    const { ctx, organizationId } = await openSchool('roles')
    const asRole = async (role: 'instructor' | 'student') => ({ ...ctx, ...tenantCtx(database(), organizationId, await buildMember(organizationId, role)) })
    for (const role of ['instructor', 'student'] as const) {
      await expect(addDomain({ ...(await asRole(role)), config: app.config, accounts: app.accounts }, { host: 'no.example' })).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(listDomains(await asRole(role))).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })

  it('cannot be added where sessions cannot come along', async () => {
    const { ctx } = await openSchool('satellite')
    await expect(addDomain({ ...ctx, accounts: { handOvers: null } }, { host: 'www.satellite.example' })).rejects.toMatchObject({ code: 'domains-unavailable' })
  })
})

describe('looking again', () => {
  it('verifies what was set meanwhile, and takes a domain away whose record is gone for a day', async () => {
    const school = await openSchool('again')
    const host = 'www.again.example'
    const { domainId, record } = await claim(school, host)
    names.records.set(recordName(host), { txt: [record] })
    await recheckDomains(app.systemCtx)
    expect(await slugAt(host)).toBe('again')

    names.records.delete(recordName(host))
    // Within the hour nobody is asked again.
    await recheckDomains(app.systemCtx)
    expect((await readDomain(school.ctx, domainId)).failingSince).toBeNull()
    const later = (hours: number) => recheckDomains({ ...app.systemCtx, clock: { now: () => new Date(Date.now() + hours * 3_600_000) } })
    await later(1)
    expect((await readDomain(school.ctx, domainId)).failingSince).not.toBeNull()
    expect(await slugAt(host)).toBe('again')
    await later(24)
    expect(await slugAt(host)).toBe('again')
    await later(26)
    expect(await slugAt(host)).toBeNull()
    expect(await readDomain(school.ctx, domainId)).toMatchObject({ state: 'failed', reason: 'no-record' })
  })
})

describe('the main address', () => {
  it('is one at a time, and only while it is verified', async () => {
    const school = await openSchool('mainly')
    const claims = await Promise.all(['a.mainly.example', 'b.mainly.example'].map((host) => claim(school, host)))
    for (const [index, host] of ['a.mainly.example', 'b.mainly.example'].entries()) {
      names.records.set(recordName(host), { txt: [claims[index]?.record ?? ''] })
      await claims[index]?.check()
      await choosePrimaryDomain(school.ctx, claims[index]?.domainId ?? '')
    }
    const main = async () => (await findTenant(app.pools.web, 'mainly'))?.primary_domain
    expect(await main()).toBe('b.mainly.example')
    await database().superuser.query(`update domains set state = 'failed' where host = 'b.mainly.example'`)
    expect(await main()).toBeNull()
    await choosePrimaryDomain(school.ctx, null)
    expect((await listDomains(school.ctx)).map(({ isPrimary }) => isPrimary)).toEqual([false, false])
  })
})
