import type { Emulator } from './emulator.ts'
import type { StoredEmail, StoredUser } from './state.ts'

/** A person as the API shows them. */
export function userView(emulator: Emulator, user: StoredUser) {
  const image = imageUrl(emulator)
  return {
    id: user.id, object: 'user' as const, username: user.username, first_name: user.firstName, last_name: user.lastName, locale: user.locale,
    image_url: image, profile_image_url: image, has_image: false,
    primary_email_address_id: user.primaryEmailId, primary_phone_number_id: null, primary_web3_wallet_id: null,
    password_enabled: user.hasPassword, two_factor_enabled: false, totp_enabled: false, backup_code_enabled: false,
    email_addresses: user.emails.map(emailView),
    phone_numbers: [], web3_wallets: [], passkeys: [], external_accounts: [], saml_accounts: [], enterprise_accounts: [],
    public_metadata: user.publicMetadata ?? {}, private_metadata: user.privateMetadata ?? {}, unsafe_metadata: user.unsafeMetadata ?? {},
    external_id: user.externalId, last_sign_in_at: user.lastSignInAt, banned: user.isBanned, locked: user.isLocked,
    lockout_expires_in_seconds: null, verification_attempts_remaining: 100,
    created_at: user.createdAt, updated_at: user.updatedAt,
    delete_self_enabled: user.rare?.deleteSelfEnabled ?? true, create_organization_enabled: user.rare?.createOrganizationEnabled ?? true,
    create_organizations_limit: user.rare?.createOrganizationsLimit ?? null, bypass_client_trust: user.rare?.bypassClientTrust ?? false,
    last_active_at: user.lastActiveAt, mfa_enabled_at: null, mfa_disabled_at: null, legal_accepted_at: user.rare?.legalAcceptedAt ?? null,
  }
}

/** An e-mail address as the API shows it; `verification` is null as long as nobody proved it. */
export function emailView(email: StoredEmail) {
  return {
    id: email.id, object: 'email_address' as const, email_address: email.address, reserved: email.isReserved,
    verification: email.isVerified
      ? { object: 'verification_admin' as const, status: 'verified' as const, strategy: 'admin' as const, attempts: null, expire_at: null }
      : null,
    linked_to: [], matches_sso_connection: false, created_at: email.createdAt, updated_at: email.updatedAt,
  }
}

/** What a membership says of its person. */
export function publicUserData(emulator: Emulator, user: StoredUser) {
  const image = imageUrl(emulator)
  return {
    user_id: user.id, first_name: user.firstName, last_name: user.lastName, image_url: image, profile_image_url: image,
    has_image: false, identifier: identifierOf(user), username: user.username, banned: user.isBanned,
  }
}

/** What somebody is called who has no name: the primary address, else the username, else the id. */
export function identifierOf(user: StoredUser): string {
  return primaryAddress(user) ?? user.username ?? user.id
}

export function primaryAddress(user: StoredUser): string | null {
  return user.emails.find((one) => one.id === user.primaryEmailId)?.address ?? null
}

function imageUrl(emulator: Emulator): string {
  return `${emulator.publicUrl}/images/nobody.svg`
}
