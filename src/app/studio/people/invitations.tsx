import { FileUp, Mail, UserPlus } from 'lucide-react'
import { redirect } from 'react-router'
import { listInvitations, resendInvitation, revokeInvitation } from '#modules/tenancy/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/invitations.ts'
import { OpenInvitations } from './open-invitations.tsx'
import { peopleParts } from './people-parts.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { SearchForm } from './search-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().invitations }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role } = await requireStudio(context, request, 'people.manage')
  const { searchParams } = new URL(request.url)
  const search = searchParams.get('search') ?? ''
  const { invitations, ...page } = await listInvitations(ctx, { search, after: searchParams.get('after') })
  return {
    base: context.get(requestContext).base,
    parts: peopleParts(role),
    search,
    isFirst: !searchParams.has('after'),
    state: searchParams.get('state'),
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
  throw redirect(`${base}/studio/people/invitations?state=${isAgain ? 'sent-again' : 'taken-back'}`)
})

const states = (): Record<string, string> => ({
  invited: peopleWords().invitationSent,
  'sent-again': peopleWords().sentAgain,
  'taken-back': peopleWords().invitationTaken,
  discarded: peopleWords().fileDiscarded,
})

/** Who was invited and has not answered. */
export default function Invitations({ loaderData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, parts, search, invitations, count, nextCursor, isFirst, state } = loaderData
  useLive(['people'])
  const people = `${base}/studio/people`
  const here = `${people}/invitations`
  const told = state && Object.hasOwn(states(), state) ? states()[state] : undefined
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(search ? { search } : {}), ...change })}`
  return (
    <>
      <PageHeader
        title={words.invitations}
        text={count === 0 ? undefined : words.invitationsWait(count)}
        actions={
          <>
            <ButtonLink href={`${people}/import`}>
              <Icon of={FileUp} />
              {words.inviteMany}
            </ButtonLink>
            <ButtonLink variant="main" href={`${people}/invite`}>
              <Icon of={UserPlus} />
              {words.inviteSomeone}
            </ButtonLink>
          </>
        }
      />
      <PeopleTabs base={base} current="/invitations" parts={parts} />
      {told ? <Notice tone="good" title={told} className="mt-6" /> : null}
      {count > 0 ? <SearchForm label={words.searchAddress} search={search} /> : null}
      <div className="mt-5">
        {invitations.length === 0 ? <NoInvitations search={search} clearHref={here} /> : <OpenInvitations invitations={invitations} />}
        <Pagination label={words.invitations} newer={words.fromStart} older={words.next50} newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ after: nextCursor }) : null} />
      </div>
    </>
  )
}

function NoInvitations({ search, clearHref }: { search: string; clearHref: string }) {
  const words = peopleWords()
  if (search) {
    return (
      <EmptyState icon={Mail} title={words.noInvitationTo(search)} action={<ButtonLink href={clearHref}>{peopleWords().showAll}</ButtonLink>}>
        {words.partOfAddress}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Mail} title={words.nobodyWaits}>
      {words.whoYouInvite}
    </EmptyState>
  )
}
