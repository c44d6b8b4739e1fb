import { mayApply } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { wakeWaiting } from '#platform/inbox/dependency-not-ready.ts'
import { log } from '#platform/log/log.ts'
import { localeOf } from '../organizations/locale-of.ts'
import { insertOrganization } from '../organizations/organizations.queries.ts'
import { presetTexts } from '../organizations/preset-texts.ts'
import { ensureMembership } from '../people/ensure-membership.ts'
import { findUserOfClerk } from './sync-membership.queries.ts'
import {
  closeOrganization,
  findOrganizationOfClerk,
  linkOrganization,
  listSlugsOfOthers,
  lockSlugs,
  renameOrganization,
} from './sync-organization.queries.ts'
import { findSyncState, listGenerations, lockOrganization, writeSyncState } from './sync-states.queries.ts'
import { slugChoices } from './slug-of-clerk.ts'

/** What Clerk says of an organization at one moment. */
export interface OrganizationFacts {
  kind: 'created' | 'updated' | 'deleted'
  clerkId: string
  /** When it happened, by Clerk's clock. */
  at: Date
  name: string
  slug: string
  /** Who made it, as Clerk calls them. */
  createdBy: string | null
  madeAt: Date | null
}

/** What a school has until its owner decides otherwise; Clerk asks nobody for these. */
const preset = 'music-school'
const currency = 'eur'
const timeZone = 'UTC'

/**
 * Brings a school up to what Clerk says of its organization: twice, late or in any order it comes to the same. Name
 * and address are Clerk's, everything else is the school's own.
 *
 * @param tx a transaction of the system
 */
export async function syncOrganization(ctx: Pick<SystemCtx, 'ids'>, tx: Tx, facts: OrganizationFacts): Promise<void> {
  await lockOrganization(tx, facts.clerkId)
  const key = { kind: 'organization', subject: facts.clerkId } as const
  if (!mayApply({ kind: facts.kind, occurredAt: facts.at }, await findSyncState(tx, key))) return

  const isGone = facts.kind === 'deleted'
  await writeSyncState(tx, key, { about: facts.createdBy, madeAt: facts.madeAt, sourceUpdatedAt: facts.at, deletedAt: isGone ? facts.at : null })
  const school = await findOrganizationOfClerk(tx, facts.clerkId)
  if (isGone) {
    if (school && !school.deletedAt) await closeOrganization(tx, school.id, facts.at)
  } else if (!school) {
    await openSchool(ctx, tx, facts)
  } else {
    await renameOrganization(tx, school.id, { name: nameOf(facts), slug: await findFreeSlug(tx, facts, school.id) })
  }
  await wakeWaiting(tx, `clerk organization ${facts.clerkId}`)
}

/** Its maker is its owner at once if we know them; else their membership, which waits for them, makes them one. */
async function openSchool(ctx: Pick<SystemCtx, 'ids'>, tx: Tx, facts: OrganizationFacts): Promise<void> {
  const id = ctx.ids.next()
  const name = nameOf(facts)
  const slug = await findFreeSlug(tx, facts, id)
  await insertOrganization(tx, { id, slug, name, preset, currency, timeZone, locale: localeOf('en', currency), texts: presetTexts(preset, name) })
  await linkOrganization(tx, id, facts.clerkId)

  const maker = facts.createdBy ? await findUserOfClerk(tx, facts.createdBy) : null
  const isToldOf = (await listGenerations(tx, `${facts.clerkId} ${facts.createdBy}`)).length > 0
  if (maker && !maker.deletedAt && !isToldOf) await ensureMembership(tx, { organizationId: id, userId: maker.id, role: 'owner', id: ctx.ids.next() })
}

/** What a school is called, whatever its organization is. */
export function nameOf({ name, slug }: Pick<OrganizationFacts, 'name' | 'slug'>): string {
  return [...name.trim()].slice(0, 120).join('').trim() || slug.slice(0, 120) || 'School'
}

/** A closed school keeps its address, so the links to it never lead into another school. */
async function findFreeSlug(tx: Tx, facts: OrganizationFacts, id: string): Promise<string> {
  await lockSlugs(tx)
  for (const count of [10, 1000]) {
    const choices = slugChoices(facts, count)
    const taken = new Set(await listSlugsOfOthers(tx, choices, id))
    const slug = choices.find((choice) => !taken.has(choice))
    if (slug && slug !== facts.slug) log.warn({ organization: facts.clerkId, wanted: facts.slug, slug }, 'the slug at Clerk is taken or cannot be an address: another one was given')
    if (slug) return slug
  }
  throw new Error(`no address is free for the organization ${facts.clerkId}`)
}
