import { Hono, type Context } from 'hono'
import { renameSelf, type Viewer } from '#modules/identity/index.ts'
import { nameForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { listMyOrganizations } from '#modules/tenancy/index.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import { AppError, InvalidInput, SignInRequired } from '#platform/errors/app-error.ts'
import { readHost } from '#platform/http/hosts.ts'
import { readBody } from '#platform/inbox/read-body.ts'
import type { App } from '../../wiring.ts'

const bodyBytesMax = 16 * 1024
const bearer = /^Bearer\s+(\S+)$/i

/** A page of another site tried to change who somebody is. */
class ForeignOrigin extends AppError {
  constructor() {
    super({ code: 'foreign-origin', status: 403, publicMessage: 'This came from another site and was not taken. With a bearer token no site is asked for.' })
  }
}

/**
 * `/api/profile`: the person behind a session (cookie or bearer token), and the schools they belong to. Like any first
 * request it makes the user whom no event has brought yet. `PUT` changes the name where people change it: at the
 * identity provider. The session of a school's own domain opens nothing here: who else somebody learns with, and what
 * they are called there, is not that school's business.
 */
export function profileApi(app: App): Hono {
  return new Hono()
    .get('/', async (c) => answer(app, c, await requireViewer(app, c)))
    .put('/', async (c) => {
      if (!bearer.test(c.req.header('authorization') ?? '') && !comesFromHere(c)) throw new ForeignOrigin()
      const { userId } = await requireViewer(app, c)
      await renameSelf(app.systemCtx, userId, await readName(c))
      return answer(app, c, await requireViewer(app, c))
    })
}

async function requireViewer(app: App, c: Context): Promise<Viewer> {
  const token = bearer.exec(c.req.header('authorization') ?? '')?.[1]
  const isElsewhere = readHost(c.req.header('host') ?? '', '/', app.config.baseDomain).kind === 'domain'
  const visitor = () => (isElsewhere ? null : app.identity.findViewer(c.req.raw.headers))
  const viewer = token ? await app.identity.findViewerByBearer(token) : await visitor()
  if (!viewer) throw new SignInRequired()
  return viewer
}

async function answer(app: App, c: Context, { userId, name, email }: Viewer): Promise<Response> {
  const schools = await listMyOrganizations({ inTenant: (work) => withTenant(app.pools.web, { organizationId: null, userId }, work) })
  c.header('Cache-Control', 'no-store')
  return c.json({ data: { id: userId, name, email, organizations: schools.map(({ id, slug, name: called, role }) => ({ id, slug, name: called, role })) } })
}

async function readName(c: Context): Promise<string> {
  const text = (await readBody(c.req.raw, bodyBytesMax)).toString()
  const read = nameForm.safeParse(parseJson(text))
  if (!read.success) throw new InvalidInput({ name: read.error.issues[0]?.message ?? 'Fill this in.' })
  return read.data.name
}

function parseJson(text: string): unknown {
  try {
    // PostgreSQL keeps no NUL byte, and JSON has a way to write one.
    return text.includes('\\u0000') ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** A cookie goes along with requests of any site of this one; the origin says whose page asked. */
function comesFromHere(c: Context): boolean {
  const origin = URL.parse(c.req.header('origin') ?? '')
  return origin !== null && origin.host === c.req.header('host')?.toLowerCase()
}
