import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { lastMail, linkOf } from '../../../tests/support/account-steps.ts'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { sendInvitation } from '#modules/messaging/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import { InvalidInput, NotAllowed, NotFound } from '#platform/errors/app-error.ts'
import {
  acceptInvitation,
  changeRole,
  createOrganization,
  ensureMembership,
  inviteMember,
  InvitationForAnother,
  InvitationOver,
  LastOwner,
  listInvitations,
  listMyOrganizations,
  listPeople,
  OwnersOnly,
  readInvitation,
  readSchoolSettings,
  removeMember,
  resendInvitation,
  revokeInvitation,
  rolePermissions,
  suggestFreeSlug,
  updateSchool,
  type InvitingCtx,
} from './index.ts'

const database = useTestDatabase()
const app = useTestApp(database)

function as(userId: string | null, organizationId: string): InvitingCtx & TenantCtx {
  const { clock, ids, config, pools } = app()
  return { clock, ids, config, organizationId, userId, inTenant: (work) => withTenant(pools.web, { organizationId, userId }, work) }
}

async function school() {
  const built = await buildSchool(database(), `s-${v7().slice(-10)}`)
  return { ...built, owner: as(built.ownerId, built.organizationId) }
}

async function member(organizationId: string, role: Parameters<typeof buildMembership>[3], name = 'Someone') {
  const userId = await buildUser(database(), name)
  return { userId, membershipId: await buildMembership(database(), organizationId, userId, role), ctx: as(userId, organizationId) }
}

const membershipOf = async (organizationId: string, userId: string) =>
  (await database().superuser.query('select * from organization_memberships where organization_id = $1 and user_id = $2', [organizationId, userId])).rows[0]

/** Delivers what the outbox holds to the one who mails invitations, and gives the token of the newest mail. */
async function mailedToken(organizationId: string, email: string): Promise<string> {
  const { rows } = await database().superuser.query(`select * from outbox_events where organization_id = $1 and name = 'invitation.sent' order by id`, [organizationId])
  for (const row of rows) {
    const event = { id: row.id, organizationId, name: row.name, payload: row.payload, occurredAt: row.occurred_at }
    await app().systemCtx.inSystem((tx) => sendInvitation.hear(app().systemCtx, tx, event))
  }
  return linkOf(await lastMail(database(), email)).split('/').at(-1) ?? ''
}

describe('the permission table', () => {
  it('says the same in the database and here', async () => {
    const { rows } = await database().superuser.query('select permission, array_agg(role order by role) as roles from role_permissions group by 1 order by 1')
    const here = Object.entries(rolePermissions)
      .map(([permission, roles]) => ({ permission, roles: [...roles].sort() }))
      .sort((one, other) => one.permission.localeCompare(other.permission))
    expect(rows.map((row) => ({ permission: row.permission, roles: [...row.roles].sort() }))).toEqual(here)
  })
})

describe('opening a school', () => {
  it('makes its owner and first texts, and shows it in the switcher', async () => {
    const userId = await buildUser(database(), 'Kevin')
    const slug = `open-${v7().slice(-10)}`
    const { organizationId } = await createOrganization(app().systemCtx, { userId, name: 'Äolus & Söhne', slug, preset: 'music-school', currency: 'eur', timeZone: 'Europe/Lisbon' })
    expect(await listMyOrganizations(as(userId, organizationId))).toEqual([expect.objectContaining({ slug, role: 'owner', name: 'Äolus & Söhne' })])
    expect(await readSchoolSettings(as(userId, organizationId))).toMatchObject({ heroTitle: expect.stringContaining('Learn'), timeZone: 'Europe/Lisbon' })
  })

  it('refuses an address that is taken or reserved, beside the field', async () => {
    const { slug, ownerId } = await school()
    const open = (wanted: string) =>
      createOrganization(app().systemCtx, { userId: ownerId, name: 'X', slug: wanted, preset: 'music-school', currency: 'eur', timeZone: 'UTC' })
    await expect(open(slug)).rejects.toMatchObject({ fieldErrors: { slug: expect.stringContaining('taken') } })
    await expect(open('mailbox')).rejects.toMatchObject({ fieldErrors: { slug: expect.stringContaining('kept') } })
  })

  it('suggests an address that is free', async () => {
    const { slug } = await school()
    expect(await suggestFreeSlug(app().systemCtx, slug)).toBe(`${slug}-2`)
    expect(await suggestFreeSlug(app().systemCtx, 'Sign up')).toBe('sign-up-2')
    expect(await suggestFreeSlug(app().systemCtx, '音楽')).toBe('')
  })
})

