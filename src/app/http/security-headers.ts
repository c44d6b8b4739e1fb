import type { Config } from '#platform/config/config.ts'

/**
 * What a page may load and where its forms may lead. The nonce is for the inline scripts and styles that the server
 * itself wrote; nothing that a school typed can carry it.
 *
 * @param clerkHost the one foreign host whose scripts may run, on the pages that show its component and no others
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(config: Config, nonce: string, clerkHost?: string): string {
  const clerk = clerkHost ? ` https://${clerkHost}` : ''
  const files = `${config.scheme}://files.${config.baseDomain}`
  const schools = `${config.scheme}://*.${config.baseDomain}`
  const installation = `${config.scheme}://${config.baseDomain}`
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'${clerk}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // React writes style attributes for computed widths and brand colours; they cannot run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob: ${files}${clerk}`,
    `media-src 'self' blob: ${files}`,
    `frame-src ${files}${clerk}`,
    `connect-src 'self' ${files}${clerk}`,
    // Chromium checks redirects after a form too: the way to the checkout and back must be named.
    `form-action 'self' ${installation} ${schools}${paymentPages(config)}${accountPages(config)}`,
    ...(clerkHost ? [`worker-src 'self' blob:`] : []),
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ]
  return policy.join('; ')
}

/** The headers that stand on every page. */
export function securityHeaders(config: Config, nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(config, nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), payment=()',
    ...(config.scheme === 'https' ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** Where forms of ours lead on to: the payment page, and the set-up of payouts, which Stripe serves from another host. */
function paymentPages({ stripe }: Config): string {
  if (!stripe) return ''
  return ` ${stripe.checkoutOrigin}${stripe.apiUrl ? '' : ' https://connect.stripe.com'}`
}

/** A form that was sent by nobody leads on to signing in, which may be on Clerk's own pages. */
function accountPages({ clerk }: Config): string {
  const origins = [clerk?.signInUrl, clerk?.signUpUrl].flatMap((url) => (url ? [new URL(url).origin] : []))
  return [...new Set(origins)].map((origin) => ` ${origin}`).join('')
}
