import type { Emulator } from '../emulator.ts'
import type { FrontendRoute } from './frontend-route.ts'
import { isDevelopment } from './visitor.ts'

/** What clerk-js asks first: how this instance lets people in. clerk-js writes it back too, and nothing comes of that. */
export const environmentRoutes: FrontendRoute[] = [
  { method: 'GET', path: '/v1/environment', isBare: true, run: ({ emulator }) => environment(emulator) },
  { method: 'PATCH', path: '/v1/environment', isBare: true, run: ({ emulator }) => environment(emulator) },
]

function environment(emulator: Emulator) {
  return {
    object: 'environment', id: 'env_emulator', maintenance_mode: false, client_debug_mode: false, partitioned_cookies: false,
    auth_config: { object: 'auth_config', id: 'aconf_emulator', claimed_at: null, single_session_mode: true, reverification: false, session_minter: false, preferred_channels: null },
    display_config: displayConfig(emulator),
    user_settings: userSettings(),
    organization_settings: {
      object: 'organization_settings', enabled: true, max_allowed_memberships: emulator.settings.maxAllowedMemberships,
      force_organization_selection: emulator.settings.isOrganizationForced, actions: { admin_delete: true }, slug: { disabled: false },
      domains: { enabled: false, enrollment_modes: [], default_role: null }, organization_creation_defaults: { enabled: false },
    },
    commerce_settings: {
      object: 'commerce_settings', billing: { stripe_publishable_key: null, organization: { enabled: false, has_paid_plans: false }, user: { enabled: false, has_paid_plans: false } },
    },
    api_keys_settings: { object: 'api_keys_settings', enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
  }
}

function displayConfig(emulator: Emulator) {
  const paths = [
    'after_create_organization_url', 'after_join_waitlist_url', 'after_leave_organization_url', 'after_sign_in_url', 'after_sign_out_all_url', 'after_sign_out_one_url',
    'after_sign_out_url', 'after_sign_up_url', 'after_switch_session_url', 'create_organization_url', 'favicon_image_url', 'home_url', 'logo_image_url',
    'organization_profile_url', 'privacy_policy_url', 'sign_in_url', 'sign_up_url', 'support_email', 'terms_url', 'user_profile_url', 'waitlist_url',
  ]
  return {
    ...Object.fromEntries(paths.map((name) => [name, ''])),
    object: 'display_config', id: 'display_config_emulator', application_name: 'Local test accounts', branded: false, backend_host: new URL(emulator.publicUrl).host,
    captcha_public_key: null, captcha_public_key_invisible: null, captcha_widget_type: null, captcha_provider: 'turnstile', captcha_heartbeat: false, captcha_oauth_bypass: null,
    instance_environment_type: isDevelopment(emulator) ? 'development' : 'production', preferred_sign_in_strategy: 'password', show_devmode_warning: false,
    theme: {},
  }
}

function userSettings() {
  const off = { enabled: false, required: false, first_factors: [], second_factors: [], used_for_first_factor: false, used_for_second_factor: false, verifications: [], verify_at_sign_up: false }
  const email = { ...off, enabled: true, required: true, first_factors: ['email_code'], used_for_first_factor: true, verifications: ['email_code'], verify_at_sign_up: true }
  const others = ['phone_number', 'username', 'web3_wallet', 'authenticator_app', 'backup_code', 'passkey']
  return {
    attributes: {
      ...Object.fromEntries(others.map((name) => [name, off])), email_address: email, password: { ...off, enabled: true, required: true },
      first_name: { ...off, enabled: true, required: true }, last_name: { ...off, enabled: true, required: true },
    },
    actions: { create_organization: true, delete_self: true }, attack_protection: { enumeration_protection: { enabled: false } },
    enterprise_sso: { enabled: false, self_serve_sso: false }, passkey_settings: { allow_autofill: false, show_sign_in_button: false },
    password_settings: { min_length: 8, max_length: 72, require_lowercase: false, require_numbers: false, require_special_char: false, require_uppercase: false, disable_hibp: true, show_zxcvbn: false, min_zxcvbn_strength: 0, allowed_special_characters: '' },
    sign_in: { second_factor: { enabled: false, required: false } },
    sign_up: { allowlist_only: false, captcha_enabled: false, legal_consent_enabled: false, mode: 'public', progressive: true, mfa: { required: false } },
    social: {}, username_settings: { min_length: 4, max_length: 64 },
  }
}
