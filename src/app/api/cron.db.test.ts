import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import type { App } from '../../wiring.ts'
import { answerFault } from '../http/answer-fault.ts'
import { cronApi } from './cron.ts'

const secret = 'the clock of this host'
const database = useTestDatabase()
const withClock = useTestApp(database, { CRON_SECRET: secret })
const without = useTestApp(database)

async function ask(app: App, authorization?: string): Promise<number> {
  const web = new Hono()
  web.onError(answerFault)
  web.route('/api/cron', cronApi(app))
  return (await web.request('/api/cron', authorization ? { headers: { authorization } } : {})).status
}

it('200: for the clock of the host', async () => {
  expect(await ask(withClock(), `Bearer ${secret}`)).toBe(200)
})

it('401: for everybody else', async () => {
  for (const said of [undefined, '', secret, 'Bearer ', `Bearer ${secret}x`, `bearer ${secret}`]) expect([said, await ask(withClock(), said)]).toEqual([said, 401])
})

it('404: where no clock was given a secret', async () => {
  for (const said of [undefined, 'Bearer ', 'Bearer undefined']) expect([said, await ask(without(), said)]).toEqual([said, 404])
})
