import { redirect } from 'react-router'
import { archiveDocument, discardDraft, publishDocument, readDocument, saveDocument } from '#modules/consents/index.ts'
import { documentForm, publishForm } from '#modules/consents/documents/document.schema.ts'
import { dayWords } from '#modules/consents/ui/day-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { documentWords } from '../../words/document-words.ts'
import { AskedTwice } from '../asked-twice.tsx'
import type { Route } from './+types/document.ts'
import { documentFields, DocumentForm } from './document-form.tsx'
import { PublishPart } from './publish-part.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.text.title || documentWords().title }]

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base, tenant, locale } = context.get(requestContext)
  const { document, text, versions, learners } = await readDocument(ctx, params.documentId)
  return {
    base,
    locale,
    zone: tenant?.time_zone ?? 'UTC',
    text,
    learners,
    document: { id: document.id, isRequired: document.isRequired, asksAtEntry: document.asksAtEntry, asksAtCheckout: document.asksAtCheckout, hasDraft: document.hasDraft, isArchived: document.archivedAt !== null, agreed: document.agreed, agreedBefore: document.agreedBefore },
    versions: versions.map(({ number, title, changeNote, publishedAt, agreed, stillAgreed }) => ({ number: number ?? 0, title, changeNote, publishedAt: (publishedAt ?? new Date(0)).toISOString(), agreed, stillAgreed })),
    state: new URL(request.url).searchParams.get('state'),
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { documentId } = params
  const here = `${context.get(requestContext).base}/studio/settings/documents`
  const form = await readSentForm(request)
  switch (form.get('intent')) {
    case 'publish':
      await publishDocument(ctx, documentId, parseForm(publishForm, form))
      throw redirect(`${here}/${documentId}?state=published`, 303)
    case 'archive':
    case 'restore': {
      const isArchived = form.get('intent') === 'archive'
      await archiveDocument(ctx, documentId, { isArchived })
      throw redirect(`${here}/${documentId}?state=${isArchived ? 'archived' : 'restored'}`, 303)
    }
    case 'discard':
      throw redirect((await discardDraft(ctx, documentId)) ? `${here}?state=deleted` : `${here}/${documentId}?state=discarded`, 303)
    default:
      await saveDocument(ctx, documentId, parseForm(documentForm, form))
      throw redirect(`${here}/${documentId}?state=saved`, 303)
  }
})

type Shown = Route.ComponentProps['loaderData']

/** One document: what it says, what it will say, and what people answered. */
export default function DocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, document, text, versions, state } = loaderData
  const words = documentWords()
  const here = `${base}/studio/settings/documents`
  const isAsked = document.asksAtEntry || document.asksAtCheckout
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.title, href: here }, { label: text.title }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="wrap-anywhere">{text.title}</span>
            {document.isArchived ? <Chip>{words.archived}</Chip> : document.hasDraft ? <Chip tone="warn">{words.draft}</Chip> : null}
          </span>
        }
      />
      {actionData ? null : <SaidNotice state={state} />}
      <FormFaultList faults={actionData} beside={[...documentFields, 'changeNote', 'days']} className="mt-5" />
      {versions.length > 0 && isAsked ? <Figures {...loaderData} /> : null}
      {document.hasDraft && !document.isArchived ? <PublishPart isFirst={versions.length === 0} number={(versions[0]?.number ?? 0) + 1} isAsked={isAsked} concerned={versions.length === 0 ? loaderData.learners : document.agreed + document.agreedBefore} faults={actionData} /> : null}
      <div className="mt-10">
        <DocumentForm key={`${versions.length}-${document.hasDraft}`} values={{ ...text, weight: document.isRequired ? 'required' : 'optional', atEntry: document.asksAtEntry, atCheckout: document.asksAtCheckout }} faults={actionData?.values.intent === 'save' ? actionData : undefined} submit={words.save} />
      </div>
      <Versions {...loaderData} />
      {versions.length > 0 ? <ArchivePart {...loaderData} /> : null}
    </>
  )
}

function SaidNotice({ state }: { state: string | null }) {
  const words = documentWords()
  const said: Record<string, string> = { made: words.made, saved: words.saved, published: words.published, archived: words.archivedSaid, restored: words.restoredSaid, discarded: words.discarded }
  const title = state && Object.hasOwn(said, state) ? said[state] : null
  return title ? <Notice tone="good" title={title} className="mt-5">{state === 'published' ? words.publishedText : null}</Notice> : null
}

function Figures({ document, learners }: Shown) {
  const words = documentWords()
  const { agreed, agreedBefore } = document
  return (
    <StatRow className="mt-6">
      <Stat label={words.agreedNow} value={agreed} note={words.ofLearners(learners)} />
      <Stat label={words.agreedBefore} value={agreedBefore} note={agreedBefore > 0 ? words.askedAgain : undefined} />
      <Stat label={words.notYet} value={Math.max(0, learners - agreed - agreedBefore)} note={learners > agreed + agreedBefore ? words.askedNext : undefined} />
    </StatRow>
  )
}

function Versions({ base, document, versions, zone, locale }: Shown) {
  const words = documentWords()
  return (
    <section aria-labelledby="versions-title" className="mt-12 max-w-[680px]">
      <SectionHeader title={<span id="versions-title">{words.versions}</span>} />
      {versions.length === 0 ? <p className="text-ink-2">{words.noVersions}</p> : null}
      {versions.length === 0 ? null : (
        <Rows label={words.versions}>
          {versions.map(({ number, changeNote, publishedAt, agreed, stillAgreed }) => (
            <Row
              key={number}
              title={words.version(number)}
              text={
                <>
                  <span className="block">{words.versionFacts(dayWords(publishedAt, zone, locale), agreed, stillAgreed)}</span>
                  {changeNote ? <span className="block whitespace-pre-line">{changeNote}</span> : null}
                </>
              }
              end={
                <a href={`${base}/documents/${document.id}?version=${number}`} className="touch link text-sm text-ink-2" aria-label={`${words.see}: ${words.version(number)}`}>
                  {words.see}
                </a>
              }
            />
          ))}
        </Rows>
      )}
    </section>
  )
}

/** Says what will happen before it does; opening it is the first of two steps, and works without script. */
function ArchivePart({ document }: Shown) {
  const words = documentWords()
  if (document.isArchived) {
    return (
      <form method="post" className="mt-12 border-t pt-6">
        <Button type="submit" name="intent" value="restore">
          {words.restore}
        </Button>
      </form>
    )
  }
  return <AskedTwice title={words.archive} text={words.archiveText} sure={words.archiveSure} keep={words.keep} intent="archive" />
}
