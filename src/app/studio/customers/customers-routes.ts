import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function customersRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('customers', 'studio/customers/customers.tsx', { id: id('studio/customers') }),
    route('customers/list.csv', 'studio/customers/customers-csv.ts', { id: id('studio/customers-csv') }),
  ]
}
