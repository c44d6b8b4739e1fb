import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function studioProductsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('products', 'studio/products/studio-products.tsx', { id: id('studio/products') }),
    route('products/:productId', 'studio/products/product-builder.tsx', { id: id('studio/product') }),
    route('products/:productId/settings', 'studio/products/product-settings.tsx', { id: id('studio/product-settings') }),
    route('products/:productId/buyers', 'studio/products/product-buyers.tsx', { id: id('studio/product-buyers') }),
    route('products/:productId/addresses', 'studio/products/product-addresses.tsx', { id: id('studio/product-addresses') }),
    route('products/:productId/addresses/list.csv', 'studio/products/product-addresses-csv.ts', { id: id('studio/product-addresses-csv') }),
  ]
}