describe('a membership', () => {
  it('keeps the higher role, and one who was removed comes back with the role given', async () => {
    const { organizationId } = await school()
    const { userId, membershipId } = await member(organizationId, 'admin')
    const ensure = (role: 'student' | 'owner') => app().systemCtx.inSystem((tx) => ensureMembership(tx, { organizationId, userId, role, id: v7() }))
    expect(await ensure('student')).toEqual({ id: membershipId, role: 'admin' })
    await database().superuser.query('update organization_memberships set deleted_at = now() where id = $1', [membershipId])
    expect(await ensure('student')).toEqual({ id: membershipId, role: 'student' })
    expect(await ensure('owner')).toEqual({ id: membershipId, role: 'owner' })
  })
})

describe('the list of people', () => {
  it('is the school’s own, by name, fifty a page, without gaps', async () => {
    const { organizationId, owner } = await school()
    await school()
    for (let index = 0; index < 55; index += 1) await member(organizationId, 'student', `Student ${String(index).padStart(2, '0')}`)
    const first = await listPeople(owner, { group: 'students' })
    const second = await listPeople(owner, { group: 'students', cursor: first.nextCursor })
    expect([first.people.length, second.people.length, second.nextCursor]).toEqual([50, 5, null])
    expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(Array.from({ length: 55 }, (_, index) => `Student ${String(index).padStart(2, '0')}`))
    expect(first.counts).toEqual({ all: 56, team: 1, students: 55 })
    expect((await listPeople(owner, { search: 'student 07' })).people).toHaveLength(1)
    expect((await listPeople(owner, { search: '100%' })).people).toHaveLength(0)
  })

  it('shows addresses only to roles that need them', async () => {
    const { organizationId, owner } = await school()
    const instructor = await member(organizationId, 'instructor')
    expect((await listPeople(owner)).people.every(({ email }) => email !== null)).toBe(true)
    expect((await listPeople(instructor.ctx)).people.every(({ email }) => email === null)).toBe(true)
  })

  it('is closed to students and to people of other schools', async () => {
    const { organizationId } = await school()
    const other = await school()
    await expect(listPeople((await member(organizationId, 'student')).ctx)).rejects.toBeInstanceOf(NotAllowed)
    await expect(listPeople(as(other.ownerId, organizationId))).rejects.toBeInstanceOf(NotFound)
    await expect(listPeople(as(null, organizationId))).rejects.toBeInstanceOf(NotFound)
  })
})

describe('changing roles', () => {
  it('holds with the next request', async () => {
    const { organizationId, owner } = await school()
    const mei = await member(organizationId, 'student')
    await expect(listPeople(mei.ctx)).rejects.toBeInstanceOf(NotAllowed)
    await changeRole(owner, { membershipId: mei.membershipId, role: 'assistant' })
    expect((await listPeople(mei.ctx)).people).toHaveLength(2)
  })

  it('never leaves a school without an owner, not even when two go at once', async () => {
    const { organizationId, ownerId, owner } = await school()
    const second = await member(organizationId, 'owner')
    const first = (await membershipOf(organizationId, ownerId)).id
    const results = await Promise.allSettled([
      changeRole(owner, { membershipId: second.membershipId, role: 'admin' }),
      removeMember(second.ctx, { membershipId: first }),
      changeRole(owner, { membershipId: first, role: 'student' }),
    ])
    expect(results.some((result) => result.status === 'rejected')).toBe(true)
    const { rows } = await database().superuser.query(`select count(*)::int as owners from organization_memberships where organization_id = $1 and role = 'owner' and deleted_at is null`, [organizationId])
    expect(rows[0].owners).toBe(1)
  })

  it('refuses the last owner with a sentence', async () => {
    const { organizationId, ownerId, owner } = await school()
    const { id } = await membershipOf(organizationId, ownerId)
    await expect(changeRole(owner, { membershipId: id, role: 'admin' })).rejects.toBeInstanceOf(LastOwner)
    await expect(removeMember(owner, { membershipId: id })).rejects.toBeInstanceOf(LastOwner)
  })

  it('leaves owners to owners', async () => {
    const { organizationId, ownerId } = await school()
    const admin = await member(organizationId, 'admin')
    const { id } = await membershipOf(organizationId, ownerId)
    await expect(changeRole(admin.ctx, { membershipId: admin.membershipId, role: 'owner' })).rejects.toBeInstanceOf(OwnersOnly)
    await expect(removeMember(admin.ctx, { membershipId: id })).rejects.toBeInstanceOf(OwnersOnly)
  })

  it('does not reach into another school', async () => {
    const { owner } = await school()
    const elsewhere = await member((await school()).organizationId, 'student')
    await expect(changeRole(owner, { membershipId: elsewhere.membershipId, role: 'admin' })).rejects.toBeInstanceOf(NotFound)
    await expect(removeMember(owner, { membershipId: elsewhere.membershipId })).rejects.toBeInstanceOf(NotFound)
  })

  it('takes a removed person’s access at once and keeps the row', async () => {
    const { organizationId, owner } = await school()
    const mei = await member(organizationId, 'instructor')
    await removeMember(owner, { membershipId: mei.membershipId })
    await expect(listPeople(mei.ctx)).rejects.toBeInstanceOf(NotFound)
    expect((await membershipOf(organizationId, mei.userId)).deleted_at).not.toBeNull()
  })
})

