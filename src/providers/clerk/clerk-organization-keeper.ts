import type { Organization, OrganizationMembership } from '@clerk/backend'
import type { OrganizationKeeper } from '#modules/tenancy/ports.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import type { ClerkClient } from './clerk-client.ts'
import { membershipOf, organizationOf } from './clerk-directory.ts'
import { hasCode, isMissing, refusedParameter, refusedStatus } from './translate-clerk-fault.ts'
import { refusalWords } from './words/refusal-words.ts'

/** For how long a second try is taken for the first one, whose answer was lost. */
const sameTryMs = 600_000

/** Organizations kept at Clerk, by its Backend API, which knows no idempotency key: the address stands in for one. */
export function clerkOrganizationKeeper(clerk: ClerkClient, now: () => Date): OrganizationKeeper {
  return {
    async openOrganization(wanted) {
      const organization = await create(clerk, wanted).catch(async (fault: unknown) => {
        const own = isSlugTaken(fault) ? await findOwn(clerk, wanted, now()) : null
        if (own) return own
        throw forPerson(fault)
      })
      const membership = await findMembership(clerk, organization.id, wanted.creator)
      return {
        organization: { ...organizationOf(organization), kind: 'created' },
        membership: { ...membershipOf(membership), kind: 'created', organization: organization.id, createdBy: organization.createdBy ?? null, user: wanted.creator },
      }
    },
  }
}

type Wanted = Parameters<OrganizationKeeper['openOrganization']>[0]

function create(clerk: ClerkClient, { name, slug, creator }: Wanted): Promise<Organization> {
  return clerk.ask((sdk) => sdk.organizations.createOrganization({ name, slug, createdBy: creator }))
}

async function findOwn(clerk: ClerkClient, { name, slug, creator }: Wanted, at: Date): Promise<Organization | null> {
  try {
    const found = await clerk.ask((sdk) => sdk.organizations.getOrganization({ slug }))
    return found.createdBy === creator && found.name === name && at.getTime() - found.createdAt < sameTryMs ? found : null
  } catch (fault) {
    if (isMissing(fault)) return null
    throw fault
  }
}

/** Clerk makes the creator its first admin in the same step. */
async function findMembership(clerk: ClerkClient, organizationId: string, creator: string): Promise<OrganizationMembership> {
  const { data } = await clerk.ask((sdk) => sdk.organizations.getOrganizationMembershipList({ organizationId, userId: [creator], limit: 10 }))
  const own = data.find(({ publicUserData }) => publicUserData?.userId === creator)
  if (!own) throw new Error(`whoever made the organization ${organizationId} is no member of it at Clerk`)
  return own
}

function isSlugTaken(fault: unknown): boolean {
  return refusedParameter(fault) === 'slug' && (hasCode(fault, 'form_identifier_exists') || hasCode(fault, 'duplicate_record'))
}

/** What Clerk refuses, in words for the person; everything else stays the fault it is. */
function forPerson(fault: unknown): unknown {
  const parameter = refusedParameter(fault)
  if (isSlugTaken(fault)) return new InvalidInput({ slug: refusalWords().addressTaken })
  if (parameter === 'slug') return new InvalidInput({ slug: refusalWords().addressRefused })
  if (parameter === 'name') return new InvalidInput({ name: refusalWords().nameRefused })
  if (refusedStatus(fault) === 403) return new InvalidInput({}, refusalWords().mayNotOpen)
  return fault
}
