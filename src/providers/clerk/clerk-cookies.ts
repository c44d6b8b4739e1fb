import { createHash } from 'node:crypto'

/** A cookie as it came; two of one name may come, from a host and from its domain. */
export interface SentCookie {
  name: string
  value: string
}

export function readCookies(headers: Headers): SentCookie[] {
  return (headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=')
    return name.trim() ? [{ name: name.trim(), value: value.join('=').trim() }] : []
  })
}

/** Since 2024 Clerk also sets its cookies under a name of the instance, so that two on one domain keep apart. */
export function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64').replaceAll('+', '-').replaceAll('/', '_').slice(0, 8)
}

/** A request's headers without some of its cookies. */
export function withoutCookies(headers: Headers, isLeftOut: (name: string) => boolean): Headers {
  const kept = readCookies(headers).filter(({ name }) => !isLeftOut(name))
  const changed = new Headers(headers)
  changed.set('cookie', kept.map(({ name, value }) => `${name}=${value}`).join('; '))
  return changed
}
