import { describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, signInByForm } from '../isolation/built-server.ts'
import { useTestApp } from '../support/test-app.ts'
import { buildSchool } from '../support/builders.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)

const secrets = ['Lena Bergström', 'lena.bergstrom@test.example', '+46 70 123 45 67', 'https://img.test.example/lena.jpg', '203.0.113.77', 'guardian of Tuva']
const payload = {
  type: 'user.created', object: 'event', timestamp: 1_716_883_200,
  data: { id: 'user_29w83sxm', first_name: secrets[0], email_addresses: [{ id: 'idn_29w83yL7', email_address: secrets[1] }], phone_numbers: [{ phone_number: secrets[2] }], image_url: secrets[3], unsafe_metadata: { [String(secrets[5])]: secrets[0] } },
  event_attributes: { http_request: { client_ip: secrets[4] } },
}

async function openOffice() {
  const port = Number(new URL((await ground().startWeb()).url).port)
  const { rows } = await database().superuser.query<{ id: string }>(
    `insert into webhook_events (provider, event_id, event_type, payload, status, attempts, error, last_attempt_at) values ('clerk', 'msg_' || gen_random_uuid(), 'user.created', $1, 'failed', 15, $2, now()) returning id`,
    [payload, `Error: ${secrets.join(' and ')} cannot be written`],
  )
  const host = `coursecove.localhost:${port}`
  const id = String(rows[0]?.id)
  const pages = ['/operator', '/operator?window=day', '/operator/inbox', '/operator/inbox?status=failed', `/operator/inbox/${id}`, `/operator/inbox/replay?id=${id}`, '/operator/inbox/replay?all=yes', '/operator/reconcile', '/operator/jobs', '/operator/jobs?state=failed']
  return { port, host, id, pages, signIn: () => signInByForm(database(), app(), port, {}) }
}

describe('the pages of the operator', () => {
  it('are nothing at all for visitors, for people who are signed in, and on the host of a school', async () => {
    const { port, host, id, pages, signIn } = await openOffice()
    const school = await buildSchool(database(), 'operated')
    const someone = await signIn()
    const operator = await signIn()
    await database().superuser.query('update users set is_operator = true where id = $1', [operator.userId])
    const atSchool = `${school.slug}.${host}`
    const form = { ids: id, job: '1' }
    const asked = [{ host, cookie: '' }, { host, cookie: someone.cookie }, { host: atSchool, cookie: operator.cookie }].flatMap((who) => [
      ...pages.flatMap((path) => [{ ...who, path }, { ...who, path: path.replace(/(\?|$)/, '.data$1') }]),
      ...['/operator/inbox/replay', '/operator/jobs'].map((path) => ({ ...who, path, method: 'POST', form })),
    ])
    const answers = await Promise.all(asked.map(async (sent) => ({ what: `${sent.path} ${'method' in sent ? 'POST' : 'GET'} at ${sent.host}`, status: (await askServer(port, sent)).status })))
    expect(answers.filter(({ status }) => status !== 404)).toEqual([])
    expect(answers).toHaveLength(66)
    expect((await database().superuser.query('select status from webhook_events where id = $1', [id])).rows).toEqual([{ status: 'failed' }])
  })

  it('show the operator what came, and nothing of it that names a person', async () => {
    const { port, host, id, pages, signIn } = await openOffice()
    const { userId, cookie } = await signIn()
    await database().superuser.query('update users set is_operator = true where id = $1', [userId])
    for (const path of pages) {
      const answer = await askServer(port, { host, path, cookie })
      const page = await answer.text()
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('cache-control'), path).toBe('no-store')
      for (const secret of secrets) expect(page, path).not.toContain(secret)
    }
    expect(await (await askServer(port, { host, path: `/operator/inbox/${id}`, cookie })).text()).toContain('user_29w83sxm')
  })

  it('let the operator try an event again without scripts, from the list to the worker', async () => {
    const { port, host, id, signIn } = await openOffice()
    const { userId, cookie } = await signIn()
    await database().superuser.query('update users set is_operator = true where id = $1', [userId])
    const warning = await (await askServer(port, { host, path: `/operator/inbox/replay?id=${id}`, cookie })).text()
    expect(warning).toMatch(/1 event that was given up begins/)
    expect(warning).toContain('This cannot be undone')
    const answer = await askServer(port, { host, path: '/operator/inbox/replay', method: 'POST', form: { ids: id }, cookie })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/operator/inbox?replayed=1'])
    expect((await database().superuser.query('select status, attempts from webhook_events where id = $1', [id])).rows).toEqual([{ status: 'pending', attempts: 0 }])
    expect((await database().superuser.query('select count(*)::int as jobs from graphile_worker.jobs where key = $1', [id])).rows).toEqual([{ jobs: 1 }])
  })
})
