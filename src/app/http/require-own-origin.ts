import type { Context, Next } from 'hono'

const readers = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every mutation must come from the page's own host. Schools are same-site to each other under one cookie, so
 * SameSite alone does not keep one school's page from posting to another's.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export async function requireOwnOrigin(c: Context, next: Next): Promise<Response | undefined> {
  if (readers.has(c.req.method) || comesFromOwnPage(c)) {
    await next()
    return undefined
  }
  return c.text('This form came from another site and was not taken. Open the page here and try again.', 403)
}

function comesFromOwnPage(c: Context): boolean {
  const origin = c.req.header('origin')
  if (!origin || !URL.canParse(origin)) return false
  return new URL(origin).host === c.req.header('host')?.toLowerCase()
}
