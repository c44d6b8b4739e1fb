import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { countCompletions } from './count-completions.ts'
import { useFaultGround } from './harness.ts'
import { waitFor } from './programs.ts'
import { queueKinds, useQueueLine } from './queue-lines.ts'
import { neutralEvent, sendUntilTaken, sendWebhook } from './send-webhook.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)

async function row(eventId: string): Promise<Record<string, unknown> | undefined> {
  return (await database().superuser.query('select status, handled_by, deliveries, attempts from webhook_events where event_id = $1', [eventId])).rows[0]
}

describe.each(queueKinds)('with the queue %s', (kind) => {
  const line = useQueueLine(kind, ground)

  describe('the web process dies with a webhook in its hands', () => {
    it.each([
      { point: 'after-store-before-handling', stored: true, handledBy: 'queue' },
      { point: 'after-payment-before-commit', stored: true, handledBy: 'queue' },
      { point: 'between-commit-and-answer', stored: true, handledBy: 'fast' },
    ])('$point: its sender comes again, and it takes effect once', async ({ point, handledBy }) => {
      const completions = await countCompletions(database())
      const [id, { secrets }] = [`evt_${v7()}`, ground()]
      const webhook = { body: neutralEvent(id), secret: secrets.platform }
      const web = await ground().startWeb({ ...line().settings, COVE_FAILPOINT: point })
      const hook = `${web.url}/api/webhooks/stripe`

      expect(await sendWebhook(hook, webhook)).toBe('broken')
      expect(await web.ended).toBe('SIGKILL')
      expect(ground().reached()).toEqual([point])
      expect(await row(id)).toMatchObject({ deliveries: 1 })

      await line().startAll({ COVE_FAILPOINT: point })
      await sendUntilTaken(hook, webhook)
      await waitFor(async () => (await row(id))?.status === 'completed')
      expect((await completions())[id]).toBe(1)
      expect(await row(id)).toEqual({ status: 'completed', handled_by: handledBy, deliveries: 2, attempts: 1 })
    })

    it('before its sender comes again, the queue has done the work', async () => {
      const completions = await countCompletions(database())
      const id = `evt_${v7()}`
      const web = await ground().startWeb({ ...line().settings, COVE_FAILPOINT: 'after-store-before-handling' })
      expect(await sendWebhook(`${web.url}/api/webhooks/stripe`, { body: neutralEvent(id), secret: ground().secrets.platform })).toBe('broken')
      await web.ended
      await line().startAll()
      await waitFor(async () => (await row(id))?.status === 'completed')
      expect((await completions())[id]).toBe(1)
      expect(await row(id)).toEqual({ status: 'completed', handled_by: 'queue', deliveries: 1, attempts: 1 })
    })
  })

  describe('whoever runs the jobs dies in the middle of one', () => {
    it('in-worker: the next one takes the job over within seconds, and a new person is one person', async () => {
      const completions = await countCompletions(database())
      const person = v7()
      await database().superuser.query(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, 'Mei', $2, true)`, [person, `${person}@test.example`])
      const event = (await database().superuser.query(`select event_id from webhook_events where payload ->> 'id' = $1`, [person])).rows[0].event_id as string

      const { web, runner } = await line().startAll({ COVE_FAILPOINT: 'in-worker' })
      expect(await runner.ended).toBe('SIGKILL')
      expect(ground().reached()).toEqual(['in-worker'])
      expect(await row(event)).toMatchObject({ status: 'pending' })
      expect(await peopleCalled(person)).toBe(0)

      await web.kill()
      const next = await line().startAll({ COVE_FAILPOINT: 'in-worker' })
      await waitFor(async () => (await row(event))?.status === 'completed', 60_000, () => `never done:\n${next.runner.output()}`)
      expect((await completions())[event]).toBe(1)
      expect(await peopleCalled(person)).toBe(1)
      if (kind !== 'Inngest') expect(next.runner.output()).toContain('jobs of a worker that died are free again')
    })
  })
})

it('asked to stop, a worker lets its jobs end first', async () => {
  const worker = await ground().startWorker()
  await worker.kill('SIGTERM')
  expect(await worker.ended).toBe('code 0')
})

async function peopleCalled(subject: string): Promise<number> {
  return (await database().superuser.query('select count(*)::int as count from user_identities i join users u on u.id = i.user_id where i.subject = $1', [subject])).rows[0].count
}
