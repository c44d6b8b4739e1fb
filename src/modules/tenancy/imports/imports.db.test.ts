import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { NotAllowed, NotFound } from '#platform/errors/app-error.ts'
import { applyImport, checkPeopleFile, discardImport, forgetOldImports, inviteMember, listFaultyRows, listImports, readImport, sendImport, stopImport, takeBackImport } from '../index.ts'

const database = useTestDatabase()
const app = useTestApp(database)

const ask = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows as Row[]
const school = async () => {
  const built = await buildSchool(database(), `s-${v7().slice(-10)}`)
  // Each test has the minute to itself.
  await ask(`update invitation_import_rows set sent_at = now() - interval '1 hour' where sent_at is not null`)
  return { ...built, owner: tenantCtx(database(), built.organizationId, built.ownerId) }
}
type Built = Awaited<ReturnType<typeof school>>

const step = ({ organizationId }: Built, importId: string) => sendImport(app().systemCtx, { organizationId, importId })
const read = async ({ owner }: Built, importId: string) => (await readImport(owner, { importId, outcomes: null, afterNumber: 0 })).import
const addresses = (count: number) => Array.from({ length: count }, (_, number) => `p${number}-${v7().slice(-6)}@example.com`)
const invited = ({ organizationId }: Built) => ask<{ email: string }>('select email from organization_invitations where organization_id = $1 and revoked_at is null order by email', [organizationId])
const told = ({ organizationId }: Built) => ask(`select id from outbox_events where organization_id = $1 and name = 'invitation.sent'`, [organizationId])

describe('checking a file', () => {
  it('says of each row what it would come to, and sends nothing', async () => {
    const here = await school()
    await buildMembership(database(), here.organizationId, await buildUser(database(), 'Mei', 'mei@here.example'), 'student')
    await inviteMember({ ...here.owner, config: app().config }, { email: 'waiting@here.example', role: 'student' })
    const text = 'E-mail,Role,Phone\nMEI@here.example,,1\nwaiting@here.example,,2\nnew@here.example,Teacher,3\nNEW@here.example,,4\nnot an address,,5\nlast@here.example,Boss,6'
    const { importId } = await checkPeopleFile(here.owner, { text, role: 'student' })
    const page = await readImport(here.owner, { importId, outcomes: null, afterNumber: 0 })
    expect(page.rows.map(({ number, email, outcome, role }) => [number, email, outcome, role])).toEqual([
      [2, 'mei@here.example', 'member', 'student'], [3, 'waiting@here.example', 'invited', 'student'], [4, 'new@here.example', 'new', 'instructor'],
      [5, 'new@here.example', 'duplicate', 'student'], [6, 'not an address', 'bad-address', 'student'], [7, 'last@here.example', 'unknown-role', null],
    ])
    expect(page.import).toMatchObject({ state: 'checked', unusedColumns: ['Phone'], counts: { new: 1, member: 1, invited: 1, duplicate: 1 } })
    expect((await listFaultyRows(here.owner, importId)).map(({ number }) => number)).toEqual([5, 6, 7])
    expect((await invited(here)).map(({ email }) => email)).toEqual(['waiting@here.example'])
    await discardImport(here.owner, importId)
    expect(await listImports(here.owner)).toEqual([])
  })

  it('takes five thousand rows, and shows them a hundred at a time', async () => {
    const here = await school()
    const { importId } = await checkPeopleFile(here.owner, { text: addresses(5000).join('\n'), role: 'student' })
    const first = await readImport(here.owner, { importId, outcomes: ['new'], afterNumber: 0 })
    expect([first.import.counts.new, first.rows.length, first.nextAfter]).toEqual([5000, 100, 100])
    expect((await readImport(here.owner, { importId, outcomes: null, afterNumber: 4900 })).nextAfter).toBeNull()
  })
})

