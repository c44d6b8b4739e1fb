import { route, type RouteConfigEntry } from '@react-router/dev/routes'
import { apiRoutes } from '../studio/api/api-routes.ts'
import { couponsRoutes } from '../studio/coupons/coupons-routes.ts'
import { coursesRoutes } from '../studio/courses/courses-routes.ts'
import { dashboardRoutes } from '../studio/dashboard/dashboard-routes.ts'
import { customersRoutes } from '../studio/customers/customers-routes.ts'
import { documentsRoutes } from '../studio/documents/documents-routes.ts'
import { domainsRoutes } from '../studio/domains/domains-routes.ts'
import { ordersRoutes } from '../studio/orders/orders-routes.ts'
import { peopleRoutes } from '../studio/people/people-routes.ts'
import { studioProductsRoutes } from '../studio/products/studio-products-routes.ts'
import { webhooksRoutes } from '../studio/webhooks/webhooks-routes.ts'
import { previewRoutes, siteRoutes } from '../studio/site/site-routes.ts'
import { catalogRoutes } from './catalog/catalog-routes.ts'
import { checkoutRoutes } from './checkout/checkout-routes.ts'
import { consentsRoutes } from './consents/consents-routes.ts'
import { productsRoutes } from './products/products-routes.ts'
import { embedRoutes } from './embeds/embed-routes.ts'
import { learnRoutes } from './learn/learn-routes.ts'
import { storefrontRoutes } from './storefront/storefront-routes.ts'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function tenantRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    ...storefrontRoutes(id),
    ...catalogRoutes(id),
    ...embedRoutes(id),
    ...checkoutRoutes(id),
    ...productsRoutes(id),
    ...consentsRoutes(id),
    ...learnRoutes(id),
    ...previewRoutes(id),
    route('studio', 'studio/studio.tsx', { id: id('studio') }, [
      ...dashboardRoutes(id),
      ...coursesRoutes(id),
      ...siteRoutes(id),
      ...peopleRoutes(id),
      ...ordersRoutes(id),
      ...customersRoutes(id),
      ...documentsRoutes(id),
      ...domainsRoutes(id),
      ...webhooksRoutes(id),
      ...apiRoutes(id),
      ...couponsRoutes(id),
      ...studioProductsRoutes(id),
    ]),
  ]
}
