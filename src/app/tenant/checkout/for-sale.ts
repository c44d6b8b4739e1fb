import { readCoursePage, readProductPage } from '#modules/catalog/index.ts'
import { courseHref, productHref } from '#modules/catalog/ui/school-links.ts'
import type { OrderSubject } from '#modules/catalog/ui/order-summary.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import type { Thing } from '#modules/catalog/ui/words/thing-words.ts'
import type { Offer, SubjectKind } from '#modules/commerce/index.ts'
import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { courseDetail, type ViewPlace } from '../catalog/course-views.ts'
import { ownHref } from '../products/product-views.ts'

/** Something that can be bought, as the checkout needs to know it. */
export interface ForSale {
  subject: { subjectKind: SubjectKind; subjectId: string }
  thing: Thing
  view: OrderSubject
  offer: Offer | null
  isOwn: boolean
  /** Whether the school can take money yet. */
  isPayable: boolean
  /** Of the one who asks. */
  role: MemberRole | null
  /** Its page. */
  href: string
  checkoutHref: string
  /** What names it in the address of the page after paying. */
  query: Record<string, string>
  /** Where its buyer finds it. */
  ownHref: string
  /** Said when there is something to know before paying. */
  note: string | null
}

/** How each kind of thing is found by the address of its page. */
const finders = {
  async course(ctx: TenantCtx, place: ViewPlace, slug: string): Promise<ForSale> {
    const found = await readCoursePage(ctx, { slug })
    const { course, offer, isPayable, role } = found
    return {
      subject: { subjectKind: 'course', subjectId: course.id },
      thing: 'course',
      view: courseDetail(place, found),
      offer,
      isOwn: found.isEnrolled,
      isPayable,
      role,
      href: courseHref(place.base, course.slug),
      checkoutHref: `${courseHref(place.base, course.slug)}/checkout`,
      query: { course: course.slug },
      ownHref: `${place.base}/learn/${encodeURIComponent(course.slug)}`,
      note: null,
    }
  },
  async product(ctx: TenantCtx, place: ViewPlace, slug: string, licenceId: string | null): Promise<ForSale> {
    const { product, offer, isOwn, isPayable, role, parts, licences, music } = await readProductPage(ctx, { slug })
    const licence = licences.find(({ id }) => id === licenceId) ?? null
    if (licenceId !== null && !licence) throw new NotFound('a licence that is not on sale')
    const query: Record<string, string> = { product: product.slug, ...(licence ? { licence: licence.id } : {}) }
    const own = parts.filter((part) => part.isOwn).map(({ title }) => title)
    return {
      subject: licence ? { subjectKind: 'licence', subjectId: licence.id } : { subjectKind: 'product', subjectId: product.id },
      thing: product.kind,
      view: { id: product.id, title: licence ? `${product.title} (${licence.name})` : product.title, subject: product.title, teacherName: null },
      // What was sold to one alone leads back to its page, which says so.
      offer: music?.soldAt ? null : licence ? licence.offer : offer,
      // Who holds one licence may buy another.
      isOwn: licence ? licence.isOwn : isOwn,
      isPayable,
      role,
      href: productHref(place.base, product.slug),
      checkoutHref: `${productHref(place.base, product.slug)}/checkout${licence ? `?licence=${licence.id}` : ''}`,
      query,
      ownHref: ownHref(place.base, product),
      note: own.length > 0 ? productWords().haveSomeOf(own.join(', ')) : null,
    }
  },
}

/** The parameters of an address that name what is for sale. */
export interface SaleParams {
  courseSlug?: string
  productSlug?: string
}

/** What an address is about. @throws NotFound when it is not on the site */
export async function findForSale(ctx: TenantCtx, place: ViewPlace, params: SaleParams, licenceId: string | null): Promise<ForSale> {
  if (params.courseSlug !== undefined) return finders.course(ctx, place, params.courseSlug)
  if (params.productSlug !== undefined) return finders.product(ctx, place, params.productSlug, licenceId)
  throw new NotFound('an address that names nothing that is for sale')
}
