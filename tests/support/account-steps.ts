import type { App } from '../../src/wiring.ts'
import type { TestDatabase } from './test-database.ts'

/** The newest mail to an address, as it lies in the table. */
export async function lastMail(database: TestDatabase, to: string): Promise<{ kind: string; subject: string; text: string } | null> {
  const { rows } = await database.superuser.query(
    'select kind, subject, text_body as text from mail_messages where to_address = $1 order by created_at desc, id desc limit 1',
    [to],
  )
  return rows[0] ?? null
}

/** The first address in a mail's text. */
export function linkOf(mail: { text: string } | null): string {
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!link) throw new Error('the mail holds no link')
  return link
}

/** Follows a link of a mail as a browser would, to the first answer. */
export async function followLink(app: App, link: string): Promise<{ status: number; location: string | null; cookie: string }> {
  const answer = await app.identity.handle(new Request(link))
  return { status: answer.status, location: answer.headers.get('location'), cookie: cookieHeader(answer.headers.getSetCookie()) }
}

/** What a browser would send back after these Set-Cookie lines. */
export function cookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((line) => line.split(';')[0]).join('; ')
}

/** The headers of a request with these cookies. */
export function withCookie(cookie: string): Headers {
  return new Headers({ cookie })
}
