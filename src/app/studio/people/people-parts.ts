import { holdsPermission, type Permission } from '#modules/tenancy/index.ts'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import type { MemberRole } from '#platform/ctx.ts'
import { peopleWords } from '../../words/people-words.ts'

const parts = () => ([
  { path: '', label: peopleWords().everyone, permission: 'people.read' },
  { path: '/invitations', label: peopleWords().invitations, permission: 'people.manage' },
  { path: '/fields', label: customFieldWords().title, permission: 'people.manage' },
  { path: '/roles', label: peopleWords().roles, permission: 'people.read' },
] as const satisfies readonly { path: string; label: string; permission: Permission }[])

/** A page of the people's part of the studio, as a tab. */
export interface PeoplePart {
  path: string
  label: string
}

/** What a role sees of the people's part of the studio. Asked on the server. */
export function peopleParts(role: MemberRole): PeoplePart[] {
  return parts().filter(({ permission }) => holdsPermission(role, permission)).map(({ path, label }) => ({ path, label }))
}
