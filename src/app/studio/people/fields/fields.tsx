import { ListPlus } from 'lucide-react'
import { listDefinedFields } from '#modules/tenancy/index.ts'
import { customFieldWords } from '#modules/tenancy/ui/words/custom-field-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { requestContext } from '../../../request-context.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering } from '../../../respond.ts'
import { peopleParts } from '../people-parts.ts'
import { PeopleTabs } from '../people-tabs.tsx'
import type { Route } from './+types/fields.ts'

export const meta: Route.MetaFunction = () => [{ title: customFieldWords().title }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role } = await requireStudio(context, request, 'people.manage')
  return { base: context.get(requestContext).base, parts: peopleParts(role), fields: await listDefinedFields(ctx), state: new URL(request.url).searchParams.get('state') }
})

type Shown = Awaited<ReturnType<typeof loader>>['fields'][number]

/** The fields that a school defined for its people. */
export default function Fields({ loaderData: { base, parts, fields, state } }: Route.ComponentProps) {
  const words = customFieldWords()
  const here = `${base}/studio/people/fields`
  const said: Record<string, string> = { made: words.made, saved: words.saved, removed: words.removed }
  const columns: Column<Shown>[] = [
    {
      key: 'label',
      header: words.columnLabel,
      names: true,
      cell: (field) => (
        <>
          <a href={`${here}/${field.id}`} className="touch font-medium hover:text-brand-strong wrap-anywhere">
            {field.label}
          </a>
          <span className="block max-w-[46ch] text-sm text-ink-3 wrap-anywhere">{noteOf(field)}</span>
        </>
      ),
    },
    { key: 'kind', header: words.columnKind, cell: ({ kind }) => <span className="text-ink-2">{words.kinds[kind]}</span> },
    { key: 'access', header: words.columnAccess, cell: ({ access }) => <span className="text-ink-2">{words.accesses[access]}</span> },
    { key: 'filled', header: words.columnFilled, align: 'end', cell: ({ filled }) => words.filled(filled) },
  ]
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={fields.length === 0 ? null : <ButtonLink variant="main" href={`${here}/new`}>{words.new}</ButtonLink>}
      />
      <PeopleTabs base={base} current="/fields" parts={parts} />
      {state && Object.hasOwn(said, state) ? <Notice tone="good" title={said[state]} className="mt-5" /> : null}
      <div className="mt-7">
        {fields.length === 0 ? (
          <EmptyState icon={ListPlus} title={words.emptyTitle} action={<ButtonLink variant="main" href={`${here}/new`}>{words.emptyAction}</ButtonLink>}>
            {words.emptyText}
          </EmptyState>
        ) : (
          <Table caption={words.caption} columns={columns} rows={fields} rowKey={({ id }) => id} />
        )}
      </div>
    </>
  )
}

const choicesShown = 4

/** What there is to choose from, and how it is asked for, in a line. */
function noteOf({ choices, isRequired, isListed }: Shown): string {
  const words = customFieldWords()
  const more = choices.length - choicesShown
  const list = more > 1 ? `${choices.slice(0, choicesShown).join(', ')} ${words.andMore(more)}` : choices.join(', ')
  return [list, isRequired ? words.mustBeFilled : '', isListed ? words.inTheList : ''].filter(Boolean).join(' · ')
}
