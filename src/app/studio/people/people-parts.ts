import { holdsPermission, type Permission } from '#modules/tenancy/index.ts'
import type { MemberRole } from '#platform/ctx.ts'

const parts = [
  { path: '', label: 'Everyone', permission: 'people.read' },
  { path: '/invitations', label: 'Invitations', permission: 'people.manage' },
  { path: '/roles', label: 'Roles', permission: 'people.read' },
] as const satisfies readonly { path: string; label: string; permission: Permission }[]

/** A page of the people's part of the studio, as a tab. */
export interface PeoplePart {
  path: string
  label: string
}

/** What a role sees of the people's part of the studio. Asked on the server. */
export function peopleParts(role: MemberRole): PeoplePart[] {
  return parts.filter(({ permission }) => holdsPermission(role, permission)).map(({ path, label }) => ({ path, label }))
}
