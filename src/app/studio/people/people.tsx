import { ChevronRight, UserPlus, Users } from 'lucide-react'
import { redirect } from 'react-router'
import { holdsPermission, listInvitations, listPeople, resendInvitation, revokeInvitation, type PeopleGroup } from '#modules/tenancy/index.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { TextField } from '#ui/text-field.tsx'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/people.ts'
import { OpenInvitations } from './open-invitations.tsx'
import { roleTone, roleWords } from './role-words.ts'

export const meta: Route.MetaFunction = () => [{ title: 'People' }]

const groups: readonly { value: PeopleGroup; label: string }[] = [
  { value: 'all', label: 'Everyone' },
  { value: 'team', label: 'Team' },
  { value: 'students', label: 'Students' },
]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role } = await requireStudio(context, request, 'people.read')
  const { searchParams } = new URL(request.url)
  const group = groups.find(({ value }) => value === searchParams.get('group'))?.value ?? 'all'
  const search = searchParams.get('search') ?? ''
  const page = await listPeople(ctx, { group, search, cursor: searchParams.get('after') })
  const canManage = holdsPermission(role, 'people.manage')
  const invitations = canManage ? await listInvitations(ctx) : []
  return {
    base: context.get(requestContext).base,
    group,
    search,
    isFirst: !searchParams.has('after'),
    state: searchParams.get('state'),
    canManage,
    invitations: invitations.map((invitation) => ({ ...invitation, isOver: invitation.expiresAt < ctx.clock.now(), sentAt: invitation.sentAt.toISOString() })),
    ...page,
  }
})

/** Sends an invitation again, or takes it back. */
export const action = answering(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { app, base } = context.get(requestContext)
  const form = await readSentForm(request)
  const invitationId = String(form.get('invitation'))
  const isAgain = form.get('intent') === 'resend'
  if (isAgain) await resendInvitation({ ...ctx, config: app.config }, invitationId)
  else await revokeInvitation(ctx, invitationId)
  throw redirect(`${base}/studio/people?state=${isAgain ? 'sent-again' : 'taken-back'}`)
})

export default function People({ loaderData }: Route.ComponentProps) {
  const { base, group, search, people, counts, canManage, invitations, nextCursor, isFirst, state } = loaderData
  const here = `${base}/studio/people`
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(group === 'all' ? {} : { group }), ...(search ? { search } : {}), ...change })}`
  return (
    <>
      <PageHeader
        title="People"
        text={sentence(counts)}
        actions={
          canManage ? (
            <ButtonLink variant="main" href={`${here}/invite`}>
              <Icon of={UserPlus} />
              Invite someone
            </ButtonLink>
          ) : null
        }
      />
      <OpenInvitations invitations={invitations} state={state} />
      <div className="mt-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <Tabs
          label="Groups of people"
          tabs={groups.map(({ value, label }) => ({ href: value === 'all' ? here : `${here}?group=${value}`, label, count: counts[value], current: value === group }))}
        />
        <form method="get" role="search" className="flex items-end gap-2.5 max-sm:w-full">
          {group === 'all' ? null : <input type="hidden" name="group" value={group} />}
          <TextField label={<span className="sr-only">Search by name</span>} name="search" type="search" placeholder="Search by name" defaultValue={search} className="min-w-0 flex-1 sm:w-60" />
          <Button type="submit">Search</Button>
        </form>
      </div>
      <div className="mt-4">
        {people.length === 0 ? (
          <NoPeople search={search} clearHref={here} inviteHref={canManage ? `${here}/invite` : null} />
        ) : (
          <Rows label="People">
            {people.map((person) => (
              <Row
                key={person.membershipId}
                href={`${here}/${person.membershipId}`}
                start={<Avatar name={person.name} />}
                title={person.name || 'No name yet'}
                text={<span className="wrap-anywhere">{[person.title, person.email].filter(Boolean).join(' · ')}</span>}
                end={
                  <>
                    <Chip tone={roleTone(person.role)}>{roleWords[person.role].label}</Chip>
                    <Icon of={ChevronRight} className="text-ink-3 max-sm:hidden" />
                  </>
                }
              />
            ))}
          </Rows>
        )}
        <Pagination label="People" newer="From the start" older="Next 50" newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ after: nextCursor }) : null} />
      </div>
    </>
  )
}

function NoPeople({ search, clearHref, inviteHref }: { search: string; clearHref: string; inviteHref: string | null }) {
  if (search) {
    return (
      <EmptyState icon={Users} title={`Nobody here is called “${search}”`} action={<ButtonLink href={clearHref}>Show everyone</ButtonLink>}>
        Part of a name is enough.
      </EmptyState>
    )
  }

  return (
    <EmptyState icon={Users} title="Nobody here yet" action={inviteHref ? <ButtonLink href={inviteHref}>Invite someone</ButtonLink> : null}>
      Students appear as soon as they take a course; teachers when you invite them.
    </EmptyState>
  )
}

function sentence({ team, students }: { team: number; students: number }): string {
  const teachers = team === 1 ? '1 person runs the school' : `${team} people run the school`
  return `${teachers}, ${students === 1 ? '1 learns here' : `${students} learn here`}.`
}
