import { BadEnvironment, readConfig, type Config } from '../../../src/platform/config/config.ts'
import { off, on, wrong, type Finding } from './finding.ts'

/** The settings that were read, when they can be used at all. */
export interface SettingsSeen {
  findings: Finding[]
  config: Config | null
}

/**
 * Reads the settings and says which features they switch on. Nothing outside is asked.
 *
 * @param env the environment; what the start makes by itself may be missing
 * @param dummies settings that an example left as they stand there; they count as not given
 */
export function lookAtSettings(env: NodeJS.ProcessEnv, dummies: readonly string[] = []): SettingsSeen {
  try {
    const config = readConfig({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgres://embedded/coursecove', APP_SECRET: env.APP_SECRET || 'made by the start into the data folder' })
    return { config, findings: [on('settings', 'can be used'), ...examples(dummies), address(config, env), ...proxies(config), accounts(config), ...elsewhere(config, env), domains(config), ...payments(config), mail(config), files(config), queue(config), ...supabase(env), metrics(config)] }
  } catch (fault) {
    if (!(fault instanceof BadEnvironment)) throw fault
    return { config: null, findings: [wrong('settings', fault.message.replaceAll('\n', ' '), 'change them in .env, .env.local or the environment; docs/guides/running.md lists all')] }
  }
}

function examples(dummies: readonly string[]): Finding[] {
  return dummies.length ? [off('examples', `${dummies.join(', ')}: not used, because an example left them so`, 'put your own values there, or take them away')] : []
}

/** The guides of Supabase give three keys to its API. What they are for is done by the database's own connection here. */
function supabase(env: NodeJS.ProcessEnv): Finding[] {
  const isThere = env.NEXT_PUBLIC_SUPABASE_URL || env.NEXT_PUBLIC_SUPABASE_ANON_KEY || env.SUPABASE_SERVICE_ROLE_KEY
  return isThere ? [off('supabase keys', 'not needed: the database is asked directly, under the same policies', 'only DATABASE_URL counts')] : []
}

function address({ baseDomain, scheme, host }: Config, env: NodeJS.ProcessEnv): Finding {
  const said = `${scheme}://${baseDomain}, listening on ${host}:${env.PORT || 3000}`
  const isLocal = /(^|\.)localhost(:\d+)?$/.test(baseDomain)
  if (isLocal) return on('address', `${said}: reached from this machine only`, 'to open it to others: BASE_DOMAIN, and a proxy that speaks https in front')
  if (scheme === 'http') return wrong('address', `${said}: passwords travel in the open`, 'put a proxy that speaks https in front, and take PUBLIC_SCHEME away')
  return on('address', said)
}

/** Nothing is said of an installation that only its own machine reaches. */
function proxies({ trustedProxies, scheme }: Config): Finding[] {
  if (trustedProxies.length > 0) return [on('proxies', `${trustedProxies.join(', ')}: believed in what they say of a visitor’s address`)]
  return scheme === 'https' ? [off('proxies', 'none is trusted: for limits by address, all who come through one are one visitor', 'TRUSTED_PROXIES=loopback for one on this machine, else its address (docs/guides/running.md)')] : []
}

function accounts({ clerk }: Config): Finding {
  if (!clerk) return on('accounts', 'built in: password and sign-in link', 'to use Clerk: CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY')
  const missing = [clerk.webhookSecrets.length ? '' : 'no webhook secret: people come by their first request (docs/guides/webhook-setup.md)', clerk.jwtKey ? '' : 'no CLERK_JWT_KEY: checking sessions needs the network'].filter(Boolean)
  return on('accounts', 'Clerk', missing.length ? missing.join('; ') : 'npm run smoke -- clerk asks it with these keys')
}

/** One line for each provider whose keys are set, with the address that has to be registered there. */
function elsewhere({ clerk, social, scheme, baseDomain }: Config, env: NodeJS.ProcessEnv): Finding[] {
  const asked = Object.keys(env).filter((name) => /^(GOOGLE|MICROSOFT|APPLE|GITHUB|OIDC)_CLIENT_ID$/.test(name) && env[name])
  if (clerk && asked.length > 0) return [off('accounts elsewhere', `${asked.join(', ')} not used: Clerk’s own components have these buttons`, 'switch them on at Clerk, and take the keys away here')]
  if (social.length === 0) return [off('accounts elsewhere', 'no buttons of Google or others', 'to have them: docs/guides/social-login.md')]

  const isHere = /(^|\.)localhost(:\d+)?$/.test(baseDomain)
  return social.map(({ id, name, clientSecret }) => {
    const [what, address] = [`sign in with ${id}`, `${scheme}://${baseDomain}/api/auth/callback/${id}`]
    const ends = id === 'apple' ? readTokenEnd(clientSecret) : undefined
    if (ends === null) return wrong(what, 'APPLE_CLIENT_SECRET is no signed token, which Apple wants there', 'docs/guides/social-login.md')
    if (ends && ends < new Date()) return wrong(what, `APPLE_CLIENT_SECRET ended on ${ends.toISOString().slice(0, 10)}: nobody gets in by it`, 'sign a new one, and set it')
    if (isHere && id !== 'oidc' && id !== 'github') return wrong(what, `${name} leads back to https and a public name only, not to ${address}`, 'set BASE_DOMAIN, or take its keys away')
    return on(what, ends ? `${name}; its secret ends on ${ends.toISOString().slice(0, 10)}` : name, `register ${address} there`)
  })
}

/** When a signed token ends. @returns null for what is none */
function readTokenEnd(token: string): Date | null {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown }
    return typeof exp === 'number' ? new Date(exp * 1000) : null
  } catch {
    return null
  }
}

