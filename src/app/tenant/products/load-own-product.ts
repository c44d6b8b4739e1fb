import type { RouterContextProvider } from 'react-router'
import { readOwnProduct } from '#modules/catalog/index.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { askWhatIsOwed } from '../consents/ask-what-is-owed.ts'
import { enterLearning } from '../learn/enter-learning.ts'
import { schoolPage } from '../catalog/school-page.ts'

/** A product of the viewer's own as its page shows it. @throws a redirect to sign-in; NotFound for what is not theirs */
export async function loadOwnProduct(context: Readonly<RouterContextProvider>, request: Request, slug: string) {
  const { ctx, tenant, base } = await enterLearning(context, request)
  await askWhatIsOwed(context, request, ctx)
  const { product, versions, purchases, downloads, licences } = await readOwnProduct(ctx, slug)
  const role = await ctx.inTenant(async (opened) => opened.role)
  const leftOf = (fileId: string) => (product.downloadsMax === null ? null : Math.max(0, product.downloadsMax - (downloads.get(fileId)?.count ?? 0)))
  return {
    page: await schoolPage(context, request, role),
    title: product.title,
    versions: versions.map(({ id, label, notes, releasedAt, files }) => ({
      id, label, notes, releasedAt: (releasedAt ?? new Date(0)).toISOString(),
      files: files.map((file) => ({ id: file.fileId, name: file.name, size: sizeInWords(file.sizeBytes), left: leftOf(file.fileId) })),
    })),
    musicLicences: licences.map(({ id, name, terms }) => ({ id, name, terms })),
    licences: purchases.flatMap(({ licence }) => licence ?? []),
    libraryHref: `${base}/learn`,
    zone: tenant.time_zone,
    locale: currentLocale(),
  }
}
