import { createHmac, randomUUID } from 'node:crypto'

/** A delivery, ready to be written to a socket. */
export interface SignedEvent {
  headers: Record<string, string>
  body: string
}

const signingSeed = 'bench signing key of thirty-two b'

/** What an installation is told to believe. */
export const webhookSecret = `whsec_${Buffer.from(signingSeed).toString('base64')}`

/**
 * Deliveries of new people at Clerk, signed now: a signature is good for five minutes.
 *
 * @param count how many, all of different people
 * @param run tells one call's people from another's
 */
export function signEvents(count: number, run: string): SignedEvent[] {
  return Array.from({ length: count }, (_, index) => sign(userCreated(`user_bench${run}x${index}`, index)))
}

function sign(event: object): SignedEvent {
  const [id, seconds, body] = [`msg_${randomUUID().replaceAll('-', '')}`, String(Math.floor(Date.now() / 1000)), JSON.stringify(event)]
  const signature = createHmac('sha256', signingSeed).update(`${id}.${seconds}.${body}`).digest('base64')
  return { headers: { 'svix-id': id, 'svix-timestamp': seconds, 'svix-signature': `v1,${signature}` }, body }
}

/** As many bytes as Clerk's own: about two thousand. */
function userCreated(id: string, index: number): object {
  const at = Date.now()
  const address = `${id.toLowerCase()}@example.com`
  return {
    object: 'event',
    type: 'user.created',
    timestamp: at,
    instance_id: 'ins_bench',
    event_attributes: { http_request: { client_ip: '203.0.113.7', user_agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36' } },
    data: {
      id,
      object: 'user',
      first_name: 'Ada',
      last_name: `Example ${index}`,
      username: null,
      image_url: `https://img.example.com/${id}.png`,
      has_image: true,
      primary_email_address_id: `idn_${id}`,
      email_addresses: [
        { id: `idn_${id}`, object: 'email_address', email_address: address, reserved: false, verification: { object: 'verification_otp', status: 'verified', strategy: 'email_code', attempts: 1, expire_at: at }, linked_to: [], matches_sso_connection: false, created_at: at, updated_at: at },
      ],
      phone_numbers: [],
      web3_wallets: [],
      passkeys: [],
      external_accounts: [],
      enterprise_accounts: [],
      password_enabled: true,
      two_factor_enabled: false,
      totp_enabled: false,
      backup_code_enabled: false,
      external_id: null,
      public_metadata: { plan: 'free', locale: 'en-GB' },
      private_metadata: {},
      unsafe_metadata: {},
      last_sign_in_at: null,
      banned: false,
      locked: false,
      lockout_expires_in_seconds: null,
      verification_attempts_remaining: 100,
      created_at: at,
      updated_at: at,
      delete_self_enabled: true,
      create_organization_enabled: true,
      last_active_at: at,
      mfa_enabled_at: null,
      mfa_disabled_at: null,
      legal_accepted_at: null,
    },
  }
}
