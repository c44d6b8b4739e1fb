import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { listPublicTeachers } from '#modules/catalog/index.ts'
import { changeProfile, forgetMember, readProfile } from '../index.ts'

const database = useTestDatabase()
const app = useTestApp(database)

async function openSchool(preset = 'coaching-marketplace') {
  const { organizationId, ownerId } = await buildSchool(database(), `p-${v7().slice(-10)}`)
  await database().superuser.query('update organizations set preset = $2 where id = $1', [organizationId, preset])
  const as = (userId: string) => ({ ...tenantCtx(database(), organizationId, userId), inSystem: app().systemCtx.inSystem })
  const member = async (role: Parameters<typeof buildMembership>[3]) => {
    const userId = await buildUser(database(), `Person ${v7().slice(-5)}`)
    return { userId, ctx: as(userId), membershipId: await buildMembership(database(), organizationId, userId, role) }
  }
  const seen = () => tenantCtx(database(), organizationId, null).inTenant(({ tx }) => listPublicTeachers(tx, organizationId))
  return { organizationId, owner: as(ownerId), member, seen }
}

const realtor = { displayName: 'Elena Ruiz', title: 'First two years', bio: 'Calendars.', type: 'realtor', fields: { years: '9', licence: ' CO 1 ', region: '', rate: '120', homesSold: '', nonsense: 'x' }, isPublic: true }

describe('a profile', () => {
  it('is written by the person, who does not decide whether the site shows it; the owner does', async () => {
    const { owner, member, seen } = await openSchool()
    const { ctx, membershipId } = await member('instructor')
    await changeProfile(ctx, { ...realtor, membershipId })
    expect(await seen()).toEqual([])
    await changeProfile(owner, { ...realtor, membershipId })
    expect(await seen()).toEqual([{ id: membershipId, name: 'Elena Ruiz', title: 'First two years', bio: 'Calendars.', profileType: 'realtor', profile: { years: '9', licence: 'CO 1', region: '', rate: '120', homesSold: '' } }])
    await changeProfile(ctx, { ...realtor, membershipId, isPublic: false, bio: 'Still here.' })
    expect(await seen()).toMatchObject([{ bio: 'Still here.' }])
  })

  it('is nobody else’s: not a colleague’s, not an owner’s for an administrator, not another school’s', async () => {
    const { owner, member } = await openSchool()
    const [elena, theo, admin, student] = [await member('instructor'), await member('instructor'), await member('admin'), await member('student')]
    const other = await openSchool()
    await expect(changeProfile(theo.ctx, { ...realtor, membershipId: elena.membershipId })).rejects.toMatchObject({ status: 403 })
    await expect(readProfile(student.ctx, student.membershipId)).rejects.toMatchObject({ status: 403 })
    await expect(changeProfile(other.owner, { ...realtor, membershipId: elena.membershipId })).rejects.toMatchObject({ status: 404 })
    const { rows } = await database().superuser.query('select id from organization_memberships where organization_id = $1 and role = $2', [owner.organizationId, 'owner'])
    await expect(changeProfile(admin.ctx, { ...realtor, membershipId: String(rows[0]?.id) })).rejects.toMatchObject({ status: 403 })
    expect(await readProfile(elena.ctx, elena.membershipId)).toMatchObject({ type: '', fields: {}, isPublic: false, maySetPublic: false })
  })

  it('says beside each field what is wrong with it, and knows the types of its kind of school', async () => {
    const { member } = await openSchool()
    const { ctx, membershipId } = await member('instructor')
    await expect(changeProfile(ctx, { ...realtor, membershipId, fields: { years: 'many' } })).rejects.toMatchObject({ fieldErrors: { 'realtor.years': expect.any(String), 'realtor.licence': expect.any(String) } })
    for (const type of ['teacher', 'pony', '__proto__']) await expect(changeProfile(ctx, { ...realtor, membershipId, type })).rejects.toMatchObject({ fieldErrors: { type: expect.any(String) } })
  })

  it('goes with the account', async () => {
    const { owner, member } = await openSchool()
    const { userId, membershipId } = await member('instructor')
    await changeProfile(owner, { ...realtor, membershipId })
    await app().systemCtx.inSystem((tx) => forgetMember(tx, { userId, at: new Date(), email: null }))
    const { rows } = await database().superuser.query(`select profile_type, profile from organization_memberships where id = $1`, [membershipId])
    expect(rows.every(({ profile_type, profile }) => profile_type === null && Object.keys(profile).length === 0)).toBe(true)
  })
})
