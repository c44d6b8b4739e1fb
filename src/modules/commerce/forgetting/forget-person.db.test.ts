import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { systemClock } from '#platform/clock/clock.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import type { Inbox } from '#platform/inbox/inbox.ts'
import { runPendingFor } from '#platform/inbox/run-pending-for.ts'
import type { Switchboard } from '#platform/switchboard-types.ts'
import { localFileStorage } from '#providers/local-storage/local-storage.ts'
import { switchboard } from '../../../switchboard.ts'
import { removeFileBytes, saveFile } from '#modules/files/index.ts'

const database = useTestDatabase()
let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'coursecove-gone-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = async (text: string, values: unknown[]) => (await database().superuser.query<Record<string, unknown>>(text, values)).rows

/** Runs what the trigger on the accounts wrote, by the application's own switchboard. */
async function settle(subject: string): Promise<void> {
  const pool = database().pools.system
  const ctx: SystemCtx = { clock: systemClock, ids: uuidV7Ids, inSystem: (work) => asSystem(pool, ({ tx }) => work(tx)) }
  const inbox: Inbox<SystemCtx> = { ctx, pool, switchboard: switchboard as unknown as Switchboard<SystemCtx>, limits: { fastPathMs: 10_000 } }
  await runPendingFor(inbox, 'builtin', subject)
}

/** Somebody with an account, a session and a membership. */
async function openAccount(organizationId: string, role: 'owner' | 'student' | 'instructor') {
  const subject = v7()
  await ask(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, 'Mei', $2, true)`, [subject, `${subject}@test.example`])
  await ask(`insert into better_auth.session (id, token, "userId", "expiresAt") values ($1, $1, $1, now() + interval '1 day')`, [subject])
  await settle(subject)
  const [person] = await ask('select user_id as id from user_identities where subject = $1', [subject])
  const userId = String(person?.id)
  const membershipId = await buildMembership(database(), organizationId, userId, role)
  return {
    userId,
    membershipId,
    subject,
    async leave() {
      await ask('delete from better_auth."user" where id = $1', [subject])
      await settle(subject)
    },
  }
}

const findUser = (id: string) => ask('select name, email, image_url, deleted_at is not null as "isGone" from users where id = $1', [id])

describe('somebody whose account is gone', () => {
  it('is deleted with sessions, memberships and invitations when nothing names them', async () => {
    const { organizationId } = await buildSchool(database(), `gone-${v7().slice(-6)}`)
    const person = await openAccount(organizationId, 'student')
    await ask(
      `insert into organization_invitations (organization_id, id, email, role, token_hash, invited_by, expires_at) values ($1, gen_random_uuid(), 'x@test.example', 'student', $2, $3, now())`,
      [organizationId, v7(), person.userId],
    )
    await person.leave()
    expect(await findUser(person.userId)).toEqual([])
    expect(await ask('select * from organization_memberships where user_id = $1', [person.userId])).toEqual([])
    expect(await ask('select * from better_auth.session where id = $1', [person.subject])).toEqual([])
    expect(await ask('select * from user_identities where subject = $1', [person.subject])).toEqual([])
  })

  it('does not come back by an event that is late', async () => {
    const { organizationId } = await buildSchool(database(), `gone-${v7().slice(-6)}`)
    const person = await openAccount(organizationId, 'student')
    await person.leave()
    await ask(
      `insert into webhook_events (provider, event_id, event_type, payload) values ('builtin', $1, 'user.updated', $2)`,
      [v7(), JSON.stringify({ id: person.subject, name: 'Back', email: 'back@test.example', email_verified: true })],
    )
    await settle(person.subject)
    expect(await ask(`select status from webhook_events where payload ->> 'name' = 'Back'`, [])).toEqual([{ status: 'completed' }])
    expect(await ask(`select * from users where name = 'Back'`, [])).toEqual([])
  })

  it('stays as an emptied row where they learnt something, and their membership ends, emptied too', async () => {
    const { organizationId } = await buildSchool(database(), `gone-${v7().slice(-6)}`)
    const { courseId } = await buildCourse(database(), organizationId)
    const person = await openAccount(organizationId, 'student')
    await ask(`insert into enrolments (organization_id, id, course_id, user_id, source) values ($1, $2, $3, $4, 'invitation')`, [organizationId, v7(), courseId, person.userId])
    await person.leave()
    expect(await findUser(person.userId)).toEqual([{ name: '', email: null, image_url: null, isGone: true }])
    expect(await ask('select display_name, deleted_at is not null as "isOver" from organization_memberships where user_id = $1', [person.userId])).toEqual([{ display_name: '', isOver: true }])
  })

  it('takes along the files that nothing shows, and leaves those that a course shows', async () => {
    const { organizationId } = await buildSchool(database(), `gone-${v7().slice(-6)}`)
    const { courseId } = await buildCourse(database(), organizationId)
    const person = await openAccount(organizationId, 'instructor')
    const storage = localFileStorage(folder)
    const as = { ...tenantCtx(database(), organizationId, person.userId), storage }
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(500)}`)
    const [shown, unused] = [await saveFile(as, { name: 'Shown.pdf', purpose: 'pdf', bytes }), await saveFile(as, { name: 'Unused.pdf', purpose: 'pdf', bytes })]
    await ask('update courses set cover_file_id = $2 where id = $1', [courseId, shown.fileId])
    const [row] = await ask('select storage_key as key from files where id = $1', [unused.fileId])
    const storageKey = String(row?.key)

    await person.leave()
    expect(await ask('select id from files where uploaded_by = $1', [person.userId])).toEqual([{ id: shown.fileId }])
    expect(await findUser(person.userId)).toMatchObject([{ name: '', isGone: true }])
    const jobs = await ask(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'remove-file-bytes'`, [])
    expect(jobs).toEqual([{ payload: { fileId: unused.fileId, storageKey } }])

    expect(await storage.find(storageKey)).not.toBeNull()
    for (const _ of [1, 2]) await removeFileBytes({ storage, config: { dataDir: folder } }, jobs[0]?.payload)
    expect(await storage.find(storageKey)).toBeNull()
  })

  it('who is one of several owners ends as one; the last owner’s membership goes on, emptied', async () => {
    const { organizationId, ownerId } = await buildSchool(database(), `gone-${v7().slice(-6)}`)
    const one = await openAccount(organizationId, 'owner')
    await one.leave()
    expect(await findUser(one.userId)).toEqual([])

    const last = await openAccount(organizationId, 'owner')
    await ask('update organization_memberships set deleted_at = now() where user_id = $1', [ownerId])
    await last.leave()
    expect(await ask('select role, display_name, deleted_at from organization_memberships where user_id = $1', [last.userId])).toEqual([{ role: 'owner', display_name: '', deleted_at: null }])
  })
})
