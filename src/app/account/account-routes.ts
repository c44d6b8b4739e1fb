import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** One's own account: the same pages for every school, in the colours of the one that one came from. */
export const accountRoutes: RouteConfigEntry[] = [
  route('account', 'account/account.tsx'),
  route('account/password', 'account/password.tsx'),
  route('account/address', 'account/address.tsx'),
  route('account/address/confirm', 'account/address-confirm.tsx'),
  route('account/elsewhere', 'account/elsewhere.tsx'),
  route('account/two-factor', 'account/two-factor.tsx'),
  route('account/passkeys', 'account/passkeys.tsx'),
]
