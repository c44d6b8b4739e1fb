import { compareFields, isBuried, isMissing, isSame, type Comparison } from '#modules/identity/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { liftTombstoneOfOrganization, listOrganizationsHere, type OrganizationHere } from './compare-organizations.queries.ts'
import { slugChoices } from './slug-of-clerk.ts'
import { nameOf, type OrganizationFacts } from './sync-organization.ts'
import { listSlugsOfOthers } from './sync-organization.queries.ts'
import { lockOrganization } from './sync-states.queries.ts'

type Listed = Pick<OrganizationFacts, 'clerkId' | 'name' | 'slug' | 'at'>

/** How many addresses are looked at: a school with a higher number in its address keeps it. */
const choicesMax = 10

/**
 * Compares organizations as Clerk lists them with the schools here, by the rules of `syncOrganization`: a school whose
 * address at Clerk is another school's here has the address that it would be given.
 *
 * @returns in the order of `organizations`
 */
export async function compareOrganizations(tx: Tx, organizations: readonly Listed[]): Promise<Comparison[]> {
  const here = new Map((await listOrganizationsHere(tx, organizations.map(({ clerkId }) => clerkId))).map((one) => [one.clerkId, one]))
  const compared: Comparison[] = []
  for (const one of organizations) compared.push(await compare(tx, one, here.get(one.clerkId)))
  return compared
}

async function compare(tx: Tx, there: Listed, here: OrganizationHere | undefined): Promise<Comparison> {
  const { clerkId } = there
  if (here?.endedAt) return isBuried(clerkId, here.endedAt)
  if (!here?.id) return isMissing(clerkId)
  if (here.saidAt && here.saidAt > there.at) return isSame(clerkId)

  return compareFields(clerkId, [
    { field: 'name', here: here.name, there: nameOf(there) },
    { field: 'slug', here: here.slug, there: await expectedSlug(tx, there, { id: here.id, slug: here.slug }) },
  ])
}

/** The best address that is no other school's. Asked for only where the school has another one than it wants. */
async function expectedSlug(tx: Tx, there: Listed, own: { id: string; slug: string }): Promise<string> {
  const choices = slugChoices(there, choicesMax)
  if (choices[0] === own.slug) return own.slug

  const taken = new Set(await listSlugsOfOthers(tx, choices, own.id))
  return choices.find((choice) => !taken.has(choice)) ?? own.slug
}

/**
 * Takes back that an organization is gone, of which Clerk, asked after that end, said that it is there. The school is
 * open again; its invitations stay withdrawn, and its people come back by their memberships.
 *
 * @param endedAt the end that was known before Clerk was asked; another end in its place stands
 * @returns whether it was taken back
 */
export async function liftOrganizationTombstone(tx: Tx, clerkId: string, endedAt: Date): Promise<boolean> {
  await lockOrganization(tx, clerkId)
  return liftTombstoneOfOrganization(tx, clerkId, endedAt)
}
