import { Cover } from '#modules/catalog/ui/cover.tsx'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import { readOwnCredits } from '#modules/commerce/index.ts'
import { CreditsLine } from '#modules/commerce/ui/credits-line.tsx'
import { listOwnProducts } from '#modules/catalog/index.ts'
import { OwnProducts } from '#modules/catalog/ui/products/own-products.tsx'
import { listLibrary } from '#modules/learning/index.ts'
import { LibraryPage } from '#modules/learning/ui/library-page.tsx'
import { currentLocale } from '#platform/i18n/locale.ts'
import type { Route } from './+types/library.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { askWhatIsOwed } from '../consents/ask-what-is-owed.ts'
import { ownProductRow } from '../products/own-product-row.ts'
import { enterLearning } from './enter-learning.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, tenant, base } = await enterLearning(context, request)
  await askWhatIsOwed(context, request, ctx)
  const role = await ctx.inTenant(async (opened) => opened.role)
  return { page: await schoolPage(context, request, role), courses: await listLibrary(ctx), products: (await listOwnProducts(ctx)).map((product) => ownProductRow(product, base)), credits: await readOwnCredits(ctx), zone: tenant.time_zone, locale: currentLocale(), title: `${kindWordsOf(tenant.preset).myCourses} · ${tenant.name}` }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title }, { name: 'robots', content: 'noindex' }]

export default function Library({ loaderData }: Route.ComponentProps) {
  const { page, courses, products, credits, zone, locale } = loaderData
  useLive(['library'])
  return (
    <SchoolFrame {...page}>
      <LibraryPage
        courses={courses}
        more={products.length > 0 ? <OwnProducts products={products} /> : null}
        base={page.base}
        aside={credits.lines.length > 0 ? <CreditsLine credits={credits} school={page.school.name} zone={zone} locale={locale} /> : null}
        cover={({ courseId, subject, coverUrl }) =>
          coverUrl ? <img src={coverUrl} alt="" className="size-full object-cover" /> : <Cover courseId={courseId} subject={subject} brand={page.school.brand} />
        }
      />
    </SchoolFrame>
  )
}
