import type { Context } from 'hono'
import { AppError, InvalidInput } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import { faultWords } from '#platform/errors/words/fault-words.ts'

/**
 * The one table from faults to answers of the API: RFC 9457 problem documents. The log gets the inner sentence,
 * the person the public one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function answerFault(fault: unknown, c: Context): Response {
  const known = fault instanceof AppError ? fault : null
  if (!known || known.status >= 500) log.error({ err: fault, path: c.req.path }, 'a request failed')

  const status = known?.status ?? 500
  const code = known?.code ?? 'internal'
  const problem = {
    type: `about:blank#${code}`,
    title: code,
    status,
    detail: known?.publicMessage ?? faultWords().ourSide,
    ...(known instanceof InvalidInput ? { errors: known.fieldErrors } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(known?.retryAfterSeconds ? { 'Retry-After': String(Math.ceil(known.retryAfterSeconds)) } : {}),
    },
  })
}
