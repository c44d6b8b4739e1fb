import { Check, ChevronDown, Minus } from 'lucide-react'
import { rolePermissions, type Permission } from '#modules/tenancy/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import { Chip } from '#ui/chip.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/roles.ts'
import { peopleParts } from './people-parts.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { permissionWords } from './permission-words.ts'
import { useRoleWords } from './role-words.ts'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().roles }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { role } = await requireStudio(context, request, 'people.read')
  const all: MemberRole[] = ['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian']
  const permissions = (Object.keys(permissionWords()) as Permission[]).map((permission) => {
    const holders: readonly MemberRole[] = rolePermissions[permission]
    return { permission, words: permissionWords()[permission], holders }
  })
  const isHeld = (one: MemberRole) => permissions.some(({ holders }) => holders.includes(one))
  return { base: context.get(requestContext).base, parts: peopleParts(role), own: role, roles: all.filter(isHeld), without: all.filter((one) => !isHeld(one)), permissions }
})

type Shown = Pick<Route.ComponentProps['loaderData'], 'own' | 'roles' | 'permissions'>

/** Who may do what, read off the permissions that the program itself asks. */
export default function Roles({ loaderData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, parts, own, roles, without, permissions } = loaderData
  const roleWords = useRoleWords()
  return (
    <>
      <PageHeader title={words.roles} text={words.rolesText} />
      <PeopleTabs base={base} current="/roles" parts={parts} />
      <RoleTable own={own} roles={roles} permissions={permissions} />
      <RoleLists own={own} roles={roles} permissions={permissions} />
      <dl className="mt-8 grid gap-x-10 gap-y-4 border-t pt-6 text-sm sm:grid-cols-2">
        {without.map((role) => (
          <div key={role}>
            <dt className="font-medium">{roleWords[role].label}</dt>
            <dd className="text-ink-2">{roleWords[role].text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function RoleTable({ own, roles, permissions }: Shown) {
  const said = peopleWords()
  const roleWords = useRoleWords()
  return (
    <table className="mt-7 w-full border-collapse text-left text-sm max-sm:hidden">
      <caption className="sr-only">{said.whatRolesMay}</caption>
      <thead>
        <tr className="align-bottom">
          <th scope="col" className="pb-3 pr-4 text-[0.8125rem] font-medium text-ink-3">
            {said.may}
          </th>
          {roles.map((role) => (
            <th key={role} scope="col" className={cn('w-[15%] rounded-t-md px-3 pb-3 pt-3 text-center font-medium', role === own && 'bg-brand-tint')}>
              {role === own ? <span className="mb-0.5 block text-[0.8125rem] font-normal text-ink-2">{said.yourRole}</span> : null}
              {roleWords[role].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map(({ permission, words, holders }) => (
          <tr key={permission} className="border-t">
            <th scope="row" className="py-3 pr-4 text-[0.9375rem] font-normal">
              {words}
            </th>
            {roles.map((role) => (
              <td key={role} className={cn('px-3 py-3 text-center', role === own && 'bg-brand-tint')}>
                {holders.includes(role) ? <Icon of={Check} label={said.yes} className="inline text-brand-strong" /> : <Icon of={Minus} label={said.no} className="inline text-ink-3" />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone six columns are none: each role says what it may, the own one opened. */
function RoleLists({ own, roles, permissions }: Shown) {
  const said = peopleWords()
  const roleWords = useRoleWords()
  return (
    <div className="mt-6 divide-y border-y sm:hidden">
      {roles.map((role) => {
        const held = permissions.filter(({ holders }) => holders.includes(role))
        return (
          <details key={role} open={role === own} className="group">
            <summary className="flex min-h-14 items-center justify-between gap-3 py-2.5">
              <span className="flex items-center gap-2 font-medium">
                {roleWords[role].label}
                {role === own ? <Chip tone="brand">{said.yourRole}</Chip> : null}
              </span>
              <span className="flex shrink-0 items-center gap-2 text-sm tabular-nums text-ink-3">
                {said.ofAll(held.length, permissions.length)}
                <Icon of={ChevronDown} className="transition-transform group-open:rotate-180" />
              </span>
            </summary>
            <ul className="grid gap-2 pb-4 text-[0.9375rem]">
              {held.map(({ permission, words }) => (
                <li key={permission} className="flex gap-2.5">
                  <Icon of={Check} className="mt-1 text-brand-strong" />
                  {words}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
