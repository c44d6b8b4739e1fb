import { isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'
import proxyAddr from 'proxy-addr'

/** Finds from which address a request was sent; `unknown` where no socket is known. */
export type FindAddress = (incoming: IncomingMessage | undefined) => string

/**
 * Makes what finds the address of a visitor, by which tries are counted.
 *
 * @param proxies addresses and subnets that stand in front of us, or the words `loopback`, `linklocal` and
 *   `uniquelocal`. Only of what comes from these is `X-Forwarded-For` believed, from its end to the first address that
 *   is none of them; with an empty list it is never read. What a proxy hands on and is no address counts as not said.
 * @throws TypeError naming what is no address
 */
export function findAddresses(proxies: readonly string[]): FindAddress {
  const trusts = proxyAddr.compile([...proxies])
  return (incoming) => {
    const own = incoming?.socket?.remoteAddress
    if (!incoming || !own) return 'unknown'
    if (proxies.length === 0) return own

    const said = proxyAddr(incoming, trusts)
    return isIP(said) ? said : own
  }
}

/** Whether `findAddresses` takes this list. */
export function areProxies(proxies: string[]): boolean {
  try {
    proxyAddr.compile(proxies)
    return true
  } catch {
    return false
  }
}
