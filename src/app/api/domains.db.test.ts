import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { buildSchool } from '../../../tests/support/builders.ts'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { domainsApi } from './domains.ts'

const database = useTestDatabase()
const app = useTestApp(database)

it('the question for a certificate is answered with yes for hosts that are served, and for no other', async () => {
  const { organizationId } = await buildSchool(database(), 'melody')
  const claim = (host: string, state: string) => database().superuser.query(`insert into domains (organization_id, id, host, challenge, state) values ($1, $2, $3, 'a challenge of twenty letters', $4)`, [organizationId, v7(), host, state])
  await claim('www.melody.example', 'verified')
  await claim('pending.example', 'pending')
  await claim('failed.example', 'failed')
  const ask = async (domain: string) => (await domainsApi(app()).request(`/ask?domain=${encodeURIComponent(domain)}`)).status
  for (const domain of ['www.melody.example', 'WWW.Melody.example', 'coursecove.localhost', 'files.coursecove.localhost', 'melody.coursecove.localhost']) expect(await ask(domain), domain).toBe(200)
  for (const domain of ['pending.example', 'failed.example', 'elsewhere.example', '', 'nobody.coursecove.localhost', '127.0.0.1', 'a\0b', 'x.www.melody.example', 'www.melody.example:443', 'x'.repeat(300)]) expect(await ask(domain), domain).toBe(404)
})
