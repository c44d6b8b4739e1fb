import { expect, it } from 'vitest'
import { buildSchool } from '../../../../tests/support/builders.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { mailColours } from '../emails/mail-colours.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const link = 'http://coursecove.localhost:3000/api/auth/link?token=short'

/** Sends a mail about an account on the way to an address, and reads what was written. */
async function sendOnTheWayTo(next: string | null) {
  const to = `${crypto.randomUUID()}@test.example`
  await app().accountMails.send({ kind: 'sign-in-link', to, name: 'Mei', link, next })
  const { rows } = await database().superuser.query('select organization_id, from_name, html_body as html, text_body as text from mail_messages where to_address = $1', [to])
  return rows[0]
}

it.each(['http://lantern.coursecove.localhost:3000/learn?from=mail', 'http://coursecove.localhost:3000/s/lantern/learn'])('a mail that is asked for at a school (%s) is in its name and colour', async (next) => {
  await database().superuser.query(`delete from organizations where slug = 'lantern'`)
  const { organizationId } = await buildSchool(database(), 'lantern')
  await database().superuser.query(`update organizations set name = 'Lantern Lane', brand_colour = '#1f5f3a' where id = $1`, [organizationId])
  const mail = await sendOnTheWayTo(next)
  expect(mail).toMatchObject({ from_name: 'Lantern Lane', organization_id: null })
  expect(mail.html).toContain(mailColours('#1f5f3a').brand)
  expect(mail.html).not.toContain('CourseCove')
  expect(mail.text).toContain('Someone entered this address at Lantern Lane.')
  expect(mail.text).toContain(`Sign in:\n${link}\n`)
})

it.each([null, 'http://coursecove.localhost:3000/account', 'http://nobody-here.coursecove.localhost:3000/'])('a mail that is asked for at no school (%s) is the installation’s', async (next) => {
  const mail = await sendOnTheWayTo(next)
  expect(mail).toMatchObject({ from_name: 'CourseCove', organization_id: null })
  expect(mail.text).toContain('Someone entered this address at CourseCove.')
})
