import { FileCheck } from 'lucide-react'
import { listDocuments } from '#modules/consents/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { documentWords } from '../../words/document-words.ts'
import type { Route } from './+types/documents.ts'

export const meta: Route.MetaFunction = () => [{ title: documentWords().title }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { documents, learners } = await listDocuments(ctx)
  return {
    base: context.get(requestContext).base,
    learners,
    documents: documents.map(({ archivedAt, publishedAt: _publishedAt, ...document }) => ({ ...document, isArchived: archivedAt !== null })),
    isDeleted: new URL(request.url).searchParams.get('state') === 'deleted',
  }
})

type Shown = Awaited<ReturnType<typeof loader>>['documents'][number]

/** What a school asks people to agree to, and how many did. */
export default function Documents({ loaderData: { base, documents, learners, isDeleted } }: Route.ComponentProps) {
  const words = documentWords()
  const here = `${base}/studio/settings/documents`
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.title }]} />}
        title={words.title}
        text={words.text}
        actions={documents.length === 0 ? null : <ButtonLink variant="main" href={`${here}/new`}>{words.new}</ButtonLink>}
      />
      {isDeleted ? <Notice tone="good" title={words.deleted} className="mt-5" /> : null}
      <div className="mt-7">
        {documents.length === 0 ? (
          <EmptyState icon={FileCheck} title={words.emptyTitle} action={<ButtonLink variant="main" href={`${here}/new`}>{words.emptyAction}</ButtonLink>}>
            {words.emptyText}
          </EmptyState>
        ) : (
          <Table caption={words.caption} columns={columns(here, learners)} rows={documents} rowKey={({ id }) => id} />
        )}
      </div>
    </>
  )
}

function columns(here: string, learners: number): Column<Shown>[] {
  const words = documentWords()
  return [
    {
      key: 'document',
      header: words.columnDocument,
      names: true,
      cell: ({ id, title }) => (
        <a href={`${here}/${id}`} className="touch font-medium hover:text-brand-strong wrap-anywhere">
          {title}
        </a>
      ),
    },
    { key: 'asked', header: words.columnAsked, cell: (document) => <span className="text-ink-2">{askedWords(document)}</span> },
    { key: 'version', header: words.columnVersion, cell: ({ versions }) => (versions === 0 ? <span className="text-ink-3">{words.notPublished}</span> : versions) },
    { key: 'agreed', header: words.columnAgreed, align: 'end', cell: ({ agreed, versions, asksAtEntry, asksAtCheckout }) => (versions === 0 || !(asksAtEntry || asksAtCheckout) ? '–' : words.of(agreed, Math.max(learners, agreed))) },
    { key: 'state', header: words.columnState, bare: true, align: 'end', cell: (document) => <StateChip {...document} /> },
  ]
}

function StateChip({ isArchived, hasDraft, versions }: Shown) {
  const words = documentWords()
  if (isArchived) return <Chip>{words.archived}</Chip>
  if (!hasDraft) return null
  return <Chip tone="warn">{versions === 0 ? words.draft : words.draftWaits}</Chip>
}

function askedWords({ isRequired, asksAtEntry, asksAtCheckout }: Shown): string {
  const words = documentWords()
  if (!asksAtEntry && !asksAtCheckout) return words.onlyShown
  return [isRequired ? words.required : words.optional, asksAtEntry ? words.atEntry : null, asksAtCheckout ? words.atCheckout : null].filter(Boolean).join(' · ')
}
