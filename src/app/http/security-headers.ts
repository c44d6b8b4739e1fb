import type { Config } from '#platform/config/config.ts'

/** For the few pages with frames: whom they may frame, and who may frame them. */
export interface FrameRules {
  frames?: readonly string[]
  /** A list of sources: `'none'`, `'self'` or origins. */
  framedBy?: string
}

/**
 * What a page may load and where its forms may lead. The nonce is for the inline scripts and styles that the server
 * itself wrote; nothing that a school typed can carry it.
 *
 * @param clerk what of Clerk's runs on the page: nothing, its script that renews the session, or its component too,
 * which shows pictures of people and may ask for a puzzle. Only the hosts that Clerk's guide names.
 * @param frames what a page frames and is framed by, besides the usual
 * @see https://www.w3.org/TR/CSP3/
 * @see https://clerk.com/docs/guides/secure/best-practices/csp-headers
 */
export function contentSecurityPolicy(config: Config, nonce: string, clerk?: 'clerk-session' | 'clerk-component', { frames = [], framedBy = `'none'` }: FrameRules = {}): string {
  const { api, puzzles, pictures } = clerkHosts(config, clerk)
  const files = `${config.scheme}://files.${config.baseDomain}${config.s3?.servesDirectly ? ` ${config.s3.origin}` : ''}`
  const schools = `${config.scheme}://*.${config.baseDomain}`
  const installation = `${config.scheme}://${config.baseDomain}`
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'${api}${puzzles}`,
    // Clerk's component writes style elements that carry no nonce, and its guide asks for this. Nothing that a school typed is on its pages.
    clerk === 'clerk-component' ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // React writes style attributes for computed widths and brand colours; they cannot run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob: ${files}${pictures}`,
    `media-src 'self' blob: ${files}`,
    // Of our own pages only the draft's preview may be framed; it says so itself.
    `frame-src 'self' ${[files, ...frames].join(' ')}${puzzles}`,
    // Uploads go there too, however files are read.
    `connect-src 'self' ${files}${config.s3 && !config.s3.servesDirectly ? ` ${config.s3.origin}` : ''}${api}`,
    // Chromium checks redirects after a form too: the way to the checkout and back must be named.
    `form-action 'self' ${installation} ${schools}${paymentPages(config)}${accountPages(config)}`,
    ...(api ? [`worker-src 'self' blob:`] : []),
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors ${framedBy}`,
  ]
  return policy.join('; ')
}

/** What a page is besides a page. */
export interface PageKind {
  /** Clerk's script may renew a session on it. */
  hasSession?: boolean
  /** It is kept, and its nonce with it: whoever asks can learn that, so no script may run by it. */
  isKept?: boolean
  /** Whom it frames and by whom it may be framed, where that is not as usual. */
  frames?: FrameRules
  /** It stands on a domain of a school's own: what else is under that name is not ours to decide about. */
  isOwnDomain?: boolean
}

/** The headers that stand on every page. */
export function securityHeaders(config: Config, nonce: string, { hasSession = false, isKept = false, isOwnDomain = false, frames }: PageKind = {}): Record<string, string> {
  const policy = contentSecurityPolicy(config, nonce, hasSession ? 'clerk-session' : undefined, frames)
  return {
    'Content-Security-Policy': isKept ? policy.replace(`script-src 'self' 'nonce-${nonce}'`, `script-src 'self'`) : policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), payment=()',
    ...(config.scheme === 'https' ? { 'Strict-Transport-Security': `max-age=31536000${isOwnDomain ? '' : '; includeSubDomains'}` } : {}),
  }
}

/** Where forms of ours lead on to: the payment page, and the set-up of payouts, which Stripe serves from another host. */
function paymentPages({ stripe }: Config): string {
  if (!stripe) return ''
  return ` ${stripe.checkoutOrigin}${stripe.apiUrl ? '' : ' https://connect.stripe.com'}`
}

function clerkHosts({ clerk }: Config, use: 'clerk-session' | 'clerk-component' | undefined): { api: string; puzzles: string; pictures: string } {
  if (!clerk || !use) return { api: '', puzzles: '', pictures: '' }
  const api = ` ${new URL(clerk.frontendUrl).origin}`
  return use === 'clerk-session' ? { api, puzzles: '', pictures: '' } : { api, puzzles: ' https://challenges.cloudflare.com', pictures: ` https://img.clerk.com` }
}

/**
 * A form that was sent by nobody leads on to signing in, which may be on Clerk's own pages; and one that leads on to
 * another host of ours may go there by Clerk's handshake.
 */
function accountPages({ clerk }: Config): string {
  const origins = [clerk?.signInUrl, clerk?.signUpUrl, clerk?.frontendUrl].flatMap((url) => (url ? [new URL(url).origin] : []))
  return [...new Set(origins)].map((origin) => ` ${origin}`).join('')
}
