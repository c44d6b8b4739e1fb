import type { RouteConfigEntry } from '@react-router/dev/routes'

/** Pages of the installation itself: sign-in, onboarding, mailbox. */
export const marketingRoutes: RouteConfigEntry[] = []
