import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The operator's pages, on the installation's own host only. */
export const operatorRoutes: RouteConfigEntry[] = [
  layout('operator/operator.tsx', [
    route('operator', 'operator/health.tsx'),
    route('operator/inbox', 'operator/inbox.tsx'),
    route('operator/inbox/replay', 'operator/replay.tsx'),
    route('operator/inbox/:eventId', 'operator/inbox-event.tsx'),
    route('operator/reconcile', 'operator/reconcile.tsx'),
    route('operator/reconcile/start', 'operator/reconcile-start.tsx'),
    route('operator/reconcile/:runId', 'operator/reconcile-run.tsx'),
    route('operator/jobs', 'operator/jobs.tsx'),
  ]),
]
