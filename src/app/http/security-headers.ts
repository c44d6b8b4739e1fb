import type { Config } from '#platform/config/config.ts'

/**
 * The headers that stand on every page. The nonce is for the inline scripts and styles that the server itself
 * wrote; nothing that a school typed can carry it.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function securityHeaders(config: Config, nonce: string): Record<string, string> {
  const files = `${config.scheme}://files.${config.baseDomain}`
  const schools = `${config.scheme}://*.${config.baseDomain}`
  const installation = `${config.scheme}://${config.baseDomain}`
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // React writes style attributes for computed widths and brand colours; they cannot run anything.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob: ${files}`,
    `media-src 'self' blob: ${files}`,
    `frame-src ${files}`,
    `connect-src 'self' ${files}`,
    // Chromium checks redirects after a form too: the way to the checkout and back must be named.
    `form-action 'self' ${installation} ${schools}${paymentPages(config)}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
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
