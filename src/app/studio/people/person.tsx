import { redirect } from 'react-router'
import { z } from 'zod'
import { changeRole, holdsPermission, readFieldsOf, readPerson, removeMember } from '#modules/tenancy/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import { readAnswersOf } from '#modules/consents/index.ts'
import { PersonConsents } from '#modules/consents/ui/person-consents.tsx'
import { FieldFacts } from '#modules/tenancy/ui/own-fields.tsx'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/person.ts'
import { roleTone, useRoleWords } from './role-words.ts'

const choosableRoles = ['owner', 'admin', 'instructor', 'assistant', 'student'] as const
const roleForm = z.object({ role: z.enum(choosableRoles, { error: () => peopleWords().chooseRole }) })

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.person.name || peopleWords().person }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx, role, viewer } = await requireStudio(context, request, 'people.read')
  const { base, tenant, locale } = context.get(requestContext)
  const person = await readPerson(ctx, params.membershipId ?? '')
  const mayTouch = person.role !== 'owner' || role === 'owner'
  return {
    base,
    school: tenant?.name ?? '',
    zone: tenant?.time_zone ?? 'UTC',
    locale,
    fields: await readFieldsOf(ctx, person.membershipId),
    canFill: holdsPermission(role, 'people.manage'),
    answers: (await readAnswersOf(ctx, person.userId)).map(({ at, ...answer }) => ({ ...answer, at: at.toISOString() })),
    person: { ...person, joinedAt: person.joinedAt.toISOString() },
    isSelf: person.userId === viewer.userId,
    canManage: holdsPermission(role, 'people.manage') && mayTouch && !person.isKeptElsewhere,
    canGive: holdsPermission(role, 'credits.give'),
    canProfile: person.userId === viewer.userId || (holdsPermission(role, 'people.manage') && mayTouch),
    roles: choosableRoles.filter((choice) => role === 'owner' || choice !== 'owner'),
    isSaved: new URL(request.url).searchParams.get('state') === 'saved',
    hasDetails: new URL(request.url).searchParams.get('state') === 'details',
  }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { base } = context.get(requestContext)
  const membershipId = params.membershipId ?? ''
  const { membershipId: id } = await readPerson(ctx, membershipId)
  const form = await readSentForm(request)
  if (form.get('intent') === 'remove') {
    await removeMember(ctx, { membershipId: id })
    throw redirect(`${base}/studio/people`)
  }
  await changeRole(ctx, { membershipId: id, role: parseForm(roleForm, form).role })
  throw redirect(`${base}/studio/people/${id}?state=saved`)
})

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, person, school, canManage, canGive, canProfile, roles, isSelf, isSaved } = loaderData
  const name = person.name || words.noNameYet
  const roleWords = useRoleWords()
  return (
    <div className="max-w-[620px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.people, href: `${base}/studio/people` }, { label: name }]} />}
        title={
          <span className="flex items-center gap-3.5">
            <Avatar name={name} size="lg" />
            <span className="min-w-0">
              <span className="block wrap-anywhere">{name}</span>
              <span className="mt-1 flex flex-wrap items-center gap-2 text-sm font-normal tracking-normal text-ink-2">
                <Chip tone={roleTone(person.role)}>{roleWords[person.role].label}</Chip>
                {person.email}
              </span>
            </span>
          </span>
        }
        actions={
          <>
            {canProfile ? (
              <ButtonLink size="sm" href={`${base}/studio/people/${person.membershipId}/profile`}>
                {words.profile}
              </ButtonLink>
            ) : null}
            {canGive ? (
              <ButtonLink size="sm" href={`${base}/studio/people/${person.membershipId}/credits`}>
                {words.credits}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="mt-7">
        {isSaved ? <Notice tone="good" title={words.newRoleHolds} className="mb-6" /> : null}
        {loaderData.hasDetails ? <Notice tone="good" title={customFieldWords().detailsSaved} className="mb-6" /> : null}
        <FormFaultList faults={actionData} />
        <DetailsPart {...loaderData} />
        {canManage ? <RoleForm role={person.role} roles={roles} fault={actionData?.fieldErrors.role} /> : <p className="text-ink-2">{roleWords[person.role].text}</p>}
        {person.isKeptElsewhere ? <p className="mt-4 text-ink-2">{words.keptAtClerk}</p> : null}
      </div>
      <PersonConsents answers={loaderData.answers} zone={loaderData.zone} locale={loaderData.locale} />
      {canManage ? <RemovePart name={name} school={school} isSelf={isSelf} /> : null}
    </div>
  )
}

function RoleForm({ role, roles, fault }: { role: MemberRole; roles: readonly (typeof choosableRoles)[number][]; fault: string | undefined }) {
  const words = peopleWords()
  const roleWords = useRoleWords()
  return (
    <form method="post" className="grid gap-5">
      <RadioCards
        label={words.role}
        name="role"
        defaultValue={role}
        error={fault}
        choices={roles.map((choice) => ({ value: choice, label: roleWords[choice].label, hint: roleWords[choice].text }))}
      />
      <Button type="submit" variant="main" className="justify-self-start">
        {words.saveRole}
      </Button>
    </form>
  )
}

/** What the school's own fields hold of the person, read more often than the role is changed; nothing where it has none. */
function DetailsPart({ fields, canFill, base, person, locale }: Pick<Route.ComponentProps['loaderData'], 'fields' | 'canFill' | 'base' | 'person' | 'locale'>) {
  const words = customFieldWords()
  if (fields.length === 0) return null
  return (
    <section className="mb-10">
      <SectionHeader
        title={words.detailsTitle}
        actions={
          canFill ? (
            <a href={`${base}/studio/people/${person.membershipId}/details`} className="touch link">
              {words.change}
            </a>
          ) : null
        }
      />
      <FieldFacts fields={fields} locale={locale} />
    </section>
  )
}

/** Says what will happen before it does; opening it is the first of two steps, and works without script. */
function RemovePart({ name, school, isSelf }: { name: string; school: string; isSelf: boolean }) {
  const words = peopleWords()
  return (
    <section className="mt-12 border-t pt-6">
      <SectionHeader title={isSelf ? words.leaveSchool(school) : words.removeNamed(name)} />
      <p className="text-[0.9375rem] text-ink-2">
        {isSelf ? words.youLose(school) : words.theyLose(name, school)}{' '}
        {isSelf ? words.staysYours : words.staysTheirs}
      </p>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">
          {isSelf ? words.leaveStep : words.removeStep(name)}
        </summary>
        <form method="post" className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="danger" name="intent" value="remove">
            {isSelf ? words.yesLeave : words.yesRemove(name)}
          </Button>
          <a href="?" className="link text-sm text-ink-2">
            {words.keepAsItIs}
          </a>
        </form>
      </details>
    </section>
  )
}
