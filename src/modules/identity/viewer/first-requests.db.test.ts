import { describe, expect, it, vi } from 'vitest'
import { withCookie } from '../../../../tests/support/account-steps.ts'
import { useClerkWorld } from '../../../../tests/support/clerk-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { wakeWaiting } from '#platform/inbox/dependency-not-ready.ts'
import { log } from '#platform/log/log.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

async function newcomer(email: string) {
  const { id } = await world().sdk.users.createUser({ emailAddress: [email], firstName: 'Mei' })
  const session = await world().signIn(id)
  return { id, headers: withCookie(`__session=${await world().mint(session)}`) }
}
async function usersOf(subject: string) {
  const { rows } = await database().superuser.query('select users.* from users join user_identities on user_id = users.id where subject = $1', [subject])
  return rows
}

describe('two hundred first requests of one new user', () => {
  it('make one user and no error, in two processes, with the webhook arriving in the middle', async () => {
    const { id, headers } = await newcomer('swarm@test.example')
    const requests = Array.from({ length: 200 }, (_, index) => (index % 2 ? world().app : world().other).identity.findViewer(headers))
    const webhooks = [world().deliver('user.created'), world().deliver('user.created')]
    const [viewers, statuses] = await Promise.all([Promise.all(requests), Promise.all(webhooks)])
    expect(statuses).toEqual([200, 200])
    expect(new Set(viewers.map((viewer) => viewer?.userId)).size).toBe(1)
    expect(viewers[0]).toMatchObject({ name: 'Mei', email: 'swarm@test.example' })
    expect(await usersOf(id)).toHaveLength(1)
    const { rows } = await database().superuser.query(`select count(*)::int as found from users where email = 'swarm@test.example'`)
    expect(rows[0].found).toBe(1)
  })

  it('are one line in the log, which names the person by Clerk’s id alone', async () => {
    const info = vi.spyOn(log, 'info')
    const { id, headers } = await newcomer('told@test.example')
    await Promise.all(Array.from({ length: 20 }, () => world().app.identity.findViewer(headers)))
    const lines = info.mock.calls.map(([, line]) => String(line)).filter((line) => line.includes(id))
    info.mockRestore()
    expect(lines).toEqual([`User ${id} not found in the database, creating from Clerk`])
  })

  it('ask Clerk once in each process', async () => {
    const { headers } = await newcomer('once@test.example')
    const calls = await world().countCalls(() => Promise.all(Array.from({ length: 200 }, () => world().app.identity.findViewer(headers))))
    expect(calls).toBe(1)
  })
})

describe('the webhook', () => {
  it('brings a person before their first request, and takes them away', async () => {
    const { id, headers } = await newcomer('early@test.example')
    expect(await world().deliver('user.created')).toBe(200)
    expect(await usersOf(id)).toMatchObject([{ name: 'Mei', email: 'early@test.example', created_by_door: 'webhook' }])
    expect(await world().countCalls(() => world().app.identity.findViewer(headers))).toBe(0)

    await world().sdk.users.deleteUser(id)
    expect(await world().deliver('user.deleted')).toBe(200)
    expect(await usersOf(id)).toHaveLength(0)
    expect(await world().app.identity.findViewer(headers)).toBeNull()
    expect(await world().deliver('user.created', { eventId: 'msg_late' })).toBe(200)
    expect(await usersOf(id)).toHaveLength(0)
  })

  it('that is older than what a request saw does not undo it', async () => {
    const { id, headers } = await newcomer('older@test.example')
    await world().sdk.users.updateUser(id, { firstName: 'Rui' })
    await world().app.identity.findViewer(headers)
    await world().deliver('user.created')
    expect(await usersOf(id)).toMatchObject([{ name: 'Rui' }])
    expect(await world().deliver('user.updated')).toBe(200)
    expect(await usersOf(id)).toMatchObject([{ name: 'Rui', created_by_door: 'first-request' }])
  })

  it('of an unknown type is stored and completed without effect', async () => {
    const { id } = await newcomer('unknown@test.example')
    expect(await world().deliver('session.created')).toBe(200)
    const { rows } = await database().superuser.query(`select status from webhook_events where event_type = 'session.created'`)
    expect(rows).toEqual([{ status: 'completed' }])
    expect(await usersOf(id)).toHaveLength(0)
  })

  it('signed with another secret is refused, and nothing is stored', async () => {
    await newcomer('forged@test.example')
    expect(await world().deliver('user.created', { secret: `whsec_${Buffer.from('somebody else’s').toString('base64')}`, eventId: 'msg_forged' })).toBe(400)
    const { rows } = await database().superuser.query(`select from webhook_events where event_id = 'msg_forged'`)
    expect(rows).toHaveLength(0)
  })
})

describe('who waits for a person', () => {
  it('is woken by whichever door brings them', async () => {
    const { id, headers } = await newcomer('awaited@test.example')
    const { superuser } = database()
    await superuser.query(
      `insert into webhook_events (provider, event_id, event_type, payload, waiting_on, next_attempt_at)
       values ('clerk', 'msg_waits', 'organizationMembership.created', '{}', $1, now() + interval '1 day')`,
      [`clerk user ${id}`],
    )
    await world().app.identity.findViewer(headers)
    const { rows } = await superuser.query(`select jobs.* from graphile_worker.jobs where key = (select id::text from webhook_events where event_id = 'msg_waits')`)
    expect(rows).toHaveLength(1)
    expect(await world().app.systemCtx.inSystem((tx) => wakeWaiting(tx, 'clerk user nobody'))).toBe(0)
  })
})
