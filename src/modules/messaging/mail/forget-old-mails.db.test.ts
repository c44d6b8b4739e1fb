import { v7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { switchboard } from '../../../switchboard.ts'
import type { App } from '../../../wiring.ts'

const database = useTestDatabase()
const usual = useTestApp(database)
const short = useTestApp(database, { MAILS_KEPT_DAYS: '7' })
const ask = async (text: string, values: unknown[] = []) => (await database().superuser.query<Record<string, unknown>>(text, values)).rows

async function store(status: string, daysAgo: number, count = 1): Promise<void> {
  await ask(
    `insert into mail_messages (id, idempotency_key, kind, to_address, from_name, subject, html_body, text_body, status, created_at, updated_at)
     select gen_random_uuid(), $1 || n, 'receipt', 'mei@test.example', 'Melody', 'Your receipt', '<p>Mei</p>', 'Mei', $2, at, at
     from generate_series(1, $4) n, (select now() - make_interval(days => $3) - interval '1 minute' as at) moment`,
    [v7(), status, daysAgo, count],
  )
}
const left = async () => (await ask(`select status, extract(day from now() - created_at)::int as days from mail_messages order by 1, 2`)).map(({ status, days }) => `${String(status)} ${String(days)}`)
/** As the worker runs it. */
const forget = (app: () => App) => switchboard.jobs['forget-old-mails']?.(app().systemCtx, {})

describe('mails that are old', () => {
  beforeEach(() => ask('truncate mail_messages'))

  it('go each night once they are over for as long as the setting says, and never while they wait to go out', async () => {
    for (const status of ['sent', 'kept', 'failed', 'queued']) for (const daysAgo of [6, 7, 29, 30, 900]) await store(status, daysAgo)
    await forget(usual)
    const waiting = ['queued 6', 'queued 7', 'queued 29', 'queued 30', 'queued 900']
    expect(await left()).toEqual(['failed 6', 'failed 7', 'failed 29', 'kept 6', 'kept 7', 'kept 29', ...waiting, 'sent 6', 'sent 7', 'sent 29'])
    await forget(short)
    expect(await left()).toEqual(['failed 6', 'kept 6', ...waiting, 'sent 6'])
    expect(switchboard.cron.filter((line) => line.endsWith(' forget-old-mails'))).toHaveLength(1)
  })

  it('stay while they were refused only lately: somebody let them try again', async () => {
    await store('failed', 40)
    await ask(`update mail_messages set error = 'refused once more'`)
    await forget(usual)
    expect(await left()).toEqual(['failed 40'])
  })

  it('go in many small transactions, and one that somebody is at is left for the next night', async () => {
    await store('sent', 40, 2500)
    const held = await database().superuser.connect()
    try {
      await held.query('begin; select id from mail_messages limit 1 for update')
      await forget(usual)
      expect(await ask('select count(*)::int as mails from mail_messages')).toEqual([{ mails: 1 }])
      await held.query('rollback')
    } finally {
      held.release()
    }
    await forget(usual)
    expect(await left()).toEqual([])
  })
})
