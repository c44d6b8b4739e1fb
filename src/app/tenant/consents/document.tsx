import { readPublicDocument } from '#modules/consents/index.ts'
import { dayWords } from '#modules/consents/ui/day-words.ts'
import { consentWords } from '#modules/consents/ui/words/consent-words.ts'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Prose } from '#ui/prose.tsx'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { schoolPage } from '../catalog/school-page.ts'
import type { Route } from './+types/document.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const asked = new URL(request.url).searchParams.get('version')
  const { version, newest } = await readPublicDocument(await visit.tenantCtx(), params.documentId, asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null)
  return {
    page: await schoolPage(context, request, await visit.role()),
    title: version.title,
    bodyHtml: version.bodyHtml,
    number: version.number ?? 1,
    publishedAt: (version.publishedAt ?? new Date(0)).toISOString(),
    newestHref: version.number === newest ? null : `${visit.base}/documents/${params.documentId}`,
    zone: visit.tenant?.time_zone ?? 'UTC',
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? `${loaderData.title} · ${loaderData.page.school.name}` : consentWords().notFound }]

/** A text that the school has published, in its newest version or an older one, as it was read. */
export default function Document({ loaderData: { page, title, bodyHtml, number, publishedAt, newestHref, zone } }: Route.ComponentProps) {
  const words = consentWords()
  return (
    <SchoolFrame {...page}>
      <article className="wrap pb-20 pt-6 sm:pt-10">
        <div className="mx-auto max-w-[720px]">
          <h1 className="display text-[2rem] leading-tight wrap-anywhere sm:text-[2.5rem]">{title}</h1>
          <p className="mb-8 mt-2 text-sm text-ink-3">
            {words.version(number)}, {words.publishedOn(dayWords(publishedAt, zone, page.school.locale))}
          </p>
          {newestHref ? (
            <Notice
              className="mb-8"
              title={words.olderVersion}
              action={
                <a href={newestHref} className="link font-medium">
                  {words.newestVersion}
                </a>
              }
            />
          ) : null}
          <Prose html={bodyHtml} />
        </div>
      </article>
    </SchoolFrame>
  )
}
