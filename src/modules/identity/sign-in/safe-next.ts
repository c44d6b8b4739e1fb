import type { Config } from '#platform/config/config.ts'
import { readHost } from '#platform/http/hosts.ts'

/**
 * Where to go after signing in, if it is a page of this installation or of one of its schools. Anything else would
 * let a stranger's link send people from our sign-in to a page that only looks like ours.
 *
 * @param wanted a full address, or a path of the installation
 * @returns the full address, or null
 */
export function safeNext(config: Pick<Config, 'scheme' | 'baseDomain'>, wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 2000) return null
  const installation = `${config.scheme}://${config.baseDomain}`
  // Browsers read a backslash as a slash, and drop tabs and line breaks: such an address is nobody's honest one.
  if (/[\\\u0000-\u001f\u007f]/.test(wanted)) return null
  if (!URL.canParse(wanted, installation)) return null

  const url = new URL(wanted, installation)
  const meaning = readHost(url.host, url.pathname, config.baseDomain)
  const isOurs = url.protocol === `${config.scheme}:` && (meaning.kind === 'installation' || meaning.kind === 'school')
  return isOurs && url.username === '' && url.password === '' ? url.href : null
}
