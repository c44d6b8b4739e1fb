import type { RouterContextProvider } from 'react-router'
import { hasProductsOnSite } from '#modules/catalog/index.ts'
import { readEditor, readFirstPage } from '#modules/storefront/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { editorCtx } from '../../tenant/storefront/load-storefront.ts'
import { writingAt } from './writing.ts'
import { anchorsOf } from '../../tenant/storefront/block-words.ts'

/** What both pages of the editor show. */
export async function loadSite({ request, context }: { request: Request; context: Readonly<RouterContextProvider> }) {
  await requireStudio(context, request, 'school.manage')
  const { base, tenant } = context.get(requestContext)
  const ctx = await editorCtx(context)
  const editor = await readEditor(ctx)
  const writing = writingAt(request.url, editor.languages)
  const front = await readFirstPage(ctx, { wantsDraft: true, language: writing.current })
  return {
    ...editor,
    writing,
    anchors: anchorsOf(editor.blocks),
    front,
    hasProducts: await hasProductsOnSite(ctx),
    site: `${base}/studio/site`,
    home: base || '/',
    locale: currentLocale(),
    timeZone: tenant?.time_zone ?? 'UTC',
    schoolName: tenant?.name ?? '',
    organizationId: ctx.organizationId,
  }
}
