import type { ReactNode } from 'react'
import { redirect } from 'react-router'
import { readKey, requestsPerMinute, revokeKey } from '#modules/api-keys/index.ts'
import { scopesSentence } from '#modules/api-keys/ui/key-words.ts'
import { keyPageWords } from '#modules/api-keys/ui/words/key-page-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { readId } from '../orders/books-visit.ts'
import type { Route } from './+types/key.ts'
import { keyView, type KeyView } from './key-view.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? `${loaderData.key.name} · API` : 'API' }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'api-keys.manage')
  const { base, tenant } = context.get(requestContext)
  return { base, key: keyView(await readKey(ctx, readId(params.keyId))), requestsPerMinute, locale: currentLocale(), zone: tenant?.time_zone ?? 'UTC' }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'api-keys.manage')
  const { base } = context.get(requestContext)
  await revokeKey(ctx, readId(params.keyId))
  throw redirect(`${base}/studio/settings/api?state=revoked`)
})

/** One key: what it may, who made it, when it was used, and its end. */
export default function KeyPage({ loaderData: { base, key, requestsPerMinute: perMinute, locale, zone } }: Route.ComponentProps) {
  const words = keyPageWords()
  const list = `${base}/studio/settings/api`
  const when = (iso: string | null, none: string) => (iso ? <When iso={iso} locale={locale} zone={zone} /> : none)
  const day = (iso: string) => <When iso={iso} locale={locale} zone={zone} show="day" />
  return (
    <div className="max-w-[680px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.api, href: list }, { label: key.name }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="wrap-anywhere">{key.name}</span>
            <Chip tone={key.standing.tone}>{key.standing.label}</Chip>
          </span>
        }
      />
      {!key.isMakerInCharge && !key.standing.isOver ? (
        <Notice tone="warn" title={words.opensNothing} className="mt-6">
          {words.makerGone}
        </Notice>
      ) : null}
      <DefinitionList
        className="mt-7"
        items={[
          { term: words.key, value: <code className="text-[0.875rem]">{key.prefix}…</code> },
          { term: words.itMay, value: <Scopes of={key} /> },
          { term: words.made, value: <>{day(key.createdAt)}{' '}{words.byMaker(key.makerName || words.somebodyGone)}</> },
          { term: words.worksUntil, value: key.expiresAt ? day(key.expiresAt) : words.withoutEnd },
          { term: words.lastUsed, value: when(key.lastUsedAt, words.never) },
          { term: words.inThisMinute, value: words.requestsOf(key.usedThisMinute, perMinute) },
          ...(key.revokedAt ? [{ term: words.revoked, value: <>{when(key.revokedAt, '')}{' '}{words.byRevoker(key.revokerName || words.somebodyGone)}</> }] : []),
        ]}
      />
      {key.revokedAt ? null : <Revoke of={key} used={when(key.lastUsedAt, '')} />}
    </div>
  )
}

function Scopes({ of: { scopes } }: { of: KeyView }) {
  return (
    <>
      {scopesSentence(scopes)}
      <span className="mt-1.5 flex flex-wrap gap-1.5">
        {scopes.map((scope) => (
          <code key={scope} className="rounded-sm bg-sunken px-1.5 py-0.5 text-[0.8125rem] text-ink-2">
            {scope}
          </code>
        ))}
      </span>
    </>
  )
}

/** Opening it is the first of two steps, and works without script. */
function Revoke({ of: { lastUsedAt, usedThisMinute }, used }: { of: KeyView; used: ReactNode }) {
  const words = keyPageWords()
  return (
    <section className="mt-12 border-t pt-6">
      <SectionHeader title={words.revoke} />
      <p className="text-[0.9375rem] text-ink-2">
        {lastUsedAt ? (
          <>
            {words.programRefused}{' '}{used}
            {usedThisMinute > 0 ? words.timesThisMinute(usedThisMinute) : ''}.
          </>
        ) : (
          words.noProgramUsed
        )}{' '}{words.cannotUndo}
      </p>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{words.revokeEllipsis}</summary>
        <form method="post" className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="danger">
            {words.yesRevoke}
          </Button>
          <a href="?" className="link text-sm text-ink-2">
            {words.keepIt}
          </a>
        </form>
      </details>
    </section>
  )
}
