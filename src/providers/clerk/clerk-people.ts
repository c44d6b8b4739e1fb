import type { IdentityProvider } from '#modules/identity/ports.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import type { Directory } from '#modules/operations/ports.ts'
import type { OrganizationKeeper } from '#modules/tenancy/ports.ts'
import type { WebhookVerifiers } from '#platform/inbox/webhook-verifier.ts'
import { createClerk } from './clerk-client.ts'
import { clerkDirectory } from './clerk-directory.ts'
import { clerkIdentity } from './clerk-identity.ts'
import { clerkOrganizationKeeper } from './clerk-organization-keeper.ts'
import { clerkWebhooks } from './clerk-webhooks.ts'

type Settings = Pick<Config, 'scheme' | 'baseDomain'> & { clerk: ClerkConfig }

/** A page of 500 people takes its time. */
const pageTimeoutMs = 30_000

/** All that Clerk does here: who people are, its lists of them, the organizations it keeps, and a verifier when a webhook secret is set. */
export function clerkPeople(config: Settings, clock: Clock): { accounts: IdentityProvider; webhooks: WebhookVerifiers; directory: Directory; organizationKeeper: OrganizationKeeper } {
  const now = () => clock.now()
  const { webhookSecrets } = config.clerk
  const clerk = createClerk(config.clerk)
  return {
    accounts: clerkIdentity(config, clerk, now),
    organizationKeeper: clerkOrganizationKeeper(clerk, now),
    directory: clerkDirectory(createClerk(config.clerk, pageTimeoutMs), { calls: config.clerk.callsInTenSeconds }),
    webhooks: webhookSecrets.length > 0 ? { clerk: clerkWebhooks(webhookSecrets, now) } : {},
  }
}
