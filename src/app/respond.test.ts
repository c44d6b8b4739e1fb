import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { InvalidInput, NotFound, TooManyRequests } from '#platform/errors/app-error.ts'
import { parseForm } from './parse-form.ts'
import { answerHeaders, answering, answeringForm } from './respond.ts'

function args(fields?: Record<string, string>) {
  const context = new RouterContextProvider()
  context.set(answerHeaders, new Headers())
  const request = new Request('http://coursecove.localhost/', fields ? { method: 'POST', body: new URLSearchParams(fields) } : {})
  return { context, request }
}

const thrown = (work: Promise<unknown>) => work.then(() => null, (fault: unknown) => fault)

describe('a loader', () => {
  it('gives a page of the fault’s status, with the person’s sentence and not the log’s', async () => {
    const fault = await thrown(answering(() => Promise.reject(new NotFound('membership 7 is of another school')))(args()))
    expect(fault).toMatchObject({ init: { status: 404 }, data: { code: 'not-found', message: 'There is nothing at this address.' } })
  })

  it('leaves surprises and redirects as they are', async () => {
    const surprise = new Error('surprise')
    expect(await thrown(answering(() => Promise.reject(surprise))(args()))).toBe(surprise)
  })
})

describe('a form', () => {
  it('comes back with its faults and what was typed, never with secrets', async () => {
    const given = args({ email: 'mei', password: 'a secret', token: 'another' })
    const answer = await answeringForm(async ({ request }) => {
      await request.formData()
      throw new InvalidInput({ email: 'Enter an e-mail address.' })
    })(given)
    expect(answer).toMatchObject({ init: { status: 422 }, data: { fieldErrors: { email: 'Enter an e-mail address.' }, values: { email: 'mei' }, formError: null } })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('says for 429 when another try makes sense', async () => {
    const given = args({ email: 'mei' })
    const answer = await answeringForm(() => Promise.reject(new TooManyRequests(321.2)))(given)
    expect(answer).toMatchObject({ init: { status: 429 }, data: { formError: expect.stringContaining('wait 6 minutes') } })
    expect(given.context.get(answerHeaders).get('Retry-After')).toBe('322')
  })

  it('becomes a page where nothing can be mended', async () => {
    expect(await thrown(answeringForm(() => Promise.reject(new NotFound()))(args({})))).toMatchObject({ init: { status: 404 } })
  })
})

describe('reading a form', () => {
  it('names the first fault of each field', () => {
    const schema = z.object({ name: z.string().min(2, 'longer').regex(/x/, 'with an x'), age: z.coerce.number('a number') })
    const form = new FormData()
    form.set('name', 'a')
    form.set('age', 'old')
    expect(() => parseForm(schema, form)).toThrow(expect.objectContaining({ fieldErrors: { name: 'longer', age: 'a number' } }) as Error)
  })
})
