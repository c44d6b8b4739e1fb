import { z } from 'zod'
import { addUser, changeUser, findUserByEmail, membershipsOfUser, removeSession, removeUser, sessionsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { notFound, refuse, taken } from './errors.ts'
import { emit } from './events.ts'
import { digestPassword } from './frontend/passwords.ts'
import { endMembership } from './memberships.ts'
import { keepMetadata, mergeMetadata } from './merge-metadata.ts'
import { emailAddress, metadata, NO_PARAMS, rfc3339 } from './params.ts'
import { route } from './route.ts'
import type { RareUserFields, StoredEmail, StoredUser } from './state.ts'
import { userView } from './user-view.ts'

const text = z.string().nullable()
const flag = z.boolean().nullable()
const shared = {
  external_id: text.optional(), first_name: text.optional(), last_name: text.optional(), locale: text.optional(), username: text.optional(),
  password: text.optional(), skip_password_checks: flag.optional(), delete_self_enabled: flag.optional(),
  create_organization_enabled: flag.optional(), create_organizations_limit: z.number().int().min(0).nullable().optional(),
  legal_accepted_at: rfc3339.nullable().optional(), skip_legal_checks: flag.optional(), bypass_client_trust: flag.optional(),
  created_at: rfc3339.nullable().optional(),
}
/** What a new person may be given. */
export const newUser = z.strictObject({
  ...shared, email_address: z.array(emailAddress).optional(),
  email_address_identification_status: z.array(z.enum(['verified', 'reserved'])).optional(),
  skip_password_requirement: flag.optional(), skip_user_requirement: flag.optional(), banned: flag.optional(), locked: flag.optional(),
  public_metadata: metadata.optional(), private_metadata: metadata.optional(), unsafe_metadata: metadata.optional(),
})
const update = z.strictObject({ ...shared, primary_email_address_id: text.optional(), notify_primary_email_address_changed: flag.optional(), sign_out_of_other_sessions: flag.optional() })
const metadataParams = z.strictObject({ public_metadata: metadata.optional(), private_metadata: metadata.optional(), unsafe_metadata: metadata.optional() })

export const userRoutes = [
  route('POST /v1/users', newUser, (emulator, { params }) => userView(emulator, createUser(emulator, params))),
  route('GET /v1/users/:user_id', NO_PARAMS, (emulator, { path }) => userView(emulator, requireUser(emulator, path.user_id))),
  route('PATCH /v1/users/:user_id', update, (emulator, { params, path }) => {
    const user = requireUser(emulator, path.user_id)
    emulator.limits.count(`PATCH ${user.id}`, emulator.limits.perUser)
    return updateUser(emulator, user, changeOf(emulator, user, params))
  }),
  route('PATCH /v1/users/:user_id/metadata', metadataParams, (emulator, { params, path }) => {
    const user = requireUser(emulator, path.user_id)
    return updateUser(emulator, user, {
      ...(params.public_metadata ? { publicMetadata: mergeMetadata(user.publicMetadata, params.public_metadata) } : {}),
      ...(params.private_metadata ? { privateMetadata: mergeMetadata(user.privateMetadata, params.private_metadata) } : {}),
      ...(params.unsafe_metadata ? { unsafeMetadata: mergeMetadata(user.unsafeMetadata, params.unsafe_metadata) } : {}),
    })
  }),
  route('PUT /v1/users/:user_id/metadata', metadataParams, (emulator, { params, path }) => updateUser(emulator, requireUser(emulator, path.user_id), {
    ...(params.public_metadata ? { publicMetadata: keepMetadata(params.public_metadata) } : {}),
    ...(params.private_metadata ? { privateMetadata: keepMetadata(params.private_metadata) } : {}),
    ...(params.unsafe_metadata ? { unsafeMetadata: keepMetadata(params.unsafe_metadata) } : {}),
  })),
  route('DELETE /v1/users/:user_id', NO_PARAMS, (emulator, { path }) => deleteUser(emulator, requireUser(emulator, path.user_id))),
]

/** Changes a person and tells about it. @returns the person as the API shows them */
export function updateUser(emulator: Emulator, user: StoredUser, change: Partial<StoredUser>) {
  changeUser(emulator.state, user, { ...change, updatedAt: nowMs(emulator) })
  const view = userView(emulator, user)
  emit(emulator, 'user.updated', view)
  return view
}

/** @throws ClerkFault 404 */
export function requireUser(emulator: Emulator, id = ''): StoredUser {
  const user = emulator.state.users.get(id)
  if (!user) throw notFound('user', id)
  return user
}

/**
 * Creates a person and tells about it.
 * @param passwordDigest of who typed a password in a browser
 * @throws ClerkFault 422 when an identifier is taken or there is none at all
 */
export function createUser(emulator: Emulator, given: z.infer<typeof newUser>, passwordDigest: string | null = null): StoredUser {
  const addresses = given.email_address ?? []
  for (const address of addresses) refuseTakenEmail(emulator, address)
  refuseTaken(emulator, null, given)
  refuseUnknowable(given)
  const now = nowMs(emulator)
  const id = newId(emulator.state, 'user_')
  const emails = addresses.map((address, index) => newEmail(emulator, address, given.email_address_identification_status?.[index] !== 'reserved'))
  const user = addUser(emulator.state, {
    id, n: 0, createdAt: given.created_at ?? now, updatedAt: now, emails, primaryEmailId: emails[0]?.id ?? null,
    username: given.username || null, externalId: given.external_id || null, firstName: given.first_name ?? null, lastName: given.last_name ?? null,
    locale: given.locale ?? null, publicMetadata: keepMetadata(given.public_metadata), privateMetadata: keepMetadata(given.private_metadata),
    unsafeMetadata: keepMetadata(given.unsafe_metadata), hasPassword: isPassword(given.password, given.skip_password_checks) || Boolean(passwordDigest),
    isBanned: given.banned ?? false, isLocked: given.locked ?? false, lastSignInAt: null, lastActiveAt: null, rare: rareOf(given, digestOnly(passwordDigest)),
  })
  emit(emulator, 'user.created', userView(emulator, user))
  return user
}

/** Somebody has to be known under something. */
function refuseUnknowable(given: z.infer<typeof newUser>): void {
  const addresses = given.email_address ?? []
  if (addresses.length === 0 && !given.username && !given.skip_user_requirement) {
    throw refuse('form_param_missing', 'email_address', 'is missing', 'email_address must be included.')
  }
  const statuses = given.email_address_identification_status
  if (statuses && statuses.length !== addresses.length) {
    throw refuse('form_param_value_invalid', 'email_address_identification_status', 'is invalid', 'email_address_identification_status must have one item per email address.')
  }
}

function digestOnly(passwordDigest: string | null): RareUserFields | null {
  return passwordDigest ? { passwordDigest } : null
}

/** Makes an address; one that nobody verified is reserved. */
export function newEmail(emulator: Emulator, address: string, isVerified: boolean): StoredEmail {
  const now = nowMs(emulator)
  return { id: newId(emulator.state, 'idn_'), address: address.toLowerCase(), isVerified, isReserved: !isVerified, createdAt: now, updatedAt: now }
}

/** @throws ClerkFault 422 when somebody has this address */
export function refuseTakenEmail(emulator: Emulator, address: string): void {
  if (findUserByEmail(emulator.state, address)) throw taken('email_address', 'email address')
}

/** Deletes a person: memberships end first, each with its event, and the sessions are gone with them. */
export function deleteUser(emulator: Emulator, user: StoredUser) {
  for (const membership of [...membershipsOfUser(emulator.state, user.id)]) endMembership(emulator, membership)
  for (const session of [...sessionsOfUser(emulator.state, user.id)]) removeSession(emulator.state, session)
  removeUser(emulator.state, user)
  const deleted = { object: 'user', id: user.id, deleted: true, ...(user.externalId ? { external_id: user.externalId } : {}) }
  emit(emulator, 'user.deleted', deleted)
  return deleted
}

function changeOf(emulator: Emulator, user: StoredUser, given: z.infer<typeof update>): Partial<StoredUser> {
  refuseTaken(emulator, user, given)
  const primary = given.primary_email_address_id
  if (primary && !user.emails.some((email) => email.id === primary && email.isVerified)) {
    throw refuse('form_resource_not_found', 'primary_email_address_id', 'is missing', 'The resource associated with the supplied primary_email_address_id was not found.')
  }
  const rare = rareOf(given, user.rare)
  return {
    ...(given.external_id !== undefined ? { externalId: given.external_id || null } : {}),
    ...(given.username !== undefined ? { username: given.username || null } : {}),
    ...(given.first_name !== undefined ? { firstName: given.first_name } : {}),
    ...(given.last_name !== undefined ? { lastName: given.last_name } : {}),
    ...(given.locale !== undefined ? { locale: given.locale } : {}),
    ...(given.created_at ? { createdAt: given.created_at } : {}),
    ...(primary ? { primaryEmailId: primary } : {}),
    ...(isPassword(given.password, given.skip_password_checks) ? { hasPassword: true } : {}),
    ...(rare !== user.rare ? { rare } : {}),
  }
}

function refuseTaken(emulator: Emulator, self: StoredUser | null, given: { username?: string | null | undefined; external_id?: string | null | undefined }): void {
  const { known } = emulator.state
  const named = given.username ? known.usernames.get(given.username) : undefined
  if (named && named !== self) throw taken('username', 'username')
  const external = given.external_id ? known.externalIds.get(given.external_id) : undefined
  if (external && external !== self) throw taken('external_id', 'external id')
}

function isPassword(password: string | null | undefined, areChecksSkipped: boolean | null | undefined): boolean {
  if (!password) return false
  if (password.length < 8 && !areChecksSkipped) {
    throw refuse('form_password_length_too_short', 'password', 'Passwords must be 8 characters or more.')
  }
  return true
}

function rareOf(given: z.infer<typeof update> | z.infer<typeof newUser>, kept: RareUserFields | null): RareUserFields | null {
  const wish: RareUserFields = {
    ...(given.legal_accepted_at !== undefined ? { legalAcceptedAt: given.legal_accepted_at } : {}),
    ...(typeof given.delete_self_enabled === 'boolean' ? { deleteSelfEnabled: given.delete_self_enabled } : {}),
    ...(typeof given.create_organization_enabled === 'boolean' ? { createOrganizationEnabled: given.create_organization_enabled } : {}),
    ...(given.create_organizations_limit !== undefined ? { createOrganizationsLimit: given.create_organizations_limit } : {}),
    ...('password' in given && given.password ? { passwordDigest: digestPassword(given.password) } : {}),
    ...(typeof given.bypass_client_trust === 'boolean' ? { bypassClientTrust: given.bypass_client_trust } : {}),
  }
  return Object.keys(wish).length > 0 ? { ...kept, ...wish } : kept
}
