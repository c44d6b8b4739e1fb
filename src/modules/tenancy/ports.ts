import type { MembershipFacts } from './sync/sync-membership.ts'
import type { OrganizationFacts } from './sync/sync-organization.ts'

/**
 * What the DNS says of a domain.
 *
 * @example
 * const texts = await ctx.domainRecords.findTexts('_coursecove.www.example.com')
 */
export interface DomainRecords {
  /** The TXT records of a name, each whole. @returns null where no name server could say */
  findTexts(name: string): Promise<string[] | null>
  /** The addresses of a name, by whichever names it leads. @returns null where no name server could say */
  findAddresses(name: string): Promise<string[] | null>
}

/** An organization that was just opened where organizations are kept, and its first membership. */
export interface OpenedOrganization {
  organization: OrganizationFacts
  membership: MembershipFacts
}

/**
 * Where organizations are kept, when that is not here: at the identity provider.
 *
 * @example
 * const { organization, membership } = await ctx.organizationKeeper.openOrganization({ name, slug, creator: subject })
 */
export interface OrganizationKeeper {
  /**
   * Opens an organization. Asked again within minutes by the same person for the same, it answers with the one it
   * opened before: the first answer may have been lost on its way.
   *
   * @param input.creator as the provider calls the person
   * @throws InvalidInput beside `slug` or `name` when the provider does not take it; IdentityUnavailable
   */
  openOrganization(input: { name: string; slug: string; creator: string }): Promise<OpenedOrganization>
}
