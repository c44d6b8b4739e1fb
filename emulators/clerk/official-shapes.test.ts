import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Ajv from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { callApi, postJson, startBrowser, startWithReceiver } from './emulator-harness.ts'

const SPECS = resolve(import.meta.dirname, '../../../shared/specs/clerk')
const hasSpecs = existsSync(join(SPECS, 'bapi-2026-05-12.yml'))

/** One call to the API: how the official description names it, and what was answered. */
type Answered = { operation: string; path: string; status: number; body: unknown }
type Ref = Record<string, unknown>
type Described = { paths: Record<string, Record<string, { responses: Record<string, Ref> }>> }

let world: Awaited<ReturnType<typeof startWithReceiver>>
const answered: Answered[] = []

/** Calls an address of the official description, its `{names}` filled in. */
async function call(operation: string, names: Record<string, string> = {}, body?: unknown, query = '') {
  const [method = '', path = ''] = operation.split(' ')
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => names[name] ?? 'missing')
  const answer = await callApi(world.emulator, `${method.toUpperCase()} /v1${address}${query}`, body)
  const read: unknown = await answer.json()
  answered.push({ operation: method, path, status: answer.status, body: read })
  return read as { id: string; url?: string; email_addresses?: { id: string }[] }
}

beforeAll(async () => {
  world = await startWithReceiver({ userRateLimit: 0 })
  const user = await call('post /users', {}, { email_address: ['a@example.com'], external_id: 'x1', first_name: 'A', public_metadata: { a: 1 }, legal_accepted_at: '2026-01-01T00:00:00Z' })
  const other = await call('post /users', {}, { username: 'b' })
  const of = { user_id: user.id }
  for (const query of ['', '?limit=500&order_by=%2Bcreated_at', '?order_by=-updated_at', `?starting_after=${other.id}`]) await call('get /users', {}, undefined, query)
  await call('get /users/count')
  const ticket = await call('post /sign_in_tokens', {}, { user_id: user.id, expires_in_seconds: 60 })
  for (const _time of [1, 2]) await call('post /sign_in_tokens/{sign_in_token_id}/revoke', { sign_in_token_id: ticket.id })
  await call('get /users/{user_id}', of)
  await call('get /users/{user_id}', { user_id: 'none' })
  await call('post /users', {}, { colour: 'red' })
  await call('patch /users/{user_id}', of, { first_name: 'B' })
  await call('patch /users/{user_id}/metadata', of, { private_metadata: { b: 1 } })
  await call('put /users/{user_id}/metadata', of, { unsafe_metadata: { c: 1 } })
  for (const verb of ['ban', 'unban', 'lock', 'unlock']) await call(`post /users/{user_id}/${verb}`, of)
  const email = await call('post /email_addresses', {}, { user_id: user.id, email_address: 'second@example.com' })
  await call('get /email_addresses/{email_address_id}', { email_address_id: email.id })
  await call('patch /email_addresses/{email_address_id}', { email_address_id: email.id }, { verified: true })
  await call('delete /email_addresses/{email_address_id}', { email_address_id: email.id })
  await callOrganizations(user.id, other.id)
  await callSessions(user.id)
  await call('get /jwks')
  await call('delete /users/{user_id}', of)
  await world.emulator.settled()
})
afterAll(() => world.close())

async function callOrganizations(admin: string, member: string): Promise<void> {
  const organization = await call('post /organizations', {}, { name: 'School', created_by: admin, max_allowed_memberships: 9 })
  const of = { organization_id: organization.id }
  await call('get /organizations', {}, undefined, '?include_members_count=true')
  await call('get /organizations/{organization_id}', of)
  await call('patch /organizations/{organization_id}', of, { name: 'School of music' })
  await call('patch /organizations/{organization_id}/metadata', of, { public_metadata: { a: 1 } })
  await call('put /organizations/{organization_id}/metadata', of, { private_metadata: { a: 1 } })
  await call('post /organizations/{organization_id}/memberships', of, { user_id: member, role: 'org:member' })
  await call('get /organizations/{organization_id}/memberships', of)
  await call('get /users/{user_id}/organization_memberships', { user_id: member })
  await call('get /organization_memberships')
  await call('patch /organizations/{organization_id}/memberships/{user_id}', { ...of, user_id: member }, { role: 'org:admin' })
  await call('patch /organizations/{organization_id}/memberships/{user_id}/metadata', { ...of, user_id: member }, { public_metadata: { a: 1 } })
  await call('delete /organizations/{organization_id}/memberships/{user_id}', { ...of, user_id: member })
  const invitation = await call('post /organizations/{organization_id}/invitations', of, { email_address: 'i@example.com', role: 'org:member', inviter_user_id: admin })
  const accepted = await call('post /organizations/{organization_id}/invitations', of, { email_address: 'j@example.com', role: 'org:member' })
  const invited = { ...of, invitation_id: invitation.id }
  await call('get /organizations/{organization_id}/invitations', of)
  await call('get /organizations/{organization_id}/invitations/{invitation_id}', invited)
  await call('post /organizations/{organization_id}/invitations/{invitation_id}/revoke', invited, {})
  await startBrowser(world.emulator).visit('/accept-invitation', { ticket: new URL(accepted.url ?? '').searchParams.get('ticket') ?? '' })
  await call('get /organization_invitations')
  await call('delete /organizations/{organization_id}', of)
}

