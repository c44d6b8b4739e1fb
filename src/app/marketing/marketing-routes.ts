import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'
import { accountRoutes } from '../account/account-routes.ts'

/** Pages of the installation itself: accounts, onboarding, invitations, mailbox. */
export const marketingRoutes: RouteConfigEntry[] = [
  layout('marketing/installation.tsx', [
    route('sign-in', 'marketing/sign-in.tsx'),
    route('sign-up', 'marketing/sign-up.tsx'),
    route('sign-out', 'marketing/sign-out.tsx'),
    route('verify', 'marketing/verify.tsx'),
    route('forgot', 'marketing/forgot.tsx'),
    route('reset', 'marketing/reset.tsx'),
    route('second-step', 'marketing/second-step.tsx'),
    ...accountRoutes,
    route('account/data', 'marketing/account-data.tsx'),
    route('hand-over', 'marketing/hand-over.ts'),
    route('hand-over/confirm', 'marketing/hand-over-confirm.tsx'),
    route('onboarding', 'marketing/onboarding.tsx'),
    route('invitation/:token', 'marketing/invitation.tsx'),
    route('mailbox', 'marketing/mailbox.tsx'),
    route('mailbox/:mailId', 'marketing/mailbox-message.tsx'),
    // Links of a school that is reached by path begin with it.
    route('s/:slug/sign-in', 'marketing/sign-in.tsx', { id: 'sign-in-by-path' }),
    route('s/:slug/sign-up', 'marketing/sign-up.tsx', { id: 'sign-up-by-path' }),
    route('s/:slug/sign-out', 'marketing/sign-out.tsx', { id: 'sign-out-by-path' }),
  ]),
  // On domains of the schools' own.
  route('arrive', 'marketing/arrive.ts'),
  route('arrive/done', 'marketing/arrived.tsx'),
]
