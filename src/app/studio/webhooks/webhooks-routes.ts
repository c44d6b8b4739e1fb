import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const at = 'settings/webhooks'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function webhooksRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route(at, 'studio/webhooks/endpoints.tsx', { id: id('studio/webhooks') }),
    route(`${at}/new`, 'studio/webhooks/new-endpoint.tsx', { id: id('studio/webhooks/new') }),
    route(`${at}/:endpointId`, 'studio/webhooks/endpoint.tsx', { id: id('studio/webhooks/endpoint') }),
    route(`${at}/:endpointId/change`, 'studio/webhooks/change.tsx', { id: id('studio/webhooks/change') }),
    route(`${at}/:endpointId/:deliveryId`, 'studio/webhooks/delivery.tsx', { id: id('studio/webhooks/delivery') }),
  ]
}
