import { nowMs } from '../emulator.ts'
import { notFound } from '../errors.ts'
import { chooseOrganization, endSession } from '../sessions.ts'
import { mintToken } from '../session-token.ts'
import { requireSignedIn, type FrontendCall, type FrontendRoute } from './frontend-route.ts'
import { browserSessionView, clientView } from './views.ts'

export const browserSessionRoutes: FrontendRoute[] = [
  { method: 'GET', path: '/v1/client', run: ({ emulator, visitor, origin }) => clientView(emulator, visitor, origin) },
  { method: 'POST', path: '/v1/client', run: ({ emulator, visitor, origin }) => clientView(emulator, visitor, origin) },
  { method: 'DELETE', path: '/v1/client', run: (call) => (leave(call, 'removed'), clientView(call.emulator, call.visitor, call.origin)) },
  { method: 'DELETE', path: '/v1/client/sessions', run: (call) => (leave(call, 'removed'), clientView(call.emulator, call.visitor, call.origin)) },
  { method: 'POST', path: '/v1/client/sessions/:id/touch', run: touch },
  { method: 'POST', path: '/v1/client/sessions/:id/tokens', run: mint, isBare: true },
  { method: 'POST', path: '/v1/client/sessions/:id/remove', run: (call) => end(call, 'removed') },
  { method: 'POST', path: '/v1/client/sessions/:id/end', run: (call) => end(call, 'ended') },
]

function touch(call: FrontendCall) {
  const { session, user } = requireOwn(call)
  const { emulator, form, origin } = call
  session.lastActiveAt = nowMs(emulator)
  // clerk-js sends an empty one for "none".
  if (form.active_organization_id !== undefined && form.active_organization_id !== (session.organizationId ?? '')) {
    chooseOrganization(emulator, session, form.active_organization_id || null)
  }
  return browserSessionView(emulator, session, user, origin)
}

function mint(call: FrontendCall) {
  const { session } = requireOwn(call)
  return { object: 'token', jwt: mintToken(call.emulator, session, { azp: call.origin }) }
}

function end(call: FrontendCall, status: 'removed' | 'ended') {
  const { session, user } = requireOwn(call)
  leave(call, status)
  return browserSessionView(call.emulator, session, user, call.origin)
}

function leave({ emulator, visitor }: FrontendCall, status: 'removed' | 'ended'): void {
  if (visitor.session) endSession(emulator, visitor.session, status)
  visitor.client.sessionId = null
  Object.assign(visitor, { session: null, user: null })
}

function requireOwn(call: FrontendCall) {
  const known = requireSignedIn(call)
  const id = call.context.req.param('id') ?? ''
  if (known.session.id !== id) throw notFound('session', id)
  return known
}