describe('sending an import', () => {
  it('invites everybody once, however often it is asked for and whatever happened in between', async () => {
    const here = await school()
    const text = ['one@send.example', 'two@send.example', 'three@send.example'].join('\n')
    const { importId } = await checkPeopleFile(here.owner, { text, role: 'assistant' })
    await buildMembership(database(), here.organizationId, await buildUser(database(), 'Two', 'two@send.example'), 'student')
    await inviteMember({ ...here.owner, config: app().config }, { email: 'three@send.example', role: 'student' })
    await applyImport(here.owner, importId)
    await applyImport(here.owner, importId)
    expect(await ask(`select 1 from graphile_worker._private_jobs where key like $1`, [`import:${importId}:%`])).toHaveLength(1)
    await step(here, importId)
    await step(here, importId)
    expect(await read(here, importId)).toMatchObject({ state: 'done', counts: { sent: 1, member: 1, invited: 1, new: 0 } })
    expect(await ask('select role from organization_invitations where organization_id = $1 and email = $2', [here.organizationId, 'one@send.example'])).toEqual([{ role: 'assistant' }])
    expect(await told(here)).toHaveLength(2)

    const again = await checkPeopleFile(here.owner, { text, role: 'assistant' })
    expect((await read(here, again.importId)).counts).toMatchObject({ new: 0, invited: 2, member: 1 })
  })

  it('sends twenty a step and 120 a minute, all schools together', async () => {
    const [here, there] = [await school(), await school()]
    const { importId } = await checkPeopleFile(here.owner, { text: addresses(130).join('\n'), role: 'student' })
    const other = await checkPeopleFile(there.owner, { text: addresses(2).join('\n'), role: 'student' })
    await applyImport(here.owner, importId)
    await applyImport(there.owner, other.importId)
    await step(here, importId)
    expect((await read(here, importId)).counts).toMatchObject({ sent: 20, new: 110 })
    for (let times = 0; times < 8; times += 1) await step(here, importId)
    expect((await read(here, importId)).counts).toMatchObject({ sent: 120, new: 10 })
    await step(there, other.importId)
    expect(await read(there, other.importId)).toMatchObject({ state: 'running', counts: { sent: 0, new: 2 } })

    await ask(`update invitation_import_rows set sent_at = sent_at - interval '61 seconds' where sent_at is not null`)
    await step(here, importId)
    await step(there, other.importId)
    expect(await read(here, importId)).toMatchObject({ state: 'done', counts: { sent: 130, new: 0 } })
    expect(await read(there, other.importId)).toMatchObject({ state: 'done', counts: { sent: 2 } })
  })

  it('stops, goes on, and takes back whom nobody has answered', async () => {
    const here = await school()
    const { importId } = await checkPeopleFile(here.owner, { text: addresses(25).join('\n'), role: 'student' })
    await applyImport(here.owner, importId)
    await step(here, importId)
    await stopImport(here.owner, importId)
    await step(here, importId)
    expect(await read(here, importId)).toMatchObject({ state: 'stopped', counts: { sent: 20, new: 5 }, unansweredCount: 20 })
    await ask(`update organization_invitations set accepted_at = now() where id = (select invitation_id from invitation_import_rows where import_id = $1 and outcome = 'sent' limit 1)`, [importId])
    expect(await takeBackImport(here.owner, importId)).toBe(19)
    expect(await takeBackImport(here.owner, importId)).toBe(0)
    await applyImport(here.owner, importId)
    await step(here, importId)
    expect(await read(here, importId)).toMatchObject({ state: 'done', unansweredCount: 5 })
    await discardImport(here.owner, importId)
    expect(await read(here, importId)).toMatchObject({ state: 'done' })
  })
})

describe('an import', () => {
  it('is for those who manage people, in their own school', async () => {
    const [here, there] = [await school(), await school()]
    const instructorId = await buildUser(database(), 'Ines')
    await buildMembership(database(), here.organizationId, instructorId, 'instructor')
    const instructor = tenantCtx(database(), here.organizationId, instructorId)
    const { importId } = await checkPeopleFile(here.owner, { text: 'a@b.example', role: 'student' })
    await expect(checkPeopleFile(instructor, { text: 'a@b.example', role: 'student' })).rejects.toBeInstanceOf(NotAllowed)
    await expect(applyImport(instructor, importId)).rejects.toBeInstanceOf(NotAllowed)
    await expect(readImport(there.owner, { importId, outcomes: null, afterNumber: 0 })).rejects.toBeInstanceOf(NotFound)
    await expect(takeBackImport(there.owner, importId)).rejects.toBeInstanceOf(NotFound)
    await expect(listFaultyRows(there.owner, 'no-id')).rejects.toBeInstanceOf(NotFound)
  })

  it('goes after thirty days; its invitations stay', async () => {
    const here = await school()
    const { importId } = await checkPeopleFile(here.owner, { text: 'kept@old.example', role: 'student' })
    await applyImport(here.owner, importId)
    await step(here, importId)
    await ask(`update invitation_imports set created_at = now() - interval '31 days' where id = $1`, [importId])
    await forgetOldImports(app().systemCtx)
    expect(await listImports(here.owner)).toEqual([])
    expect(await invited(here)).toEqual([{ email: 'kept@old.example' }])
  })
})
