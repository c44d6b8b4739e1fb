import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Hono } from 'hono'
import { expect } from 'vitest'
import { makeKey, scopes, type Scope } from '../../src/modules/api-keys/index.ts'
import { makeDocument } from '../../src/app/api/v1/openapi-document.ts'
import { schoolApi } from '../../src/app/api/v1/school-api.ts'
import { answerFault } from '../../src/app/http/answer-fault.ts'
import type { App } from '../../src/wiring.ts'
import type { BuiltSchool } from './builders.ts'
import { tenantCtx } from './tenant-ctx.ts'
import { testBaseDomain } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

/** A request to a school's API. */
export interface ApiRequest {
  path: string
  method?: 'GET' | 'POST' | 'DELETE'
  key?: string | null
  body?: unknown
  headers?: Record<string, string>
}

/** What was answered, read. */
export interface ApiAnswer {
  status: number
  headers: Headers
  // What an answer says is for each test to look at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
}

/** Schools with keys, and their API, each of whose answers is held against its document. */
export interface ApiWorld {
  ask(school: Pick<BuiltSchool, 'slug'>, request: ApiRequest): Promise<ApiAnswer>
  /** A key of the school's owner, or of another of its people. */
  key(school: BuiltSchool, of?: readonly Scope[], madeBy?: string): Promise<{ keyId: string; secret: string }>
}

/** The API of a test's own application. */
export function openApiWorld(app: () => App, database: () => TestDatabase): () => ApiWorld {
  let web: Hono | null = null
  const open = () => {
    web ??= new Hono()
    if (web.routes.length === 0) {
      web.onError(answerFault)
      web.route('/api/v1', schoolApi(app()) as unknown as Hono)
      web.route('/s/:slug/api/v1', schoolApi(app()) as unknown as Hono)
    }
    return web
  }
  return () => ({
    async ask({ slug }, { path, method = 'GET', key, body, headers = {} }) {
      const host = `${slug}.${testBaseDomain}`
      const answer = await open().request(`http://${host}/api/v1${path}`, {
        method,
        headers: { host, ...(key ? { authorization: `Bearer ${key}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await answer.text()
      const read = { status: answer.status, headers: answer.headers, body: text ? (JSON.parse(text) as unknown) : null }
      holdAgainstDocument(method, path, read)
      return read
    },
    async key(school, of = scopes, madeBy = school.ownerId) {
      const { keyId, secret } = await makeKey(tenantCtx(database(), school.organizationId, madeBy), { name: 'A program', daysValid: 30, scopes: [...of] })
      return { keyId, secret: secret ?? '' }
    },
  })
}

const document = JSON.parse(JSON.stringify(makeDocument('/api/v1'))) as {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }> }>>
}
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addSchema({ $id: 'api', ...document })

/** Every status, media type, header and body must be what the document says of this address. */
function holdAgainstDocument(method: string, path: string, { status, headers, body }: ApiAnswer): void {
  const plain = path.split('?')[0] ?? ''
  const template = Object.keys(document.paths).find((known) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain) && document.paths[known]?.[method.toLowerCase()])
  if (!template) return

  const told = document.paths[template]?.[method.toLowerCase()]?.responses ?? {}
  const kind = status in told ? String(status) : 'default'
  expect(status < 500 ? kind : 'told', `${method} ${template} answered ${status}, which the document does not tell`).not.toBe('default')
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? ''
  const content = told[kind]?.content
  if (!content) return expect([type, body], `${method} ${template} ${status} has no body`).toEqual(['', null])

  expect(Object.keys(content), `${method} ${template} ${status}`).toContain(type)
  for (const header of Object.keys(told[kind]?.headers ?? {})) expect(headers.get(header), `${method} ${template} ${status} ${header}`).not.toBeNull()
  const pointer = ['paths', template, method.toLowerCase(), 'responses', kind, 'content', type, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const check = ajv.getSchema(`api#/${pointer}`) as ValidateFunction | undefined
  if (!check) throw new Error(`no schema at ${pointer}`)
  check(body)
  expect(check.errors, `${method} ${template} ${status}: ${JSON.stringify(body)}`).toBeNull()
}
