import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function productsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('products', 'tenant/products/product-list.tsx', { id: id('products') }),
    route('products/:productSlug', 'tenant/products/product.tsx', { id: id('product') }),
    route('products/:productSlug/get', 'tenant/products/get-free.ts', { id: id('get-product') }),
    route('products/:productSlug/checkout', 'tenant/products/product-checkout.tsx', { id: id('product-checkout') }),
    route('products/:productSlug/preview', 'tenant/products/preview.ts', { id: id('product-preview') }),
    route('products/:productSlug/request', 'tenant/products/request-free.tsx', { id: id('request-free') }),
    route('free/:token', 'tenant/products/free-download.tsx', { id: id('free-download') }),
    route('downloads/:productSlug', 'tenant/products/own-product.tsx', { id: id('own-product') }),
  ]
}
