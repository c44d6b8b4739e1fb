import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { schoolsWithPages } from '../../../../tests/support/schools-with-pages.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { addBlock, publishPage, sendContactMessage } from '../index.ts'

const database = useTestDatabase()
const { openSchool } = schoolsWithPages(database)

describe('a message by the contact form', () => {
  const message = { name: 'Grace Lin', email: 'grace@test.example', message: 'Do you teach cello?\n\nI am 62.', website: '' }
  const ctxOf = (school: Awaited<ReturnType<typeof openSchool>>, address = v7()) => ({
    ...school.visitor, address, school: { name: 'Front', brandColour: '#96372f', locale: 'en-GB' }, inSystem: <T>(work: (tx: never) => Promise<T>) => asSystem(database().pools.system, ({ tx }) => work(tx as never)),
  })
  const mails = async (organizationId: string) =>
    (await database().superuser.query(`select to_address, reply_to, kind, subject, text_body from mail_messages where organization_id = $1`, [organizationId])).rows as Record<string, string>[]
  async function openContact() {
    const school = await openSchool()
    await addBlock(school.owner, { kind: 'contact' })
    await publishPage(school.owner)
    return school
  }

  it('goes to the owner, who answers to the visitor', async () => {
    const school = await openContact()
    await sendContactMessage(ctxOf(school), message)
    const { rows } = await database().superuser.query('select email from users where id = $1', [school.ownerId])
    expect(await mails(school.organizationId)).toEqual([
      { to_address: rows[0].email, reply_to: 'grace@test.example', kind: 'contact-message', subject: 'Grace Lin wrote to Front', text_body: expect.stringContaining('Do you teach cello?') },
    ])
  })

  it('is not taken where the page has no form, and not kept where a program filled it in', async () => {
    const school = await openSchool()
    await expect(sendContactMessage(ctxOf(school), message)).rejects.toMatchObject({ status: 404 })
    const open = await openContact()
    await sendContactMessage(ctxOf(open), { ...message, website: 'https://spam.example' })
    expect(await mails(open.organizationId)).toEqual([])
  })

  it('is refused when one address sends too many, and says when to try again', async () => {
    const school = await openContact()
    const ctx = ctxOf(school)
    for (let sent = 0; sent < 5; sent += 1) await sendContactMessage(ctx, message)
    await expect(sendContactMessage(ctx, message)).rejects.toMatchObject({ status: 429, retryAfterSeconds: expect.any(Number) })
    await sendContactMessage(ctxOf(school), message)
    expect(await mails(school.organizationId)).toHaveLength(6)
  })

  it('is refused where no owner has a confirmed address', async () => {
    const school = await openContact()
    await database().superuser.query('update users set email_verified_at = null where id = $1', [school.ownerId])
    await expect(sendContactMessage(ctxOf(school), message)).rejects.toMatchObject({ code: 'nobody-to-write-to' })
  })
})
