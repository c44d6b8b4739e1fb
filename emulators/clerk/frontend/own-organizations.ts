import { membershipsOfUser } from '../directory.ts'
import { createOrganization, newOrganization } from '../organizations.ts'
import { membershipView, organizationView } from '../organization-view.ts'
import { readParams } from '../params.ts'
import { requireSignedIn, type FrontendRoute } from './frontend-route.ts'

const NOTHING = { data: [], total_count: 0 }

/** What a signed-in person does with organizations by clerk-js. */
export const ownOrganizationRoutes: FrontendRoute[] = [
  {
    method: 'POST', path: '/v1/organizations', run: (call) => {
      const { user } = requireSignedIn(call)
      const given = readParams(newOrganization, { name: call.form.name ?? '', slug: call.form.slug || null, created_by: user.id })
      return organizationView(call.emulator, createOrganization(call.emulator, given))
    },
  },
  {
    method: 'GET', path: '/v1/me/organization_memberships', run: (call) => {
      const { user } = requireSignedIn(call)
      const data = membershipsOfUser(call.emulator.state, user.id).map((one) => membershipView(call.emulator, one))
      return { data, total_count: data.length }
    },
  },
  { method: 'GET', path: '/v1/me/organization_invitations', run: (call) => (requireSignedIn(call), NOTHING) },
  { method: 'GET', path: '/v1/me/organization_suggestions', run: (call) => (requireSignedIn(call), NOTHING) },
]
