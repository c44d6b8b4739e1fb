import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotAllowed, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { holdsPermission, requirePermission } from '../permissions.ts'
import { tenancyWords } from '../words/tenancy-words.ts'
import { findProfileType, profileFields, profileTypesOf } from './profile-types.schema.ts'
import { findProfile, findPresetOf, writeProfile, type Profile } from './profiles.queries.ts'

/** What a member says of themselves, and whether the school's pages name them. */
export interface NewProfile {
  membershipId: string
  displayName: string
  title: string
  bio: string
  /** '' for none. */
  type: string
  /** By the names of the type's fields; others are left out. */
  fields: Record<string, string>
  /** Only those who manage people decide it; from others it is not read. */
  isPublic: boolean
}

/** A profile with what its reader may do with it. */
export interface ProfileToChange extends Profile {
  preset: string
  maySetPublic: boolean
}

/**
 * The profile of a membership, for whoever may change it: the person themselves, or who manages people.
 *
 * @throws NotAllowed for somebody else's; NotFound also for a membership of another school
 */
export async function readProfile(ctx: TenantCtx, membershipId: string): Promise<ProfileToChange> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'studio.enter')
    const found = isId(membershipId) ? await findProfile(tx, ctx.organizationId, membershipId) : null
    if (!found) throw new NotFound('there is no such membership in this school')
    const manages = holdsPermission(role, 'people.manage') && (found.role !== 'owner' || role === 'owner')
    if (found.userId !== ctx.userId && !manages) throw new NotAllowed('people.manage')
    return { ...found, preset: await findPresetOf(tx, ctx.organizationId), maySetPublic: manages }
  })
}

/**
 * Writes a profile. The type must be one that this kind of school offers, or the one that is there already.
 *
 * @throws NotAllowed, NotFound; InvalidInput beside `type` or the fields of the type
 */
export async function changeProfile(ctx: TenantCtx & Pick<SystemCtx, 'inSystem'>, input: NewProfile): Promise<void> {
  const before = await readProfile(ctx, input.membershipId)
  const fields = checkedFields(input, before)
  const isPublic = before.maySetPublic ? input.isPublic : before.isPublic
  // A person may not update their own membership: the same row holds their role. Whose it is was read under their own rights.
  await ctx.inSystem((tx) => writeProfile(tx, ctx.organizationId, { ...input, fields, isPublic }))
}

function checkedFields({ type, fields }: NewProfile, before: ProfileToChange): Record<string, string> {
  if (type === '') return {}
  const found = findProfileType(type)
  const isOffered = type === before.type || profileTypesOf(before.preset).some(({ value }) => value === type)
  if (!found || !isOffered) throw new InvalidInput({ type: tenancyWords().chooseProfileKind })

  const read = profileFields(found).safeParse(Object.fromEntries(found.fields.map(({ name }) => [name, fields[name] ?? ''])))
  if (read.success) return read.data
  throw new InvalidInput(Object.fromEntries(read.error.issues.map(({ path, message }) => [`${type}.${String(path[0])}`, message])))
}