function domains({ clerk, dnsServers }: Config): Finding {
  if (clerk) return off('domains of schools', 'Clerk keeps the sign-ins, which cannot be carried there', 'docs/guides/custom-domains.md#with-clerk')
  return on('domains of schools', `looked up at ${dnsServers.length > 0 ? dnsServers.join(', ') : 'this machine’s own name servers'}`)
}

function payments({ stripe, baseDomain }: Config): Finding[] {
  if (!stripe) return [off('payments', 'a stand-in takes the place of Stripe: no money moves', 'to take money: docs/guides/taking-payments.md')]

  const isLive = /^(sk|rk)_live_/.test(stripe.secretKey)
  const kind = stripe.apiUrl ? `Stripe's protocol at ${stripe.apiUrl}` : isLive ? 'Stripe, live: money moves' : 'Stripe in test mode: no money moves'
  const missing = [stripe.webhookSecret ? '' : 'STRIPE_WEBHOOK_SECRET', stripe.connectWebhookSecret ? '' : 'STRIPE_CONNECT_WEBHOOK_SECRET'].filter(Boolean)
  const found = [on('payments', kind)]
  if (missing.length) found.push(wrong('payment webhooks', `${missing.join(' and ')} not set: what Stripe tells is refused`, 'docs/guides/taking-payments.md, then set them'))
  if (isLive && /localhost/.test(baseDomain)) found.push(wrong('payment address', 'live keys on an address that only this machine reaches', 'set BASE_DOMAIN, or use test keys'))
  return found
}

function mail({ mail: { smtpUrl, resendApiKey, from } }: Config): Finding {
  if (!smtpUrl && !resendApiKey) return off('mail', 'kept, and shown at /mailbox; nobody gets any', 'to send it: SMTP_URL or RESEND_API_KEY, and MAIL_FROM')
  const way = smtpUrl ? `SMTP by ${new URL(smtpUrl).host}` : 'Resend'
  if (/localhost$/.test(from)) return wrong('mail', `goes out by ${way} as ${from}, which no mailbox takes`, 'set MAIL_FROM to an address of yours')
  return on('mail', `goes out by ${way} as ${from}`)
}

function files({ s3 }: Config): Finding {
  if (!s3) return on('files', 'kept in the data folder')
  const where = `bucket ${s3.bucket} at ${s3.endpoint ?? `AWS, ${s3.region}`}, read ${s3.servesDirectly ? 'from there' : 'through this program'}`
  return on('files', `kept by S3: ${where}`, 'npm run smoke -- s3 asks it with these keys')
}

function queue({ inngest }: Config): Finding {
  if (!inngest) return on('jobs', 'run by the worker, from the database')
  return on('jobs', `run by Inngest (${inngest.baseUrl ?? 'its own service'})`, inngest.isDev ? 'INNGEST_DEV is set: calls are not signed; take it away before others reach this' : undefined)
}

function metrics({ metricsToken }: Config): Finding {
  return metricsToken ? on('metrics', '/metrics, for whoever has the token') : off('metrics', '/metrics answers this machine only', 'for others: METRICS_TOKEN (docs/guides/metrics.md)')
}
