import { z } from 'zod'
import { findEmail } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { nowMs } from './emulator.ts'
import { ClerkFault, notFound } from './errors.ts'
import { emailAddress, NO_PARAMS } from './params.ts'
import { route } from './route.ts'
import type { StoredEmail, StoredUser } from './state.ts'
import { emailView } from './user-view.ts'
import { newEmail, refuseTakenEmail, requireUser, updateUser } from './users.ts'

const flag = z.boolean().nullable()
const create = z.strictObject({
  user_id: z.string(), email_address: emailAddress, verified: flag.optional(), primary: flag.optional(), notify_primary_email_address_changed: flag.optional(),
})
const update = z.strictObject({ verified: flag.optional(), primary: flag.optional(), notify_primary_email_address_changed: flag.optional() })

/** Each of these changes its person, so each tells `user.updated`. */
export const emailAddressRoutes = [
  route('POST /v1/email_addresses', create, (emulator, { params }) => {
    const user = requireUser(emulator, params.user_id)
    refuseTakenEmail(emulator, params.email_address)
    const email = { ...newEmail(emulator, params.email_address, params.verified ?? false), isReserved: false }
    const isPrimary = params.primary ?? user.emails.length === 0
    updateUser(emulator, user, { emails: [...user.emails, email], ...(isPrimary ? { primaryEmailId: email.id } : {}) })
    return emailView(email)
  }),
  route('GET /v1/email_addresses/:email_address_id', NO_PARAMS, (emulator, { path }) => emailView(requireEmail(emulator, path.email_address_id).email)),
  route('PATCH /v1/email_addresses/:email_address_id', update, (emulator, { path, params }) => {
    const { user, email } = requireEmail(emulator, path.email_address_id)
    const changed = { ...email, isVerified: params.verified ?? email.isVerified, updatedAt: nowMs(emulator) }
    updateUser(emulator, user, {
      emails: user.emails.map((one) => (one === email ? changed : one)), ...(params.primary ? { primaryEmailId: email.id } : {}),
    })
    return emailView(changed)
  }),
  route('DELETE /v1/email_addresses/:email_address_id', NO_PARAMS, (emulator, { path }) => {
    const { user, email } = requireEmail(emulator, path.email_address_id)
    if (user.emails.length === 1 && !user.username) {
      throw new ClerkFault(400, { code: 'last_identification_deletion_failed', message: 'deletion failed', longMessage: 'You cannot delete your last identification.' })
    }
    const left = user.emails.filter((one) => one !== email)
    const primary = user.primaryEmailId === email.id ? (left[0]?.id ?? null) : user.primaryEmailId
    updateUser(emulator, user, { emails: left, primaryEmailId: primary })
    return { object: 'email_address', id: email.id, deleted: true }
  }),
]

function requireEmail(emulator: Emulator, id = ''): { user: StoredUser; email: StoredEmail } {
  const found = findEmail(emulator.state, id)
  if (!found) throw notFound('email address', id)
  return found
}