async function callSessions(user: string): Promise<void> {
  const control = async (path: string, body: object) => await postJson<{ id: string }>(`${world.emulator.url}/_emulator/${path}`, body)
  const session = await call('post /sessions', {}, { user_id: user })
  const of = { session_id: session.id }
  await call('get /sessions', {}, undefined, `?user_id=${user}`)
  await call('get /sessions/{session_id}', of)
  await call('post /sessions/{session_id}/tokens', of, {})
  await call('post /sessions/{session_id}/revoke', of, {})
  await control(`sessions/${(await control('sessions', { user })).id}/ended`, {})
  await control(`sessions/${(await control('sessions', { user })).id}/removed`, {})
  const pending = await control('sessions', { user, isPending: true })
  await call('get /sessions/{session_id}', { session_id: pending.id })
}

const KINDS = [
  ...['user', 'organization', 'organizationMembership'].flatMap((noun) => ['created', 'updated', 'deleted'].map((verb) => `${noun}.${verb}`)),
  ...['created', 'accepted', 'revoked'].map((verb) => `organizationInvitation.${verb}`),
  ...['created', 'pending', 'ended', 'removed', 'revoked'].map((verb) => `session.${verb}`),
]

test('says plainly whether the official schemas were at hand', () => {
  console.info(hasSpecs
    ? `Checked ${answered.length} answers and ${world.receiver.received.length} events of ${KINDS.length} kinds against the official schemas.`
    : 'NOT RUN: the official schemas (../shared/specs/clerk) are not here; the shapes were checked by the SDK only.')
  expect(new Set(world.receiver.types())).toEqual(new Set(KINDS))
  expect(answered.map((one) => one.status).filter((status) => status !== 200)).toEqual([400, 404, 422])
})

/**
 * Where the official schemas contradict themselves: what is closed to other keys is extended by the
 * schema beside it, and the example of a pending session has a status that its schema does not know.
 */
const CONTRADICTIONS: [kinds: RegExp, fault: string][] = [
  [/^session\./, '/data must NOT have additional properties {"additionalProperty":"user"}'],
  [/^organizationInvitation\.accepted$/, '/data must NOT have additional properties {"additionalProperty":"user_id"}'],
  [/^organizationInvitation\.accepted$/, '/data must NOT have additional properties {"additionalProperty":"data"}'],
  [/^session\.pending$/, '/data/status must be equal to one of the allowed values'],
]

describe.runIf(hasSpecs)('the official schemas', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: true })
  let api: Described
  beforeAll(() => {
    api = readDescription('bapi-2026-05-12.yml')
    ajv.addSchema(api, 'api').addSchema(readDescription('webhooks-2025-04-15.yml'), 'webhooks')
  })
  const faultsOf = (schema: string[], value: unknown) => {
    const pointer = schema.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    const [root = '', rest = ''] = [pointer.slice(0, pointer.indexOf('/')), pointer.slice(pointer.indexOf('/'))]
    const validate = ajv.getSchema(`${root}#${rest}`)
    if (!validate) return [`there is no schema at ${pointer}`]
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
  }

  test('hold for every answer, errors too', () => {
    const faults = answered.flatMap(({ operation, path, status, body }) => {
      const response = api.paths[path]?.[operation]?.responses[String(status)]
      if (!response) return [`${operation} ${path} ${status} is not described`]
      const where = '$ref' in response ? String(response.$ref).split('/').slice(1) : ['paths', path, operation, 'responses', String(status)]
      return faultsOf(['api', ...where, 'content', 'application/json', 'schema'], body).map((fault) => `${operation} ${path} ${status}: ${fault}`)
    })
    expect(faults).toEqual([])
  }, 60_000)

  test.each(KINDS)('hold for every %s', (kind) => {
    const events = world.receiver.received.filter((one) => one.event.type === kind).map((one) => JSON.parse(one.body) as unknown)
    expect(events.length).toBeGreaterThan(0)
    const known = CONTRADICTIONS.filter(([kinds]) => kinds.test(kind)).map(([, fault]) => fault)
    const faults = events.flatMap((event) => faultsOf(['webhooks', 'x-webhooks', kind, 'post', 'requestBody', 'content', 'application/json', 'schema'], event))
    expect(faults.filter((fault) => !known.some((one) => fault.startsWith(one)))).toEqual([])
    // What the schemas contradict themselves about is there to be contradicted.
    for (const one of known) expect(faults.some((fault) => fault.startsWith(one))).toBe(true)
  })

  test('refuse what is wrong, so that holding means something', () => {
    const [event] = world.receiver.received.filter((one) => one.event.type === 'user.created').map((one) => JSON.parse(one.body) as { data: object })
    const schema = ['webhooks', 'x-webhooks', 'user.created', 'post', 'requestBody', 'content', 'application/json', 'schema']
    expect(faultsOf(schema, { ...event, data: { ...event?.data, email_addresses: null } })).toEqual([expect.stringContaining('/data/email_addresses must be array')])
    expect(faultsOf(schema, { ...event, data: { ...event?.data, shoe_size: 41 } })).toEqual([expect.stringContaining('must NOT have additional properties')])
  })
})

function readDescription(file: string): Described {
  return withoutNullable(parse(readFileSync(join(SPECS, file), 'utf8'))) as Described
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says that null is one of the kinds. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutNullable(value)]))
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest
}
