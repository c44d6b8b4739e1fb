import { ChevronRight, Download, UserPlus, Users } from 'lucide-react'
import { holdsPermission, listPeople, readListedFields } from '#modules/tenancy/index.ts'
import { shownInLine, shownWords, type CustomField } from '#modules/tenancy/fields/field.schema.ts'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { usePeopleKind } from '../../words/people-kind-words.ts'
import { peopleWords } from '../../words/people-words.ts'
import type { Route } from './+types/people.ts'
import { peopleParts } from './people-parts.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { roleTone, useRoleWords } from './role-words.ts'
import { peopleGroups, readWantedPeople } from './wanted-people.ts'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().people }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role } = await requireStudio(context, request, 'people.read')
  const { searchParams } = new URL(request.url)
  const wanted = readWantedPeople(request)
  const page = await listPeople(ctx, { ...wanted, cursor: searchParams.get('after') })
  const { fields, values } = await readListedFields(ctx, page.people.map(({ membershipId }) => membershipId))
  const { locale } = context.get(requestContext)
  const canManage = holdsPermission(role, 'people.manage')
  return {
    base: context.get(requestContext).base,
    parts: peopleParts(role),
    group: wanted.group,
    search: wanted.search,
    isFirst: !searchParams.has('after'),
    canManage,
    filter: wanted.field ? `${wanted.field.id}.${wanted.field.word}` : '',
    filters: filtersOf(fields, locale),
    facts: Object.fromEntries([...values].map(([membershipId, held]) => [membershipId, fields.filter(({ id, isListed }) => isListed && held.has(id)).map((field) => shownInLine(field, held.get(field.id) ?? [], locale))])),
    ...page,
  }
})

export default function People({ loaderData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, parts, group, search, people, counts, canManage, nextCursor, isFirst, filter, filters, facts } = loaderData
  const here = `${base}/studio/people`
  const { student } = useWording()
  const roleWords = useRoleWords()
  const asked = { ...(group === 'all' ? {} : { group }), ...(search ? { search } : {}), ...(filter ? { field: filter } : {}) }
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...asked, ...change })}`
  return (
    <>
      <PageHeader
        title={words.people}
        text={sentence(counts)}
        actions={
          canManage ? (
            <ButtonLink variant="main" href={`${here}/invite`}>
              <Icon of={UserPlus} />
              {words.inviteSomeone}
            </ButtonLink>
          ) : null
        }
      />
      <PeopleTabs base={base} current="" parts={parts} />
      <form method="get" role="search" className="mt-6 flex flex-wrap items-end gap-2.5">
        <SelectField
          label={<span className="sr-only">{words.who}</span>}
          name="group"
          defaultValue={group}
          options={peopleGroups.map((value) => ({ value, label: `${{ all: words.everyone, team: words.team, students: capital(student.many) }[value]} (${counts[value]})` }))}
          className="max-sm:w-full sm:w-44"
        />
        {filters.length > 0 ? <SelectField label={<span className="sr-only">{customFieldWords().filterLabel}</span>} name="field" defaultValue={filter} options={[{ value: '', label: customFieldWords().filterAll }, ...filters]} className="max-sm:w-full sm:w-52" /> : null}
        <TextField label={<span className="sr-only">{words.searchName}</span>} name="search" type="search" placeholder={words.searchName} defaultValue={search} className="min-w-0 flex-1 sm:max-w-60" />
        <Button type="submit">{words.show}</Button>
      </form>
      <div className="mt-4">
        {people.length === 0 ? (
          <NoPeople search={search || filters.find(({ value }) => value === filter)?.label || ''} clearHref={here} inviteHref={canManage ? `${here}/invite` : null} />
        ) : (
          <Rows label={words.people}>
            {people.map((person) => (
              <Row
                key={person.membershipId}
                href={`${here}/${person.membershipId}`}
                start={<Avatar name={person.name} />}
                title={person.name || words.noNameYet}
                text={<PersonLine role={roleWords[person.role].label} facts={[person.title, person.email, ...(facts[person.membershipId] ?? [])].filter((fact) => fact !== null && fact !== '')} />}
                end={
                  <span className="flex items-center gap-2 max-sm:hidden">
                    <Chip tone={roleTone(person.role)}>{roleWords[person.role].label}</Chip>
                    <Icon of={ChevronRight} className="text-ink-3" />
                  </span>
                }
              />
            ))}
          </Rows>
        )}
        <Pagination label={words.people} newer={words.fromStart} older={words.next50} newerHref={isFirst ? null : address({})} olderHref={nextCursor ? address({ after: nextCursor }) : null} />
        {people.length === 0 ? null : (
          <a href={`${here}/people.csv?${new URLSearchParams(asked)}`} download className="link touch mt-4 inline-flex items-center gap-2 text-sm text-ink-2">
            <Icon of={Download} />
            {customFieldWords().csv}
          </a>
        )}
      </div>
    </>
  )
}

/** What stands under a name. A long name of a role would leave no room beside it on a phone: there it begins this line. */
function PersonLine({ role, facts }: { role: string; facts: readonly (string | null)[] }) {
  return (
    <span className="wrap-anywhere">
      <span className="sm:hidden">
        {role}
        {facts.length > 0 ? ' · ' : ''}
      </span>
      {facts.join(' · ')}
    </span>
  )
}

/** What the list can be asked for: each word that a field can hold. */
function filtersOf(fields: readonly CustomField[], locale: string): { value: string; label: string }[] {
  const wordsOf = ({ kind, choices }: CustomField) => (kind === 'yes-no' ? ['yes', 'no'] : choices)
  return fields.flatMap((field) => wordsOf(field).map((word) => ({ value: `${field.id}.${word}`, label: `${field.label}: ${shownWords(field, [word], locale)}` })))
}

function NoPeople({ search, clearHref, inviteHref }: { search: string; clearHref: string; inviteHref: string | null }) {
  const said = peopleWords()
  const kind = usePeopleKind()
  const words = peopleWords()
  const { student } = useWording()
  if (search) {
    return (
      <EmptyState icon={Users} title={words.nobodyCalled(search)} action={<ButtonLink href={clearHref}>{said.showEveryone}</ButtonLink>}>
        {words.partOfName}
      </EmptyState>
    )
  }

  return (
    <EmptyState icon={Users} title={words.nobodyYet} action={inviteHref ? <ButtonLink href={inviteHref}>{said.inviteSomeone}</ButtonLink> : null}>
      {kind.appear}
    </EmptyState>
  )
}

function sentence({ team, students }: { team: number; students: number }): string {
  return peopleWords().peopleCount(team, students)
}
