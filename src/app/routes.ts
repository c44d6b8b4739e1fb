import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import { marketingRoutes } from './marketing/marketing-routes.ts'
import { operatorRoutes } from './operator/operator-routes.ts'
import { tenantRoutes } from './tenant/tenant-routes.ts'

/** The address book. A school's pages stand twice: on its own host, and under /s/<slug> where DNS has no wildcard. */
export default [
  index('home.tsx'),
  ...marketingRoutes,
  ...operatorRoutes,
  route('language', 'choose-language.ts'),
  route('robots.txt', 'tenant/search/robots.ts'),
  route(':schoolSlug/courses/:courseSlug', 'tenant/catalog/creator-address.tsx'),
  layout('tenant/school.tsx', { id: 'school' }, tenantRoutes((name) => `school/${name}`)),
  route('s/:slug', 'tenant/school.tsx', { id: 'school-by-path' }, [
    index('tenant/storefront/storefront.tsx', { id: 'school-by-path/storefront' }),
    ...tenantRoutes((name) => `school-by-path/${name}`),
  ]),
] satisfies RouteConfig
