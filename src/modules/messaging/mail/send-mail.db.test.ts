import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSmtpReceiver, type SmtpReceiver } from '../../../../tests/support/smtp-receiver.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { resendCarrier } from '#providers/resend/resend-carrier.ts'
import { smtpCarrier } from '#providers/smtp/smtp-carrier.ts'
import type { MailCarrier } from '../ports.ts'
import { queueMail } from './queue-mail.queries.ts'
import { sendMail, type SendMailCtx } from './send-mail.ts'

const database = useTestDatabase()
const app = useTestApp(database)

const ctxWith = (mailCarrier: MailCarrier | null): SendMailCtx => ({ ...app().systemCtx, mailCarrier })

async function write(key = v7()): Promise<string> {
  const id = v7()
  await app().systemCtx.inSystem((tx) =>
    queueMail(tx, {
      id,
      organizationId: null,
      idempotencyKey: key,
      kind: 'receipt',
      to: 'mei@test.example',
      fromName: 'Klangräume "Süd"',
      subject: 'Grüße, 美咲',
      html: '<p>Bonjour à tous</p>',
      text: 'Bonjour à tous',
    }),
  )
  return id
}

const read = async (id: string) => (await database().superuser.query('select * from mail_messages where id = $1', [id])).rows[0]

describe('without a mail server', () => {
  it('a mail is kept, not called sent', async () => {
    const id = await write()
    await sendMail(ctxWith(null), { mailId: id })
    expect(await read(id)).toMatchObject({ status: 'kept', sent_at: null })
  })

  it('the same fact is one mail', async () => {
    const key = v7()
    const [first, second] = [await write(key), await write(key)]
    expect(await read(first)).toBeDefined()
    expect(await read(second)).toBeUndefined()
  })
})

describe('by SMTP', () => {
  let receiver: SmtpReceiver
  beforeAll(async () => void (receiver = await startSmtpReceiver()))
  beforeEach(() => void receiver.mails.splice(0))
  afterAll(() => receiver.close())

  it('a mail goes out whole, once, however often the job runs', async () => {
    const id = await write()
    const ctx = ctxWith(smtpCarrier(receiver.url))
    await sendMail(ctx, { mailId: id })
    await sendMail(ctx, { mailId: id })
    expect(receiver.mails).toHaveLength(1)
    expect(receiver.mails[0]?.to).toContain('<mei@test.example>')
    expect(receiver.mails[0]?.raw).toContain(`Message-ID: <${id}@`)
    expect(receiver.mails[0]?.raw).toContain('text/plain')
    expect(await read(id)).toMatchObject({ status: 'sent', error: null, sent_at: expect.any(Date) })
  })

  it('a refusal is noted with its reason, and the next try sends it', async () => {
    const id = await write()
    const ctx = ctxWith(smtpCarrier(receiver.url))
    receiver.refuse(1)
    await expect(sendMail(ctx, { mailId: id })).rejects.toThrow()
    expect(await read(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('451') })
    await sendMail(ctx, { mailId: id })
    expect(await read(id)).toMatchObject({ status: 'sent', error: null })
  })

  it('a server that is not there is a fault, not silence', async () => {
    const id = await write()
    await expect(sendMail(ctxWith(smtpCarrier('smtp://127.0.0.1:1')), { mailId: id })).rejects.toThrow(/ECONNREFUSED/)
    expect((await read(id)).status).toBe('failed')
  })
})

describe('by Resend', () => {
  const asked: { key: string | undefined; body: Record<string, unknown> }[] = []
  let answer = { status: 200, body: { id: 're_1' } as object }
  let server: Server
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        asked.push({ key: request.headers['idempotency-key'] as string | undefined, body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown> })
        response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const carrier = () => resendCarrier({ apiKey: 're_test', baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })

  it('a mail carries its id as idempotency key and a name that cannot break the address', async () => {
    const id = await write()
    await sendMail(ctxWith(carrier()), { mailId: id })
    expect(asked.at(-1)).toMatchObject({ key: id, body: { from: expect.stringMatching(/^"Klangräume {2}Süd " <.+>$/), to: 'mei@test.example' } })
    expect(await read(id)).toMatchObject({ status: 'sent', provider_message_id: 're_1' })
  })

  it('a refusal is a fault and is noted', async () => {
    answer = { status: 422, body: { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field' } }
    const id = await write()
    await expect(sendMail(ctxWith(carrier()), { mailId: id })).rejects.toThrow(/validation_error/)
    expect((await read(id)).status).toBe('failed')
  })
})

describe('which way mail goes', () => {
  it('follows the settings', () => {
    expect(app().mailCarrier).toBeNull()
    expect(smtpCarrier('smtps://user:secret@mail.example.com:465').way).toBe('SMTP by mail.example.com:465')
  })
})
