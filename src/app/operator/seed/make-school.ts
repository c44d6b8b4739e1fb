import type { Clock } from '#platform/clock/clock.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import { createAccount } from '#modules/identity/index.ts'
import { changeProfile, chooseLanguages, createOrganization, ensureMembership, updateSchool } from '#modules/tenancy/index.ts'
import type { SeedPerson, SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App, AppCtx } from '../../../wiring.ts'

/** A context of a person in a school, with every port. */
export type DemoCtx = AppCtx & TenantCtx & { linkConfig: AppCtx['config'] }

/** Someone of the cast, as the database knows them. */
export interface CastMember {
  userId: string
  membershipId: string | null
  person: SeedPerson
}

/** A demo school that stands. */
export interface MadeSchool {
  organizationId: string
  owner: DemoCtx
  cast: Map<string, CastMember>
  /** The context of one of the cast, at a time of choice. */
  as(key: string, clock?: Clock): DemoCtx
}

/** Opens a school and brings in its cast: the team as members, students only as people with an account. */
export async function makeSchool(app: App, school: SeedSchool, password: string): Promise<MadeSchool> {
  const cast = new Map<string, CastMember>()
  for (const person of school.cast) {
    const { userId } = await createAccount(app.systemCtx, { email: person.email, name: person.name, password, isVerified: true })
    cast.set(person.key, { userId, membershipId: null, person })
  }
  const owner = [...cast.values()].find(({ person }) => person.role === 'owner')
  if (!owner) throw new Error(`${school.name} has no owner`)

  const { organizationId } = await createOrganization(app.systemCtx, { userId: owner.userId, name: school.name, slug: school.slug, preset: school.preset, currency: school.currency, timeZone: school.timeZone, locale: 'en-GB' })
  const contextOf = (userId: string, clock: Clock = app.clock): DemoCtx => ({
    ...app.systemCtx,
    linkConfig: app.config,
    clock,
    organizationId,
    userId,
    inTenant: (work) => withTenant(app.pools.web, { organizationId, userId }, work),
  })
  const made: MadeSchool = { organizationId, owner: contextOf(owner.userId), cast, as: (key, clock) => contextOf(required(cast, key).userId, clock) }
  await dress(made, school)
  return made
}

async function dress(made: MadeSchool, school: SeedSchool): Promise<void> {
  await updateSchool(made.owner, { name: school.name, tagline: school.tagline, taglines: school.taglines, heroTitle: school.heroTitle, heroText: school.heroText, brandColour: school.brandColour, timeZone: school.timeZone })
  if (school.german) await chooseLanguages(made.owner, { language: 'en', others: ['de'] })
  for (const member of made.cast.values()) {
    if (member.person.role === 'student') continue
    const { id } = await made.owner.inSystem((tx) => ensureMembership(tx, { organizationId: made.organizationId, userId: member.userId, role: member.person.role, id: made.owner.ids.next() }))
    member.membershipId = id
    const { name: displayName, title = '', bio = '', profile, role, isPublic = role === 'instructor' } = member.person
    await changeProfile(made.owner, { membershipId: id, displayName, title, bio, isPublic, type: profile?.type ?? '', fields: profile?.fields ?? {} })
  }
}

/** The member of the cast with this key. */
export function required(cast: Map<string, CastMember>, key: string): CastMember {
  const found = cast.get(key)
  if (!found) throw new Error(`the cast has nobody called ${key}`)
  return found
}