describe('an invitation', () => {
  const invite = async () => {
    const made = await school()
    const email = `${v7().slice(-10)}@test.example`
    const { invitationId } = await inviteMember(made.owner, { email, role: 'instructor' })
    return { ...made, email, invitationId, token: await mailedToken(made.organizationId, email) }
  }

  it('makes the one it went to a member, once', async () => {
    const { organizationId, email, token, slug, owner } = await invite()
    const userId = await buildUser(database(), 'Inês', email)
    expect(await readInvitation(app().systemCtx, token)).toMatchObject({ email, role: 'instructor', slug })
    expect(await acceptInvitation(app().systemCtx, { token, viewer: { userId, email: email.toUpperCase() } })).toEqual({ slug, role: 'instructor' })
    expect((await membershipOf(organizationId, userId)).role).toBe('instructor')
    await expect(acceptInvitation(app().systemCtx, { token, viewer: { userId, email } })).rejects.toBeInstanceOf(InvitationOver)
    expect((await listInvitations(owner)).invitations).toEqual([])
  })

  it('is not for another address', async () => {
    const { token } = await invite()
    const userId = await buildUser(database(), 'Eve', 'eve@test.example')
    await expect(acceptInvitation(app().systemCtx, { token, viewer: { userId, email: 'eve@test.example' } })).rejects.toBeInstanceOf(InvitationForAnother)
    await expect(acceptInvitation(app().systemCtx, { token, viewer: { userId, email: null } })).rejects.toBeInstanceOf(InvitationForAnother)
  })

  it('sent again has a new link, and the old one is over', async () => {
    const { organizationId, owner, invitationId, email, token } = await invite()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await resendInvitation(owner, invitationId)
    const renewed = await mailedToken(organizationId, email)
    expect(renewed).not.toBe(token)
    await expect(readInvitation(app().systemCtx, token)).rejects.toBeInstanceOf(InvitationOver)
    expect(await readInvitation(app().systemCtx, renewed)).toMatchObject({ email })
  })

  it('taken back is over', async () => {
    const { owner, invitationId, token } = await invite()
    await revokeInvitation(owner, invitationId)
    await expect(readInvitation(app().systemCtx, token)).rejects.toBeInstanceOf(InvitationOver)
    await expect(resendInvitation(owner, invitationId)).rejects.toBeInstanceOf(NotFound)
  })

  it('goes to nobody twice, nor to someone who is here', async () => {
    const { owner, email, organizationId } = await invite()
    await expect(inviteMember(owner, { email, role: 'student' })).rejects.toBeInstanceOf(InvalidInput)
    const here = await buildUser(database(), 'Here', 'here@test.example')
    await buildMembership(database(), organizationId, here, 'student')
    await expect(inviteMember(owner, { email: 'HERE@test.example', role: 'student' })).rejects.toBeInstanceOf(InvalidInput)
  })

  it('is sent only by those who manage people', async () => {
    const { organizationId } = await school()
    const instructor = await member(organizationId, 'instructor')
    await expect(inviteMember(instructor.ctx, { email: 'x@test.example', role: 'student' })).rejects.toBeInstanceOf(NotAllowed)
    await expect(listInvitations(instructor.ctx)).rejects.toBeInstanceOf(NotAllowed)
  })

  it('keeps no secret in the tables', async () => {
    const { token, organizationId } = await invite()
    const { rows } = await database().superuser.query(
      `select (select json_agg(i)::text from organization_invitations i where organization_id = $1) || (select json_agg(e)::text from outbox_events e where organization_id = $1) as all`,
      [organizationId],
    )
    expect(rows[0].all).not.toContain(token)
  })
})

describe('the school’s words', () => {
  it('are changed by those who manage the school only', async () => {
    const { organizationId, owner } = await school()
    const texts = { name: 'Melody', tagline: 'A', heroTitle: 'B', heroText: 'C', brandColour: '#336699', timeZone: 'Europe/Lisbon' }
    await updateSchool(owner, texts)
    expect(await readSchoolSettings(owner)).toMatchObject(texts)
    const instructor = await member(organizationId, 'instructor')
    await expect(updateSchool(instructor.ctx, texts)).rejects.toBeInstanceOf(NotAllowed)
    await expect(updateSchool(as((await school()).ownerId, organizationId), texts)).rejects.toBeInstanceOf(NotFound)
  })
})
