import { z } from 'zod'
import type { Emulator } from './emulator.ts'
import { API_VERSION, newId } from './emulator.ts'
import { missing, refuse, StripeFault } from './errors.ts'
import { isDelivered, snapshotEvent, thinEvent } from './events.ts'
import { isInRange, listPage } from './list-page.ts'
import { flag, list, listParams, metadata, params, range, text } from './params.ts'
import { route } from './route.ts'
import type { StoredEndpoint, StoredEvent } from './state.ts'

const address = text.refine((value) => URL.canParse(value), 'Invalid URL: An explicit scheme (such as https) must be provided.')
const create = params({
  url: address, enabled_events: list(text).pipe(z.array(z.string()).min(1)), api_version: text.optional(),
  connect: flag.optional(), description: z.string().optional(), metadata: metadata.optional(),
})
const update = params({
  url: address.optional(), enabled_events: list(text).optional(), disabled: flag.optional(),
  description: z.string().optional(), metadata: metadata.optional(),
})

export const webhookEndpointRoutes = [
  route('POST /v1/webhook_endpoints', create, (emulator, { params: given }) => {
    if (given.api_version && given.api_version !== API_VERSION) {
      throw refuse(`Invalid API version: ${given.api_version}. This emulator speaks ${API_VERSION} only.`, 'api_version')
    }
    const endpoint: StoredEndpoint = {
      id: newId(emulator, 'we_'), url: given.url, secret: newId(emulator, 'whsec_', 32), connect: given.connect ?? false,
      thin: false, enabledEvents: given.enabled_events, isEnabled: true, created: emulator.clock.now(),
      description: given.description ?? null, apiVersion: given.api_version ?? null, metadata: given.metadata ?? {},
    }
    emulator.state.endpoints[endpoint.id] = endpoint
    return { ...view(endpoint), secret: endpoint.secret }
  }),
  route('GET /v1/webhook_endpoints', listParams({}), (emulator, { params: wanted }) =>
    listPage(Object.values(emulator.state.endpoints).map(view), '/v1/webhook_endpoints', wanted)),
  route('GET /v1/webhook_endpoints/:id', params({}), (emulator, { path }) => view(requireEndpoint(emulator, path.id))),
  route('POST /v1/webhook_endpoints/:id', update, (emulator, { path, params: given }) => {
    const endpoint = requireEndpoint(emulator, path.id)
    if (given.url) endpoint.url = given.url
    if (given.enabled_events) endpoint.enabledEvents = given.enabled_events
    if (given.disabled !== undefined) endpoint.isEnabled = !given.disabled
    if (given.description !== undefined) endpoint.description = given.description || null
    if (given.metadata) endpoint.metadata = { ...endpoint.metadata, ...given.metadata }
    return view(endpoint)
  }),
  route('DELETE /v1/webhook_endpoints/:id', params({}), (emulator, { path }) => {
    const { id } = requireEndpoint(emulator, path.id)
    delete emulator.state.endpoints[id]
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

const eventList = listParams({
  created: range.optional(), type: text.optional(), types: list(text).pipe(z.array(z.string()).max(20)).optional(),
  delivery_success: flag.optional(),
})

export const eventRoutes = [
  route('GET /v1/events', eventList, (emulator, { params: wanted, account }) => {
    const rows = recent(emulator).filter((event) =>
      !event.isThin && event.account === account && isInRange(event.created, wanted.created) &&
      (!wanted.type || matches(wanted.type, event.type)) &&
      (!wanted.types || wanted.types.some((type) => matches(type, event.type))) &&
      (wanted.delivery_success === undefined || isDelivered(emulator, event) === wanted.delivery_success))
    const page = listPage(rows, '/v1/events', wanted)
    return { ...page, data: page.data.map((event) => snapshotEvent(emulator, event)) }
  }, { isPerAccount: true }),
  route('GET /v1/events/:id', params({}), (emulator, { path, account }) => {
    const event = emulator.state.events[path.id ?? '']
    if (!event || event.isThin || event.account !== account) throw missing('event', path.id ?? '', 'id')
    return snapshotEvent(emulator, event)
  }, { isPerAccount: true }),
  route('GET /v2/core/events', z.strictObject({ limit: text.optional(), object_id: text.optional(), types: list(text).optional() }), (emulator, { params: wanted }) => {
    const rows = recent(emulator).filter((event) =>
      event.isThin && (!wanted.object_id || event.related?.id === wanted.object_id) && (!wanted.types || wanted.types.includes(event.type)))
    return { data: rows.reverse().slice(0, Number(wanted.limit ?? 20)).map((event) => thinEvent(event, true)), next_page_url: null, previous_page_url: null }
  }),
  route('GET /v2/core/events/:id', z.strictObject({}), (emulator, { path }) => {
    const event = emulator.state.events[path.id ?? '']
    if (!event?.isThin) throw new StripeFault(404, { code: 'not_found', message: `Event ${path.id} not found.` })
    return thinEvent(event, true)
  }),
]

/** Stripe lists the events of 30 days. */
function recent(emulator: Emulator): StoredEvent[] {
  const oldest = emulator.clock.now() - 30 * 24 * 3600
  return Object.values(emulator.state.events).filter((event) => event.created >= oldest)
}

function matches(wanted: string, type: string): boolean {
  return wanted.endsWith('.*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type
}

function requireEndpoint(emulator: Emulator, id = ''): StoredEndpoint {
  const endpoint = emulator.state.endpoints[id]
  if (!endpoint) throw missing('webhook endpoint', id, 'webhook_endpoint')
  return endpoint
}

function view(endpoint: StoredEndpoint) {
  return {
    id: endpoint.id, object: 'webhook_endpoint', api_version: endpoint.apiVersion,
    application: endpoint.connect ? 'ca_emulator' : null, created: endpoint.created, description: endpoint.description,
    enabled_events: endpoint.enabledEvents, livemode: false, metadata: endpoint.metadata,
    status: endpoint.isEnabled ? 'enabled' : 'disabled', url: endpoint.url,
  }
}
